"""The challenge cup: proposed by the engine, confirmed by the chief judge of the Games."""

from dataclasses import dataclass

import scoring
from spartakiad.competition.document import parsed
from spartakiad.competition.facts import CupConfirmed, Fact
from spartakiad.competition.programme import lines
from spartakiad.competition.state import State
from spartakiad.competition.texts import PHRASE, free_text
from spartakiad.errors import Refusal


@dataclass(frozen=True, slots=True)
class ConfirmCup:
    """`team`: the winner the judge saw when he confirmed; another one by now is refused."""

    team: str
    chair: str
    document: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """not_computable (and what is missing) · tied (who) · proposed (who) · confirmed."""

    state: str
    teams: tuple[str, ...]
    missing: tuple[str, ...]


def proposal(state: State) -> Proposal:
    """What the official results say about the cup; only official contests count."""
    missing = tuple(row.title for row in lines(state) if not row.outside and state.contests[row.id].state != "official")
    if missing or not lines(state):
        return Proposal("not_computable", (), missing)
    if state.cup is not None:
        return Proposal("confirmed", (state.cup.team,), ())
    cup = scoring.score(parsed(state, upto="official")).cup
    if cup is None:
        return Proposal("not_computable", (), ())
    return Proposal(cup.state, tuple(cup.teams), ())


def confirm(state: State, command: ConfirmCup, _by: str) -> list[Fact]:
    found = proposal(state)
    if found.state not in ("proposed", "confirmed"):
        raise Refusal("cup_not_computable", missing=list(found.missing), tied=list(found.teams))
    if found.teams != (command.team,):
        raise Refusal("cup_other_winner", winner=state.teams[found.teams[0]].title)
    if not command.chair.strip():
        raise Refusal("chair_needed", "chair")
    if not command.document.strip():
        raise Refusal("document_needed", "document")
    if found.state == "confirmed":
        return []
    chair, document = free_text(command.chair, "chair", PHRASE), free_text(command.document, "document", PHRASE)
    return [CupConfirmed(command.team, chair, document)]
