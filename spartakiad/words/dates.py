"""Dates and times as Russian prints them, in the time of the Games (Moscow)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

MOSCOW = ZoneInfo("Europe/Moscow")
MONTHS = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
MONTH_NAMES = (
    "Январь",
    "Февраль",
    "Март",
    "Апрель",
    "Май",
    "Июнь",
    "Июль",
    "Август",
    "Сентябрь",
    "Октябрь",
    "Ноябрь",
    "Декабрь",
)


def day(value: date) -> str:
    """14 февраля 2026 г.; of a moment, the day it was in Moscow."""
    value = value.astimezone(MOSCOW) if isinstance(value, datetime) else value
    return f"{value.day}\u00a0{MONTHS[value.month - 1]} {value.year}\u00a0г."


def day_month(value: date) -> str:
    """14 февраля"""
    return f"{value.day}\u00a0{MONTHS[value.month - 1]}"


def day_of(written: str) -> str:
    """Of a day as facts keep it, "2027-02-21"."""
    return day(date.fromisoformat(written))


def span(first: date, last: date) -> str:
    """1–4 февраля 2024 г., 29 августа – 1 сентября 2013 г., 30 декабря 2025 г. – 2 января 2026 г."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day}\u00a0{MONTHS[first.month - 1]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def month(value: date) -> str:
    """Январь 2024 г."""
    return f"{MONTH_NAMES[value.month - 1]} {value.year}\u00a0г."


def clock(value: datetime) -> str:
    """12:40"""
    return value.astimezone(MOSCOW).strftime("%H:%M")


def until(value: str) -> str:
    """A moment of Moscow as facts keep it, "2027-02-19T09:00": 19 февраля, 09:00."""
    return moment(datetime.fromisoformat(value).replace(tzinfo=MOSCOW))


def moment(value: datetime) -> str:
    """14 февраля, 12:40"""
    local = value.astimezone(MOSCOW)
    return f"{local.day}\u00a0{MONTHS[local.month - 1]}, {local:%H:%M}"
