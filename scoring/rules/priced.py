"""A whole ranking sent through a value: what everybody who has a place gets for it."""

from collections.abc import Mapping

from scoring.numbers import Number
from scoring.ranking import Ranking
from scoring.rules.value import Size, ValueRule, points


def priced(rule: ValueRule, ranking: Ranking, size: Size) -> Mapping[str, Number]:
    column = rule.column(ranking.last, size)
    worths: dict[str, Number] = {}
    for keys, first in ranking.firsts:
        if len(keys) == 1:
            worths[keys[0]] = column[first - 1]
        else:
            worths.update(dict.fromkeys(keys, points(rule, first, len(keys), size)))
    return worths
