"""Results of a Games as a feed for readers of news (RFC 4287): an entry for each contest, updated when it is."""

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, time
from xml.etree import ElementTree as tree

from spartakiad.games.live import GamesHead
from spartakiad.standings.news import News
from spartakiad.store.chain import moment
from spartakiad.words.dates import MOSCOW

_ATOM = "http://www.w3.org/2005/Atom"
_UNION = "Союз городов Центра и Северо-Запада России"


def results_atom(head: GamesHead, told: Sequence[News], address: str) -> bytes:
    """`address`: of the site, "" where it is not known; addresses are relative to it then."""
    own = f"{address}/games/{head.slug}"
    feed = tree.Element("feed", {"xmlns": _ATOM, "xml:lang": "ru"})
    _add(feed, "id", _urn(head.slug))
    _add(feed, "title", f"{head.title}: результаты{' (демонстрация)' if head.demo else ''}")
    _add(feed, "updated", moment(max((one.at for one in told), default=_beginning(head))))
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{own}/atom.xml")
    _add(feed, "link", rel="alternate", type="text/html", href=own)
    _add(_add(feed, "author"), "name", _UNION)
    for one in told:
        entry = _add(feed, "entry")
        _add(entry, "id", _urn(f"{head.slug}/{one.key}"))
        _add(entry, "title", one.title)
        _add(entry, "updated", moment(one.at))
        _add(entry, "link", rel="alternate", type="text/html", href=f"{own}{one.path}")
        _add(entry, "content", " ".join(one.sentences), type="text")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tree.tostring(feed, encoding="unicode")}'.encode()


def _add(parent: tree.Element, name: str, text: str = "", **attributes: str) -> tree.Element:
    child = tree.SubElement(parent, name, attributes)
    child.text = text or None
    return child


def _urn(name: str) -> str:
    """The same for ever, wherever the site stands."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"spartakiad/{name}").urn


def _beginning(head: GamesHead) -> datetime:
    """Of a Games that has nothing to tell yet."""
    return datetime.combine(head.first, time(), MOSCOW) if head.first else datetime(2000, 1, 1, tzinfo=UTC)
