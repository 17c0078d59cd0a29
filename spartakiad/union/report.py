"""The annual report composed of what the calendar knows, in the order in which the union tells its year."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from spartakiad.union.event_page import EventPage
from spartakiad.union.queries import CityView, EventView
from spartakiad.union.report_events import told, what
from spartakiad.words import annual
from spartakiad.words.happening import verb
from spartakiad.words.union import EVENT_GROUPS, LINES

DECISION, INTENTION, WITHDRAWAL = (LINES[kind] for kind in ("decision", "intention", "withdrawal"))


@dataclass(frozen=True, slots=True)
class Podium:
    """Of a Games: cities on the first three places, and whoever received the cup; "" where nobody tells."""

    places: tuple[tuple[str, ...], ...]
    holder: str


@dataclass(frozen=True, slots=True)
class AboutYear:
    """What the union itself says of a year beside its events. `of`: the genitive of its name; `mandate`: 0 unknown."""

    of: str
    took_part: tuple[str, ...]
    partners: tuple[str, ...]
    expected: tuple[str, ...]
    mandate: int


@dataclass(frozen=True, slots=True)
class Year:
    """All that a report is made of. `after`: events of the year that follows."""

    year: int
    union: AboutYear
    pages: tuple[EventPage, ...]
    after: tuple[EventView, ...]
    podiums: Mapping[str, Podium]
    cities: Mapping[str, CityView]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, perhaps with a list under it; `event`: the slug of the event it tells of."""

    text: str
    items: tuple[str, ...] = ()
    event: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    year: int
    title: str
    opening: str
    parts: tuple[Part, ...]


def compose(year: Year) -> Report:
    """A part about which nothing is known is left out: what is missing is told to the office."""
    blocks = {
        "together": _each(year, _together),
        "mass": _each(year, lambda one: one.event.kind in ("spartakiad", "contest")),
        "conferences": _each(year, _conference),
        "sections": _each(year, lambda one: one.event.kind == "section"),
        "exchanges": _exchanges(year),
        "festivals": _festivals(year),
        "partners": _partners(year),
        "ahead": _ahead(year),
    }
    parts = tuple(Part(annual.PARTS[name], tuple(found)) for name, found in blocks.items() if found)
    return Report(year.year, annual.title(year.year, year.union.of), _opening(year), parts)


def _opening(year: Year) -> str:
    """Counted as in the statistics: what was held, by kinds; what was not, apart."""
    own = [page.event for page in year.pages if page.event.first.year == year.year]
    left = sum(bool(event.left) for event in own)
    states = [event.state for event in own if not event.left]
    kinds = [event.kind for event in own if event.state == "held" and not event.left]
    counted = [(words, kinds.count(kind)) for kind, words in EVENT_GROUPS.items() if kind in kinds]
    cancelled = states.count("cancelled")
    told = annual.opening(year.year, counted, len(states) - len(kinds) - cancelled, cancelled, left)
    begun = [f"{one.event.title} ({one.event.when})" for one in year.pages if one.event.first.year < year.year]
    return f"{told} {annual.went_on(begun)}" if begun else told


def _together(page: EventPage) -> bool:
    """Assemblies, forums, and a round table that was held in the frame of somebody else's event."""
    kind = page.event.kind
    return kind in ("assembly", "forum") or (kind == "round_table" and bool(page.occasion))


def _conference(page: EventPage) -> bool:
    return page.event.kind in ("conference", "round_table") and not _together(page)


def _each(year: Year, wanted: Callable[[EventPage], bool]) -> list[Block]:
    return [_block(year, page) for page in sorted(filter(wanted, _own(year)), key=_turn)]


def _own(year: Year) -> list[EventPage]:
    """What began a year before is told there."""
    return [page for page in year.pages if page.event.first.year == year.year]


def _turn(page: EventPage) -> tuple[bool, date, int]:
    """By the days that are known, then what is known to its year only, as it was written down."""
    return page.event.rough, page.event.first, page.event.position


