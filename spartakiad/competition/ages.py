"""Who is of an age to start: a regulation gives days of birth, or ages on a day."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
Born = tuple[date | None, date | None]  # the first and the last day of birth, None where nobody set one


def written_day(value: object) -> date | None:
    """A day as a regulation writes it, "1986-01-31"; None for anything else."""
    if not (isinstance(value, str) and _DAY.fullmatch(value)):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def born_between(conditions: Mapping[str, Any]) -> Born:
    """By days of birth and by ages, whichever is narrower. An age is that of the last birthday before `age_on`."""
    first, last = written_day(conditions.get("born_from")), written_day(conditions.get("born_to"))
    on = written_day(conditions.get("age_on"))
    if on is not None and "age_from" in conditions:
        last = _earlier(last, _years_before(on, conditions["age_from"]))
    if on is not None and "age_to" in conditions:
        first = _later(first, _years_before(on, conditions["age_to"] + 1) + timedelta(days=1))
    return first, last


def both(one: Born, other: Born) -> Born:
    """What is within two ranges."""
    return _later(one[0], other[0]), _earlier(one[1], other[1])


def is_within(born_on: date | None, born: Born) -> bool:
    """A day of birth that nobody knows is within no range."""
    first, last = born
    if born_on is None:
        return first is last is None
    return (first is None or first <= born_on) and (last is None or born_on <= last)


def _later(one: date | None, other: date | None) -> date | None:
    return max(one, other) if one and other else one or other


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else one or other


def _years_before(day: date, years: int) -> date:
    """Whoever was born on 29 February has his birthday on the 28th of other years."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
