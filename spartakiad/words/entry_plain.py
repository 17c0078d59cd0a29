"""Who may be entered into a contest or a part of it, in plain Russian."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spartakiad.words.ages import born_words
from spartakiad.words.numbers import in_clause
from spartakiad.words.quotas import quota_rules
from spartakiad.words.ranks import ranks_words
from spartakiad.words.weights import weights_rules


@dataclass(frozen=True, slots=True)
class Entering:
    """`born`: two days as 1990-03-05, or None each; `ranks`: the lowest and the highest, "" where nobody set one.

    `weighed`: whether, the categories by sex, and of a part the one it is held for.
    """

    sex: str
    born: Any
    ranks: tuple[str, str]
    quotas: Mapping[str, int]
    clause: str
    weighed: tuple[bool, Mapping[str, Sequence[str]], str]


def entry_rules(one: Entering) -> list[str]:
    """«Женщины, родившиеся в 2009 году и раньше.» «От команды не больше 3 участников (п. 4.2).»"""
    told = [words for words in (_who(one), quota_rules(one.quotas), weights_rules(*one.weighed)) if words]
    last = len(told) - 1
    return [f"{words}{in_clause(one.clause) if at == last else ''}." for at, words in enumerate(told)]


def _who(one: Entering) -> str:
    who = {"f": "Женщины", "m": "Мужчины"}.get(one.sex, "Участники")
    ages = born_words(one.born, "родившиеся") if any(one.born) else ""
    ranks = ranks_words(*one.ranks) if any(one.ranks) else ""
    return ", ".join(filter(None, (who, ages, ranks))) if ages or ranks or one.sex else ""
