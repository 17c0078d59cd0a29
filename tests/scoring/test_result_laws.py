"""Laws of a whole Games: what may not matter does not, and what was scored before is scored the same again."""

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import as_json, parse, score

TEAMS = "ABCD"
TIMES = st.one_of(st.integers(60, 66), st.sampled_from(["DNS", "DNF", "DSQ"]))
RACE = st.lists(st.tuples(st.sampled_from(TEAMS), TIMES), max_size=10)
GAMES = st.tuples(RACE, RACE, RACE)
FACTS = ("team", "entrant", "mark")
BEST, ALL, MEAN = {"kind": "best", "k": 2}, {"kind": "all"}, {"kind": "mean"}
CHANGES = st.lists(st.tuples(st.integers(0, 29), TIMES), min_size=1, max_size=5)


def games(races: tuple[list[tuple[str, Any]], ...], count: dict[str, Any] = BEST) -> dict[str, Any]:
    """Three races in which the best two times make a team, and a standing in which the best two of them count."""
    members = {"kind": "best", "k": 2, "value": "time"}
    team = {"members": members, "incomplete": "after_complete", "order": {"blocks": [{"by": ["sum", "last_member"]}]}}
    order = {"blocks": [{"by": ["total"]}, {"by": ["places"], "depth": 2}], "end": "decide"}
    runs = [(f"r{race}", f"r{race}-{bib}", *run) for race, runs in enumerate(races) for bib, run in enumerate(runs)]
    return {
        "format": 1,
        "contest": [{"id": f"r{race}", "rules": "run"} for race in range(len(races))],
        "rules": {"run": {"stages": [{"format": "list", "mark": "time"}], "team": team}},
        "standing": [
            {
                "id": "overall",
                "value": {"kind": "n_down", "shared": "mean"},
                "absent": {"any": 0, "incomplete": "last+1"},
                "count": count,
                "order": order,
            }
        ],
        "team": [{"id": one} for one in TEAMS],
        "entrant": [{"id": who, "contest": race, "team": team} for race, who, team, _ in runs],
        "mark": [
            {"contest": race, "entrant": who, "time" if isinstance(shown, int) else "status": shown}
            for race, who, _, shown in runs
        ],
    }


def scored(document: dict[str, Any]) -> dict[str, Any]:
    return as_json(score(parse(document)))


@settings(max_examples=30, deadline=None)
@given(GAMES, st.integers())
def test_the_order_of_facts_changes_nothing(races: Any, seed: int) -> None:
    document = games(races)
    shuffled = dict(document)
    for name in FACTS:
        shuffled[name] = random.Random(seed).sample(document[name], len(document[name]))
    assert scored(shuffled) == scored(document)


@settings(max_examples=30, deadline=None)
@given(GAMES, st.integers(50, 70))
def test_a_guest_changes_nothing_for_anybody_else(races: Any, time: int) -> None:
    document = games(races)
    guest = {"id": "guest", "contest": "r0", "team": "A", "scores": False, "displaces": False}
    mark = {"contest": "r0", "entrant": "guest", "time": time}
    others = scored(document | {"entrant": [*document["entrant"], guest], "mark": [*document["mark"], mark]})
    contest = others["contests"]["r0"]
    contest["ranking"] = [row for row in contest["ranking"] if row["entrant"] != "guest"]
    assert others == scored(document)


@settings(max_examples=30, deadline=None)
@given(GAMES, GAMES)
def test_scoring_with_what_was_before_equals_scoring_fresh(earlier: Any, later: Any) -> None:
    races = (earlier[0], later[1], later[2])
    before = score(parse(games(earlier)))
    assert as_json(score(parse(games(races)), before)) == scored(games(races))


@settings(max_examples=60, deadline=None)
@given(GAMES, CHANGES, st.sampled_from([BEST, ALL, MEAN]))
def test_marks_changed_one_after_another_equal_scoring_fresh(races: Any, changes: Any, count: Any) -> None:
    document = games(races, count)
    parsed = parse(document)
    result = score(parsed)
    for number, shown in changes if document["mark"] else []:
        index = number % len(document["mark"])
        changed = {name: document["mark"][index][name] for name in ("contest", "entrant")}
        changed["time" if isinstance(shown, int) else "status"] = shown
        document["mark"][index] = changed
        parsed = parsed.with_mark(changed)
        result = score(parsed, result)
        assert as_json(result) == scored(document)


@settings(max_examples=30, deadline=None)
@given(GAMES)
def test_a_total_is_the_sum_of_the_cells_that_count(races: Any) -> None:
    rows = score(parse(games(races))).standings["overall"].rows
    sums = [sum(cell.points for cell in row.cells if cell.counted and cell.points is not None) for row in rows]
    assert [row.total for row in rows] == sums


@settings(max_examples=30, deadline=None)
@given(RACE)
def test_a_better_time_never_worsens_the_place_of_the_team(runs: Any) -> None:
    ours = [index for index, (team, shown) in enumerate(runs) if team == "A" and isinstance(shown, int)]
    faster = [("A", shown - 1) if index in ours else (team, shown) for index, (team, shown) in enumerate(runs)]
    before, after = (score(parse(games((one, [], [])))).contests["r0"].teams.place("A") for one in (runs, faster))
    assert (before is None) == (after is None) and (before is None or after <= before)
