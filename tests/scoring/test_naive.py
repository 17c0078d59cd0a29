"""A second computation, deliberately naive, comes to the same standings on thousands of random Games.

It is written from the regulation's words, not from the engine: a place is one more than how many are better, a total is
what is left when everything that does not count has been crossed out, and nothing is shared with `scoring`.
"""

import random
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import pytest

from scoring import parse, score

GAMES = 2_000
CHUNKS = 8
AWAY = ("not_entered", "no_show")


def games(seed: int) -> dict[str, Any]:
    """Some teams, some races of their members, and a standing: every switch of these turned one way or another."""
    dice = random.Random(seed)
    teams = "ABCDEF"[: dice.randint(2, 6)]
    contests = [f"r{number}" for number in range(dice.randint(1, 5))]
    entrants, marks = [], []
    for contest in contests:
        for team in teams:
            for number in range(dice.choice((0, 1, 2, 3, 4))):
                who = f"{contest}-{team}{number}"
                kind = dice.choice(("", "", "", "", "alone", "guest"))
                switches = {"alone": {"scores": False}, "guest": {"scores": False, "displaces": False}}.get(kind, {})
                entrants.append({"id": who, "contest": contest, "team": team, **switches})
                shown = {"time": dice.randint(60, 66)} if dice.random() < 0.8 else {}
                status = {"status": dice.choice(("DNS", "DNF", "DSQ"))} if not shown or dice.random() < 0.1 else {}
                marks.append({"contest": contest, "entrant": who, **shown, **status})
    return {
        "format": 1,
        "contest": [{"id": one, "rules": "run", "weight": dice.choice((1, 1, 2, "1/2"))} for one in contests],
        "rules": {"run": {"stages": [{"format": "list", "mark": "time"}], "team": team_rule(dice)}},
        "standing": [standing(dice, len(contests))],
        "team": [{"id": one} for one in teams],
        "entrant": entrants,
        "mark": marks,
    }


def team_rule(dice: random.Random) -> dict[str, Any]:
    members = {"kind": "best", "k": dice.randint(1, 3), "value": dice.choice(("time", "place"))}
    return {"members": members, "incomplete": dice.choice(("no_place", "after_complete", "as_is"))}


def standing(dice: random.Random, contests: int) -> dict[str, Any]:
    values: list[dict[str, Any]] = [
        {"kind": "place"},
        {"kind": "n_down"},
        {"kind": "table", "table": [9, 5, 3], "beyond": 1},
        {"kind": "table", "table": [9, 5, 3], "beyond": 0, "plus": 2},
    ]
    counts: list[dict[str, Any]] = [
        {"kind": "all"},
        {"kind": "best", "k": dice.randint(1, contests)},
        {"kind": "drop", "d": 1},
    ]
    value = {**dice.choice(values), "n": dice.choice(("teams", "present", "classified"))}
    value["shared"] = dice.choice(("upper", "mean", "lower"))
    return {
        "id": "overall",
        "wins": "least" if value["kind"] == "place" else "most",
        "value": value,
        "absent": {"any": dice.choice((0, 7, "last+1", "n"))},
        "count": dice.choice(counts),
        "order": {"blocks": [{"by": ["total"]}, {"by": ["places"], "depth": dice.randint(1, 4), "over": "all"}]},
    }


@dataclass
class Race:
    places: dict[str, int] = field(default_factory=dict)  # of teams
    absences: dict[str, str] = field(default_factory=dict)
    held: bool = False


def placed(results: dict[str, Any]) -> dict[str, int]:
    """Least is best; a place is one more than how many are better."""
    return {who: 1 + sum(other < own for other in results.values()) for who, own in results.items()}


