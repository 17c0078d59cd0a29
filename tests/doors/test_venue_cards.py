"""Venue cards at the secretariat's desk: one for a hall, printed again at any time, issued anew, revoked."""

import io
import re

import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.halls.keys import sign_of
from tests.doors.halls import (
    BASE,
    CARDS,
    FIRST,
    GAMES,
    ICE,
    NEXT,
    card,
    devices,
    it_is,
    make_card,
    move,
    number_of,
    phone,
    play_halls,
    printed,
    secretary,
    sign_in,
)
from tests.doors.reading import words
from tests.doors.visiting import SECRET, Site, Visitor


def hall(office: Visitor, venue: str = BASE, day: str = FIRST) -> str:
    """The page's words about one hall."""
    found = re.search(
        rf'<article class="card" id="hall-{venue}-{day}">.*?</article>', office.get(CARDS).text, re.DOTALL
    )
    return words(found.group()) if found else ""


def test_every_hall_of_the_timetable_is_there_with_what_is_held_in_it(office: Visitor) -> None:
    assert hall(office) == "Лыжная база Лыжные гонки, женщины, 10:00; Лыжные гонки, мужчины, 12:30 Сделать карточку"
    assert [bool(hall(office, *one)) for one in ((BASE, NEXT), (ICE, FIRST), (ICE, NEXT))] == [True, True, False]


def test_what_is_moved_is_moved_here_too(halls: Site, office: Visitor) -> None:
    move(halls, "ski-men", f"{FIRST}T19:00", ICE)
    assert ("мужчины" in hall(office), "Лыжные гонки, мужчины, 19:00" in hall(office, ICE)) == (False, True)


def test_a_card_is_made_by_one_tap_and_its_words_can_be_said(halls: Site, office: Visitor) -> None:
    assert make_card(office).status_code == 303
    told = hall(office)
    assert "Карточка № 1, выпуск 1 от 20 февраля, 09:00." in told and "Вошло устройств: 0 из 8" in told
    assert printed(halls)[1] in told
    phone(halls, printed(halls))
    assert "Вошло устройств: 1 из 8" in hall(office)


def test_the_same_form_sent_twice_makes_one_card_and_a_hall_has_no_second_one(halls: Site, office: Visitor) -> None:
    form = {"hall_venue": BASE, "hall_day": FIRST, "devices": 8, "command_key": "tap"}
    assert [office.post(CARDS, form).status_code for _ in range(2)] == [303, 303]
    refused = make_card(office)
    assert (refused.status_code, "Карточка этой площадки на этот день уже есть" in refused.text) == (409, True)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"hall_venue": ""}, "Площадка: выберите"),
        ({"hall_venue": "nowhere"}, "Площадка: такого варианта нет"),
        ({"hall_day": ""}, "День: выберите"),
        ({"hall_day": "вчера"}, "День: такого варианта нет"),
        ({"hall_day": "2026-02-18"}, "День: этот день уже прошёл"),
        ({"devices": "много"}, "Сколько устройств: нужно целое число"),
        ({"devices": "0"}, "Сколько устройств: можно от 1 до 50"),
        ({"devices": "51"}, "Сколько устройств: можно от 1 до 50"),
    ],
)
def test_what_is_typed_wrong_is_said_and_makes_nothing(office: Visitor, typed: dict[str, str], sentence: str) -> None:
    answer = office.post(CARDS, {"hall_venue": BASE, "hall_day": FIRST, "devices": "8", **typed})
    assert (answer.status_code, sentence in answer.text) == (422, True)
    assert "Карточка №" not in hall(office)


def test_a_hall_to_which_something_may_be_moved_gets_its_card_beforehand(halls: Site, office: Visitor) -> None:
    make_card(office, ICE, NEXT)
    assert "В этот день здесь ничего не назначено" in hall(office, ICE, NEXT)


def test_yesterdays_halls_are_shown_no_more(halls: Site, office: Visitor) -> None:
    make_card(office)
    it_is(halls, f"{NEXT}T03:59")
    late = secretary(halls)
    assert hall(late) != ""
    it_is(halls, f"{NEXT}T04:00")
    assert (hall(late), hall(late, BASE, NEXT) != "") == ("", True)


def test_the_paper_has_the_code_the_hall_and_the_word_but_not_those_that_let_in(halls: Site, office: Visitor) -> None:
    make_card(office)
    answer = office.get(f"{CARDS}/{number_of(halls)}/card.pdf")
    text = " ".join(PdfReader(io.BytesIO(answer.content)).pages[0].extract_text().split())
    code, said = printed(halls)
    assert (answer.headers["content-type"], answer.headers["cache-control"]) == ("application/pdf", "no-store")
    assert "".join(re.findall(r"\d", text.partition("наберите:")[2]))[:40] == code
    for part in ("Лыжная база", "20 февраля 2026 г.", "http://games.test", "выпуск 1", "21 февраля, 04:00"):
        assert part in text.replace("\u00a0", " ")
    assert sign_of(SECRET, card(halls).card.seed).upper() in text
    assert [word for word in said.split() if word in text.casefold()] == []


