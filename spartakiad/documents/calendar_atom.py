"""The union's events as a feed (RFC 4287): what was added or changed last stands first."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from xml.etree import ElementTree

from spartakiad.documents.paper import ORGANISER
from spartakiad.union.queries import CityView, EventView
from spartakiad.words.union import EVENT_KINDS

MOST = 50
_ATOM = "http://www.w3.org/2005/Atom"
_STAMP = datetime(2025, 1, 1, tzinfo=UTC)  # of what was shipped and not touched since
_NAME = "События Союза городов Центра и Северо-Запада России"


def calendar_atom(events: Iterable[EventView], cities: Mapping[str, CityView], site: str, address: str) -> bytes:
    """`site`: where pages stand; `address`: of this very feed."""
    newest = sorted(events, key=lambda event: (_changed(event), event.first), reverse=True)[:MOST]
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "ru"})
    _text(feed, "title", _NAME)
    _text(feed, "id", address)
    _text(feed, "updated", max(map(_changed, newest), default=_STAMP).isoformat())
    ElementTree.SubElement(_text(feed, "author", ""), "name").text = ORGANISER
    ElementTree.SubElement(feed, "link", {"rel": "self", "href": address})
    for event in newest:
        _entry(feed, event, cities, site)
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _entry(feed: ElementTree.Element, event: EventView, cities: Mapping[str, CityView], site: str) -> None:
    entry = ElementTree.SubElement(feed, "entry")
    page = f"{site}/calendar/events/{event.slug}"
    _text(entry, "title", event.title)
    _text(entry, "id", page)
    _text(entry, "updated", _changed(event).isoformat())
    ElementTree.SubElement(entry, "link", {"href": page})
    ElementTree.SubElement(entry, "category", {"term": event.kind, "label": EVENT_KINDS[event.kind]})
    where = cities[event.host].title if event.host in cities else ""
    state = event.badge[1] if event.badge else ""
    said = (EVENT_KINDS[event.kind], event.when, where, state, event.theme)
    _text(entry, "summary", ". ".join(part.rstrip(".") for part in said if part))


def _text(parent: ElementTree.Element, name: str, text: str) -> ElementTree.Element:
    one = ElementTree.SubElement(parent, name)
    one.text = text
    return one


def _changed(event: EventView) -> datetime:
    return event.changed_at or _STAMP
