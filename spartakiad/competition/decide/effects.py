"""What follows from a protest that is upheld, in the facts of a correction or of a signed decision."""

from spartakiad.competition.decide.corrections import CLOSED, CorrectMark, correct
from spartakiad.competition.decide.decisions import Remove, remove
from spartakiad.competition.decide.marks import EnterMark, enter, stage_of
from spartakiad.competition.facts import Fact
from spartakiad.competition.matches import is_match
from spartakiad.competition.programme import line
from spartakiad.competition.signed import Claim, Grounds
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

CLAIMS = ("value", "out", "vacate", "annul")
_OUT = "дискв"


def check_claim(state: State, contest: str, claim: Claim) -> None:
    """Raises Refusal for a claim about nobody, or that says no value."""
    if not claim.kind:
        return
    if claim.kind not in CLAIMS:
        raise Refusal("bad_choice", "claim")
    if (contest, claim.entrant) not in state.entries and not is_match(claim.entrant):
        raise Refusal("required", "who")
    if claim.kind == "value" and not claim.raw.strip():
        raise Refusal("required", "raw")


def effect(state: State, contest: str, claim: Claim, paper: Grounds, by: str) -> list[Fact]:
    """Raises Refusal as the correction or the decision by itself would."""
    check_claim(state, contest, claim)
    if not claim.kind:
        return []
    if claim.kind in ("vacate", "annul"):
        return remove(state, Remove(contest, claim.entrant, claim.kind, paper), by)
    return _corrected(state, contest, claim, paper, by)


def _corrected(state: State, contest: str, claim: Claim, paper: Grounds, by: str) -> list[Fact]:
    """While results are taken the value is entered like any other; afterwards it is a correction."""
    whole, entry = line(state, contest), state.entries.get((contest, claim.entrant))
    found = whole.list_of(entry.part) if entry else whole
    mark = state.marks.get((contest, found.part, stage_of(state, found, claim.entrant), claim.entrant))
    raw, version = (claim.raw if claim.kind == "value" else _OUT), mark.version if mark else 0
    standing = state.how_far(contest, found.part).state
    if standing not in CLOSED:
        return enter(state, EnterMark(contest, claim.entrant, raw, version, sure=True), by)
    return correct(state, CorrectMark(contest, claim.entrant, raw, version, standing, paper.document, sure=True), by)
