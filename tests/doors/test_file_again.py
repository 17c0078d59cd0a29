"""A file that comes again, or a newer one: only what differs is shown, nothing is doubled, no hand is overruled."""

from hashlib import sha256

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import Actor
from spartakiad.results.actions import Checked, TypedMark, check_marks, enter_mark
from tests.doors.files import FIRST, HEAD, RACE, SECOND, all_marks, counts, looked, raws, taken
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor
from tests.intake.files import xlsx

BOTH = xlsx(HEAD, FIRST, SECOND)
NEWER = xlsx(HEAD, (*FIRST[:4], "40:31,0", ""), SECOND)


@pytest.fixture
def brought(race: Site, judge: Visitor) -> Visitor:
    """A judge who has written both marks from a file."""
    taken(judge, looked(judge, BOTH).text)
    return judge


def typed(site: Site, raw: str, version: int) -> None:
    site.shell.write_now(enter_mark, TypedMark("race", "ski-women", "1", raw, version), Actor("other"))


def test_the_same_file_changes_nothing_and_says_that_it_came_before(race: Site, brought: Visitor) -> None:
    before, page = race.numbers(), looked(brought, BOTH).text
    assert (counts(page), "Этот же файл уже загружали" in page) == ((0, 0, 0, 2), True)
    assert "Всё, что есть в файле, уже записано" in page
    assert (taken(brought, page).status_code, race.numbers()) == (422, before)


def test_a_newer_file_shows_what_was_and_what_is(race: Site, brought: Visitor) -> None:
    page = looked(brought, NEWER, "итог 2.xlsx").text
    assert counts(page) == (0, 1, 0, 1)
    row = words(page.partition("<tbody>")[2].partition("</tbody>")[0])
    assert "40:33,2" in row and 'value="40:31,0"' in page and 'name="r1-raw"' not in page
    assert taken(brought, page).status_code == 303
    mark = all_marks(race)["ski-women", "main", "main", "1"]
    assert (mark.raw, mark.version, mark.origin and mark.origin.file) == ("40:31,0", 2, "итог 2.xlsx")
    assert all_marks(race)["ski-women", "main", "main", "2"].version == 1


def test_what_a_person_typed_since_is_never_overwritten_silently(race: Site, brought: Visitor) -> None:
    typed(race, "40:30,0", 1)
    page = looked(brought, NEWER).text
    assert counts(page) == (0, 0, 1, 1)
    assert (taken(brought, page).status_code, raws(race)["1"]) == (422, "40:30,0")
    assert (taken(brought, page, **{"r0-keep": "yes"}).status_code, raws(race)["1"]) == (303, "40:31,0")


def test_what_was_typed_before_any_file_is_not_overwritten_silently(race: Site, judge: Visitor) -> None:
    typed(race, "40:30,0", 0)
    page = looked(judge, BOTH).text
    assert (counts(page), taken(judge, page).status_code) == ((1, 0, 1, 0), 303)
    assert raws(race) == {"1": "40:30,0", "2": "41:00,0"}


def test_what_another_person_confirmed_is_not_overwritten_silently(race: Site, brought: Visitor) -> None:
    race.shell.write_now(check_marks, Checked("race", "ski-women", (("1", 1),), "confirmed"), Actor("other"))
    assert counts(looked(brought, NEWER).text) == (0, 0, 1, 1)


def test_what_was_read_is_told_with_its_hash(brought: Visitor) -> None:
    page = words(brought.get(f"{RACE}/import").text)
    assert "итог.xlsx" in page and sha256(BOTH).hexdigest()[:16] in page


def test_who_starts_and_is_in_no_row_is_named(race: Site, judge: Visitor) -> None:
    assert "без результата: 1 № 2 Снегирёва Анна" in words(looked(judge, xlsx(HEAD, FIRST)).text)
    typed(race, "40:30,0", 0)
    assert "без результата" not in words(looked(judge, xlsx(HEAD, SECOND)).text)


def test_our_own_protocol_comes_back_without_a_difference(race: Site, brought: Visitor) -> None:
    protocol = race.visitor().get("/games/race/contests/ski-women/protocol.xlsx").content
    assert counts(looked(brought, protocol).text) == (0, 0, 0, 2)


def test_whoever_stands_in_says_the_file_and_not_the_paper(race: Site, judge: Visitor) -> None:
    operator = race.signed_in(Role.OPERATOR, games="race")
    answer = taken(operator, looked(operator, BOTH).text)
    assert answer.status_code == 303
    sheet = words(judge.get(RACE).text)
    assert "из файла «итог.xlsx»" in sheet and "по бумаге" not in sheet


def test_a_closed_contest_takes_no_file(race: Site, brought: Visitor) -> None:
    chief = race.signed_in(Role.SPORT_CHIEF, games="race", contest="ski-women")
    chief.post(f"{RACE}/checks", {"a-1": "1", "a-2": "1", "verdict": "all"})
    assert chief.post(f"{RACE}/posting", {}).status_code == 303
    assert "сейчас закрыт" in brought.get(f"{RACE}/import").text
    page = looked(brought, NEWER).text
    assert "приём результатов закрыт" in page
    assert (taken(brought, page, leave="yes").status_code, raws(race)["1"]) == (422, "40:33,2")


def test_what_was_sent_back_is_doubted_in_the_same_file_and_written_when_it_is_meant(
    race: Site, brought: Visitor
) -> None:
    sent_back = Checked("race", "ski-women", (("1", 1),), "rejected", "номер перепутан")
    race.shell.write_now(check_marks, sent_back, Actor("other"))
    page = looked(brought, BOTH).text
    assert "Этот результат вернули: номер перепутан" in words(page)
    assert (taken(brought, page).status_code, all_marks(race)["ski-women", "main", "main", "1"].check) == (
        422,
        "rejected",
    )
    assert taken(brought, page, **{"r0-keep": "yes"}).status_code == 303
    assert all_marks(race)["ski-women", "main", "main", "1"].check != "rejected"
