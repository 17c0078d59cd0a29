"""Verbs and views of protests."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from spartakiad.competition.cards import protests_until
from spartakiad.competition.decide.protests import DecideProtest, FileProtest
from spartakiad.competition.desk import Desk
from spartakiad.competition.programme import lines
from spartakiad.competition.signed import NO_CLAIM, Claim, Protest
from spartakiad.competition.state import State
from spartakiad.people.names import PersonName
from spartakiad.publication.decisions import called, typed_as
from spartakiad.publication.official import carried_out
from spartakiad.store.commands import Answer


@dataclass(frozen=True, slots=True)
class NewProtest:
    games: str
    contest: str
    team: str
    received: str
    clause: str
    text: str
    claim: Claim = NO_CLAIM
    fee: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """`effect`: what becomes of the result where the protest is upheld."""

    games: str
    number: int
    verdict: str
    reason: str
    jury: str
    effect: Claim = NO_CLAIM

    @property
    def command(self) -> DecideProtest:
        return DecideProtest(self.number, self.verdict, self.reason, self.jury, self.effect)


@dataclass(frozen=True, slots=True)
class ProtestView:
    """`asked`, `done`: what it asks for and what was decided, in words; `claim` as the form has it, `who` is typed.

    `late`: handed in after the time for protests was over; `posted`: when the result had been posted, if it was.
    """

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
    asked: str
    done: str
    claim: Claim
    who: str
    posted: datetime | None
    late: bool
    fee: str


def file_protest(desk: Desk, wish: NewProtest) -> Answer:
    command = FileProtest(wish.contest, wish.team, wish.received, wish.clause, wish.text, wish.claim, wish.fee)
    return {"facts": len(desk.carry_out(wish.games, command))}


def rule(desk: Desk, wish: Ruling) -> Answer:
    return {"facts": len(carried_out(desk, wish.games, wish.command))}


def protests(state: State, people: Mapping[str, PersonName]) -> list[ProtestView]:
    """Those that wait for a decision first, the newest first."""
    found = [_view(state, one, people) for one in state.protests.values()]
    return sorted(found, key=lambda one: (bool(one.verdict), -one.number))


def _view(state: State, one: Protest, people: Mapping[str, PersonName]) -> ProtestView:
    titles = {line.id: line.title for line in lines(state)}
    posted, until = one.posted, one.posted and protests_until(one.posted, state.card)
    return ProtestView(
        number=one.number,
        contest=one.contest,
        contest_title=titles.get(one.contest, one.contest),
        team=state.teams[one.team].title,
        received=one.received,
        clause=one.clause,
        text=one.text,
        verdict=one.verdict,
        reason=one.reason,
        jury=one.jury,
        asked=_claim_words(state, one.contest, one.claim, people),
        done=_claim_words(state, one.contest, one.effect, people),
        claim=one.claim,
        who=typed_as(state, one.contest, one.claim.entrant) if one.claim.entrant else "",
        posted=posted,
        fee=one.fee,
        late=bool(until and one.received > until),
    )


def _claim_words(state: State, contest: str, claim: Claim, people: Mapping[str, PersonName]) -> str:
    if not claim.kind:
        return ""
    who = called(state, contest, claim.entrant, people)
    return f"{who}: {_CLAIMS[claim.kind].format(raw=claim.raw)}"


_CLAIMS = {
    "value": "результат станет «{raw}»",
    "out": "дисквалификация, остальные поднимаются",
    "vacate": "лишить места, оно остаётся пустым",
    "annul": "аннулировать",
}
