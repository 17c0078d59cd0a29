"""What ties an athlete to a city, in words."""

from collections.abc import Mapping, Sequence
from datetime import date

from spartakiad.words.dates import day
from spartakiad.words.numbers import in_clause

HOW: Mapping[str, tuple[str, str]] = {  # as a paper, as what somebody does
    "registered": ("регистрация", "зарегистрирован"),
    "lives": ("проживание", "живёт"),
    "works": ("работа", "работает"),
    "studies": ("учёба", "учится"),
}


def residence_title(how: Sequence[str]) -> str:
    """«Регистрация, работа или учёба в городе»."""
    told = _one_of([HOW[one][0] for one in how])
    return f"{told[:1].upper()}{told[1:]} в городе"


def residence_rules(how: Sequence[str], since: date | None, clause: str) -> str:
    """«За команду выступает тот, кто зарегистрирован или работает в её городе не позднее чем с 1 сентября 2026 г.»"""
    when = f" не позднее чем с {day(since)}" if since else ""
    told = f"За команду выступает тот, кто {_one_of([HOW[one][1] for one in how])} в её городе{when}{in_clause(clause)}"
    return told if told.endswith(".") else f"{told}."


def _one_of(words: Sequence[str]) -> str:
    return " или ".join(filter(None, (", ".join(words[:-1]), words[-1])))
