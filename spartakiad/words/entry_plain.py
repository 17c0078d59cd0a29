"""Who may be entered into a contest or a part of it, in plain Russian."""

from collections.abc import Mapping
from typing import Any

from spartakiad.words.ages import born_words
from spartakiad.words.numbers import in_clause
from spartakiad.words.quotas import quota_rules


def entry_rules(sex: str, born: Any, quotas: Mapping[str, int], clause: str, *, by_teams: bool) -> list[str]:
    """«Женщины, родившиеся в 2009 году и раньше.» «От команды не больше 3 участников (п. 4.2).»

    `born`: two days as 1990-03-05, or None each.
    """
    if by_teams:
        return ["Стартует команда целиком."]
    told = [one for one in (_who(sex, born), quota_rules(quotas)) if one]
    last = len(told) - 1
    return [f"{one}{in_clause(clause) if at == last else ''}." for at, one in enumerate(told)]


def _who(sex: str, born: Any) -> str:
    who = {"f": "Женщины", "m": "Мужчины"}.get(sex, "Участники")
    ages = f", {born_words(born, 'родившиеся')}" if any(born) else ""
    return f"{who}{ages}" if ages or sex else ""