def test_the_page_of_the_code_shows_the_word_of_the_card(halls: Site, office: Visitor) -> None:
    """A false code leads to a page that does not know it."""
    make_card(office)
    page = halls.visitor().post("/judge/card", {"token": printed(halls)[0]}).text
    assert f'<b class="sign">{sign_of(SECRET, card(halls).card.seed).upper()}</b>' in page
    assert "Слово карточки" not in halls.visitor().get("/judge/card").text


def test_issued_anew_the_paper_is_another_and_whoever_is_in_stays(halls: Site, office: Visitor) -> None:
    make_card(office)
    old = printed(halls)
    judge = phone(halls, old)
    office.post(f"{CARDS}/{number_of(halls)}/issue")
    assert printed(halls)[0] != old[0] and "выпуск 2" in hall(office)
    assert sign_in(halls.visitor(), old).status_code == 422
    assert judge.get(f"/judge/{GAMES}").status_code == 200
    phone(halls, printed(halls), "Петров Пётр")


def test_revoked_it_lets_nobody_in_and_everybody_out(halls: Site, office: Visitor) -> None:
    make_card(office)
    keys, number = printed(halls), number_of(halls)
    judge = phone(halls, keys)
    office.post(f"{CARDS}/{number}/revocation")
    assert (sign_in(halls.visitor(), keys).status_code, judge.get("/me").headers["location"]) == (422, "/sign-in")
    assert (devices(office), "Сделать карточку" in hall(office)) == ([], True)
    assert office.get(f"{CARDS}/{number}/card.pdf").status_code == 404
    make_card(office)
    assert "выпуск 2" in hall(office) and sign_in(halls.visitor(), keys).status_code == 422


def test_revoking_one_card_leaves_the_other_hall_at_work(halls: Site, office: Visitor) -> None:
    make_card(office)
    make_card(office, ICE)
    judge = phone(halls, printed(halls, ICE))
    office.post(f"{CARDS}/{number_of(halls)}/revocation")
    assert judge.get(f"/judge/{GAMES}/figure").status_code == 200


def test_whoever_found_no_place_is_seen_and_let_in_by_one_tap(halls: Site, office: Visitor) -> None:
    make_card(office, devices=1)
    keys = printed(halls)
    phone(halls, keys)
    assert "Устройству не хватило места" not in hall(office)
    late = halls.visitor()
    answer = sign_in(late, keys, "Петров Пётр")
    assert answer.status_code == 409 and "пусть нажмут «Ещё одно место»" in answer.text
    assert "Устройству не хватило места: 20 февраля, 09:00" in hall(office)
    office.post(f"{CARDS}/{number_of(halls)}/place")
    assert "из 2" in hall(office) and "Устройству не хватило места" not in hall(office)
    assert sign_in(late, keys, "Петров Пётр").status_code == 303


@pytest.mark.parametrize("action", ["issue", "revocation", "place", "tries"])
def test_a_card_of_another_games_is_not_there(halls: Site, office: Visitor, action: str) -> None:
    play_halls(halls, "others")
    others = secretary(halls, "others")
    make_card(office)
    before = card(halls)
    assert others.post(f"/office/others/venue-cards/{number_of(halls)}/{action}").status_code == 404
    assert others.get(f"/office/others/venue-cards/{number_of(halls)}/card.pdf").status_code == 404
    assert card(halls) == before


def test_an_operator_makes_cards_too_and_nobody_else_does(halls: Site) -> None:
    assert make_card(halls.newly_in(Role.OPERATOR, GAMES)).status_code == 303
    for role in (Role.CHIEF_JUDGE, Role.SPORT_CHIEF, Role.JUDGE):
        visitor = halls.newly_in(role, GAMES)
        assert (visitor.get(CARDS).status_code, make_card(visitor, ICE).status_code) == (403, 403)


def test_after_the_servers_key_has_changed_a_card_asks_to_be_issued_anew(halls: Site, office: Visitor) -> None:
    make_card(office)
    halls.shell.store.writer.submit(
        lambda session, _: session.connection().exec_driver_sql("UPDATE venue_card SET seed = 'another'")
    ).result()
    assert "Слов этой карточки больше не узнать" in hall(office)
    answer = office.get(f"{CARDS}/{number_of(halls)}/card.pdf")
    assert (answer.status_code, "Выпустите её заново" in answer.text) == (409, True)
