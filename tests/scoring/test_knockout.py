"""Knock-out: a bracket of eight, read from the semi-finals on, with or without matches for the places."""

from typing import Any

import pytest

from scoring import DocumentError, Result, parse, score
from tests.scoring.test_matches import match, places, protocol

SEMI = [{"unit": "s1"}, {"unit": "s2"}]
FINAL = {"unit": "f", "winner": 1, "loser": 2}
BRONZE = {"unit": "b", "winner": 3, "loser": 4}
TWO_THIRDS = [{"unit": "s1", "loser": 3}, {"unit": "s2", "loser": 3}]


def bracket(nodes: list[dict[str, Any]], units: dict[str, str], **facts: Any) -> Result:
    stages = [{"format": "knockout", "bracket": nodes}]
    played = [match(text) | {"unit": unit[:2].strip()} for unit, text in units.items()]
    teams = [{"id": one} for one in sorted({side for one in played for side in one["sides"]})]
    return protocol("", None, team=teams, match=played, rules={"r": {"stages": stages}}, **facts)


PLAYED = {"s1": "A-B 2:1", "s2": "C-D 1:0", "f": "A-C 3:2 so", "b": "B-D wo"}


@pytest.mark.parametrize(
    ("nodes", "expected"), [([*SEMI, FINAL, BRONZE], "A C B D"), ([*TWO_THIRDS, FINAL], "A C B=D")]
)
def test_places_come_from_the_units_that_give_them(nodes: list[dict[str, Any]], expected: str) -> None:
    units = {node["unit"] for node in nodes}
    assert places(bracket(nodes, {unit: text for unit, text in PLAYED.items() if unit in units})) == expected


def test_four_share_the_fifth_place_and_the_next_would_be_the_ninth() -> None:
    quarter = [{"unit": f"q{number}", "loser": 5} for number in range(1, 5)]
    lost = {"q1": "A-E 1:0", "q2": "B-F 1:0", "q3": "C-G 1:0", "q4": "D-H 1:0"}
    result = bracket([*quarter, *SEMI, FINAL, BRONZE], {**lost, **PLAYED})
    assert places(result) == "A C B D E=F=G=H"


def test_a_final_that_nobody_won_waits_for_a_decision() -> None:
    drawn = bracket([*SEMI, FINAL, BRONZE], {**PLAYED, "f": "A-C 1:1"})
    assert (places(drawn), drawn.contests["c"].ranking.undecided) == ("B D", (("A", "C"),))


def test_the_decision_gives_both_their_places() -> None:
    lot = [{"contest": "c", "kind": "lot", "order": ["C", "A"]}]
    result = bracket([*SEMI, FINAL, BRONZE], {**PLAYED, "f": "A-C 1:1"}, decision=lot)
    assert (places(result), result.unused) == ("C A B D", ())


def test_a_series_goes_to_two_wins() -> None:
    nodes = [{**FINAL, "wins": 2}]
    won = {"f ": "A-C 1:0", "f 2": "C-A 1:0", "f 3": "A-C 1:0"}
    after_two = dict(list(won.items())[:2])
    assert [places(bracket(nodes, units)) for units in (after_two, won)] == ["", "A C"]


def test_the_contest_is_complete_with_its_last_unit() -> None:
    short = {unit: text for unit, text in PLAYED.items() if unit != "b"}
    assert [bracket([*SEMI, FINAL, BRONZE], units).contests["c"].complete for units in (PLAYED, short)] == [True, False]


def test_groups_then_play_off() -> None:
    stages = [
        {"format": "round_robin", "id": "groups", "points": {"win": 2}},
        {"format": "knockout", "id": "play-off", "bracket": [FINAL]},
    ]
    played = [match(text) | {"stage": "groups"} for text in ("A-B 1:0", "B-C 1:0", "A-C 1:0")]
    played.append(match("B-A 2:0") | {"stage": "play-off", "unit": "f"})
    result = protocol("", None, team=[{"id": one} for one in "ABC"], match=played, rules={"r": {"stages": stages}})
    assert places(result) == "B A C"


def test_whose_matches_are_void_is_listed_once_and_without_a_place() -> None:
    document = {
        "format": 1,
        "contest": [{"id": "c", "rules": "r"}],
        "rules": {"r": {"stages": [{"format": "knockout", "bracket": [{"unit": "f", "winner": 1, "loser": 2}]}]}},
        "team": [{"id": "A"}, {"id": "B"}],
        "match": [{"contest": "c", "unit": "f", "sides": ["A", "B"], "score": [2, 1]}],
        "decision": [{"kind": "annul", "contest": "c", "entrant": "B"}],
    }
    result = score(parse(document))
    rows = result.contests["c"].ranking.rows
    assert ([(row.key, row.place) for row in rows], result.unused) == ([("B", None)], ())


def test_an_annulment_says_whom_or_which_match() -> None:
    document = {
        "format": 1,
        "contest": [{"id": "c", "rules": "r"}],
        "rules": {"r": {}},
        "decision": [{"kind": "annul", "contest": "c"}],
    }
    with pytest.raises(DocumentError):
        parse(document)


