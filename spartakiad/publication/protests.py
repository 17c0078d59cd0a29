"""Verbs and views of protests."""

from dataclasses import dataclass
from datetime import datetime

from spartakiad.competition.decide.protests import DecideProtest, FileProtest
from spartakiad.competition.desk import Desk
from spartakiad.competition.programme import lines
from spartakiad.competition.state import State
from spartakiad.store.commands import Answer


@dataclass(frozen=True, slots=True)
class NewProtest:
    games: str
    contest: str
    team: str
    received: str
    clause: str
    text: str


@dataclass(frozen=True, slots=True)
class Ruling:
    games: str
    number: int
    verdict: str
    reason: str
    jury: str


@dataclass(frozen=True, slots=True)
class ProtestView:
    number: int
    contest: str
    contest_title: str
    team: str
    received: datetime
    clause: str
    text: str
    verdict: str
    reason: str
    jury: str


def file_protest(desk: Desk, wish: NewProtest) -> Answer:
    command = FileProtest(wish.contest, wish.team, wish.received, wish.clause, wish.text)
    return {"facts": len(desk.carry_out(wish.games, command))}


def rule(desk: Desk, wish: Ruling) -> Answer:
    command = DecideProtest(wish.number, wish.verdict, wish.reason, wish.jury)
    return {"facts": len(desk.carry_out(wish.games, command))}


def protests(state: State) -> list[ProtestView]:
    """Those that wait for a decision first, the newest first."""
    titles = {line.id: line.title for line in lines(state)}
    found = [
        ProtestView(
            one.number,
            one.contest,
            titles.get(one.contest, one.contest),
            state.teams[one.team].title,
            one.received,
            one.clause,
            one.text,
            one.verdict,
            one.reason,
            one.jury,
        )
        for one in state.protests.values()
    ]
    return sorted(found, key=lambda one: (bool(one.verdict), -one.number))
