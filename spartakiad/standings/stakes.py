"""What is still possible: which places depend on contests that are open and protests that wait, and on what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.stakes import Stakes, Witness, stakes
from spartakiad.competition.document import document
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import Line, lines
from spartakiad.competition.state import State
from spartakiad.standings.queries import overall_table
from spartakiad.words.numbers import number
from spartakiad.words.possible import depends_words, lead_words, place_range

_HELD = ("posted", "official")


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
    """`lead`: about the cup, in a sentence; `depends`: on what; `open`: titles. `exact`: no place is only a bound."""

    lead: str
    depends: str
    open: tuple[str, ...]
    exact: bool
    rows: tuple[Chance, ...]


def still_possible(now: Now) -> Possible | None:
    """None where there is no standing yet. Contests that are posted count as they are posted."""
    table = overall_table(now)
    if table is None or not table.rows:
        return None
    state = now.state
    open_ = {line.id: _teams(state, line) for line in _open(state, table.contests)}
    found = stakes([document(state, upto="posted")], table.id, open_)
    titles = {line.id: line.title for line in lines(state)}
    protests = [one.number for one in state.protests.values() if not one.verdict and one.contest in open_]
    names = {team.slug: team.title for team in state.teams.values()}
    places = {row.team: "–" if row.place is None else number(row.place) for row in table.rows}
    return Possible(
        lead=lead_words([names.get(one, one) for one in found.contenders], sure=found.clinched is not None),
        depends=depends_words([titles[one] for one in open_], protests, sorted(found.settled.values())),
        open=tuple(titles[one] for one in open_),
        exact=found.exact,
        rows=tuple(_chance(team, names, places, found, titles) for team in _in_order(places, found)),
    )


def _open(state: State, counted: Sequence[str]) -> list[Line]:
    """Contests that have not ended, and those that a waiting protest may turn round."""
    return [
        line
        for line in lines(state)
        if line.id in counted
        and line.id not in state.cancelled
        and (state.contests[line.id].state not in _HELD or state.protested(line.id))
    ]


def _teams(state: State, line: Line) -> tuple[str, ...]:
    """Whoever has entered; before anybody has, everybody may."""
    entered = {entry.team for entry in state.entries_of(line.id) if entry.role == "team"}
    return tuple(sorted(entered or state.teams))


def _in_order(places: Mapping[str, str], found: Stakes) -> list[str]:
    return sorted(places, key=lambda team: (found.spans[team].best, found.spans[team].worst, list(places).index(team)))


def _chance(
    team: str, names: Mapping[str, str], places: Mapping[str, str], found: Stakes, titles: Mapping[str, str]
) -> Chance:
    span = found.spans[team]
    settled = span.best == span.worst
    how = "" if settled or span.best_when is None else _told(span.best_when, names, titles)
    return Chance(team, names.get(team, team), places[team], place_range(span.best, span.worst), settled, how)


def _told(witness: Witness, names: Mapping[str, str], titles: Mapping[str, str]) -> str:
    """«Лыжи: Псков, Вологда, Тверь» for each open contest."""
    return "; ".join(
        f"{titles[contest]}: {', '.join(names.get(team, team) for team in order)}"
        for contest, order in witness.orders.items()
    )