LOT = {"kind": "lot", "contest": "c", "order": ["C", "A"]}


def test_a_final_decided_by_lot_is_a_whole_result() -> None:
    drawn = bracket([*SEMI, FINAL, BRONZE], PLAYED | {"f": "A-C 2:2"}, decision=[LOT])
    assert places(drawn) == "C A B D"
    assert drawn.contests["c"].complete


def test_of_two_decisions_the_last_holds_and_the_other_is_told() -> None:
    before = {**LOT, "order": ["A", "C"]}
    drawn = bracket([*SEMI, FINAL, BRONZE], PLAYED | {"f": "A-C 2:2"}, decision=[before, LOT])
    assert places(drawn) == "C A B D"
    assert [one.named for one in drawn.unused] == [("A", "C")]


def test_who_is_given_two_places_has_that_of_the_last_unit() -> None:
    nodes = [{"unit": "s1", "loser": 3}, {"unit": "s2", "loser": 3}, FINAL, {"unit": "b", "loser": 4}]
    assert places(bracket(nodes, PLAYED)) == "A C B D"


GROUPS = [
    {"id": "g", "format": "round_robin", "points": {"win": 2}},
    {"id": "p", "format": "knockout", "bracket": [{"unit": "s1", "loser": 3}, FINAL]},
]


def after_groups(*units: str, **facts: Any) -> Result:
    """Two groups of two, then what was played of a bracket."""
    played = [match(text) | {"stage": "g"} for text in ("A-B 1:0", "C-D 1:0")]
    played += [match(text[3:]) | {"stage": "p", "unit": text[:2].strip()} for text in units]
    teams = [{"id": one} for one in "ABCD"]
    rules = {"r": {"stages": [{**GROUPS[0]}, GROUPS[1]]}}
    return protocol("", None, team=teams, match=played, rules=rules, **facts)


def test_while_a_bracket_goes_on_its_places_stay_and_who_is_in_it_has_none_yet() -> None:
    rows = after_groups("s1 A-D 1:0").contests["c"].ranking.rows
    assert {row.key: row.place for row in rows} == {"D": 3, "C": 4, "B": 5}


def test_whoever_won_a_unit_and_is_in_no_other_keeps_the_contest_open() -> None:
    nodes = [{"unit": "s1", "loser": 3}, {"unit": "s2", "loser": 3}, FINAL]
    whole = bracket(nodes, {"s1": "A-B 1:0", "s2": "C-D 1:0", "f": "A-C 2:0"})
    torn = bracket(nodes, {"s1": "A-B 1:0", "s2": "C-D 1:0", "f": "A-D 2:0"})
    assert (whole.contests["c"].complete, torn.contests["c"].complete) == (True, False)


def test_a_decision_tells_the_two_apart_and_names_its_unit() -> None:
    drawn = {"s1": "A-C 1:1", "f": "A-C 2:2"}
    nodes = [{"unit": "s1", "loser": 3}, FINAL]
    named = bracket(nodes, drawn, decision=[{**LOT, "unit": "f"}])
    assert (places(named), named.contests["c"].complete) == ("C A", False)
    equal = bracket(nodes, drawn, decision=[{**LOT, "order": [["C", "A"]]}])
    assert (places(equal), len(equal.unused)) == ("", 1)


def test_a_guest_in_the_final_is_listed_without_a_place() -> None:
    guest = [{"id": "A", "scores": False, "displaces": False}, *({"id": one} for one in "BCD")]
    played = [match("A-C 3:2") | {"unit": "f"}]
    rules = {"r": {"stages": [{"format": "knockout", "bracket": [FINAL]}]}}
    result = protocol("", None, team=guest, match=played, rules=rules)
    assert places(result) == "C (A)"
    assert [row.because().kind for row in result.contests["c"].ranking.rows] == ["bracket", "guest"]


@pytest.mark.parametrize(
    ("nodes", "unit", "kind"),
    [
        ([FINAL], "finl", "unknown_reference"),
        ([FINAL], None, "missing_key"),
        ([FINAL, FINAL], "f", "duplicate_id"),
        ([{"unit": "f", "winner": 1, "loser": 1}], "f", "duplicate_id"),
    ],
)
def test_a_match_belongs_to_a_unit_of_the_bracket(nodes: list[dict[str, Any]], unit: str | None, kind: str) -> None:
    played = [match("A-C 3:2") | ({"unit": unit} if unit else {})]
    teams = [{"id": one} for one in "AC"]
    rules = {"r": {"stages": [{"format": "knockout", "bracket": nodes}]}}
    with pytest.raises(DocumentError) as refused:
        protocol("", None, team=teams, match=played, rules=rules)
    assert [one.kind for one in refused.value.problems] == [kind]


def test_an_annulment_of_nothing_is_told() -> None:
    void = [{"kind": "annul", "contest": "c", "unit": "zzz"}, {"kind": "annul", "contest": "c", "unit": "f"}]
    result = bracket([*SEMI, FINAL, BRONZE], PLAYED, decision=void)
    assert [one.unit for one in result.unused] == ["zzz"]
