"""A whole ranking sent through a value: what everybody who has a place gets for it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from scoring.numbers import Number
from scoring.ranking import Ranking, one_after_another
from scoring.rules.value import Size, ValueRule, points


def priced(rule: ValueRule, ranking: Ranking, size: Size) -> dict[Any, Number]:
    column = rule.column(ranking.last, size)
    worths: dict[Any, Number] = {}
    if ranking.numbering is not one_after_another:
        for group in ranking.placed:
            midway = group.place != group.first
            worths.update(dict.fromkeys(group.keys, points(rule, group.first, group.sharing, size, midway=midway)))
        return worths
    worths = dict(zip(chain.from_iterable(ranking.sets), column, strict=False))
    if len(worths) > len(ranking.sets):
        for keys, first in [shared for shared in ranking.firsts if len(shared[0]) > 1]:
            worths.update(dict.fromkeys(keys, points(rule, first, len(keys), size)))
    return worths


def within_reach(ranking: Ranking, teams: Mapping[str, str], each: int | None) -> Ranking:
    """The ranking among those who score for a team, and of every team among its first so many: others take no place."""
    taken: Counter[str] = Counter()
    sets = []
    for group in ranking.sets:
        kept = []
        for key in group:
            team = teams.get(key)
            if team is not None and (each is None or taken[team] < each):
                taken[team] += 1
                kept.append(key)
        if kept:
            sets.append(kept)
    return replace(ranking, sets=sets, numbering=one_after_another)
