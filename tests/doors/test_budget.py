"""Every page of the staff asks the database a few times at most, however many athletes and contests there are."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import Engine, event

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.entries.replacing import Replacing, replace_athlete
from tests.doors.lookalikes import ANNA, TYPO, joins
from tests.doors.reading import words
from tests.doors.visiting import Site

MOST = 6  # statements of one page, those that find out who is asking included
PAGES = (
    (Role.CAPTAIN, "/team/demo/vologda"),
    (Role.CAPTAIN, "/team/demo/vologda/coaches"),
    (Role.COACH, "/team/demo/vologda/contests/trail"),
    (Role.OPERATOR, "/team/demo/vologda"),
    (Role.OPERATOR, "/office/demo"),
    (Role.COMMISSION, "/office/demo/admission"),
    (Role.COMMISSION, "/office/demo/admission/vologda"),
    (Role.CHIEF_SECRETARY, "/office/demo"),
    (Role.CHIEF_SECRETARY, "/office/demo/setup"),
    (Role.CHIEF_SECRETARY, "/office/demo/people"),
    (Role.CHIEF_SECRETARY, "/office/demo/devices"),
    (Role.CHIEF_SECRETARY, "/office/demo/venue-cards"),
    (Role.CHIEF_SECRETARY, "/office/demo/timetable"),
    (Role.CHIEF_SECRETARY, "/office/demo/timetable/whole"),
    (Role.CHIEF_SECRETARY, "/office/demo/contests/trail/shortening"),
    (Role.CHIEF_SECRETARY, "/office/demo/notices"),
    (Role.CHIEF_SECRETARY, "/office/demo/protests"),
    (Role.CHIEF_SECRETARY, "/office/demo/card"),
    (Role.CHIEF_SECRETARY, "/office/demo/contests/trail/places"),
    (Role.CHIEF_SECRETARY, "/office/demo/contests/bandy/starts"),
    (Role.CHIEF_SECRETARY, "/office/demo/contests/trail/cancellation"),
    (Role.CHIEF_SECRETARY, "/judge/demo/bandy"),
    (Role.JUDGE, "/judge/demo"),
    (Role.JUDGE, "/judge/demo/ski-women"),
    (Role.SPORT_CHIEF, "/judge/demo/ski-women/card"),
    (Role.SPORT_CHIEF, "/judge/demo/trail/judges"),
    (Role.CHIEF_JUDGE, "/office/demo/cup"),
    (Role.CAPTAIN, "/me/notices/demo"),
    (Role.OFFICE, "/office"),
    (Role.ADMIN, "/admin"),
)


@contextmanager
def statements() -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@pytest.mark.parametrize(("role", "path"), PAGES)
def test_a_page_of_the_staff_asks_the_database_a_few_times_at_most(shared_site: Site, role: Role, path: str) -> None:
    games = "" if role in (Role.OFFICE, Role.ADMIN) else "demo"
    team = "vologda" if role in (Role.CAPTAIN, Role.COACH) else ""
    visitor = shared_site.signed_in(role, games, team, "trail" if role is Role.COACH else "")
    visitor.get(path)
    with statements() as seen:
        assert visitor.get(path).status_code == 200
    assert len(seen) <= MOST, seen


def test_so_does_the_commission_where_people_look_alike_and_were_replaced(site: Site) -> None:
    went = ANNA._replace(surname="Снежина", born_on=date(1994, 4, 3))
    *_, number = joins(site, "vologda", ANNA, TYPO, went)
    comes = ANNA._replace(surname="Метелева", born_on=date(1995, 5, 4))
    site.shell.write_now(replace_athlete, Replacing("demo", "vologda", number, comes, "травма", "Петров"), SYSTEM)
    commission, page = site.signed_in(Role.COMMISSION), "/office/demo/admission/vologda"
    told = words(commission.get(page).text)
    assert "Похожие люди: 1" in told and "вместо: Снежина Анна Игоревна; травма" in told
    with statements() as seen:
        commission.get(page)
    assert len(seen) <= MOST, seen
