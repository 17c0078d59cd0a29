"""A contest in parts explained part by part: who counted there, with which place, and what it came to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from scoring import ContestResult, Number
from scoring.rules.members import QuotaMembers
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import Line
from spartakiad.competition.reading import mark_kind
from spartakiad.people.names import PublicName
from spartakiad.standings.names import entrant_title
from spartakiad.words.naming import in_place
from spartakiad.words.numbers import number

_PLAIN = ("points", "place")  # values of members that are numbers; others are written as marks


@dataclass(frozen=True, slots=True)
class PartShare:
    """`value`: what the members in this part add up to, its weight included; `words`: each of them."""

    title: str
    value: str
    words: str


def shares(now: Now, found: Line, args: Mapping[str, Any], public: Mapping[str, PublicName]) -> tuple[PartShare, ...]:
    """`args`: those of the reason «members» of a team. Parts in which nobody counts are left out."""
    result = now.result.contests[found.id] if now.result else None
    if result is None:
        return ()
    said = []
    for part in found.parts:
        mine = [one for one in args["members"] if one["entrant"] in result.parts[part.part].entrants]
        if mine:
            worth = _writer(part, args)
            weight = _weight(result, part.part) if args["value"] in _PLAIN else 1
            words = (_member(now, result, one, public) + _reckoned(one["value"], weight, worth) for one in mine)
            said.append(PartShare(part.part_title, worth(sum(one["value"] for one in mine)), "; ".join(words)))
    return tuple(said)


def whole(found: Line, args: Mapping[str, Any]) -> str:
    """What all the parts add up to."""
    return _writer(found, args)(args["sum"])


def _writer(found: Line, args: Mapping[str, Any]) -> Callable[[Any], str]:
    return number if args["value"] in _PLAIN else mark_kind(found).write


def _member(now: Now, result: ContestResult, one: Mapping[str, Any], public: Mapping[str, PublicName]) -> str:
    """«Лыжина Анна: 1-е место → »"""
    row = result.row(one["entrant"])
    place = f" {in_place(row.place)}" if row and row.place is not None else ""
    return f"{entrant_title(now, public, one['entrant'])}:{place} → "


def _reckoned(value: Number, weight: Number, worth: Callable[[Any], str]) -> str:
    """«30», in a part that counts double «30 × 2 = 60»."""
    return worth(value) if weight == 1 else f"{worth(Fraction(value) / weight)} × {worth(weight)} = {worth(value)}"


def _weight(result: ContestResult, part: str) -> Number:
    members = result.case.rules.team.members
    groups = members.groups if isinstance(members, QuotaMembers) else ()
    return next((group.weight for group in groups if part in group.parts), 1)
