"""Which places depend on what is still open: equal to trying every outcome, on a thousand random Games."""

import random
from itertools import permutations
from typing import Any

import pytest

from scoring import parse, score
from scoring import stakes as module
from scoring.matching import by_own_place
from scoring.outcomes import Outcomes, ranks
from scoring.stakes import stakes, ways

GAMES = 1_000
CHUNKS = 4


def games(dice: random.Random, least: int, most: int) -> dict[str, Any]:
    """Some teams, some finished contests, one that is open, a standing with one of many rules."""
    teams = "ABCDEFGH"[: dice.randint(least, most)]
    done = [f"c{number}" for number in range(dice.randint(1, 4))]
    places = {one: dice.sample(range(1, len(teams) + 1), len(teams)) for one in done}
    marks = [
        {"contest": one, "team": team, "place": place}
        for one in done
        for team, place in zip(teams, places[one], strict=True)
        if dice.random() < 0.9
    ]
    value = dice.choice(
        ({"kind": "n_down", "n": "teams"}, {"kind": "place"}, {"kind": "table", "table": [9, 5, 3, 2], "beyond": 0})
    )
    count = dice.choice(({"kind": "all"}, {"kind": "best", "k": len(done)}))
    blocks = dice.choice(([["total"]], [["total"], ["places"]], [["total"], ["place_in"]]))
    order = [{"by": by, **({"contest": "open"} if by == ["place_in"] else {})} for by in blocks]
    return {
        "format": 1,
        "contest": [{"id": one, "rules": "jury"} for one in (*done, "open")],
        "rules": {"jury": {"order": {"blocks": [{"by": ["place"]}], "places": "given"}}},
        "standing": [
            {
                "id": "overall",
                "wins": "least" if value["kind"] == "place" else "most",
                "value": value,
                "absent": {"any": len(teams) + 1 if value["kind"] == "place" else 0},
                "count": count,
                "order": {"blocks": order, "end": "share"},
            }
        ],
        "team": [{"id": one} for one in teams],
        "mark": marks,
    }


def takers(dice: random.Random, raw: dict[str, Any]) -> tuple[str, ...]:
    """Whoever starts in the open contest: not always everybody."""
    names = [one["id"] for one in raw["team"]]
    return tuple(names if dice.random() < 0.7 else names[: max(2, len(names) - 1)])


