"""One event as the annual report tells it: sentences made of its fields, each only where its field is known."""

from collections.abc import Iterator, Mapping, Sequence

from spartakiad.union.event_page import EventPage, Named, Present
from spartakiad.union.queries import CityView
from spartakiad.words import annual, counting, happening
from spartakiad.words import union as words
from spartakiad.words.union import LINES, ROLES

Cities = Mapping[str, CityView]


def told(page: EventPage, cities: Cities) -> Iterator[str]:
    """In the order in which it is read: what and where, on what, who came, who spoke, what came of it.

    Of one that was not held, or is told of in the year it was moved out of, only what it is and what became of it.
    """
    yield what(page, cities)
    if page.event.left:
        return
    if page.event.stood:
        was = page.event.stood[-1]
        yield happening.former_days(was.when, was.reason if page.event.state != "moved" else "")
    yield from _on_what(page)
    if page.event.state == "held":
        yield from _who_came(page, cities)
        yield from _who_spoke(page, cities)
        yield from _outcomes(page)


def what(page: EventPage, cities: Cities) -> str:
    """What it is, where and when, and what became of it."""
    event = page.event
    host = cities.get(event.host)
    where = annual.place(event.form, host.where if host else "", event.place, page.host_inferred)
    if event.left:
        return happening.moved(event.kind, event.title, event.left, where, event.stood[-1].reason)
    if event.state == "held":
        return happening.held(event.kind, event.title, annual.on_days(event.first, event.last, event.precision), where)
    reason = page.history[-1].reason if page.history else ""
    if event.state == "cancelled":
        return happening.cancelled(event.kind, event.title, event.when, where, reason)
    if event.state == "withdrawn":
        gone = cities[event.gone].title if event.gone in cities else ""
        return happening.withdrawn(event.kind, event.title, gone, event.when, reason)
    onto = words.onto(event.first, event.last, event.precision)
    if event.state == "moved":
        return happening.moved(event.kind, event.title, onto if event.stood else "", where, reason)
    return happening.ahead(event.kind, event.title, onto, where)


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
    event = page.event
    there = [] if _only_speakers(page) else [one for one in page.present if not one.online]
    came = counting.came(event.attendance, page.people_precision, page.people_who) if event.people else "Участвовали"
    if event.people or page.audience or there:
        named = () if event.kind == "assembly" else _named(there, cities, of=True)
        if told_of := annual.took_part(came, event.people or page.audience, named, _others(page)):
            yield told_of
    if event.people and page.audience:
        yield annual.made_up_of(page.audience)
    if online := [one for one in page.present if one.online]:
        yield annual.by_video(_named(online, cities, of=False))
    if lines := _texts(page, "district"):
        yield annual.districts(lines)
    if event.cities:
        yield annual.represented(event.cities)


def _only_speakers(page: EventPage) -> bool:
    """Whoever is named is named as a speaker; who else was there is not told."""
    spoke = {one.city for role in ("moderator", "speaker") for one in page.people.get(ROLES[role], ())}
    return bool(page.present) and all(one.speaking or one.city in spoke for one in page.present)


def _others(page: EventPage) -> bool:
    """More came than are named."""
    return (page.event.present or 0) > len(page.present) + len(_texts(page, "district"))


def _who_spoke(page: EventPage, cities: Cities) -> Iterator[str]:
    speaking = [one for one in page.present if one.speaking]
    if speaking:
        say = annual.among_speakers if _only_speakers(page) else annual.spoke_for
        yield say(_named(speaking, cities, of=True))
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
