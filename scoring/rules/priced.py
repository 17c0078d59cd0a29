"""A whole ranking sent through a value: what everybody who has a place gets for it."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from scoring.numbers import Number
from scoring.ranking import Ranking
from scoring.rules.value import Size, ValueRule, points


def priced(rule: ValueRule, ranking: Ranking, size: Size) -> dict[Any, Number]:
    if not ranking.plain:
        worths: dict[Any, Number] = {}
        for group in ranking.placed:
            midway = group.place != group.first
            worths |= dict.fromkeys(group.keys, points(rule, group.first, group.sharing, size, midway=midway))
        return worths
    worths = dict(zip(ranking.line, rule.column(len(ranking.line), size), strict=False))
    for start, end in ranking.spans:
        worths |= dict.fromkeys(ranking.line[start:end], points(rule, start + 1, end - start, size))
    return worths


def within_reach(ranking: Ranking, teams: Mapping[str, str], each: int | None) -> Ranking:
    """The ranking among those who score for a team, and of every team among its first so many: others take no place."""
    taken: Counter[str] = Counter()
    kept = set()
    for key in ranking.line:
        team = teams.get(key)
        if team is not None and (each is None or taken[team] < each):
            taken[team] += 1
            kept.add(key)
    return ranking.only(kept)
