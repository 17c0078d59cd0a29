"""What somebody may try with a venue card that is not his, with its telephone, its words or its session."""

import logging
import sqlite3

import pytest

from spartakiad.accounts.actions import hash_of, note_unsent
from spartakiad.accounts.queries import signed_in
from spartakiad.accounts.roles import Role
from spartakiad.app import create_app
from spartakiad.settings import Settings
from tests.doors.halls import (
    CARDS,
    DEVICES,
    FIRST,
    GAMES,
    NEXT,
    card,
    devices,
    it_is,
    make_card,
    number_of,
    opens,
    phone,
    play_halls,
    printed,
    secretary,
    sign_in,
)
from tests.doors.reading import words
from tests.doors.visiting import SECRET, Site, Visitor

Keys = tuple[str, str]


def device_of(site: Site, visitor: Visitor) -> int:
    with site.shell.store.reader() as session:
        me = signed_in(session, hash_of(visitor.cookie), site.shell.clock())
    assert me is not None
    return me.sign_in


def holds_back(site: Site, visitor: Visitor, unsent: int) -> None:
    device, at = device_of(site, visitor), site.shell.clock()
    site.shell.store.writer.submit(lambda session, _: note_unsent(session, device, unsent, at)).result()


@pytest.mark.parametrize("moment", [f"{NEXT}T04:00", f"{NEXT}T10:00", "2027-02-20T10:00", "2026-02-19T23:59"])
def test_a_photographed_card_is_void_on_every_other_day(halls: Site, keys: Keys, moment: str) -> None:
    it_is(halls, moment)
    answer = sign_in(halls.visitor(), keys)
    assert (answer.status_code, "Карточка на другой день: 20\u00a0февраля 2026\u00a0г." in answer.text) == (422, True)
    answer = halls.visitor().post("/judge/card/session", {"token": keys[0], "word": keys[1], "account_name": "Я Сам"})
    assert (answer.status_code, "set-cookie" in answer.headers) == (422, False)


def test_a_lost_telephone_is_cut_off_and_its_place_is_free(halls: Site, office: Visitor) -> None:
    make_card(office, devices=1)
    lost = phone(halls, printed(halls))
    office.post(f"{DEVICES}/{device_of(halls, lost)}/revocation")
    assert (lost.get("/me").headers["location"], devices(office)) == ("/sign-in", [])
    phone(halls, printed(halls), "Петров Пётр")


def test_a_device_cut_off_with_something_unsent_is_waited_for_until_it_comes_back(
    halls: Site, office: Visitor, keys: Keys
) -> None:
    judge = phone(halls, keys)
    holds_back(halls, judge, 3)
    office.post(f"{DEVICES}/{device_of(halls, judge)}/revocation")
    assert (
        judge.post("/judge/halls/ski-women/marks/1", {"raw": "40:00", "version": 0}).headers["location"] == "/sign-in"
    )
    assert "вход закончился: не передано 3 записи" in words(office.get(f"/office/{GAMES}").text)
    assert "Ледовый дворец +7 000 11" not in words(office.get(f"/office/{GAMES}").text)
    assert "Лыжная база +7 000 11" in words(office.get(f"/office/{GAMES}").text)
    sign_in(judge, keys)
    assert "вход закончился" not in office.get(f"/office/{GAMES}").text
    assert words(office.get(DEVICES).text).count(" 3 ") == 1
    holds_back(halls, judge, 0)
    assert "всё передано" in office.get(DEVICES).text


def test_what_a_telephone_holds_stays_with_it_when_another_judge_takes_it(
    halls: Site, office: Visitor, keys: Keys
) -> None:
    judge = phone(halls, keys)
    holds_back(halls, judge, 2)
    judge.post("/judge/card/judge", {"account_name": "Петров Пётр"})
    page = words(office.get(DEVICES).text)
    assert (devices(office), " 2 " in page, "записи остались" in page) == (["Петров Пётр"], True, False)


def test_a_card_of_one_games_opens_nothing_of_another_with_the_same_venue_and_day(halls: Site, keys: Keys) -> None:
    play_halls(halls, "others")
    make_card(secretary(halls, "others"), games="others")
    ours, theirs = phone(halls, keys), phone(halls, printed(halls, games="others"))
    assert (opens(ours, "ski-women"), opens(ours, "ski-women", games="others")) == ([200], [404])
    assert (opens(theirs, "ski-women", games="others"), opens(theirs, "ski-women")) == ([200], [404])
    assert [ours.get(page).status_code for page in ("/judge/others", "/judge/demo")] == [404, 404]
    assert sign_in(halls.visitor(), (printed(halls, games="others")[0], keys[1])).status_code == 422


@pytest.mark.parametrize("role", [Role.CHIEF_SECRETARY, Role.SPORT_CHIEF, Role.JUDGE])
def test_the_name_of_somebody_who_was_invited_gives_nothing_of_what_he_may(halls: Site, keys: Keys, role: Role) -> None:
    invited = halls.newly_in(role, GAMES)
    judge = phone(halls, keys, f"Проверяющий: {role} ")
    assert (opens(judge, "ski-women", "figure"), judge.get(f"/office/{GAMES}").status_code) == ([200, 404], 403)
    assert invited.get("/me").status_code == 303


