"""What is still possible: which places depend on contests that are open and protests that wait, and on what."""

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.stakes import Stakes, Witness
from spartakiad.competition.memory import Now
from spartakiad.competition.outcomes import Outcomes, outcomes
from spartakiad.competition.programme import lines
from spartakiad.standings.queries import overall_table
from spartakiad.words.numbers import number
from spartakiad.words.possible import depends_words, lead_words, place_range


@dataclass(frozen=True, slots=True)
class Chance:
    """A team: where it stands now, between which places it may end, and an outcome that makes it first or best."""

    slug: str
    team: str
    place: str
    between: str
    settled: bool
    how: str


@dataclass(frozen=True, slots=True)
class Possible:
    """`lead`: about the cup, in a sentence; `depends`: on what; `open`: titles. `exact`: no place is only a bound.

    `clinched`: the first place depends on nothing any more.
    """

    lead: str
    depends: str
    open: tuple[str, ...]
    exact: bool
    clinched: bool
    rows: tuple[Chance, ...]


def still_possible(now: Now) -> Possible | None:
    """None where there is no standing yet. Contests that are posted count as they are posted."""
    table = overall_table(now)
    if table is None or not table.rows:
        return None
    state = now.state
    ways = outcomes(state, tuple(table.contests))
    found = ways.stakes(table.id)
    titles = {line.id: line.title for line in lines(state)}
    counted = [*ways.open, *table.contests]
    protests = [one.number for one in state.protests.values() if not one.verdict and one.contest in counted]
    names = {team.slug: team.title for team in state.teams.values()}
    places = {row.team: "–" if row.place is None else number(row.place) for row in table.rows}
    told = _Told(ways, titles, names)
    return Possible(
        lead=lead_words([names.get(one, one) for one in found.contenders], sure=found.clinched is not None),
        depends=depends_words([titles[one] for one in ways.open], protests, sorted(found.settled.values())),
        open=tuple(titles[one] for one in ways.open),
        clinched=found.clinched is not None,
        exact=found.exact,
        rows=tuple(_chance(team, names, places, found, told) for team in _in_order(places, found)),
    )


def _in_order(places: Mapping[str, str], found: Stakes) -> list[str]:
    return sorted(places, key=lambda team: (found.spans[team].best, found.spans[team].worst, list(places).index(team)))


def _chance(team: str, names: Mapping[str, str], places: Mapping[str, str], found: Stakes, told: "_Told") -> Chance:
    span = found.spans[team]
    settled = span.best == span.worst
    how = "" if settled or span.best_when is None else told.how(span.best_when)
    return Chance(team, names.get(team, team), places[team], place_range(span.best, span.worst), settled, how)


@dataclass(frozen=True, slots=True)
class _Told:
    """A witness in words."""

    ways: Outcomes
    titles: Mapping[str, str]
    names: Mapping[str, str]

    def how(self, witness: Witness) -> str:
        """«Лыжи: Псков, Вологда, Тверь» for each open contest, and the protests that are upheld."""
        orders = [
            f"{self.titles[contest]}: {', '.join(self.names.get(team, team) for team in order)}"
            for contest, order in witness.orders.items()
        ]
        upheld = self.ways.upheld(witness.case)
        verdicts = [
            f"протест № {number}: {'удовлетворён' if number in upheld else 'отклонён'}" for number in self.ways.tried
        ]
        return "; ".join([*verdicts, *orders])
