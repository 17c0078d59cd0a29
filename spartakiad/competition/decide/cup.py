"""The challenge cup: proposed by the engine, confirmed by the chief judge of the Games, handed over by people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import scoring
from spartakiad.competition.bibs import worn
from spartakiad.competition.cup_facts import CupConfirmed, CupDecided, CupHandedOver
from spartakiad.competition.decide.contests import uncompared
from spartakiad.competition.document import parsed
from spartakiad.competition.facts import Fact
from spartakiad.competition.outcomes import outcomes
from spartakiad.competition.programme import Line, lines
from spartakiad.competition.signed import Handing
from spartakiad.competition.state import State
from spartakiad.competition.texts import PHRASE, SENTENCE, free_text
from spartakiad.errors import Refusal

HOW = ("organisers", "lot")
DECIDED = ("confirmed", "revised", "handed_over")


@dataclass(frozen=True, slots=True)
class DecideCup:
    """`among`: the teams that shared the first place when the decision was written."""

    team: str
    among: tuple[str, ...]
    how: str
    jury: str
    document: str


@dataclass(frozen=True, slots=True)
class ConfirmCup:
    """`team`: the winner the judge saw when he confirmed; another one by now is refused."""

    team: str
    chair: str
    document: str
    reserved: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HandOverCup:
    on_day: date
    giver: str
    receiver: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """not_computable (and what is missing) · tied (who) · proposed · reserved (and why) · confirmed · revised ·
    handed_over.

    `before`: the team that was confirmed when the results said something else; it has to be confirmed anew.
    """

    state: str
    teams: tuple[str, ...]
    missing: tuple[str, ...]
    reservations: tuple[tuple[str, str], ...] = ()
    before: str = ""


def proposal(state: State, result: scoring.Result | None = None) -> Proposal:
    """What the official results say about the cup; only official contests count, cancelled ones are not waited for.

    `result` of this state saves scoring it: where all that counts is official, nothing else is in its cup either.
    """
    counting = [row for row in lines(state) if not row.outside and row.id not in state.cancelled]
    missing = tuple(row.title for row in counting if state.contests[row.id].state != "official")
    before = state.cup.team if state.cup else ""
    early = _early(state, counting, missing)
    if early:
        return early
    if missing or not counting:
        return Proposal("not_computable", (), missing, before=before)
    cup = (result or scoring.score(parsed(state, upto="official"))).cup
    if cup is None or cup.state == "not_computable":
        return Proposal("not_computable", (), (), before=before)
    if state.cup and cup.state == "proposed" and cup.teams == (before,):
        standing = "handed_over" if state.cup.handed else "revised" if state.cup.revised else "confirmed"
        return Proposal(standing, cup.teams, ())
    reservations = tuple(_reservations(state, counting)) if cup.state == "proposed" else ()
    return Proposal("reserved" if reservations else cup.state, cup.teams, (), reservations, before)


def _early(state: State, counting: list[Line], missing: tuple[str, ...]) -> Proposal | None:
    """All has ended, something is not official yet, and whatever comes of it the cup goes to the same team."""
    waiting = [row for row in counting if state.contests[row.id].state != "official"]
    cup = state.regulation.get("cup")
    if not missing or not cup or any(state.contests[row.id].state != "posted" for row in waiting):
        return None
    found = outcomes(state, tuple(row.id for row in counting)).stakes(str(cup["standing"]))
    first = found.clinched if found else None
    if first is None:
        return None
    before = state.cup.team if state.cup else ""
    if state.cup and before == first:
        return Proposal("handed_over" if state.cup.handed else "confirmed", (first,), ())
    told = [("posted", row.title) for row in waiting]
    return Proposal("reserved", (first,), (), (*told, *_reservations(state, counting)), before)


def _reservations(state: State, counting: list[Line]) -> Iterator[tuple[str, str]]:
    """What is official and may still change: protests that wait, athletes admitted only until a paper comes."""
    titles = {row.id: row.title for row in counting}
    for protest in state.protests.values():
        if protest.contest in titles and not protest.verdict:
            yield "protest", f"{protest.number}, {titles[protest.contest]}"
    for row in counting:
        for entrant in uncompared(state, row):
            yield "correction", f"{worn(state, row.id, entrant)}, {row.title}"
    for entry in state.entries.values():
        if entry.contest in titles and state.admission(entry.entrant).state == "until":
            yield "until", f"{entry.entrant} ({state.teams[entry.team].title}), {titles[entry.contest]}"


def decide_cup(state: State, command: DecideCup, _by: str) -> list[Fact]:
    """Exactly those who share the first place now, and one of them."""
    found = proposal(state)
    if found.state != "tied" or set(command.among) != set(found.teams):
        raise Refusal("cup_not_tied")
    if command.team not in found.teams:
        raise Refusal("choice_needed", "team")
    if command.how not in HOW:
        raise Refusal("choice_needed", "how")
    jury, document = free_text(command.jury, "jury", SENTENCE), free_text(command.document, "document", PHRASE)
    if not jury:
        raise Refusal("required", "jury")
    if not document:
        raise Refusal("document_needed", "document")
    return [CupDecided(command.team, tuple(sorted(found.teams)), command.how, jury, document)]


def confirm(state: State, command: ConfirmCup, _by: str) -> list[Fact]:
    found = proposal(state)
    if found.state in ("not_computable", "tied"):
        raise Refusal("cup_not_computable", missing=list(found.missing), tied=list(found.teams))
    if found.teams != (command.team,):
        raise Refusal("cup_other_winner", winner=state.teams[found.teams[0]].title)
    chair, document = free_text(command.chair, "chair", PHRASE), free_text(command.document, "document", PHRASE)
    reason = free_text(command.reason, "reason", SENTENCE)
    if not chair:
        raise Refusal("chair_needed", "chair")
    if not document:
        raise Refusal("document_needed", "document")
    if found.state in DECIDED:
        return []
    if found.before and not reason:
        raise Refusal("reason_needed", "reason")
    if found.reservations and not command.reserved:
        raise Refusal("reservation_unsaid", "reserved")
    return [CupConfirmed(command.team, chair, document, bool(found.reservations), reason)]


def hand_over(state: State, command: HandOverCup, _by: str) -> list[Fact]:
    found = proposal(state)
    if found.state not in DECIDED or state.cup is None:
        raise Refusal("cup_not_confirmed")
    receiver = free_text(command.receiver, "receiver", PHRASE)
    if not receiver:
        raise Refusal("required", "receiver")
    handed = Handing(command.on_day.isoformat(), free_text(command.giver, "giver", PHRASE), receiver)
    if state.cup.handed == handed:
        return []
    return [CupHandedOver(state.cup.team, handed.on_day, handed.giver, handed.receiver)]
