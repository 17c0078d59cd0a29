"""One event as the annual report tells it: sentences made of its fields, each only where its field is known."""

from collections.abc import Iterator, Mapping, Sequence

from spartakiad.union.event_page import EventPage, Named, Present
from spartakiad.union.queries import CityView
from spartakiad.words import annual
from spartakiad.words.union import LINES, ROLES, STEPS

Cities = Mapping[str, CityView]


def told(page: EventPage, cities: Cities) -> Iterator[str]:
    """In the order in which it is read: what and where, on what, who came, who spoke, what came of it."""
    yield _what(page, cities)
    yield from _on_what(page)
    yield from _who_came(page, cities)
    yield from _who_spoke(page, cities)
    yield from _outcomes(page)


def _what(page: EventPage, cities: Cities) -> str:
    event = page.event
    host = cities.get(event.host)
    where = annual.place(event.form, host.where if host else "", page.host_inferred)
    where = ", ".join(filter(None, [where, event.place]))
    when = annual.on_days(event.first, event.last, event.precision)
    if event.state == "held":
        return annual.held(event.kind, event.title, when, where)
    reason = page.history[-1].reason if page.history else ""
    return annual.not_held(event.title, STEPS[event.state], when, where, reason)


def _on_what(page: EventPage) -> Iterator[str]:
    if page.occasion:
        yield annual.occasion(page.occasion)
    if page.event.theme and page.event.theme not in page.event.title:
        yield annual.theme(page.event.theme)
    if lines := _texts(page, "topic"):
        yield annual.topics(lines)
    if lines := _texts(page, "organiser"):
        yield annual.organisers(lines)


def _who_came(page: EventPage, cities: Cities) -> Iterator[str]:
    there = [one for one in page.present if not one.online]
    who = page.event.people or page.audience
    if page.event.kind != "assembly" and (who or there):
        yield annual.took_part(who, _named(there, cities, of=True))
    elif who:
        yield annual.took_part(who, ())
    if page.event.people and page.audience:
        yield annual.made_up_of(page.audience)
    if online := [one for one in page.present if one.online]:
        yield annual.by_video(_named(online, cities, of=False))
    if lines := _texts(page, "district"):
        yield annual.districts(lines)
    if page.event.cities:
        yield annual.represented(page.event.cities)


def _who_spoke(page: EventPage, cities: Cities) -> Iterator[str]:
    speaking = [one for one in page.present if one.speaking]
    if speaking and len(speaking) < len(page.present):
        yield annual.spoke_for(_named(speaking, cities, of=True))
    if lines := _texts(page, "expert"):
        yield annual.experts(lines)
    for role, heading in ROLES.items():
        if people := page.people.get(heading):
            yield annual.people(role, [_person(one, cities) for one in people])


def _outcomes(page: EventPage) -> Iterator[str]:
    """A cup that was handed over is told with the places; decisions stand as a list below."""
    for line in page.lines.get(LINES["award"], ()):
        if not line.games:
            yield f"{line.text.rstrip('.')}."


def _texts(page: EventPage, kind: str) -> list[str]:
    return [one.text for one in page.lines.get(LINES[kind], ())]


def _named(present: Sequence[Present], cities: Cities, *, of: bool) -> list[str]:
    known = [cities[one.city] for one in present if one.city in cities]
    return [one.of if of else one.title for one in known]


def _person(one: Named, cities: Cities) -> str:
    """A post that names the city already is not followed by it."""
    home = cities.get(one.city)
    said = home is not None and home.of in one.post
    return annual.person(one.name, one.post, home.title if home and not said else "")
