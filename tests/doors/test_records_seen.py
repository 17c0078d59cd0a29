"""What a judge saw when he entered a result: the list may have changed since, the disk may be an older one."""

from typing import Any

import pytest
from sqlmodel import select

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.plans import Plan
from spartakiad.models.journal import Command
from spartakiad.starts import actions as starts
from tests.doors.forms_on_pages import forms_of
from tests.doors.test_records import SECOND, held, marks, record, send, states
from tests.doors.visiting import Site, Visitor

INBOX = "/office/race/inbox"
SHEET, OFFICIAL = "/judge/race/ski-women", "/office/race/contests/ski-women/official"
LIST = "/judge/race/ski-women/list"


@pytest.fixture
def secretary(race: Site) -> Visitor:
    return race.signed_in(Role.CHIEF_SECRETARY, games="race")


def rows(judge: Visitor, query: str = "") -> dict[str, Any]:
    return {row["id"]: row for row in judge.get(f"{LIST}{query}").json()["rows"]}


def saw(row: dict[str, Any]) -> dict[str, Any]:
    return {"seen": row["version"], "line": row["line"], "over": row["over"]}


def renumbered(race: Site, first: int = 101) -> None:
    """The list is released once more with other numbers on the backs."""
    do = race.shell.write_now
    do(starts.plan, starts.PlanOf("race", "ski-women", "main", Plan(bibs="order", first=(("", first),))), SYSTEM)
    do(starts.release, starts.OneContest("race", "ski-women", reason="новые номера"), SYSTEM)


def test_a_result_of_a_number_that_changed_backs_meanwhile_waits_and_both_are_named(
    race: Site, judge: Visitor, secretary: Visitor
) -> None:
    row = rows(judge)["1"]
    renumbered(race)
    said = send(judge, record(1, **saw(row))).json()["answers"][0]
    assert (said["state"], "судья видел № 1, а теперь здесь № 101" in said["says"], marks(race)) == ("held", True, {})
    page = secretary.get(INBOX).text
    assert "судья видел № 1, а теперь здесь № 101" in page
    assert 'value="1" selected' not in page  # whose it is, a person says


def test_it_is_entered_for_whom_the_secretary_names_and_for_nobody_else(
    race: Site, judge: Visitor, secretary: Visitor
) -> None:
    row = rows(judge)["1"]
    renumbered(race)
    send(judge, record(1, **saw(row)))
    wish = {"record": next(iter(race.shell.now("race").state.held)), "seen": "0", "verdict": "taken"}
    answer = secretary.post(f"{INBOX}/records", wish)
    assert (answer.status_code, "Участник: выберите" in answer.text, marks(race)) == (422, True, {})
    secretary.post(f"{INBOX}/records", wish | {"entrant": "2"})
    assert (marks(race), held(race)) == ({"2": "20:00,0"}, [])


def test_a_list_released_once_more_as_it_was_holds_nothing(race: Site, judge: Visitor) -> None:
    row = rows(judge)["1"]
    race.shell.write_now(starts.release, starts.OneContest("race", "ski-women", reason="опечатка"), SYSTEM)
    assert states(send(judge, record(1, **saw(row)))) == [(1, "done")]


def test_a_page_that_does_not_tell_what_it_saw_goes_on_and_its_keys_stay_as_they_were(
    race: Site, judge: Visitor
) -> None:
    renumbered(race)
    assert states(send(judge, record(1))) == [(1, "done")]
    with race.shell.store.reader() as session:
        kept = session.exec(select(Command).where(Command.verb == "results.records.take_record")).one()
    assert kept.body_hash == "b88808b01004978ac947f1a7f9969725ea66782a8cdd77573432967350119205"


def test_another_mark_under_the_same_version_is_not_written_over(race: Site, judge: Visitor) -> None:
    """As after an older copy was put back: the version that the judge saw was given once more."""
    other = race.newly_in(Role.JUDGE, games="race", contest="ski-women")
    send(judge, record(1))
    row = rows(judge)["1"]
    assert states(send(other, record(1, raw="20:30,0", **saw(row) | {"over": "0" * 8}), device=SECOND)) == [(1, "held")]
    assert (marks(race), held(race)) == ({"1": "20:00,0"}, ["mark_changed"])
    assert states(send(other, record(2, raw="20:40,0", **saw(row)), sent=1, device=SECOND)) == [(2, "done")]