def tried(raw: dict[str, Any], teams: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """Every order of the open contest, each scored as a document of its own."""
    seen: dict[str, list[int]] = {}
    for order in permutations(teams):
        given = [{"contest": "open", "team": team, "place": place} for place, team in enumerate(order, 1)]
        result = score(parse({**raw, "mark": [*raw["mark"], *given]}))
        for team, rank in ranks(result, "overall").items():
            seen.setdefault(team, []).append(rank)
    return {team: (min(found), max(found)) for team, found in seen.items()}


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_one_open_contest_is_answered_as_by_trying_every_order(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMIT", 1)
    for seed in range(chunk, GAMES, CHUNKS):
        dice = random.Random(seed)
        raw = games(dice, 2, 4 if seed % 5 == 0 else 3)
        teams = takers(dice, raw)
        found = stakes([raw], "overall", {"open": teams})
        assert {team: (span.best, span.worst) for team, span in found.spans.items()} == tried(raw, teams), seed


def test_what_an_own_place_is_worth_is_found_as_by_trying_every_order() -> None:
    for seed in range(150):
        dice = random.Random(seed)
        raw = games(dice, 2, 4)
        teams = takers(dice, raw)
        team = dice.choice(teams)
        seen: dict[int, list[int]] = {}
        outcomes = Outcomes(raw, "overall", {"open": teams})
        for order in permutations(teams):
            seen.setdefault(order.index(team), []).append(outcomes.ranks({"open": order})[team])
        wanted = tuple((min(seen[at]), max(seen[at])) for at in range(len(teams)))
        assert by_own_place(raw, "overall", {"open": teams}, team) == wanted, seed


def test_a_witness_brings_the_place_about() -> None:
    dice = random.Random(7)
    raw = games(dice, 8, 8)
    teams = takers(dice, raw)
    found = stakes([raw], "overall", {"open": teams})
    shown = {
        team: (
            Outcomes(raw, "overall", {"open": teams}).ranks(span.best_when.orders)[team],
            Outcomes(raw, "overall", {"open": teams}).ranks(span.worst_when.orders)[team],
        )
        for team, span in found.spans.items()
        if span.best_when and span.worst_when
    }
    assert shown == {team: (span.best, span.worst) for team, span in found.spans.items()}


def test_of_several_open_contests_bounds_hold_and_are_called_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(30):
        dice = random.Random(seed)
        raw = games(dice, 3, 3)
        teams = tuple(one["id"] for one in raw["team"])
        raw = {**raw, "contest": [*raw["contest"], {"id": "second", "rules": "jury"}]}
        still = {"open": teams, "second": teams}
        exact = stakes([raw], "overall", still).spans
        with monkeypatch.context() as patch:
            patch.setattr(module, "LIMIT", 1)
            bounds = stakes([raw], "overall", still)
        assert not bounds.exact
        wrong = [
            team
            for team, span in bounds.spans.items()
            if span.best > exact[team].best or span.worst < exact[team].worst
        ]
        assert wrong == [], seed


def two_ways(first: list[str], second: list[str]) -> list[dict[str, Any]]:
    return [_held(first), _held(second)]


def _held(order: list[str]) -> dict[str, Any]:
    return {
        "format": 1,
        "contest": [{"id": "ski", "rules": "jury"}],
        "rules": {"jury": {"order": {"blocks": [{"by": ["place"]}], "places": "given"}}},
        "standing": [{"id": "overall", "value": {"kind": "n_down", "n": "teams"}}],
        "team": [{"id": one} for one in sorted(order)],
        "mark": [{"contest": "ski", "team": team, "place": place} for place, team in enumerate(order, 1)],
    }


def test_a_protest_touches_only_the_places_it_is_about() -> None:
    found = stakes(two_ways(["A", "B", "C"], ["A", "C", "B"]), "overall")
    assert (dict(found.settled), found.clinched, found.contenders) == ({"A": 1}, "A", ("A",))


def test_a_protest_about_the_first_place_leaves_the_cup_open() -> None:
    found = stakes(two_ways(["A", "B", "C"], ["B", "A", "C"]), "overall")
    assert (dict(found.settled), found.clinched, set(found.contenders)) == ({"C": 3}, None, {"A", "B"})


def test_the_witness_of_a_protest_says_which_way_it_ended() -> None:
    found = stakes(two_ways(["A", "B", "C"], ["B", "A", "C"]), "overall")
    when = found.spans["B"].best_when
    assert when is not None and when.case == 1


def test_an_undecided_tie_is_tried_in_every_order() -> None:
    raw = _held(["A", "B", "C"])
    raw["rules"] = {"jury": {"stages": [{"format": "list", "mark": "time"}], "order": {"end": "decide"}}}
    raw["rules"]["jury"]["order"]["blocks"] = [{"by": ["time"]}]
    raw["mark"] = [{"contest": "ski", "team": team, "time": time} for team, time in (("A", 60), ("B", 61), ("C", 61))]
    found = stakes([raw], "overall")
    spans = {team: (span.best, span.worst) for team, span in found.spans.items()}
    assert (spans, len(ways([raw]))) == ({"A": (1, 1), "B": (2, 3), "C": (2, 3)}, 2)


def test_a_tie_too_wide_to_be_tried_gives_bounds_that_are_called_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of eight the first is alone and seven are equal behind it: 5,040 orders. What is said holds, and names nobody."""
    teams = list("ABCDEFGH")
    raw = _held(teams)
    raw["rules"] = {"jury": {"stages": [{"format": "list", "mark": "time"}], "order": {"end": "decide"}}}
    raw["rules"]["jury"]["order"]["blocks"] = [{"by": ["time"]}]
    raw["mark"] = [{"contest": "ski", "team": team, "time": 60 if team == "A" else 61} for team in teams]
    scored = []
    monkeypatch.setattr(module, "score", lambda document: scored.append(1) or score(document))
    found = stakes([raw], "overall")
    assert (found.exact, found.clinched, len(scored) < 10) == (False, None, True)
    assert all(span.best <= (1 if team == "A" else 2) and span.worst == 8 for team, span in found.spans.items())


def test_nothing_open_settles_everything() -> None:
    assert dict(stakes([_held(["A", "B", "C"])], "overall").settled) == {"A": 1, "B": 2, "C": 3}


def test_a_search_that_would_take_too_long_is_not_begun() -> None:
    raw = games(random.Random(1), 8, 8)
    names = tuple(f"t{number}" for number in range(60))
    raw = {**raw, "team": [{"id": one} for one in names], "mark": []}
    second = {**raw, "contest": [*raw["contest"], {"id": "second", "rules": "jury"}]}
    assert stakes([raw], "overall", {"open": names}) is None
    assert stakes([second], "overall", {"open": names, "second": names}) is None
