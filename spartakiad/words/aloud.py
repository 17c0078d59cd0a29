"""Sentences to be read aloud: places as words, times as hours, minutes and seconds, cities in their cases."""

import re
from collections.abc import Sequence
from datetime import datetime

from spartakiad.words.dates import MOSCOW, clock, day_month
from spartakiad.words.numbers import plural

_PLACES = (
    *("первое", "второе", "третье", "четвёртое", "пятое", "шестое", "седьмое", "восьмое", "девятое", "десятое"),
    *("одиннадцатое", "двенадцатое", "тринадцатое", "четырнадцатое", "пятнадцатое", "шестнадцатое", "семнадцатое"),
    *("восемнадцатое", "девятнадцатое", "двадцатое"),
)
_UNITS = (("час", "часа", "часов"), ("минута", "минуты", "минут"), ("секунда", "секунды", "секунд"))
_TIME = re.compile(r"(?:(?:([0-9]+):)?([0-9]+):(?=[0-9]{2}))?([0-9]{1,2})(?:,([0-9]+))?")
_METRES = re.compile(r"([0-9]+)(?:,([0-9]+))?")
STRESS = "Как ставить ударение в фамилиях, программе неизвестно: спросите представителя команды до начала."


def place_aloud(place: str) -> str:
    """«третье место»; after the twentieth, in figures."""
    number = int(place) if place.isdecimal() else 0
    word = _PLACES[number - 1] if 0 < number <= len(_PLACES) else f"{place}-е"
    return f"{word} место"


def joined(names: Sequence[str]) -> str:
    """«Вологда, Псков и Тверь»"""
    return " и ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def taken(place: str, who: Sequence[str], more: str = "") -> str:
    """«Третье место – Лыжина Анна из Вологды, результат 14 минут 4,3 секунды.»; shared, they share it."""
    said = place_aloud(place).capitalize()
    between = "делят" if len(who) > 1 else "–"
    return f"{said} {between} {joined(who)}{', ' + more if more else ''}."


def time_aloud(written: str) -> str:
    """«1:02:40,5» → «1 час 2 минуты 40,5 секунды»; what is no time stays as it is written."""
    found = _TIME.fullmatch(written)
    if found is None:
        return written
    hours, minutes, seconds, part = found.groups()
    told = [_counted(int(hours), 0)] if hours and int(hours) else []
    told += [_counted(int(minutes), 1)] if minutes and int(minutes) else []
    part = (part or "").rstrip("0")
    if part:
        told.append(f"{int(seconds)},{part}\u00a0{_UNITS[2][1]}")
    elif int(seconds) or not told:
        told.append(_counted(int(seconds), 2))
    return " ".join(told)


def metres_aloud(written: str) -> str:
    """«7,58» → «7,58 метра», «12,00» → «12 метров»; what is no number stays as it is written."""
    found = _METRES.fullmatch(written)
    if found is None:
        return written
    whole, part = found[1], (found[2] or "").rstrip("0")
    return f"{whole},{part}\u00a0метра" if part else f"{whole}\u00a0{plural(int(whole), 'метр', 'метра', 'метров')}"


def result_aloud(mark: str, written: str) -> str:
    """A result with its units, where its kind of mark has any."""
    if mark == "time":
        return time_aloud(written)
    return metres_aloud(written) if mark in ("height", "distance") else written


def of_city(name: str, genitive: str) -> str:
    """«Лыжина Анна из Вологды»"""
    return f"{name} из {genitive}"


def team_of_city(genitive: str) -> str:
    return f"команда {genitive}"


def numbered(bib: str) -> str:
    """Who is not named: he did not agree to it."""
    return f"участник под номером {bib}"


def when_aloud(at: datetime) -> str:
    """«21 февраля в 12:30»"""
    return f"{day_month(at.astimezone(MOSCOW).date())} в {clock(at)}"


def _counted(value: int, unit: int) -> str:
    return f"{value}\u00a0{plural(value, *_UNITS[unit])}"