def form_of(page: str, **typed: str) -> dict[str, str]:
    return next(one for one in forms_of(page) if one.action.endswith("/marks/1")).fields | typed


def test_a_form_of_the_sheet_says_which_mark_it_showed(race: Site, judge: Visitor) -> None:
    send(judge, record(1))
    form = form_of(judge.get(SHEET).text, raw="20:30,0")
    answer = judge.post(f"{SHEET}/marks/1", form | {"over": "0" * 8})
    assert (answer.status_code, "у вас «20:30,0», а уже записано «20:00,0»" in answer.text) == (409, True)
    assert (judge.post(f"{SHEET}/marks/1", form).status_code, marks(race)) == (303, {"1": "20:30,0"})


def test_a_form_of_the_sheet_says_which_line_it_showed(race: Site, judge: Visitor) -> None:
    form = form_of(judge.get(SHEET).text, raw="20:30,0")
    renumbered(race)
    answer = judge.post(f"{SHEET}/marks/1", form)
    assert (answer.status_code, "Вы видели № 1, а теперь здесь № 101" in answer.text, marks(race)) == (409, True, {})
    assert judge.post(f"{SHEET}/marks/1", form_of(answer.text)).status_code == 303
    assert marks(race) == {"1": "20:30,0"}


def test_of_a_journal_that_is_not_this_one_the_whole_list_comes(judge: Visitor) -> None:
    whole = judge.get(LIST).json()
    send(judge, record(1))
    query = f"?since={whole['number']}&who={whole['who']}"
    assert [len(rows(judge, f"{query}&head={head}")) for head in (whole["head"], "0" * 64, "")] == [1, 3, 3]


def test_a_note_at_the_finish_is_taken_of_a_judge_of_that_contest_only(race: Site, judge: Visitor) -> None:
    other = race.newly_in(Role.JUDGE, games="race", contest="figure")
    answer = send(other, record(1, "", "13", kind="number"), device=SECOND)
    said = answer.json()["answers"][0]
    assert (said["state"], "отметка на финише не принята" in said["says"]) == ("refused", True)
    assert send(other, record(1, "", "13", kind="number"), device=SECOND).json()["answers"] == [said]
    send(judge, record(1, "", "7", kind="number"))
    send(other, record(2, "1", "", kind="void"), sent=1, device=SECOND)
    send(other, record(2, "1", "", kind="void", contest="figure"), first=2)  # of another's device, as his own contest
    assert [one.value for one in race.shell.now("race").state.finish.values()] == ["7"]


def test_posting_asks_about_records_that_wait_and_the_key_that_has_seen_them_posts(
    race: Site, judge: Visitor, secretary: Visitor
) -> None:
    chief = race.newly_in(Role.SPORT_CHIEF, games="race", contest="ski-women")
    send(judge, record(1), record(2, "2", "21:00,0"), record(3, "?", "22:00,0", at="2026-02-20T12:40:00.000+03:00"))
    answer = chief.post(f"{SHEET}/checks", {"c-1": "1", "c-2": "1", "verdict": "confirmed"})
    assert answer.headers["location"] == f"{SHEET}?checked=2#check"
    assert "Сверено: 2." in chief.get(f"{SHEET}?checked=2").text
    asked = chief.post(f"{SHEET}/posting")
    seen = str(next(iter(race.shell.now("race").state.held.values())).number)
    said = ("ждут записи судей, их 1: номер «не указан» – 22:00,0 (", "12:40)", f'name="despite" value="{seen}"')
    assert (asked.status_code, [one for one in said if one not in asked.text]) == (409, [])
    assert chief.post(f"{SHEET}/posting", {"despite": seen}).status_code == 303
    asked = secretary.post(OFFICIAL)
    assert (asked.status_code, f'name="despite" value="{seen}"' in asked.text) == (409, True)
    secretary.post(OFFICIAL, {"despite": seen})
    assert race.shell.now("race").state.contests["ski-women"].state == "official"
