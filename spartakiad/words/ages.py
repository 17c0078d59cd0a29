"""Days of birth in words."""

from datetime import date
from typing import Any


def born_words(born: Any, who: str = "родившихся") -> str:
    """«родившихся в 1987–2008 годах», «родившихся не раньше 05.03.1990»: two days as 1990-03-05, or None each."""
    first, last = (date.fromisoformat(str(day)) if day else None for day in born)
    if first and last:
        return f"{who} {_between(first, last)}"
    if first:
        whole = (first.month, first.day) == (1, 1)
        return f"{who} в {first.year} году и позже" if whole else f"{who} не раньше {first:%d.%m.%Y}"
    if last:
        whole = (last.month, last.day) == (12, 31)
        return f"{who} в {last.year} году и раньше" if whole else f"{who} не позже {last:%d.%m.%Y}"
    return "всех"


def _between(first: date, last: date) -> str:
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return f"с {first:%d.%m.%Y} по {last:%d.%m.%Y}"
    return f"в {first.year}–{last.year} годах" if first.year != last.year else f"в {first.year} году"