def test_a_look_signs_nobody_in(halls: Site, keys: Keys) -> None:
    visitor = halls.visitor()
    for path in (f"/judge/card?token={keys[0]}&word={keys[1]}", f"/judge/card/session?token={keys[0]}"):
        visitor.get(path)
    visitor.post("/judge/card", {"token": keys[0], "word": keys[1], "account_name": "Иванова Анна"})
    assert (visitor.cookie, card(halls).taken) == ("", 0)


@pytest.mark.parametrize("path", ["/judge/card", "/judge/card/session", "/judge/card/judge"])
def test_a_foreign_page_signs_nobody_in(halls: Site, keys: Keys, path: str) -> None:
    form = {"token": keys[0], "word": keys[1], "account_name": "Иванова Анна"}
    for headers in ({"Origin": "https://evil.test"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = halls.visitor().post(path, form, headers=headers)
        assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)


def test_handing_over_needs_the_token_of_the_session(halls: Site, keys: Keys) -> None:
    answer = phone(halls, keys).post("/judge/card/judge", {"account_name": "Петров Пётр", "form_token": ""})
    assert answer.status_code == 403


def test_a_session_chosen_by_somebody_else_opens_nothing(halls: Site, keys: Keys) -> None:
    victim, attacker = halls.visitor(), halls.visitor()
    for one in (victim, attacker):
        one.client.cookies.set("spartakiad", "chosen-by-an-attacker", domain="games.test")
    sign_in(victim, keys)
    assert attacker.get("/me").headers["location"] == "/sign-in"
    assert victim.cookie != "chosen-by-an-attacker"


def test_a_device_name_that_we_did_not_make_is_replaced(halls: Site, keys: Keys) -> None:
    visitor = halls.visitor()
    visitor.client.cookies.set("spartakiad-device", "short", domain="games.test", path="/judge")
    answer = visitor.post("/judge/card", {"token": keys[0]})
    assert "spartakiad-device=short" not in answer.headers["set-cookie"]


def cookies(halls: Site, secure: bool, keys: Keys) -> dict[str, str]:
    """What a sign-in sets: name → attributes."""
    app = create_app(Settings(secret=SECRET, secure=secure), halls.shell)
    answer = sign_in(Visitor(app, halls.runner), keys)
    return {name: rest for name, _, rest in (one.partition("=") for one in answer.headers.get_list("set-cookie"))}


def test_the_cookies_keep_to_themselves(halls: Site, keys: Keys) -> None:
    found = {name: rest.casefold() for name, rest in cookies(halls, False, keys).items()}
    assert set(found) == {"spartakiad", "spartakiad-device"}
    assert all("httponly" in rest and "samesite=lax" in rest for rest in found.values())
    assert ("path=/;" in found["spartakiad"], "path=/judge;" in found["spartakiad-device"]) == (True, True)


def test_behind_tls_they_are_bound_to_it(halls: Site, keys: Keys) -> None:
    found = cookies(halls, True, keys)
    assert set(found) == {"__Host-spartakiad", "__Secure-spartakiad-device"}
    assert all("secure" in rest.casefold() for rest in found.values())


def test_the_code_and_the_words_stand_in_no_record_no_log_and_no_address(
    halls: Site, office: Visitor, keys: Keys, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    visitor = halls.visitor()
    answers = [sign_in(visitor, (keys[0], "не те")), sign_in(visitor, keys), visitor.get("/me"), office.get(DEVICES)]
    answers += [halls.visitor().post("/judge/card/session", {"token": keys[0], "account_name": "x"})]
    office.get(f"{CARDS}/{number_of(halls)}/card.pdf")
    secrets = (keys[0], keys[1], visitor.cookie, visitor.client.cookies["spartakiad-device"])
    told = caplog.text + "".join(str(one.request.url) + str(one.headers.get("location")) for one in answers)
    with sqlite3.connect(str(halls.shell.store.writer.engine.url.database)) as database:
        rows = "\n".join(database.iterdump())
    assert [(one in told, one in rows) for one in secrets] == [(False, False)] * 4


def test_pages_with_a_code_in_them_are_kept_nowhere_and_tell_no_other_site(halls: Site, keys: Keys) -> None:
    visitor = halls.visitor()
    answers = [
        visitor.get("/judge/card"),
        visitor.post("/judge/card", {"token": keys[0]}),
        sign_in(visitor, (keys[0], "x")),
    ]
    assert {(one.headers["cache-control"], one.headers["referrer-policy"]) for one in answers} == {
        ("no-store", "same-origin")
    }


def test_what_is_typed_as_a_name_is_shown_as_it_was_typed(halls: Site, office: Visitor, keys: Keys) -> None:
    phone(halls, keys, "<b>Иванова</b> {{7*7}}")
    assert "&lt;b&gt;Иванова&lt;/b&gt; {{7*7}}" in office.get(DEVICES).text


def test_days_of_a_hall_are_those_of_moscow(halls: Site, keys: Keys) -> None:
    it_is(halls, f"{FIRST}T04:00")
    phone(halls, keys)
