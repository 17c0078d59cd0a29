"""Medals of a Games: how many each team has, and who won them, list by list. Official and provisional never add up."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spartakiad.competition.memory import Now
from spartakiad.competition.programme import lines
from spartakiad.people.names import PublicName
from spartakiad.results.queries import contest_view
from spartakiad.results.views import ContestView, ResultRow
from spartakiad.words.medals import won_words

METALS = ("1", "2", "3")
_HELD = ("posted", "official")


@dataclass(frozen=True, slots=True)
class Medallist:
    """`who`: an athlete as everybody may know him, or a team that competes as one; `slug`, `city`: of his team."""

    place: str
    tied: bool
    who: str
    slug: str
    team: str
    city: str
    result: str


@dataclass(frozen=True, slots=True)
class Podium:
    """Whoever is among the first three of a list; `part`: "" where the contest has only one."""

    url: str
    contest: str
    part: str
    official: bool
    outside: bool
    medallists: tuple[Medallist, ...]


@dataclass(frozen=True, slots=True)
class Medals:
    """Of one metal, or of all: `official`, and `more` that are only provisional."""

    official: int
    more: int


@dataclass(frozen=True, slots=True)
class MedalRow:
    """`metals`: gold, silver, bronze. `place`: among the teams that have any, "" of the others."""

    place: str
    tied: bool
    slug: str
    team: str
    city: str
    metals: tuple[Medals, Medals, Medals]
    whole: Medals

    @property
    def sums(self) -> tuple[int, ...]:
        """Gold, silver and bronze as everybody counts them: what is provisional too."""
        return tuple(one.official + one.more for one in self.metals)

    @property
    def told(self) -> str:
        return won_words([one.official for one in self.metals], self.whole.more)


@dataclass(frozen=True, slots=True)
class MedalTable:
    """`podiums` in the order of the programme; `official`, `provisional`: of how many lists; `waiting`: not decided."""

    rows: tuple[MedalRow, ...]
    podiums: tuple[Podium, ...]
    waiting: tuple[str, ...]

    @property
    def official(self) -> int:
        return sum(one.official for one in self.podiums)

    @property
    def provisional(self) -> int:
        return len(self.podiums) - self.official


def medal_table(now: Now, public: Mapping[str, PublicName]) -> MedalTable:
    """One medal a place of every list: an athlete's, or that of a team which competes as one.

    What a team has by its athletes' results together is a place, not a medal. More gold is more than any silver.
    """
    held = [one for one in lines(now.state) if one.id not in now.state.cancelled]
    won = [(one, tuple(_podiums(now, contest_view(now, one.id, public)))) for one in held]
    podiums = tuple(podium for _, mine in won for podium in mine)
    return MedalTable(_rows(now, podiums), podiums, tuple(one.title for one, mine in won if not mine))


def medals_of(now: Now, views: Iterable[ContestView]) -> tuple[MedalRow, ...]:
    """The medal table alone, of contests that are at hand."""
    return _rows(now, tuple(podium for view in views for podium in _podiums(now, view)))


def _rows(now: Now, podiums: Sequence[Podium]) -> tuple[MedalRow, ...]:
    rows = sorted((_row(now, team, podiums) for team in now.state.teams), key=lambda row: row.sums, reverse=True)
    return tuple(_placed(rows))


def _podiums(now: Now, view: ContestView) -> Iterator[Podium]:
    for shown in view.lists:
        first = tuple(_medallist(now, row) for row in shown.rows if row.place in METALS)
        if first and shown.state in _HELD and not shown.ahead:
            yield Podium(
                url=f"/games/{now.slug}/contests/{view.id}" + (f"#part-{shown.part}" if shown.part else ""),
                contest=view.title,
                part=shown.title if shown.part else "",
                official=shown.state == "official",
                outside=view.outside,
                medallists=first,
            )


def _medallist(now: Now, row: ResultRow) -> Medallist:
    team = now.state.teams[row.team]
    of = "" if row.entrant in now.state.teams else row.team_title
    return Medallist(row.place, row.tied, row.name, row.team, of, team.city, row.result)


def _row(now: Now, team: str, podiums: Sequence[Podium]) -> MedalRow:
    won = Counter((one.place, podium.official) for podium in podiums for one in podium.medallists if one.slug == team)
    gold, silver, bronze = (Medals(won[place, True], won[place, False]) for place in METALS)
    whole = Medals(*(sum(many for (_, told), many in won.items() if told is official) for official in (True, False)))
    found = now.state.teams[team]
    return MedalRow("", False, team, found.title, found.city, (gold, silver, bronze), whole)


def _placed(rows: list[MedalRow]) -> Iterator[MedalRow]:
    """Equal numbers of all three metals share a place."""
    orders = [row.sums for row in rows]
    for row, order in zip(rows, orders, strict=True):
        place = str(orders.index(order) + 1) if any(order) else ""
        yield replace(row, place=place, tied=bool(place) and orders.count(order) > 1)