def _block(year: Year, page: EventPage) -> Block:
    sentences = list(told(page, year.cities))
    if page.event.games and page.event.kind == "spartakiad" and page.event.state == "held":
        sentences += _of_games(year, page.event.games)
    if page.event.left:
        return Block(" ".join(sentences), (), page.event.slug)
    decided = tuple(one.text for one in page.lines.get(DECISION, ()))
    later = tuple(annual.later(one.text) for one in page.lines.get(WITHDRAWAL, ()))
    text = " ".join(sentences)
    return Block(annual.decided(text, len(decided)) if decided else text, (*decided, *later), page.event.slug)


def _of_games(year: Year, games: str) -> Iterator[str]:
    podium = year.podiums.get(games)
    if podium is None:
        return
    if any(podium.places):
        yield annual.podium([[_of(year, city) for city in cities] for cities in podium.places])
    if podium.holder:
        yield annual.cup(_of(year, podium.holder))


def _exchanges(year: Year) -> list[Block]:
    held, others = _held_and_others(year, "exchange")
    lines = tuple(annual.answered(one.event.title, one.answered) for one in held)
    return _listed(year, Block(annual.exchanges(len(held)), lines), others)


def _festivals(year: Year) -> list[Block]:
    held, others = _held_and_others(year, "festival")
    found = [one.event for one in held]
    hosts = sorted({one.host for one in found}, key=lambda host: list(year.cities).index(host) if host else -1)
    lines = tuple(
        annual.line_of_city(year.cities[host].title if host else "", [one.title for one in found if one.host == host])
        for host in hosts
    )
    return _listed(year, Block(annual.festivals(len(found)), lines), others)


def _held_and_others(year: Year, kind: str) -> tuple[list[EventPage], list[EventPage]]:
    pages = [page for page in _own(year) if page.event.kind == kind]
    held = [page for page in pages if page.event.state == "held" and not page.event.left]
    return held, [page for page in pages if page not in held]


def _listed(year: Year, held: Block, others: list[EventPage]) -> list[Block]:
    """What was held in one list; what became of the others in another."""
    blocks = [held] if held.items else []
    if others:
        lines = tuple(what(page, year.cities) for page in others)
        blocks.append(Block(annual.besides(bool(blocks)), lines))
    return blocks


def _partners(year: Year) -> list[Block]:
    union = year.union
    said = [
        annual.with_partners(union.took_part) if union.took_part else "",
        annual.partners(union.partners) if union.partners else "",
        annual.hoped_for(union.expected) if union.expected else "",
    ]
    own = _each(year, lambda one: one.event.kind == "partner")
    return [*(Block(text) for text in said if text), *own]


def _ahead(year: Year) -> list[Block]:
    blocks = [Block(annual.mandate(year.union.mandate))] if year.union.mandate > year.year else []
    intended = tuple(
        annual.intended(page.event.title, line.text) for page in _own(year) for line in page.lines.get(INTENTION, ())
    )
    if intended:
        blocks.append(Block(f"{INTENTION} участников:" if len(intended) == 1 else "Намерения участников:", intended))
    if year.after:
        lines = tuple(_line(year, event) for event in year.after)
        blocks.append(Block(annual.next_year(year.year + 1, len(lines)), lines))
    return blocks


def _line(year: Year, event: EventView) -> str:
    where = year.cities[event.host].where if event.host in year.cities else ""
    became = verb(event.title, event.kind, event.state) if event.state in ("planned", "moved", "cancelled") else ""
    if event.state == "withdrawn":
        gone = f" {year.cities[event.gone].title}" if event.gone in year.cities else ""
        became = f"город{gone} отказался принимать"
    return annual.listed(event.title, "" if event.rough else event.when, where, became)


def _of(year: Year, city: str) -> str:
    return year.cities[city].of if city in year.cities else city
