"""Events of the union as rows: the event itself, the cities and people it names, its other lines."""

from collections.abc import Iterator
from datetime import date

from sqlmodel import SQLModel

from spartakiad.models.union import EventCity, EventLine, EventPerson, UnionEvent
from spartakiad.union.events import Event
from spartakiad.union.facts import Count, When


def event_row(event: Event, position: int) -> UnionEvent:
    people, cities = _counted(event.participants), _counted(event.municipalities)
    starts_on, ends_on = _span(event)
    return UnionEvent(
        slug=event.slug,
        title=event.title,
        kind=event.kind,
        starts_on=starts_on,
        ends_on=ends_on,
        precision=_precision(event.when),
        host=event.host or "",
        host_inferred="host" in event.inferred,
        form=event.format or "",
        section=event.section or "",
        games=event.games or "",
        occasion=event.occasion or "",
        theme=event.theme or "",
        audience=event.audience or "",
        people=people[0],
        people_precision=people[1],
        people_who=people[2],
        cities=cities[0],
        cities_precision=cities[1],
        cities_who=cities[2],
        note=event.note or "",
        quote="\n".join(event.quote),
        sources=" ".join(dict.fromkeys((*event.sources, *event.when.sources))),
        position=position,
    )


def event_lines(event: Event) -> Iterator[SQLModel]:
    """All that belongs to the event; its number is given when it has one."""
    for position, city in enumerate(event.cities, start=1):
        online, speaking = city in event.online, city in event.speaking
        yield EventCity(event_id=0, position=position, city=city, online=online, speaking=speaking)
    for position, who in enumerate(event.people, start=1):
        post, home = who.post or "", who.city or ""
        yield EventPerson(event_id=0, position=position, name=who.name, role=who.role, post=post, city=home)
    for position, (kind, text, games) in enumerate(_told(event), start=1):
        yield EventLine(event_id=0, position=position, kind=kind, text=text, games=games)


def _told(event: Event) -> Iterator[tuple[str, str, str]]:
    """Kind, text and Games of every other line."""
    told = {"topic": event.topics, "organiser": event.organisers, "district": event.districts, "expert": event.experts}
    for kind, texts in told.items():
        for text in texts:
            yield kind, text, ""
    for outcome in event.outcomes:
        yield outcome.kind, outcome.text, outcome.games or ""


def _counted(count: Count | None) -> tuple[int | None, str, str]:
    return (count.count, count.kind, count.who) if count else (None, "exact", "")


def _span(event: Event) -> tuple[date, date]:
    """The files of events are by year, so that each has one."""
    assert event.when.span is not None, f"{event.slug} without a year"
    return event.when.span


def _precision(when: When) -> str:
    if when.start is None:
        return "month" if when.month else "year"
    if when.end is None:
        return "first_day"
    return "within" if when.within else "days"
