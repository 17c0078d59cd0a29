"""The fields of a line of the sheet, as a judge's device needs them: it masks digits and never reads a mark."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

from scoring import ScoreMark, TimeMark
from spartakiad.competition.programme import Line
from spartakiad.competition.reading import cells, mark_kind

FREE = -1  # decimals: as many as are typed behind a comma
_TITLES = {
    "raw": "Результат",
    "penalty-miss": "Промахи",
    "laps": "Круги",
    "finish": "На финише",
    "start": "Старт",
    "jump_off": "Перепрыжка",
}


@dataclass(frozen=True, slots=True)
class Field:
    """`mask`: how digits are shown while they are typed – time, decimal, count, score, sets, attempt, heights.

    `decimals`: how many of the digits stand behind the comma, or FREE; `calls`: what is one key beside the digits.
    """

    name: str
    title: str
    mask: str
    decimals: int = 0
    calls: tuple[str, ...] = ()


def fields(found: Line) -> tuple[Field, ...]:
    """In the order in which they are typed."""
    kind = "match" if found.by_matches else found.mark
    return tuple(_KINDS[kind](found, name) for name in cells(found, ""))


def plausible(found: Line) -> Mapping[str, int]:
    """Beyond these a time is hardly true, in milliseconds; {} where the device asks nothing."""
    kind = mark_kind(found)
    return asdict(kind.limits) if isinstance(kind, TimeMark) and not found.by_matches else {}


def wins(found: Line) -> str:
    """Whether the "most" or the "least" of a mark wins, where one number says it; "" elsewhere."""
    if found.by_matches or found.mark not in ("time", "distance", "score"):
        return ""
    return str(found.stages[0].get("wins", "least" if found.mark == "time" else "most"))


def _time(found: Line, name: str) -> Field:
    if name.isdecimal():
        return Field(name, f"{name}-й этап", "time", _clock_decimals(found))
    if name in ("raw", "start"):
        return Field(name, _TITLES[name], "time", _clock_decimals(found))
    return Field(name, _TITLES.get(name, name.removeprefix("penalty-")), "count")


def _attempt(_found: Line, name: str) -> Field:
    return Field(name, name, "attempt", 2, ("х", "–"))


def _heights(_found: Line, name: str) -> Field:
    return Field(name, _TITLES.get(name, name) if name != "raw" else "Высоты", "heights", 0, ("о", "х", "–"))


def _score(found: Line, name: str) -> Field:
    return Field(name, _TITLES.get(name, name), "decimal", _score_decimals(found))


def _place(_found: Line, name: str) -> Field:
    return Field(name, "Место", "count")


def _match(found: Line, name: str) -> Field:
    if any(map(_by_sets, found.stages)):
        return Field(name, "Партии", "sets")
    return Field(name, "Счёт", "score", 0, ("ОТ", "Б"))


def _by_sets(stage: Mapping[str, Any]) -> bool:
    return "best_of" in stage or "sets" in stage.get("walkover", {})


def _clock_decimals(found: Line) -> int:
    kind = mark_kind(found)
    return {1000: 0, 100: 1, 10: 2}.get(kind.precision, 3) if isinstance(kind, TimeMark) else 0


def _score_decimals(found: Line) -> int:
    """Of a declared precision; FREE where the comma is typed."""
    kind = mark_kind(found)
    precision = kind.precision if isinstance(kind, ScoreMark) else None
    return next((decimals for decimals in range(4) if precision == Fraction(1, 10**decimals)), FREE)


_KINDS = {
    "time": _time,
    "distance": _attempt,
    "height": _heights,
    "score": _score,
    "place": _place,
    "match": _match,
}
