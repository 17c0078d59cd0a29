"""What is still possible: which places depend on contests that are open and protests that wait, and on what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from scoring import Table
from scoring.stakes import Span, Stakes, Witness
from spartakiad.competition.memory import Now
from spartakiad.competition.outcomes import Outcomes, outcomes
from spartakiad.competition.programme import lines
from spartakiad.standings.queries import overall_table
from spartakiad.words.numbers import number
from spartakiad.words.possible import (
    TOO_MANY,
    depends_words,
    lead_words,
    own_place_words,
    place_range,
    waits_words,
)

_TRIED = 800  # standings that may be looked through for what a contender's own place is worth
_LAST: dict[tuple[str, bool], Outcomes] = {}  # of each Games, as everybody sees it and as it is worked at
_SEARCHES: dict[tuple[str, bool], Lock] = {}  # whoever asks meanwhile waits, and takes what was found


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the standing as an outcome would make it."""

    place: str
    team: str
    total: str
    own: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome in words: what becomes of protests, contest → its teams in order, and the standing it would make."""

    verdicts: tuple[str, ...]
    orders: tuple[tuple[str, tuple[str, ...]], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chance:
    """A team: where it stands now, between which places it may end, and an outcome that makes its place the best.

    `own`: of one that may be first, what its own place in the only open contest is worth, in sentences.
    """

    slug: str
    team: str
    city: str
    place: str
    best: int
    worst: int
    between: str
    settled: bool
    own: tuple[str, ...]
    example: Outcome | None


@dataclass(frozen=True, slots=True)
class Possible:
    """`lead`: about the cup, in a sentence; `depends`: on what; `open`: titles. `exact`: no place is only a bound.

    `clinched`: the first place depends on nothing any more. Without rows nothing is known: there are too many outcomes.
    """

    lead: str
    depends: str
    open: tuple[str, ...]
    exact: bool
    clinched: bool
    rows: tuple[Chance, ...]

    @property
    def contenders(self) -> tuple[Chance, ...]:
        """Whoever may be first and is not first already for sure, with what it takes."""
        return tuple(row for row in self.rows if row.best == 1 and not row.settled and row.own)


def still_possible(now: Now, *, told: bool = False) -> Possible | None:
    """None where there is no standing yet. Contests that are posted count as they are posted.

    `told`: with examples and with what it takes to be first, which are standings of their own.
    """
    table = overall_table(now)
    if table is None or not table.rows:
        return None
    with _SEARCHES.setdefault((now.slug, now.public), Lock()):
        return _possible(now, table, told=told)


def _possible(now: Now, table: Table, *, told: bool) -> Possible:
    state = now.state
    ways = _looked_through(now, outcomes(state, tuple(table.contests)))
    found = ways.stakes(table.id)
    titles = {line.id: line.title for line in lines(state)}
    still = tuple(titles[one] for one in ways.open)
    counted = [*ways.open, *table.contests]
    protests = [one.number for one in state.protests.values() if not one.verdict and one.contest in counted]
    if found is None:
        return Possible(TOO_MANY, waits_words(still, protests), still, exact=False, clinched=False, rows=())
    names = {team.slug: team.title for team in state.teams.values()}
    places = {row.team: "–" if row.place is None else number(row.place) for row in table.rows}
    teller = _Told(table.id, ways, found, titles, names) if told else None
    return Possible(
        lead=lead_words([names.get(one, one) for one in found.contenders], sure=found.clinched is not None),
        depends=depends_words(still, protests, sorted(found.settled.values())),
        open=still,
        clinched=found.clinched is not None,
        exact=found.exact,
        rows=tuple(_chance(now, team, places, found.spans[team], names, teller) for team in _in_order(places, found)),
    )


def _looked_through(now: Now, ways: Outcomes) -> Outcomes:
    """The same as last time, with all that was found then: marks of an open contest change nothing in it."""
    key = (now.slug, now.public)
    kept = _LAST.get(key)
    if kept is None or kept != ways:
        kept = _LAST[key] = ways
    return kept


def _in_order(places: Mapping[str, str], found: Stakes) -> list[str]:
    return sorted(places, key=lambda team: (found.spans[team].best, found.spans[team].worst, list(places).index(team)))


def _chance(
    now: Now, team: str, places: Mapping[str, str], span: Span, names: Mapping[str, str], told: "_Told | None"
) -> Chance:
    settled = span.best == span.worst
    known = now.state.teams.get(team)
    return Chance(
        slug=team,
        team=names.get(team, team),
        city=known.city if known else team,
        place=places[team],
        best=span.best,
        worst=span.worst,
        between=place_range(span.best, span.worst),
        settled=settled,
        own=told.own(team) if told and span.best == 1 and not settled else (),
        example=told.outcome(team, span.best_when) if told and span.best_when and not settled else None,
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """Witnesses in words."""

    standing: str
    ways: Outcomes
    found: Stakes
    titles: Mapping[str, str]
    names: Mapping[str, str]

    def outcome(self, team: str, witness: Witness) -> Outcome:
        upheld = self.ways.upheld(witness.case)
        verdicts = (
            f"протест № {number} {'удовлетворён' if number in upheld else 'отклонён'}" for number in self.ways.tried
        )
        orders = ((self.titles[one], self._named(order)) for one, order in witness.orders.items())
        return Outcome(tuple(verdicts), tuple(orders), self._lines(self.ways.table(self.standing, witness), team))

    def own(self, team: str) -> tuple[str, ...]:
        """Nothing where contenders are too many to be looked through."""
        teams = max((len(one) for one in self.ways.open.values()), default=0)
        if len(self.found.contenders) * teams**2 > _TRIED:
            return ()
        spans = self.ways.by_own_place(self.standing, team)
        return own_place_words(next(iter(self.titles[one] for one in self.ways.open)), spans) if spans else ()

    def _named(self, teams: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.names.get(team, team) for team in teams)

    def _lines(self, table: Table, team: str) -> tuple[Line, ...]:
        return tuple(
            Line(
                "–" if row.place is None else number(row.place),
                self.names.get(row.team, row.team),
                number(row.total),
                row.team == team,
            )
            for row in table.rows
        )
