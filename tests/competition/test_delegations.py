"""The application of a team: who joins, who is entered, when it is too late; what the commission says."""

import pytest

from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import ReleaseStarts
from spartakiad.competition.decide.delegations import (
    Enter,
    JoinAthlete,
    JudgeDelegation,
    SubmitDelegation,
    WithdrawEntry,
)
from spartakiad.competition.decide.persons import ShowAthlete
from spartakiad.competition.decide.setup import StateGames
from tests.competition.conftest import Refused
from tests.competition.playing import Played, drafted, entered, released


def joined() -> Played:
    games = drafted()
    games.do(JoinAthlete("1", "vologda", 1, True))
    return games


def test_a_person_joins_a_team_once(refused: Refused) -> None:
    assert refused(joined(), JoinAthlete("2", "vologda", 1, True)).kind == "already_in_delegation"


def test_a_person_joins_one_team(refused: Refused) -> None:
    refusal = refused(joined(), JoinAthlete("2", "pskov", 1, True))
    assert (refusal.kind, refusal.args_for_words["team"]) == ("person_in_other_team", "Vologda")


def test_a_team_that_is_not_there_is_not_found(refused: Refused) -> None:
    assert refused(drafted(), JoinAthlete("1", "atlantis", 1, True)).kind == "not_found"


def test_nobody_joins_a_games_that_is_over(refused: Refused) -> None:
    games = drafted()
    games.do(StateGames("closed"))
    assert refused(games, JoinAthlete("1", "vologda", 1, True)).kind == "entries_closed"


def test_a_man_is_not_entered_into_a_contest_of_women(refused: Refused) -> None:
    refusal = refused(joined(), Enter("ski", "1", "vologda", "team", "m"))
    assert (refusal.kind, refusal.args_for_words["clause"]) == ("wrong_sex", "4.2")


def test_a_quota_that_is_full_is_named_with_its_clause(refused: Refused) -> None:
    games = entered()
    games.do(JoinAthlete("5", "vologda", 5, True))
    refusal = refused(games, Enter("ski", "5", "vologda", "team", "f"))
    assert (refusal.kind, refusal.args_for_words["quota"], refusal.args_for_words["clause"]) == ("quota_full", 2, "4.2")


@pytest.mark.parametrize("role", ["personal", "guest"])
def test_whoever_does_not_score_takes_no_place_of_the_quota(role: str) -> None:
    games = entered()
    games.do(JoinAthlete("5", "vologda", 5, True))
    games.do(Enter("ski", "5", "vologda", role, "f"))
    assert games.state.entries["ski", "5"].role == role


def test_an_entry_withdrawn_makes_room_in_the_quota() -> None:
    games = entered()
    games.do(JoinAthlete("5", "vologda", 5, True))
    games.do(WithdrawEntry("ski", "1", "vologda"))
    games.do(Enter("ski", "5", "vologda", "team", "f"))
    assert sorted(entry.entrant for entry in games.state.entries_of("ski") if entry.team == "vologda") == ["2", "5"]


def test_the_same_entry_again_changes_nothing() -> None:
    assert entered().do(Enter("ski", "1", "vologda", "team", "f")) == []


def test_an_entry_that_is_not_there_is_withdrawn_without_a_fact() -> None:
    assert joined().do(WithdrawEntry("ski", "1", "vologda")) == []


def test_a_team_does_not_enter_an_athlete_of_another(refused: Refused) -> None:
    assert refused(entered(), Enter("ski", "1", "pskov", "guest", "f")).kind == "not_found"


def test_a_team_does_not_withdraw_an_entry_of_another(refused: Refused) -> None:
    assert refused(entered(), WithdrawEntry("ski", "1", "pskov")).kind == "not_found"


def test_where_teams_compete_an_athlete_is_not_entered(refused: Refused) -> None:
    assert refused(joined(), Enter("figure", "1", "vologda", "team", "f")).kind == "unknown_team"


def test_an_unknown_role_is_refused(refused: Refused) -> None:
    assert refused(joined(), Enter("ski", "1", "vologda", "captain", "f")).kind == "bad_choice"


@pytest.mark.parametrize("command", [Enter("ski", "1", "vologda", "guest", "f"), WithdrawEntry("ski", "1", "vologda")])
def test_entries_into_a_contest_close_with_its_start_list(refused: Refused, command: object) -> None:
    assert refused(released(), command).kind == "entries_closed"


def test_other_contests_take_entries_while_the_games_are_under_way() -> None:
    games = entered()
    games.do(StateGames("under_way"))
    games.do(ReleaseStarts("figure"))
    games.do(WithdrawEntry("ski", "1", "vologda"))
    assert ("ski", "1") not in games.state.entries


def test_an_empty_application_is_not_submitted(refused: Refused) -> None:
    assert refused(drafted(), SubmitDelegation("vologda")).kind == "delegation_empty"


def test_an_application_is_submitted_once() -> None:
    games = joined()
    games.do(SubmitDelegation("vologda"))
    assert games.do(SubmitDelegation("vologda")) == []


def test_an_application_with_remarks_is_submitted_again() -> None:
    games = joined()
    games.do(SubmitDelegation("vologda"))
    games.do(JudgeDelegation("vologda", "remarks", "нет печати"))
    games.do(SubmitDelegation("vologda"))
    assert (games.state.teams["vologda"].delegation, games.state.teams["vologda"].remark) == ("submitted", "")


def test_a_remark_says_something(refused: Refused) -> None:
    games = joined()
    games.do(SubmitDelegation("vologda"))
    assert refused(games, JudgeDelegation("vologda", "remarks", " ")).kind == "reason_needed"


def test_a_draft_is_not_judged(refused: Refused) -> None:
    assert refused(joined(), JudgeDelegation("vologda", "accepted", "")).kind == "wrong_state"


def test_showing_a_name_is_a_fact_once() -> None:
    games = joined()
    assert [len(games.do(ShowAthlete("1", False))) for _ in range(2)] == [1, 0]


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (Admit("1", "refused", reason="нет справки"), "clause_needed"),
        (Admit("1", "refused", clause="4.5"), "reason_needed"),
        (Admit("1", "until", until="утром"), "bad_time"),
        (Admit("1", "until", until="2026-13-45T99:99"), "bad_time"),
        (Admit("1", "admitted", barred=("ski",)), "clause_needed"),
        (Admit("1", "maybe"), "bad_choice"),
        (Admit("9", "admitted"), "not_found"),
    ],
)
def test_an_admission_says_on_what_it_rests(refused: Refused, command: Admit, kind: str) -> None:
    assert refused(joined(), command).kind == kind


def test_an_admission_forgets_the_reason_of_an_earlier_refusal() -> None:
    games = joined()
    games.do(Admit("1", "refused", clause="4.5", reason="нет справки"))
    games.do(Admit("1", "admitted", clause="4.5", reason="нет справки"))
    assert (games.state.admission("1").clause, games.state.admission("1").reason) == ("", "")


def test_the_same_verdict_again_changes_nothing() -> None:
    assert entered().do(Admit("1", "admitted")) == []


def test_whoever_does_not_score_leaves_the_quota_to_those_who_do() -> None:
    games = entered()
    games.do(JoinAthlete("5", "vologda", 5, True))
    games.do(Enter("ski", "1", "vologda", "guest", "f"))
    games.do(Enter("ski", "5", "vologda", "team", "f"))
    assert {one.entrant: one.role for one in games.state.entries_of("ski") if one.team == "vologda"} == {
        "1": "guest",
        "2": "team",
        "5": "team",
    }
