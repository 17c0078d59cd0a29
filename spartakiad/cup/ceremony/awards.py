"""Who is called up at the ceremony and how many medals, diplomas and cups it takes, counted from the places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spartakiad.competition.decide.cup import proposal
from spartakiad.competition.joint import city_words
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import MAIN, Line, lines
from spartakiad.people.names import PersonName, PublicName
from spartakiad.results.queries import contest_view
from spartakiad.results.views import ContestView
from spartakiad.standings.queries import overall
from spartakiad.words.cases import participant

DEGREES = ("1", "2", "3")
_HELD = ("posted", "official")


@dataclass(frozen=True, slots=True)
class Award:
    """Who, for which place. `team`: of a person; `members`: of a team that competes as one, full names, none where
    nobody named its line-up."""

    degree: str
    tied: bool
    who: str
    team: str = ""
    result: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Podium:
    """One award ceremony: of a list, of the teams of a contest, of the overall standing; the first place first.

    `kind`: persons, squads (teams that compete as one), teams (what their athletes add up to) or overall.
    """

    title: str
    kind: str
    official: bool
    awards: tuple[Award, ...]

    @property
    def unnamed(self) -> tuple[str, ...]:
        """Teams whose members nobody named, so that nobody knows how many medals they take."""
        return tuple(one.who for one in self.awards if self.kind == "squads" and not one.members)


@dataclass(frozen=True, slots=True)
class Awards:
    """`waiting`: contests that have no result to go by yet. `cup`: whose the challenge cup is, with its state."""

    podiums: tuple[Podium, ...]
    overall: Podium
    waiting: tuple[str, ...]
    cup: str
    cup_state: str

    @property
    def provisional(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.title for one in self.podiums if not one.official))

    @property
    def unnamed(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Contests with the teams whose members nobody named."""
        return tuple((one.title, one.unnamed) for one in self.podiums if one.unnamed)


@dataclass(frozen=True, slots=True)
class Need:
    """How many of one thing: for the first, the second, the third place; `unknown`: so many teams are not in it.

    `by_place`: False of what no place brings by itself; all of it is the first count then.
    """

    what: str
    counts: tuple[int, int, int]
    unknown: int = 0
    by_place: bool = True

    @property
    def total(self) -> int:
        return sum(self.counts)


def awards(now: Now, people: Mapping[str, PersonName]) -> Awards:
    """By the results that are posted or official. It has full names and is the secretariat's own."""
    names = {number: _full(now, number, people.get(number)) for number in now.state.athletes}
    held = [one for one in lines(now.state) if now.state.contests[one.id].state in _HELD]
    left = [one for one in lines(now.state) if one not in held and one.id not in now.state.cancelled]
    found = proposal(now.state)
    cup = found.teams[0] if len(found.teams) == 1 and found.state not in ("tied", "not_computable") else ""
    return Awards(
        podiums=tuple(podium for one in held for podium in _podiums(now, one, names)),
        overall=_overall(now),
        waiting=tuple(one.title for one in left),
        cup=now.state.teams[cup].title if cup else "",
        cup_state=found.state,
    )


def needs(found: Awards, prizes: int) -> list[Need]:
    """Medals for persons and members of teams, diplomas, cups; whoever shares a place gets his own."""
    squads = [one for one in found.podiums if one.kind == "squads"]
    unknown = sum(len(one.unnamed) for one in squads)
    return [
        Need("Медали за личные места", _count(found.podiums, "persons")),
        Need("Медали составам команд", _members(squads), unknown),
        Need("Дипломы за личные места", _count(found.podiums, "persons")),
        Need("Дипломы командам в видах", _added(_count(found.podiums, "squads"), _count(found.podiums, "teams"))),
        Need("Кубки и дипломы общего зачёта", _count([found.overall], "overall")),
        Need("Переходящий кубок", (1, 0, 0), by_place=False),
        Need("Специальные призы", (prizes, 0, 0), by_place=False),
    ]


def _full(now: Now, number: str, person: PersonName | None) -> PublicName:
    """Whoever was erased stays a number here too."""
    text = person.full if person else participant(number, city_words(now.state, number))
    return PublicName(text, str(person.birth_year) if person else "", person.rank if person else "")


def _podiums(now: Now, found: Line, names: Mapping[str, PublicName]) -> Iterator[Podium]:
    """Of every list of the contest, then of its teams where they add up their athletes' results."""
    view = contest_view(now, found.id, names)
    official = view.state == "official"
    for part, shown in zip(found.lists, view.lists, strict=True):
        squads = all(row.entrant in now.state.teams for row in shown.rows)
        title = part.title if found.parts else found.title
        rewarded = tuple(_award(now, part, shown, index, names) for index in _placed(shown))
        if rewarded:
            yield Podium(title, "squads" if squads else "persons", official, rewarded)
    teams = [row for row in view.teams if row.place in DEGREES]
    if teams and not found.by_teams:
        told = tuple(Award(row.place, row.tied, row.title, result=row.result) for row in teams)
        yield Podium(f"{found.title}: команды", "teams", official, told)


def _placed(shown: ContestView) -> Sequence[int]:
    return [index for index, row in enumerate(shown.rows) if row.place in DEGREES]


def _award(now: Now, part: Line, shown: ContestView, index: int, names: Mapping[str, PublicName]) -> Award:
    row = shown.rows[index]
    if row.entrant not in now.state.teams:
        return Award(row.place, row.tied, row.name, row.team_title, row.result)
    squad = now.state.lineups.get((part.id, part.part, row.entrant)) or now.state.lineups.get(
        (part.id, MAIN, row.entrant), ()
    )
    members = tuple(names[one].text for one in squad if one in names)
    return Award(row.place, row.tied, row.team_title, result=row.result, members=members)


def _overall(now: Now) -> Podium:
    view = overall(now)
    whole = bool(view.contests) and all(one.step == "official" for one in view.contests)
    rows = [row for row in view.rows if row.place in DEGREES]
    return Podium("Общий зачёт", "overall", whole, tuple(Award(r.place, r.tied, r.team, result=r.total) for r in rows))


def _count(podiums: Sequence[Podium], kind: str) -> tuple[int, int, int]:
    degrees = [award.degree for one in podiums if one.kind == kind for award in one.awards]
    return (degrees.count("1"), degrees.count("2"), degrees.count("3"))


def _members(squads: Sequence[Podium]) -> tuple[int, int, int]:
    each = [(award.degree, len(award.members)) for one in squads for award in one.awards]
    first, second, third = (sum(many for degree, many in each if degree == wanted) for wanted in DEGREES)
    return (first, second, third)


def _added(one: tuple[int, int, int], other: tuple[int, int, int]) -> tuple[int, int, int]:
    return (one[0] + other[0], one[1] + other[1], one[2] + other[2])
