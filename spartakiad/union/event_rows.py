"""Events of the union as rows: the event itself, the cities and people it names, its other lines."""

from collections.abc import Iterator, Mapping
from datetime import date

from sqlmodel import SQLModel

from spartakiad.models.union import EventCity, EventLine, EventPerson, EventStep, UnionEvent
from spartakiad.union.events import Event, Step
from spartakiad.union.facts import City, Count, When
from spartakiad.words.searching import folded


def event_row(event: Event, position: int, known: Mapping[str, City]) -> UnionEvent:
    people, cities = _counted(event.participants), _counted(event.municipalities)
    starts_on, ends_on = _span(event)
    return UnionEvent(
        slug=event.slug,
        title=event.title,
        kind=event.kind,
        state=event.state,
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
        series=event.series or "",
        edition=event.edition,
        place=event.place or "",
        found_by=_found_by(event, known),
    )


def _found_by(event: Event, cities: Mapping[str, City]) -> str:
    """What a search looks through; cities go by their own names, which a search knows in all cases."""
    names = [cities[slug].title for slug in dict.fromkeys((event.host, *event.cities)) if slug]
    own = (event.title, event.theme, event.occasion, event.place, event.audience, event.note)
    people = (text for one in event.people for text in (one.name, one.post))
    return folded(own, (text for _, text, *_ in _told(event)), people, names)


def event_lines(event: Event) -> Iterator[SQLModel]:
    """All that belongs to the event; its number is given when it has one."""
    for position, city in enumerate(event.cities, start=1):
        online, speaking = city in event.online, city in event.speaking
        outside = city in event.outside
        yield EventCity(event_id=0, position=position, city=city, online=online, speaking=speaking, outside=outside)
    for position, who in enumerate(event.people, start=1):
        post, home = who.post or "", who.city or ""
        yield EventPerson(event_id=0, position=position, name=who.name, role=who.role, post=post, city=home)
    for position, (kind, text, games, city) in enumerate(_told(event), start=1):
        yield EventLine(event_id=0, position=position, kind=kind, text=text, games=games, city=city)
    for position, step in enumerate(event.history, start=1):
        yield _step(step, position, event)


def _step(step: Step, position: int, event: Event) -> EventStep:
    """Where it does not say otherwise, sources and all, it stands as the event does."""
    when = step.when or (event.when if step.state == "held" else None)
    starts_on, ends_on = (when.span if when else None) or (None, None)
    return EventStep(
        event_id=0,
        position=position,
        state=step.state,
        host=step.host or "",
        starts_on=starts_on,
        ends_on=ends_on,
        precision=_precision(when) if when else "",
        reason=step.reason or "",
        said_on=step.said,
        sources=" ".join(step.sources or event.sources),
    )


def _told(event: Event) -> Iterator[tuple[str, str, str, str]]:
    """Kind, text, Games and city of every other line."""
    told = {"topic": event.topics, "organiser": event.organisers, "district": event.districts, "expert": event.experts}
    for kind, texts in told.items():
        for text in texts:
            yield kind, text, "", ""
    for outcome in event.outcomes:
        city = outcome.cities[0] if outcome.games and outcome.cities else ""
        yield outcome.kind, outcome.text, outcome.games or "", city


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
