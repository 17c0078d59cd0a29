"""The captain replaces somebody at the last hour; the commission allows an addition and takes the signed paper."""

import html
import re
from datetime import UTC, datetime

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.entries.actions import OneTeam, submit
from spartakiad.games.cards import WholeCard, fill_games_card
from tests.doors.visiting import Site, Visitor

CABINET, TABLE = "/team/demo/pskov", "/office/demo/admission/pskov"
COMES = {"surname": "Метелева Анна Игоревна", "sex": "ж", "born_on": "05.03.1990", "rank": "II"}
WHY = {"reason": "травма на разминке", "allowed": "главный секретарь Петров"}


def stranger(site: Site) -> str:
    """The number of somebody who joins Pskov and is entered nowhere."""
    captain = site.captain("pskov")
    captain.post(f"{CABINET}/athletes", {"surname": "Ёлкина", "name": "Ия", "sex": "ж", "born_on": "05.03.1991"})
    return max((one.number for one in site.shell.now("demo").state.athletes.values()), key=int)


def commission(site: Site) -> Visitor:
    return site.signed_in(Role.COMMISSION)


def text_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_a_replacement_keeps_the_number(site: Site) -> None:
    number = stranger(site)
    before = site.shell.now("demo").state.athletes[number].person
    answer = site.captain("pskov").post(f"{CABINET}/athletes/{number}/replacement", COMES | WHY)
    page = text_of(site.captain("pskov").get(CABINET).text)
    assert answer.status_code == 303 and f"{number}. Метелева Анна Игоревна" in page
    assert site.shell.now("demo").state.athletes[number].person != before


def test_what_is_wrong_is_said_at_the_field_and_nothing_is_lost(site: Site) -> None:
    number = stranger(site)
    before = site.numbers()
    answer = site.captain("pskov").post(
        f"{CABINET}/athletes/{number}/replacement", COMES | WHY | {"born_on": "31.02.1990"}
    )
    assert (answer.status_code, site.numbers() == before) == (422, True)
    assert 'id="f-born_on-error"' in answer.text and "Метелева Анна Игоревна" in answer.text


def test_without_a_reason_nobody_is_replaced(site: Site) -> None:
    number = stranger(site)
    answer = site.captain("pskov").post(f"{CABINET}/athletes/{number}/replacement", COMES)
    assert answer.status_code == 422 and 'id="f-reason-error"' in answer.text


def test_everything_that_is_missing_is_said_at_once(site: Site) -> None:
    number = stranger(site)
    answer = site.captain("pskov").post(f"{CABINET}/athletes/{number}/replacement", {"sex": "ж", "born_on": "зимой"})
    told = [field for field in ("surname", "born_on", "reason", "allowed") if f'id="f-{field}-error"' in answer.text]
    assert (answer.status_code, told) == (422, ["surname", "born_on", "reason", "allowed"])


def test_an_athlete_of_another_team_is_not_replaced(site: Site) -> None:
    other = next(one.number for one in site.shell.now("demo").state.athletes.values() if one.team == "vologda")
    before = site.numbers()
    page = f"{CABINET}/athletes/{other}/replacement"
    asked = site.captain("pskov").get(page).status_code, site.captain("pskov").post(page, COMES | WHY).status_code
    assert (asked, site.numbers() == before) == ((404, 404), True)


def test_after_the_deadline_only_the_commission_opens_the_application(site: Site) -> None:
    games = site.shell.now("demo").state
    assert games.teams["pskov"].late
    new = {"surname": "Снежина", "name": "Алла", "sex": "ж", "born_on": "05.03.1992"}
    site.shell.write_now(fill_games_card, WholeCard("demo", "2026-02-10T18:00", {}), SYSTEM)
    past = {"late-until": "09:00", "late-on": "2026-02-20", "late-reason": "автобус", "late-allowed": "Петров"}
    assert commission(site).post(f"{TABLE}/late", past).status_code == 422
    soon = {"late-until": "23:59", "late-reason": "автобус", "late-allowed": "Петров"}
    assert commission(site).post(f"{TABLE}/late", soon).status_code == 303
    assert site.captain("pskov").post(f"{CABINET}/athletes", new).status_code == 303
    assert "автобус (Петров)" in text_of(site.captain("pskov").get(CABINET).text)


def test_a_permission_that_was_taken_back_adds_nobody_any_more(site: Site) -> None:
    new = {"surname": "Снежина", "name": "Алла", "sex": "ж", "born_on": "05.03.1992"}
    number = stranger(site)
    assert commission(site).post(f"{TABLE}/late/revocation", {"revoked-reason": ""}).status_code == 422
    assert commission(site).post(f"{TABLE}/late/revocation", {"revoked-reason": "ошибка"}).status_code == 303
    answer = site.captain("pskov").post(f"{CABINET}/athletes", new)
    page = text_of(site.captain("pskov").get(CABINET).text)
    assert (answer.status_code, "Разрешение на дозаявку отозвано: ошибка." in page) == (409, True)
    assert number in site.shell.now("demo").state.athletes


def test_a_permission_whose_hour_has_passed_is_not_taken_back(site: Site) -> None:
    site.shell.clock = lambda: datetime(2100, 1, 1, 9, tzinfo=UTC)
    answer = commission(site).post(f"{TABLE}/late/revocation", {"revoked-reason": "ошибка"})
    assert (answer.status_code, "его час уже прошёл" in answer.text) == (409, True)


def test_the_commission_takes_the_paper_that_was_submitted(site: Site) -> None:
    stranger(site)
    site.shell.write_now(submit, OneTeam("demo", "pskov"), SYSTEM)
    page = commission(site).get(TABLE).text
    revision = re.search(r'name="revision" value="(\d+)"', page)
    assert revision
    commission(site).post(f"{TABLE}/original", {"revision": revision[1]})
    told = text_of(commission(site).get(TABLE).text)
    assert f"Оригинал принят, ред. {revision[1]}." in told
    late = commission(site).post(f"{TABLE}/original", {"revision": "1"})
    assert (late.status_code, "а подана уже редакция" in text_of(late.text)) == (409, True)


def test_a_paper_out_of_date_is_said_where_the_captain_works(site: Site) -> None:
    number = stranger(site)
    site.shell.write_now(submit, OneTeam("demo", "pskov"), SYSTEM)
    number_of = site.shell.now("demo").state.teams["pskov"].filed
    assert number_of
    commission(site).post(f"{TABLE}/original", {"revision": str(number_of.revision)})
    site.captain("pskov").post(f"{CABINET}/athletes/{number}/replacement", COMES | WHY)
    assert "бумага устарела: +1 −1" in text_of(site.captain("pskov").get(CABINET).text)
