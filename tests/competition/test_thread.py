"""The domain on a real store: what the shell, the journal, the projection and the engine make together."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import scoring
from spartakiad.competition.apply import fold
from spartakiad.competition.decide.cup import proposal
from spartakiad.competition.desk import Actor
from spartakiad.competition.document import document
from spartakiad.competition.memory import stream_of
from spartakiad.competition.shell import Shell
from spartakiad.entries.actions import (
    ChangeEntries,
    EntryChange,
    NewAthletes,
    OneAthlete,
    add_athletes,
    change_entries,
    take_out,
)
from spartakiad.entries.commission import decide_rows
from spartakiad.entries.commission_table import untouched
from spartakiad.errors import Refusal
from spartakiad.people.actions import WithdrawConsent, withdraw_consent
from spartakiad.people.queries import names_of
from spartakiad.play.people import invented
from spartakiad.publication.actions import OneContest, accept, post
from spartakiad.results.actions import Checked, TypedMark, check_marks, enter_mark
from spartakiad.standings.names import public_names
from spartakiad.standings.queries import overall
from spartakiad.starts.actions import OneContest as Starts
from spartakiad.starts.actions import release
from spartakiad.store import journal

ONE, OTHER = Actor("one"), Actor("other")
RUNNERS = ("17", "18", "19", "21")  # Вологда


@pytest.fixture
def trail(demo_shell: Shell) -> Shell:
    """«Зимний трейл» with four of Вологда in the start list and nobody else."""
    changes = tuple(EntryChange(runner, "trail", "team") for runner in RUNNERS)
    demo_shell.write_now(change_entries, ChangeEntries("demo", "vologda", changes), ONE)
    demo_shell.write_now(release, Starts("demo", "trail"), ONE)
    return demo_shell


def run(shell: Shell, *times: str) -> None:
    for runner, raw in zip(RUNNERS, times, strict=False):
        shell.write_now(enter_mark, TypedMark("demo", "trail", runner, raw, 0), ONE)


def compare(shell: Shell, by: Actor) -> None:
    marks = shell.now("demo").state.marks_of("trail")
    items = tuple((key[3], mark.version) for key, mark in marks.items())
    shell.write_now(check_marks, Checked("demo", "trail", items, "confirmed"), by)


def refused(shell: Shell, verb: object, wish: object, by: Actor = ONE) -> str:
    with pytest.raises(Refusal) as refusal:
        shell.write_now(verb, wish, by)  # type: ignore[arg-type]
    return refusal.value.kind


def test_a_posted_result_becomes_official_as_revision_one_and_its_rows_are_kept(trail: Shell) -> None:
    run(trail, "40:00", "41:00", "42:00", "н/ст")
    compare(trail, OTHER)
    trail.write_now(post, OneContest("demo", "trail"), OTHER)
    assert trail.write_now(accept, OneContest("demo", "trail"), OTHER) == {"revision": 1}


def test_the_state_in_memory_is_the_fold_of_the_journal(trail: Shell) -> None:
    run(trail, "40:00", "41:00")
    with trail.store.reader() as session:
        folded = fold(journal.read(session, stream_of("demo")))
    assert folded == trail.now("demo").state


def test_the_command_scores_the_export_as_the_site_does(trail: Shell, tmp_path: Path) -> None:
    run(trail, "40:00", "41:00", "42:00", "43:00")
    now = trail.now("demo")
    file = tmp_path / "demo.json"
    file.write_text(json.dumps(document(now.state), ensure_ascii=False), encoding="utf-8")
    command = [sys.executable, "-m", "scoring", str(file)]
    printed = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert now.result is not None
    assert printed == json.loads(json.dumps(scoring.as_json(now.result)))


@pytest.fixture
def finished(trail: Shell) -> Shell:
    """Every contest of the standing is official."""
    run(trail, "40:00", "41:00", "42:00", "43:00")
    compare(trail, OTHER)
    trail.write_now(post, OneContest("demo", "trail"), OTHER)
    for contest in ("trail", "figure", "darts"):
        trail.write_now(accept, OneContest("demo", contest), OTHER)
    return trail


def test_when_everything_is_official_the_first_of_the_standing_is_proposed(finished: Shell) -> None:
    found = proposal(finished.now("demo").state)
    first = next(row.slug for row in overall(finished.now("demo")).rows if row.place == "1")
    assert (found.state, found.teams) == ("proposed", (first,))


def test_of_nine_results_the_two_weakest_are_left_out(finished: Shell) -> None:
    row = next(row for row in overall(finished.now("demo")).rows if row.slug == "vologda")
    assert Counter(cell.kind for cell in row.cells) == {"scored": 7, "dropped": 2}


def test_a_withdrawn_consent_hides_the_name_at_once(demo_shell: Shell) -> None:
    person = demo_shell.now("demo").state.athletes["17"].person
    demo_shell.write_now(withdraw_consent, WithdrawConsent(person), ONE)
    now = demo_shell.now("demo")
    with demo_shell.store.reader() as session:
        shown = public_names(now, names_of(session, "demo"))["17"].text
    assert shown == "Участник №\u00a017, Вологда"


def test_admitting_those_who_wait_leaves_the_refused_alone(demo_shell: Shell) -> None:
    demo_shell.write_now(decide_rows, untouched("demo", demo_shell.now("demo").state, "cherepovets"), ONE)
    assert demo_shell.now("demo").state.admission("64").state == "refused"


def test_a_number_of_an_athlete_who_left_is_never_given_again(trail: Shell) -> None:
    for seat in (0, 1):
        trail.write_now(add_athletes, NewAthletes("demo", "pskov", (invented(90, seat, "f"),)), ONE)
        if seat == 0:
            trail.write_now(take_out, OneAthlete("demo", "pskov", "65"), ONE)
    assert [number for number in trail.now("demo").state.athletes if int(number) > 64] == ["66"]


def test_an_athlete_in_a_start_list_does_not_leave(trail: Shell) -> None:
    assert refused(trail, take_out, OneAthlete("demo", "vologda", "17")) == "already_listed"


def test_a_captain_takes_out_nobody_of_another_team(demo_shell: Shell) -> None:
    assert refused(demo_shell, take_out, OneAthlete("demo", "vologda", "64")) == "not_found"
