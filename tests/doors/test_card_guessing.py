"""Guessing the words of a venue card: counted by the card and by the device in the database, never by an address."""

import asyncio
from typing import Any

from spartakiad.halls.coming_in import TRIES_OF_CARD, TRIES_OF_DEVICE
from tests.doors.halls import (
    BASE,
    CARDS,
    ICE,
    card,
    devices,
    later,
    make_card,
    number_of,
    opens,
    phone,
    printed,
    sign_in,
)
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor

Keys = tuple[str, str]


def guess(visitor: Visitor, keys: Keys, times: int) -> list[Any]:
    return [sign_in(visitor, (keys[0], f"белый якорь {number}")) for number in range(times)]


def test_a_device_that_guesses_has_to_wait_and_the_right_words_do_not_help(halls: Site, keys: Keys) -> None:
    guesser = halls.visitor()
    guess(guesser, keys, TRIES_OF_DEVICE)
    refused = sign_in(guesser, keys)
    assert (refused.status_code, "Подождите 10 минут" in refused.text) == (422, True)
    phone(halls, keys, "Петров Пётр")
    later(halls, minutes=11)
    assert sign_in(guesser, keys).status_code == 303


def test_a_guesser_who_drops_his_cookies_stops_the_card_and_not_those_who_are_in(
    halls: Site, office: Visitor, keys: Keys
) -> None:
    judge = phone(halls, keys)
    make_card(office, ICE)
    for _ in range(TRIES_OF_CARD):
        guess(halls.visitor(), keys, 1)
    stopped = sign_in(halls.visitor(), keys, "Петров Пётр")
    assert (stopped.status_code, "вход по карточке остановлен" in stopped.text) == (409, True)
    assert opens(judge, "ski-women") == [200]
    phone(halls, printed(halls, ICE))
    assert f"ввели неверно {TRIES_OF_CARD} раз" in words(office.get(CARDS).text)
    later(halls, minutes=1)
    office.post(f"{CARDS}/{number_of(halls)}/tries")
    phone(halls, keys, "Петров Пётр")


def test_a_card_issued_anew_counts_anew(halls: Site, office: Visitor, keys: Keys) -> None:
    for _ in range(TRIES_OF_CARD):
        guess(halls.visitor(), keys, 1)
    later(halls, minutes=1)
    office.post(f"{CARDS}/{number_of(halls)}/issue")
    phone(halls, printed(halls))


def test_guesses_sent_all_at_once_are_counted_one_by_one(halls: Site, keys: Keys) -> None:
    guesser = halls.visitor()
    guesser.post("/judge/card", {"token": keys[0]})
    form = {"token": keys[0], "word": "не те", "account_name": "Я Сам"}

    async def all_at_once() -> list[Any]:
        tries = (guesser.client.post("/judge/card/session", data=form) for _ in range(20))
        return list(await asyncio.gather(*tries))

    answers = halls.runner.run(all_at_once())
    assert (sum("Слова не те" in one.text for one in answers), card(halls).wrong) == (TRIES_OF_DEVICE, TRIES_OF_DEVICE)


def test_two_hundred_judges_behind_one_address_do_not_hinder_one_another(halls: Site, office: Visitor) -> None:
    """Each errs once; cards are of fifty places at most, so it is four halls that share the address."""
    make_card(office, devices=50)
    make_card(office, ICE, devices=50)
    for venue in (BASE, ICE):
        for number in range(TRIES_OF_CARD - 1):
            judge = halls.visitor()
            guess(judge, printed(halls, venue), 1)
            assert sign_in(judge, printed(halls, venue), f"Судья Номер{number}{venue}").status_code == 303
    assert len(devices(office)) == 2 * (TRIES_OF_CARD - 1)


def test_a_device_too_many_learns_nothing_about_the_words(halls: Site, office: Visitor) -> None:
    make_card(office, devices=1)
    keys = printed(halls)
    phone(halls, keys)
    answers = [sign_in(halls.visitor(), (keys[0], said), "Петров Пётр") for said in (keys[1], "не те")]
    assert [one.status_code for one in answers] == [409, 409]
    assert [words(one.text).count("сколько разрешено: 1") for one in answers] == [1, 1]
    assert card(halls).wrong == 0


def test_a_device_too_many_puts_nobody_out(halls: Site, office: Visitor) -> None:
    make_card(office, devices=2)
    inside = [phone(halls, printed(halls), name) for name in ("Иванова Анна", "Петров Пётр")]
    assert sign_in(halls.visitor(), printed(halls), "Третий Лишний").status_code == 409
    assert [opens(one, "ski-women") for one in inside] == [[200], [200]]


def test_the_words_of_one_hall_do_not_open_the_other(halls: Site, office: Visitor, keys: Keys) -> None:
    make_card(office, ICE)
    assert sign_in(halls.visitor(), (printed(halls, ICE)[0], keys[1])).status_code == 422


def test_a_photographed_card_without_its_words_lets_nobody_in(halls: Site, keys: Keys) -> None:
    answer = sign_in(halls.visitor(), (keys[0], ""))
    assert (
        answer.status_code,
        "Слова не те" in answer.text,
        f"Осталось попыток: {TRIES_OF_DEVICE - 1}" in answer.text,
    ) == (
        422,
        True,
        True,
    )


def test_words_without_a_code_let_nobody_in(halls: Site, keys: Keys) -> None:
    for code in ("", "1" * 40, keys[0][:-1], keys[0] + "1", "٣" * 40, "x" * 5000):
        answer = halls.visitor().post("/judge/card/session", {"token": code, "word": keys[1], "account_name": "Я Сам"})
        assert (answer.status_code, "spartakiad=" in answer.headers.get("set-cookie", "")) == (422, False)
