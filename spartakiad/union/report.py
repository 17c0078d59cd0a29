"""The annual report composed of what the calendar knows, in the order in which the union tells its year."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from spartakiad.union.event_page import EventPage
from spartakiad.union.queries import CityView, EventView
from spartakiad.union.report_events import told
from spartakiad.words import annual
from spartakiad.words.union import EVENT_GROUPS, EVENT_STATES, LINES

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
    """A part about which nothing is known says so."""
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
    nothing = (Block(annual.nothing_known()),)
    parts = tuple(Part(annual.PARTS[name], tuple(found) or nothing) for name, found in blocks.items())
    opening = annual.opening(year.year, _counted(year.pages))
    return Report(year.year, annual.title(year.year, year.union.of), opening, parts)


def _counted(pages: Sequence[EventPage]) -> list[tuple[str, int]]:
    kinds = [one.event.kind for one in pages]
    return [(words, kinds.count(kind)) for kind, words in EVENT_GROUPS.items() if kind in kinds]


def _together(page: EventPage) -> bool:
    """Assemblies, forums, and a round table that was held in the frame of somebody else's event."""
    kind = page.event.kind
    return kind in ("assembly", "forum") or (kind == "round_table" and bool(page.occasion))


def _conference(page: EventPage) -> bool:
    return page.event.kind in ("conference", "round_table") and not _together(page)


def _each(year: Year, wanted: Callable[[EventPage], bool]) -> list[Block]:
    return [_block(year, page) for page in sorted(filter(wanted, year.pages), key=_turn)]


def _turn(page: EventPage) -> tuple[bool, date, int]:
    """By the days that are known, then what is known to its year only, as it was written down."""
    rough = page.event.precision in ("year", "unknown")
    return rough, page.event.first, page.event.position


def _block(year: Year, page: EventPage) -> Block:
    sentences = list(told(page, year.cities))
    if page.event.games and page.event.kind == "spartakiad":
        sentences += _of_games(year, page.event.games)
    decided = tuple(one.text for one in page.lines.get(DECISION, ()))
    later = tuple(annual.later(one.text) for one in page.lines.get(WITHDRAWAL, ()))
    text = " ".join(sentences)
    return Block(annual.decided(text) if decided else text, (*decided, *later), page.event.slug)


def _of_games(year: Year, games: str) -> Iterator[str]:
    podium = year.podiums.get(games)
    if podium is None:
        return
    if any(podium.places):
        yield annual.podium([[_of(year, city) for city in cities] for cities in podium.places])
    yield annual.cup(_of(year, podium.holder)) if podium.holder else annual.no_cup()


def _exchanges(year: Year) -> list[Block]:
    found = [one.event for one in year.pages if one.event.kind == "exchange"]
    lines = tuple(annual.answered(one.title, one.present) for one in found)
    return [Block(annual.exchanges(len(found)), lines)] if found else []


def _festivals(year: Year) -> list[Block]:
    found = [one.event for one in year.pages if one.event.kind == "festival"]
    hosts = sorted({one.host for one in found}, key=lambda host: list(year.cities).index(host) if host else -1)
    lines = tuple(
        annual.line_of_city(
            year.cities[host].title if host else "Город не указан", [one.title for one in found if one.host == host]
        )
        for host in hosts
    )
    return [Block(annual.festivals(len(found)), lines)] if found else []


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
    intended = tuple(line.text for page in year.pages for line in page.lines.get(INTENTION, ()))
    if intended:
        blocks.append(Block(f"{INTENTION} участников:" if len(intended) == 1 else "Намерения участников:", intended))
    if year.after:
        lines = tuple(_line(year, event) for event in year.after)
        blocks.append(Block(annual.next_year(year.year + 1), lines))
    return blocks


def _line(year: Year, event: EventView) -> str:
    where = year.cities[event.host].where if event.host in year.cities else ""
    when = event.when if event.precision not in ("year", "unknown") else ""
    return annual.listed(event.title, when, where, EVENT_STATES.get(event.state, ("", ""))[1])


def _of(year: Year, city: str) -> str:
    return year.cities[city].of if city in year.cities else city