def race(document: dict[str, Any], contest: str) -> Race:
    rule = document["rules"]["run"]["team"]
    k, of = rule["members"]["k"], rule["members"]["value"]
    mark_of = {mark["entrant"]: mark for mark in document["mark"] if mark["contest"] == contest}
    ranked = {one["id"] for one in document["entrant"] if one["contest"] == contest and one.get("displaces", True)}
    times = {who: mark_of[who]["time"] for who in ranked if "status" not in mark_of[who]}
    worth = times if of == "time" else placed(times)
    found = Race(held=bool(ranked))
    results: dict[str, Any] = {}
    for team in (one["id"] for one in document["team"]):
        own = [
            one["id"]
            for one in document["entrant"]
            if one["contest"] == contest and one["team"] == team and one.get("scores", True)
        ]
        best = sorted(worth[who] for who in own if who in worth)[:k]
        missing = k - len(best)
        if best and (not missing or rule["incomplete"] != "no_place"):
            results[team] = (missing if rule["incomplete"] == "after_complete" else 0, sum(best))
        else:
            found.absences[team] = absence({mark_of[who].get("status") for who in own}, missing if k > 1 else 0, own)
    found.places = placed(results)
    return found


def absence(statuses: set[str | None], missing: int, own: list[str]) -> str:
    if not own:
        return "not_entered"
    if statuses == {"DNS"}:
        return "no_show"
    return "other"


def worth(value: dict[str, Any], place: int, n: int) -> int:
    if value["kind"] == "place":
        return place
    if value["kind"] == "n_down":
        return max(n + 1 - place, 0)
    row = value["table"][place - 1] if place <= len(value["table"]) else value["beyond"]
    return int(row) + int(value.get("plus", 0))


def bare(value: dict[str, Any], place: int, n: int) -> int:
    """A place that nobody took is worth what it says, with nothing for taking part."""
    return worth({**value, "plus": 0}, place, n)


def cells(document: dict[str, Any], contest: dict[str, Any]) -> dict[str, tuple[Fraction, int | None]]:
    """Of each team its points and its place, or None where it has no place."""
    found, rule = race(document, contest["id"]), document["standing"][0]
    value, weight = rule["value"], Fraction(contest["weight"])
    if not found.held:
        return {}
    teams = [one["id"] for one in document["team"]]
    sizes = {
        "teams": len(teams),
        "present": sum(found.absences.get(team) not in AWAY for team in teams),
        "classified": len(found.places),
    }
    n = sizes[value["n"]]
    points: dict[str, tuple[Fraction, int | None]] = {}
    for team, place in found.places.items():
        sharing = sum(other == place for other in found.places.values())
        worths = [worth(value, one, n) for one in range(place, place + sharing)]
        shared = {"upper": worths[0], "mean": Fraction(sum(worths), sharing), "lower": worths[-1]}[value["shared"]]
        points[team] = (shared * weight, place)
    for team in found.absences:
        given = rule["absent"]["any"]
        place = max(n, 1) if given == "n" else len(found.places) + 1  # where nobody has a place, the first
        points[team] = (Fraction(given) if isinstance(given, int) else bare(value, place, n) * weight, None)
    return points


def overall(document: dict[str, Any]) -> dict[str, tuple[int | None, Fraction]]:
    rule = document["standing"][0]
    sign = 1 if rule["wins"] == "least" else -1
    columns = [cells(document, contest) for contest in document["contest"]]
    keys: dict[str, Any] = {}
    totals: dict[str, Fraction] = {}
    for team in (one["id"] for one in document["team"]):
        values = [column[team] for column in columns if team in column]
        kept = sorted(sign * points for points, _ in values)
        if rule["count"]["kind"] == "best":
            kept = kept[: rule["count"]["k"]]
        if rule["count"]["kind"] == "drop":
            kept = kept[: len(kept) - 1]
        totals[team] = sign * Fraction(sum(kept))
        depth = rule["order"]["blocks"][1]["depth"]
        counts = [-sum(place == one for _, place in values) for one in range(1, depth + 1)]
        keys[team] = (sum(kept), counts)
    held = any(columns)
    return {team: (place if held else None, totals[team]) for team, place in placed(keys).items()}


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_the_naive_computation_agrees(chunk: int) -> None:
    for seed in range(chunk, GAMES, CHUNKS):
        document = games(seed)
        table = score(parse(document)).standings["overall"]
        assert {row.team: (row.place, row.total) for row in table.rows} == overall(document), seed
