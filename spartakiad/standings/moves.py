"""What a decision would move: every place, point, total and tie, and the cup, before anybody signs it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import scoring
from scoring import Change
from scoring.numbers import Number
from spartakiad.competition.decide.cup import proposal
from spartakiad.competition.imagined import imagined
from spartakiad.competition.memory import Now, scored
from spartakiad.competition.programme import lines, title_of
from spartakiad.competition.shell import Shell
from spartakiad.competition.state import State
from spartakiad.people.names import PublicName
from spartakiad.people.queries import names_of
from spartakiad.standings.names import names_for_reasons, names_in_contest
from spartakiad.words.numbers import number
from spartakiad.words.reasons import reason_sentence


@dataclass(frozen=True, slots=True)
class Move:
    """One row that is another one: "–" where it has no place, "" for a total where there are none."""

    who: str
    place: str
    new_place: str
    total: str
    new_total: str
    because: str


@dataclass(frozen=True, slots=True)
class Moves:
    """Rows by the table they are in, standings first; `cup`: a sentence, also where it stays."""

    tables: tuple[tuple[str, tuple[Move, ...]], ...]
    cup: str


def would_move(shell: Shell, games: str, command: object, by: str) -> Moves:
    """What a command would move, with full names: for the staff. Raises Refusal as the command itself would."""
    now = shell.now(games)
    after = imagined(now.state, command, by, shell.clock())
    with shell.store.reader() as session:
        people = names_of(session, games)
    return moves(now, after, {number: PublicName(name.full, "", "") for number, name in people.items()})


def moves(now: Now, after: State, people: Mapping[str, PublicName]) -> Moves:
    """Between the Games as it is and as it would be. Raises Refusal where the rules cannot take what would be."""
    then = scored(now.slug, after, now)
    if now.result is None or then.result is None:
        return Moves((), "")
    titles = {one.id: one.title for one in lines(now.state)}
    titles |= {f"standing {row['id']}": title_of(row) for row in after.regulation.get("standing", ())}
    tables: dict[str, list[Move]] = {}
    named = _Named(then, people)
    for change in scoring.changes(now.result, then.result):
        tables.setdefault(_table(change, titles), []).append(_move(named, change))
    return Moves(tuple((title, tuple(rows)) for title, rows in tables.items()), _cup(now, then))


def _table(change: Change, titles: Mapping[str, str]) -> str:
    if change.scope == "standing":
        return titles[f"standing {change.where}"]
    title = titles.get(change.where, change.where)
    return f"{title}: команды" if change.scope == "teams" else title


class _Named:
    """How ids are called, made once for each contest."""

    def __init__(self, then: Now, people: Mapping[str, PublicName]) -> None:
        self.of_standing = names_for_reasons(then, people)
        self.of_contest = cache(lambda contest: names_in_contest(then, people, contest))


def _move(named: _Named, change: Change) -> Move:
    names = named.of_standing if change.scope == "standing" else named.of_contest(change.where)
    because = reason_sentence(change.because.kind, change.because.args, names) if change.because else ""
    who = names.team(change.key) if change.scope == "standing" else names.entrant(change.key)
    places = (_shown(change.place_before), _shown(change.place_after))
    return Move(who, *places, _total(change.total_before), _total(change.total_after), because)


def _shown(place: Number | None) -> str:
    return "–" if place is None else number(place)


def _total(total: Number | None) -> str:
    return "" if total is None else number(total)


def _cup(before: Now, after: Now) -> str:
    """Only official results decide about it."""
    was, will = proposal(before.state, before.result), proposal(after.state, after.result)
    if (was.state, was.teams) == (will.state, will.teams):
        return "Кубок не меняется." if was.teams else ""
    names = {team.slug: team.title for team in after.state.teams.values()}
    return f"Кубок: {_holder(was.teams, names)} → {_holder(will.teams, names)}."


def _holder(teams: tuple[str, ...], names: Mapping[str, str]) -> str:
    return " или ".join(names.get(team, team) for team in teams) or "не определён"
