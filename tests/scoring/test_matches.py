"""Round robin, read aloud: «A-B 3:1 so» is a match decided in a shoot-out, «A-B wo» one that B did not come to."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from scoring import DocumentError, Result, parse, score

POINTS = {"win": 3, "draw": 1}
LADDER: dict[str, Any] = {"blocks": [{"by": ["points"]}]}


def protocol(matches: str, stage: Mapping[str, Any] | None = None, order: Any = None, **facts: Any) -> Result:
    rules = {"stages": [{"format": "round_robin", "points": POINTS, **(stage or {})}], "order": order or LADDER}
    played = [match(text) for text in matches.split(", ") if text]
    teams = sorted({side for one in played for side in one["sides"]})
    raw = {
        "format": 1,
        "contest": [{"id": "c", "rules": "r"}],
        "rules": {"r": rules},
        "team": [{"id": team} for team in teams],
        "match": played,
    }
    return score(parse(raw | facts))


def match(text: str) -> dict[str, Any]:
    sides, _, rest = text.partition(" ")
    made: dict[str, Any] = {"contest": "c", "sides": sides.split("-")}
    if rest == "wo":
        return made | {"forfeit": made["sides"][1]}
    if rest == "no":
        return made | {"forfeit": made["sides"]}
    numbers = [[int(one), int(other)] for one, other in re.findall(r"([0-9]+):([0-9]+)", rest)]
    shown = {"sets": numbers} if len(numbers) > 1 else {"score": numbers[0]} if numbers else {}
    how = {"ot": "overtime", "so": "shootout"}.get(rest.split()[-1] if rest else "")
    return made | shown | ({"decided": how} if how else {})


def places(result: Result) -> str:
    """«A B=C»: best first, equals joined; those without a place in brackets."""
    ranking = result.contests["c"].ranking
    out = [f"({one.key})" for one in ranking.unplaced]
    return " ".join(["=".join(sorted(group.keys)) for group in ranking.placed] + out)


def table(result: Result, key: str) -> Mapping[str, object]:
    reason = result.contests["c"].ranking.by_key[key].because()
    assert reason is not None
    return reason.args


@pytest.mark.parametrize(
    ("points", "matches", "expected"),
    [
        ({"win": 3, "draw": 1}, "A-B 1:0, B-C 2:2, C-A 0:1", "A B=C"),
        ({"win": 2, "loss": 1, "walkover": 0}, "A-B 9:8, B-C 9:8, A-C wo", "A B C"),
        ({"win": 3, "win_shootout": 2, "loss_shootout": 1}, "A-B 2:1 so, B-C 1:0, A-C 0:2", "B C A"),
        ({"win": 3, "win_overtime": 2, "loss_overtime": 1}, "A-B 2:1 ot, B-C 3:0, C-A 0:1", "A B C"),
        ({"win": 3, "win_tiebreak": 2, "loss_tiebreak": 1}, "A-B 1:0 1:0 0:1 0:1 1:0, B-C 1:0 1:0 1:0", "B A C"),
        ({"win": 3, "win_walkover": 1}, "A-B wo, B-C 1:0, A-C 1:2", "B=C A"),
    ],
)
def test_points_are_given_as_declared(points: dict[str, int], matches: str, expected: str) -> None:
    assert places(protocol(matches, {"points": points})) == expected


TRIANGLE = "A-B 1:0, B-C 2:0, C-A 3:0, A-D 1:0, B-D 9:0, C-D 1:0"


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (["points"], "A=B=C D"),
        (["points", "score_diff"], "B C A D"),
        (["points", "score_for"], "B C A D"),
        (["points", "score_ratio"], "B C A D"),
        (["points", "losses"], "A=B=C D"),
        (["score_against"], "B C A D"),
        (["seed"], "D C B A"),
    ],
)
def test_equals_are_told_apart_by_the_whole_table(by: list[str], expected: str) -> None:
    entrants = [
        {"id": team, "contest": "c", "team": team, "seed": seed} for team, seed in zip("ABCD", "4321", strict=True)
    ]
    assert places(protocol(TRIANGLE, None, {"blocks": [{"by": by}]}, entrant=entrants)) == expected


# Between A, B and C the differences are −2, +1 and +1 and C has scored most; B has beaten C.
@pytest.mark.parametrize(
    ("by", "repeat", "expected"),
    [
        (["h2h_points", "h2h_score_diff"], "never", "B=C A D"),
        (["h2h_points", "h2h_score_diff"], "while_splits", "B C A D"),
        (["h2h_points", "h2h_score_diff", "h2h_score_for"], "never", "C B A D"),
        (["h2h_points", "h2h_score_diff", "h2h_score_for"], "while_splits", "C B A D"),
        (["h2h_points", "h2h_score_diff", "h2h_score_for"], "from_top", "B C A D"),
    ],
)
def test_a_block_between_equals_is_repeated_as_declared(by: list[str], repeat: str, expected: str) -> None:
    order = {"blocks": [{"by": ["points"]}, {"by": by, "repeat": repeat}]}
    assert places(protocol(TRIANGLE, None, order)) == expected


def test_a_ratio_with_nothing_against_is_above_every_other() -> None:
    order = {"blocks": [{"by": ["score_ratio"]}]}
    assert places(protocol("A-B 1:0, C-D 90:1", None, order)) == "A C D B"


def test_sums_are_divided_by_the_matches_played_where_pools_are_unequal() -> None:
    assert places(protocol("A-B 1:0, A-C 1:0, A-D 0:1, E-B 1:0", {"per_game": True})) == "D=E A B=C"


def test_no_match_counts_for_more_than_the_cap() -> None:
    order = {"blocks": [{"by": ["score_diff"]}]}
    assert places(protocol("A-B 9:0, C-D 4:0", {"cap": 3}, order)) == "A=C B=D"


def test_a_walkover_is_written_with_the_declared_score() -> None:
    shown = protocol("A-B wo", {"walkover": {"sets": [[25, 0], [25, 0], [25, 0]]}})
    assert (table(shown, "A")["balls"], table(shown, "B")["sets"]) == ([75, 0], [0, 3])


def test_a_match_to_which_nobody_came_is_lost_by_both() -> None:
    assert [table(protocol("A-B no"), side)["lost"] for side in "AB"] == [1, 1]


@pytest.mark.parametrize(
    ("withdrawn", "expected"),
    [(None, "B A=C D"), ("annul", "B C D (A)"), ("walkover", "B C A D"), ("half", "B C D (A)")],
)
def test_what_becomes_of_the_matches_of_a_team_that_withdrew(withdrawn: str | None, expected: str) -> None:
    """A beat D and was still to meet B and C."""
    stage = {"withdrawn": withdrawn} if withdrawn else {}
    absent = [{"contest": "c", "team": "A", "kind": "withdrew"}]
    assert places(protocol("A-D 1:0, B-C 1:0, B-D 1:0, C-D 1:0", stage, absence=absent)) == expected


def test_half_of_the_matches_played_are_kept() -> None:
    absent = [{"contest": "c", "team": "A", "kind": "withdrew"}]
    played = "A-D 1:0, A-C 1:0, B-C 1:0, B-D 1:0, C-D 1:0"
    assert places(protocol(played, {"withdrawn": "half"}, absence=absent)) == "B A C D"


def test_an_annulled_match_is_as_if_it_had_not_been() -> None:
    void = [{"contest": "c", "kind": "annul", "unit": "2", "document": "решение № 3"}]
    played = [match("A-B 1:0"), match("B-A 5:0") | {"unit": "2"}]
    result = protocol("", None, None, team=[{"id": "A"}, {"id": "B"}], match=played, decision=void)
    assert (places(result), result.unused) == ("A B", ())


def test_an_excluded_team_is_out_and_its_matches_too() -> None:
    void = [{"contest": "c", "kind": "annul", "entrant": "A"}]
    assert places(protocol("A-B 1:0, A-C 1:0, B-C 1:0", decision=void)) == "B C (A)"


POOLS = "A-B 1:0, C-D 3:0"


@pytest.mark.parametrize(("across", "expected"), [(None, "A=C B=D"), (["score_diff"], "C A B D")])
def test_those_with_the_same_place_in_their_pools(across: list[str] | None, expected: str) -> None:
    stage = {"across": {"blocks": [{"by": across}]}} if across else {}
    played = [match("A-B 1:0") | {"pool": "1"}, match("C-D 3:0") | {"pool": "2"}]
    result = protocol("", stage, None, team=[{"id": one} for one in "ABCD"], match=played)
    assert (places(result), result.contests["c"].complete) == (expected, True)


def test_a_final_pool_carries_the_matches_of_its_teams_and_stands_above_the_others() -> None:
    stages = [
        {"format": "round_robin", "id": "groups", "points": POINTS},
        {"format": "round_robin", "id": "final", "points": POINTS, "carry": True},
    ]
    first = ["A-B 1:0", "A-C 1:0", "B-C 1:0", "D-E 1:0", "D-F 1:0", "E-F 1:0"]
    played = [
        match(text) | {"stage": "groups", "pool": "1" if number < 3 else "2"} for number, text in enumerate(first)
    ]
    last = ["A-D 0:1", "A-E 1:0", "B-D 0:1", "B-E 1:0"]
    played += [match(text) | {"stage": "final", "pool": "top"} for text in last]
    result = protocol("", None, team=[{"id": one} for one in "ABCDEF"], match=played, rules={"r": {"stages": stages}})
    assert places(result) == "D A B E C=F"


def test_a_contest_is_complete_when_everybody_has_met_everybody() -> None:
    full = "A-B 1:0, B-C 1:0, A-C 1:0"
    held = [protocol(text).contests["c"].complete for text in (full, full.removesuffix(", A-C 1:0"), "A-B ")]
    assert held == [True, False, False]


@pytest.mark.parametrize(
    ("found", "path", "kind"),
    [
        ({"sides": ["A", "A"], "score": [1, 0]}, "match[0].sides", "not_two"),
        ({"sides": ["A", "B"], "score": [1]}, "match[0].score", "not_two"),
        ({"sides": ["A", "B"], "score": [1, 0], "sets": [[25, 0]]}, "match[0]", "one_of"),
        ({"sides": ["A", "B"], "score": [1, 1]}, "match[0].score", "no_draws"),
        ({"sides": ["A", "B"], "score": [1, 1], "decided": "overtime"}, "match[0].decided", "decided_equal"),
        ({"sides": ["A", "X"], "score": [1, 0]}, "match[0].sides", "unknown_reference"),
        ({"sides": ["A", "B"], "forfeit": "C"}, "match[0].forfeit", "unknown_reference"),
    ],
)
def test_what_no_match_can_be_is_refused(found: dict[str, Any], path: str, kind: str) -> None:
    facts = {"team": [{"id": one} for one in "ABC"], "match": [{"contest": "c", **found}]}
    with pytest.raises(DocumentError) as error:
        protocol("", {"points": {"win": 2}}, **facts)
    assert [(one.path, one.kind) for one in error.value.problems] == [(path, kind)]


def test_a_mark_is_not_for_matches_and_a_match_not_for_marks() -> None:
    raw = {
        "format": 1,
        "contest": [{"id": "c", "rules": "r"}, {"id": "d", "rules": "list"}],
        "rules": {"r": {"stages": [{"format": "round_robin", "points": POINTS}]}, "list": {}},
        "team": [{"id": "A"}, {"id": "B"}],
        "mark": [{"contest": "c", "team": "A", "place": 1}],
        "match": [{"contest": "d", "sides": ["A", "B"], "score": [1, 0]}],
    }
    with pytest.raises(DocumentError) as error:
        parse(raw)
    assert [one.kind for one in error.value.problems] == ["matches_only", "marks_only"]


def test_criteria_between_equals_open_their_block() -> None:
    with pytest.raises(DocumentError, match="h2h_opens"):
        protocol("A-B 1:0", None, {"blocks": [{"by": ["points", "h2h_points"]}]})


def test_who_meets_oftener_than_declared_was_entered_twice() -> None:
    twice = "A-B 1:0, A-C 1:0, B-C 1:0, B-A 0:1"
    assert table(protocol(twice), "A")["points"] == 9
    with pytest.raises(DocumentError) as refused:
        protocol(twice, {"legs": 1})
    assert [(one.path, one.args["id"]) for one in refused.value.problems] == [("match[3]", "B – A")]
    void = [{"kind": "annul", "contest": "c", "unit": "1"}]
    played = [match("A-B 1:0") | {"unit": "1"}, match("A-B 0:1"), match("A-C 1:0"), match("B-C 1:0")]
    replayed = protocol("", {"legs": 1}, match=played, decision=void, team=[{"id": one} for one in "ABC"])
    assert places(replayed) == "B A C"


@pytest.mark.parametrize("matches", ["A-B 2:2", "A-B 25:20 20:25"])
def test_a_draw_that_is_worth_nothing_is_refused(matches: str) -> None:
    with pytest.raises(DocumentError) as refused:
        protocol(matches, {"points": {"win": 2}})
    assert [one.kind for one in refused.value.problems] == ["no_draws"]
