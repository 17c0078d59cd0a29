"""The commission admits, admits until an hour, or refuses with the clause it rests on."""

from dataclasses import dataclass

from spartakiad.competition.facts import AdmissionDecided, Fact
from spartakiad.competition.programme import lines
from spartakiad.competition.state import Admission, State
from spartakiad.competition.texts import SENTENCE, an_hour, free_text
from spartakiad.errors import Refusal


@dataclass(frozen=True, slots=True)
class Admit:
    athlete: str
    verdict: str
    until: str = ""
    clause: str = ""
    reason: str = ""


def admit(state: State, command: Admit, _by: str) -> list[Fact]:
    if command.athlete not in state.athletes:
        raise Refusal("not_found")
    if command.verdict not in ("admitted", "until", "refused", "withdrawn"):
        raise Refusal("bad_choice", "verdict")
    if command.verdict == "refused" and not command.clause.strip():
        raise Refusal("clause_needed", "clause")
    if command.verdict == "refused" and not command.reason.strip():
        raise Refusal("reason_needed", "reason")
    decided = Admission(command.verdict, *_kept(command))
    if state.admission(command.athlete) == decided:
        return []
    _check_official(state, command)
    return [AdmissionDecided(command.athlete, decided.state, decided.until, decided.clause, decided.reason)]


def _kept(command: Admit) -> tuple[str, str, str]:
    """Only what belongs to the verdict: an hour for «until», clause and reason for a refusal or a condition."""
    until = an_hour(command.until, "until") if command.verdict == "until" else ""
    if command.verdict in ("refused", "until"):
        return until, free_text(command.clause, "clause", 40), free_text(command.reason, "reason", SENTENCE)
    return until, "", ""


def _check_official(state: State, command: Admit) -> None:
    """Whether he is in or out of an official result is not changed from the commission's desk."""
    comes_in = command.verdict in ("admitted", "until")
    if comes_in == state.is_admitted(command.athlete):
        return
    for one in lines(state):
        official = state.contests[one.id].state == "official"
        if official and (one.id, command.athlete) in state.entries:
            raise Refusal("admission_official", contest=one.title)
