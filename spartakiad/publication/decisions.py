"""Verbs and views of signed decisions."""

from dataclasses import dataclass
from datetime import datetime

import scoring
from spartakiad.competition.decide.decisions import Adjust, Lift, Remove, TellApart
from spartakiad.competition.desk import Desk
from spartakiad.competition.document import parsed
from spartakiad.competition.matches import key_of
from spartakiad.competition.programme import lines, title_of
from spartakiad.competition.signed import Signed
from spartakiad.competition.state import State
from spartakiad.competition.undecided import undecided
from spartakiad.people.names import PersonName
from spartakiad.publication.official import keep_official
from spartakiad.results.sheets import full_name
from spartakiad.store.commands import Answer


@dataclass(frozen=True, slots=True)
class Decided:
    """A wish that a decision be signed, of whichever kind."""

    games: str
    command: TellApart | Remove | Adjust | Lift


@dataclass(frozen=True, slots=True)
class Tie:
    """`key` names it in a form; `who`: pairs (id, name) of the equals."""

    key: str
    title: str
    who: tuple[tuple[str, str], ...]
    url: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """`words`: what was decided; `applies`: False where no such equals are there any more."""

    number: int
    title: str
    words: str
    document: str
    jury: str
    reason: str
    at: datetime
    lifted: str
    applies: bool


def sign(desk: Desk, wish: Decided) -> Answer:
    """An official result that it moves is kept as its next revision."""
    before = {key: one.revision for key, one in desk.state(wish.games).contests.items()}
    facts = desk.carry_out(wish.games, wish.command)
    for key, one in desk.state(wish.games).contests.items():
        if one.state == "official" and one.revision != before[key]:
            keep_official(desk, wish.games, key)
    return {"facts": len(facts)}


def ties(state: State, people: dict[str, PersonName]) -> list[Tie]:
    """Of contests that have ended so far as anybody can tell, and of the standings."""
    if not state.regulation:
        return []
    titles = _titles(state)
    return [
        Tie(
            f"{one.contest}.{one.standing}.{one.among}.{'.'.join(one.names)}",
            titles[one.contest or f"standing {one.standing}"],
            tuple((name, _name(state, one.contest, name, people)) for name in one.names),
            f"contests/{one.contest}" if one.contest else "standings",
        )
        for one in undecided(scoring.score(parsed(state, upto=state.public_from)))
    ]


def decisions(state: State, people: dict[str, PersonName]) -> list[DecisionView]:
    """The newest first."""
    unused = _unused(state)
    titles = _titles(state)
    return [
        DecisionView(
            one.number,
            titles.get(one.contest or f"standing {one.standing}", "Общий зачёт"),
            _words(state, one, people),
            one.document,
            one.jury,
            one.reason,
            one.at,
            one.lifted,
            one.number not in unused,
        )
        for one in sorted(state.decisions.values(), key=lambda one: -one.number)
    ]


def _titles(state: State) -> dict[str, str]:
    contests = {one.id: one.title for one in lines(state)}
    return contests | {f"standing {row['id']}": title_of(row) for row in state.regulation.get("standing", ())}


def _unused(state: State) -> set[int]:
    """Orders of equals that are equal no longer."""
    if not state.decisions:
        return set()
    left = scoring.score(parsed(state, upto=state.public_from)).unused
    said = {(one.kind, one.contest or "", one.standing or "", one.groups) for one in left}
    return {
        one.number
        for one in state.decisions.values()
        if one.order and (one.what, one.contest, one.standing, one.order) in said
    }


def _words(state: State, one: Signed, people: dict[str, PersonName]) -> str:
    if one.order:
        named = ", ".join(_name(state, one.contest, name, people) for group in one.order for name in group)
        return f"{'жребий' if one.what == 'lot' else 'порядок'}: {named}"
    if one.what == "adjust":
        signed = one.points if one.points.startswith("-") else f"+{one.points}"
        return f"{state.teams[one.entrant].title}: {signed.replace('-', '−')} к очкам"
    who = _name(state, one.contest, key_of(one.unit) if one.unit else one.entrant, people)
    if one.what == "vacate":
        return f"{who}: места лишён, оно остаётся пустым"
    return f"{who}: игра аннулирована" if one.unit else f"{who}: все игры аннулированы"


def _name(state: State, contest: str, who: str, people: dict[str, PersonName]) -> str:
    if who in state.teams:
        return state.teams[who].title
    found = next((one for one in lines(state) if one.id == contest), None)
    return full_name(state, found, people, who) if found else who
