"""The commission admits, admits until an hour, or refuses with the clause it rests on; for all his contests or some."""

from dataclasses import dataclass

from spartakiad.competition.applied import Admission
from spartakiad.competition.decide.lineups import out_of_lineups
from spartakiad.competition.expiries import check_papers_hold
from spartakiad.competition.facts import AdmissionDecided, Fact
from spartakiad.competition.papers_required import papers_required
from spartakiad.competition.programme import lines
from spartakiad.competition.state import State
from spartakiad.competition.texts import SENTENCE, free_text, is_moment
from spartakiad.errors import Refusal

_COMES_IN = ("admitted", "until")


@dataclass(frozen=True, slots=True)
class Admit:
    """`until`: a moment of Moscow; `lacks`: documents that were not there; `barred`: contests he is kept out of."""

    athlete: str
    verdict: str
    until: str = ""
    clause: str = ""
    reason: str = ""
    lacks: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()


def admit(state: State, command: Admit, _by: str) -> list[Fact]:
    if command.athlete not in state.athletes:
        raise Refusal("not_found")
    if command.verdict not in ("pending", "admitted", "until", "refused", "withdrawn"):
        raise Refusal("bad_choice", "verdict")
    if command.verdict == "until" and not is_moment(command.until):
        raise Refusal("bad_time" if command.until.strip() else "required", "until")
    _check_grounds(command)
    decided = _decided(state, command)
    if state.admission(command.athlete) == decided:
        return []
    _check_official(state, command.athlete, decided)
    if decided.state == "admitted":
        check_papers_hold(state, command.athlete, decided.barred)
    lacks = " ".join(decided.lacks)
    kept = (decided.state, decided.until, decided.clause, decided.reason)
    gone = out_of_lineups(state, command.athlete) if decided.state in ("refused", "withdrawn") else []
    return [AdmissionDecided(command.athlete, *kept, lacks, decided.barred), *gone]


def _check_grounds(command: Admit) -> None:
    """A refusal rests on a clause and a reason, also where it is for some contests only."""
    refuses = command.verdict == "refused" or (command.verdict in _COMES_IN and command.barred)
    if refuses and not command.clause.strip():
        raise Refusal("clause_needed", "clause")
    if refuses and not command.reason.strip():
        raise Refusal("reason_needed", "reason")


def _decided(state: State, command: Admit) -> Admission:
    """Only what belongs to the verdict: an hour for «until», grounds for a refusal or a condition."""
    comes_in = command.verdict in _COMES_IN
    entered = [one.id for one in lines(state) if (one.id, command.athlete) in state.entries]
    barred = tuple(one for one in entered if one in command.barred) if comes_in else ()
    explained = command.verdict in ("refused", "until") or bool(barred)
    known = papers_required(state.regulation)
    return Admission(
        command.verdict,
        command.until if command.verdict == "until" else "",
        free_text(command.clause, "clause", 40) if explained else "",
        free_text(command.reason, "reason", SENTENCE) if explained else "",
        tuple(one.id for one in known if one.id in command.lacks),
        barred,
    )


def _check_official(state: State, athlete: str, decided: Admission) -> None:
    """Whether he is in or out of an official result is not changed from the commission's desk."""
    for line in lines(state):
        if (line.id, athlete) not in state.entries or state.contests[line.id].state != "official":
            continue
        comes_in = decided.state in _COMES_IN and line.id not in decided.barred
        if comes_in != state.is_admitted(athlete, line.id):
            raise Refusal("admission_official", contest=line.title)
