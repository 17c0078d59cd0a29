"""Laws of decide and apply over any sequence of commands, sensible or not."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import scoring
from spartakiad.competition.apply import fold
from spartakiad.competition.decide import DECISIONS, persons
from spartakiad.competition.decide.contests import ReleaseStarts
from spartakiad.competition.decide.delegations import JudgeDelegation
from spartakiad.competition.decide.records import NoteFinish, TakeRecord
from spartakiad.competition.decide.setup import AdoptRegulation
from spartakiad.competition.decide.timetable import Shift
from spartakiad.competition.document import document
from spartakiad.errors import Refusal
from tests.competition.commanding import COMMANDS
from tests.competition.playing import CHECKS, TYPES, Played, drafted, released

SEQUENCES = st.lists(st.tuples(st.one_of(*COMMANDS.values()), st.sampled_from([TYPES, CHECKS])), max_size=25)
BOUNDED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
STEPS = {
    ("planned", "start_list"),
    ("start_list", "start_list"),
    ("start_list", "under_way"),
    ("planned", "posted"),  # by the places of a paper
    ("start_list", "posted"),
    ("under_way", "posted"),
    ("posted", "under_way"),
    ("posted", "posted"),  # corrected
    ("posted", "official"),
    ("official", "official"),  # corrected
    ("planned", "cancelled"),
    ("start_list", "cancelled"),
    ("under_way", "cancelled"),
    ("posted", "cancelled"),
}


def played(sequence: list[tuple[object, str]], games: Played) -> Played:
    for command, by in sequence:
        try:
            games.do(command, by)
        except Refusal:
            continue
    return games


def test_every_command_takes_part() -> None:
    assert set(COMMANDS) == set(DECISIONS)


@BOUNDED
@given(SEQUENCES)
def test_the_journal_folds_to_the_state(sequence: list[tuple[object, str]]) -> None:
    games = played(sequence, released())
    assert fold(games.journal) == games.state


@BOUNDED
@given(SEQUENCES)
def test_lines_are_numbered_without_a_gap_and_each_subject_counts_its_versions(
    sequence: list[tuple[object, str]],
) -> None:
    games = played(sequence, drafted())
    versions: dict[str, int] = {}
    for line in games.journal:
        versions[line.subject] = versions.get(line.subject, 0) + 1
        assert line.version == versions[line.subject]
    assert [line.number for line in games.journal] == list(range(1, len(games.journal) + 1))


@BOUNDED
@given(SEQUENCES)
def test_the_document_of_any_state_can_be_scored(sequence: list[tuple[object, str]]) -> None:
    state = played(sequence, released()).state
    results = [scoring.score(scoring.parse(document(state, upto))) for upto in ("entered", "posted", "official")]
    assert [set(result.standings["overall"].by_team) for result in results] == [set(state.teams)] * 3


@BOUNDED
@given(SEQUENCES)
def test_no_mark_is_confirmed_by_whoever_typed_it(sequence: list[tuple[object, str]]) -> None:
    marks = played(sequence, released()).state.marks.values()
    assert [mark for mark in marks if mark.check and mark.checked_by == mark.entered_by] == []


@BOUNDED
@given(SEQUENCES)
def test_a_contest_goes_only_the_steps_of_the_table(sequence: list[tuple[object, str]]) -> None:
    games = released()
    seen = set()
    for command, by in sequence:
        before = games.state.contests
        played([(command, by)], games)
        after = games.state.contests
        seen |= {(before[one].state, after[one].state) for one in before if before[one] != after[one]}
    assert seen <= STEPS


AGAIN = AdoptRegulation | ReleaseStarts | JudgeDelegation | Shift | TakeRecord | NoteFinish
AGAIN |= persons.CorrectAthlete | persons.RenameAthlete


@BOUNDED
@given(SEQUENCES)
def test_what_was_just_done_again_changes_nothing(sequence: list[tuple[object, str]]) -> None:
    """The same wish sent twice is done once, or refused because it is already done.

    A shift is said relative to what is there: only the key of its form tells a second one from the first sent again.
    A correction or a new name is told from a row, which no journal has; a record of a device is taken once by its key.
    """
    games = released()
    for command, by in sequence:
        played([(command, by)], games)
        number = games.state.number
        if not isinstance(command, AGAIN):
            played([(command, by)], games)
            assert games.state.number == number
