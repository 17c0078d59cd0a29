"""The union's events as a table on paper and for a spreadsheet: the calendar plan of a year, or what a search found."""

from collections.abc import Iterable, Mapping

from spartakiad.documents.paper import Column, Paper
from spartakiad.union.queries import CityView, EventView
from spartakiad.words.union import INEXACT

_COLUMNS = (
    Column("№", 8, "centre", number=True),
    Column("Когда", 30),
    Column("Событие", 53),
    Column("Где", 32),
    Column("Участвовали", 26),
    Column("Состояние", 26),
)


def plan_paper(subject: str, events: Iterable[EventView], cities: Mapping[str, CityView]) -> Paper:
    """In the order of the calendar; what is not known stays a dash, never a guess."""
    rows = [_row(number, event, cities) for number, event in enumerate(events, start=1)]
    return Paper(
        games="",
        kind="Календарный план",
        subject=subject,
        place="",
        dates="",
        columns=_COLUMNS,
        rows=rows,
        notes=(f"Всего событий: {len(rows)}",),
        signatures=(),
        stamp=f"Календарный план · {subject}",
    )


def _row(number: int, event: EventView, cities: Mapping[str, CityView]) -> list[str]:
    title = event.title if not event.theme or event.theme in event.title else f"{event.title}. Тема: «{event.theme}»"
    where = [cities[event.host].title if event.host in cities else "", event.place, event.form_words]
    return [
        str(number),
        event.when if event.exact else f"{event.when} ({INEXACT})",
        title,
        ", ".join(filter(None, where)) or "–",
        "; ".join(filter(None, [event.people, event.cities])).replace("\u00a0", " ") or "–",  # may break at its spaces
        _state(event, cities),
    ]


def _state(event: EventView, cities: Mapping[str, CityView]) -> str:
    state = event.badge[1] if event.badge else "состоялось"
    return f"{state}: {cities[event.gone].title}" if event.gone in cities else state
