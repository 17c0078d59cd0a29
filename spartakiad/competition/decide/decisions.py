"""Decisions that people sign where the regulation asks for one: each names its paper and who took it."""

from dataclasses import dataclass, replace
from fractions import Fraction

import scoring
from scoring.numbers import read_number
from spartakiad.competition.decide.corrections import CLOSED, restated
from spartakiad.competition.decision_facts import DecisionLifted, DecisionSigned
from spartakiad.competition.document import parsed
from spartakiad.competition.facts import Fact
from spartakiad.competition.matches import is_match, sides_of, unit_of
from spartakiad.competition.programme import line
from spartakiad.competition.signed import Grounds
from spartakiad.competition.state import State
from spartakiad.competition.texts import PHRASE, SENTENCE, free_text
from spartakiad.competition.undecided import Undecided, undecided
from spartakiad.errors import Refusal

HOW = ("order", "lot")
_MOST_POINTS = 1000


@dataclass(frozen=True, slots=True)
class TellApart:
    """`order`: the equals of `where`, the best first. `how`: order (decided by people) or lot."""

    where: Undecided
    order: tuple[str, ...]
    how: str
    paper: Grounds


@dataclass(frozen=True, slots=True)
class Remove:
    """`how`: vacate – the place stays empty; annul – all matches of the entrant are void, or the match it names."""

    contest: str
    entrant: str
    how: str
    paper: Grounds


@dataclass(frozen=True, slots=True)
class Adjust:
    """Points added to a team's total, or taken from it: "-10", "1/2"; within a contest or, where it is "", outside."""

    team: str
    contest: str
    points: str
    paper: Grounds


@dataclass(frozen=True, slots=True)
class Lift:
    number: int
    reason: str


def tell_apart(state: State, command: TellApart, _by: str) -> list[Fact]:
    """For exactly the equals that there are now; a later result that splits them otherwise lets it lapse."""
    where = command.where
    if where not in undecided(scoring.score(parsed(state, upto=state.public_from))):
        raise Refusal("tie_gone")
    if tuple(sorted(command.order)) != where.names:
        raise Refusal("order_incomplete", "order")
    if command.how not in HOW:
        raise Refusal("choice_needed", "how")
    order = tuple((name,) for name in command.order)
    return _signed(
        state, command.paper, DecisionSigned(0, command.how, where.contest, where.standing, order, where.among)
    )


def remove(state: State, command: Remove, _by: str) -> list[Fact]:
    found = line(state, command.contest)
    if command.how not in ("vacate", "annul"):
        raise Refusal("choice_needed", "how")
    if command.how == "annul" and not found.by_matches:
        raise Refusal("nothing_to_annul", "how", contest=found.title)
    if command.how == "vacate" and found.by_matches:
        raise Refusal("nothing_to_vacate", "how", contest=found.title)
    of_match = is_match(command.entrant)
    if of_match and not sides_of(state, found.id, command.entrant):
        raise Refusal("not_found")
    if not of_match and (found.id, command.entrant) not in state.entries:
        raise Refusal("choice_needed", "entrant")
    entrant, unit = ("", unit_of(command.entrant)) if of_match else (command.entrant, "")
    return _signed(state, command.paper, DecisionSigned(0, command.how, found.id, entrant=entrant, unit=unit))


def adjust(state: State, command: Adjust, _by: str) -> list[Fact]:
    if command.team not in state.teams:
        raise Refusal("choice_needed", "team")
    if command.contest:
        line(state, command.contest)
    points = read_number(command.points.strip().removeprefix("+").replace(",", ".").replace("−", "-"))
    if points is None or not 0 < abs(Fraction(points)) <= _MOST_POINTS:
        raise Refusal("bad_points", "points")
    exact = str(Fraction(points))
    return _signed(
        state, command.paper, DecisionSigned(0, "adjust", command.contest, entrant=command.team, points=exact)
    )


def lift(state: State, command: Lift, _by: str) -> list[Fact]:
    decision = state.decisions.get(command.number)
    if decision is None:
        raise Refusal("not_found")
    if decision.lifted:
        return []
    if state.state == "closed":
        raise Refusal("games_closed")
    reason = free_text(command.reason, "reason", SENTENCE)
    if not reason:
        raise Refusal("reason_needed", "reason")
    return [DecisionLifted(command.number, reason), *_revised(state, decision.contest, reason)]


def _signed(state: State, paper: Grounds, decision: DecisionSigned) -> list[Fact]:
    """The decision with its paper; the same one, while it holds, is not signed twice.

    Raises Refusal games_closed, required or document_needed.
    """
    if state.state == "closed":
        raise Refusal("games_closed")
    jury, document = free_text(paper.jury, "jury", SENTENCE), free_text(paper.document, "document", PHRASE)
    if not jury:
        raise Refusal("required", "jury")
    if not document:
        raise Refusal("document_needed", "document")
    about = (decision.what, decision.contest, decision.standing, decision.order)
    if (*about, decision.entrant, decision.unit, decision.points) in [
        one.said for one in state.decisions.values() if not one.lifted
    ]:
        return []
    reason, number = free_text(paper.reason, "reason", SENTENCE), len(state.decisions) + 1
    signed = replace(decision, number=number, document=document, protest=paper.protest, reason=reason, jury=jury)
    return [signed, *_revised(state, signed.contest, document)]


def _revised(state: State, contest: str, why: str) -> list[Fact]:
    """A decision about a result that was posted or official makes another sheet of it."""
    if not contest or state.contests[contest].state not in CLOSED:
        return []
    return [restated(state, line(state, contest), why)]
