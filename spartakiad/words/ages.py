"""Days of birth in words."""

from datetime import date
from typing import Any


def born_words(born: Any) -> str:
    """«родившихся в 1987–2008 годах», «родившихся не раньше 05.03.1990»: two days as 1990-03-05, or None each."""
    first, last = (date.fromisoformat(str(day)) if day else None for day in born)
    if first and last:
        return f"родившихся {_between(first, last)}"
    if first:
        whole = (first.month, first.day) == (1, 1)
        return f"родившихся в {first.year} году и позже" if whole else f"родившихся не раньше {first:%d.%m.%Y}"
    if last:
        whole = (last.month, last.day) == (12, 31)
        return f"родившихся в {last.year} году и раньше" if whole else f"родившихся не позже {last:%d.%m.%Y}"
    return "всех"


def _between(first: date, last: date) -> str:
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return f"с {first:%d.%m.%Y} по {last:%d.%m.%Y}"
    return f"в {first.year}–{last.year} годах" if first.year != last.year else f"в {first.year} году"
