"""Protests: filed with the hour of the paper, decided once, with a reason and the names of the jury."""

from dataclasses import dataclass

from spartakiad.competition.decide.effects import check_claim
from spartakiad.competition.decide.effects import effect as effected
from spartakiad.competition.facts import Fact
from spartakiad.competition.programme import line
from spartakiad.competition.protest_facts import ProtestDecided, ProtestFiled
from spartakiad.competition.signed import NO_CLAIM, Claim, Grounds, Protest
from spartakiad.competition.state import State
from spartakiad.competition.texts import PHRASE, SENTENCE, free_text, is_moment
from spartakiad.errors import Refusal

VERDICTS = ("upheld", "rejected", "withdrawn")


@dataclass(frozen=True, slots=True)
class FileProtest:
    """As in ProtestFiled."""

    contest: str
    team: str
    received: str
    clause: str
    text: str
    claim: Claim = NO_CLAIM
    fee: str = ""


@dataclass(frozen=True, slots=True)
class DecideProtest:
    number: int
    verdict: str
    reason: str
    jury: str
    effect: Claim = NO_CLAIM


def file(state: State, command: FileProtest, _by: str) -> list[Fact]:
    """The same paper handed in once more is nothing. Raises Refusal protest_after_end once the Games are closed."""
    if state.state == "closed":
        raise Refusal("protest_after_end")
    contest = line(state, command.contest)
    if command.team not in state.teams:
        raise Refusal("bad_choice" if command.team else "choice_needed", "team")
    if not is_moment(command.received):
        raise Refusal("bad_date", "received", example="18.02.2027 12:40")
    text = free_text(command.text, "protest_text", SENTENCE)
    if not text:
        raise Refusal("required", "protest_text")
    clause = free_text(command.clause, "clause", 40)
    fee = free_text(command.fee, "fee", 40)
    check_claim(state, contest.id, command.claim)
    number, claim = len(state.protests) + 1, _said(command.claim)
    filed = ProtestFiled(number, contest.id, command.team, command.received, clause, text, *claim, fee)
    known = _same_paper(state, filed)
    if known and (known.claim.kind, known.claim.entrant, known.claim.raw) != (filed.claim, filed.entrant, filed.raw):
        raise Refusal("protest_known", number=known.number)
    return [] if known else [filed]


def _same_paper(state: State, filed: ProtestFiled) -> Protest | None:
    """The protest that was filed from this paper already."""
    told = (filed.contest, filed.team, filed.received, filed.text)
    papers = {
        (one.contest, one.team, f"{one.received:%Y-%m-%dT%H:%M}", one.text): one for one in state.protests.values()
    }
    return papers.get(told)


def decide_protest(state: State, command: DecideProtest, by: str) -> list[Fact]:
    """One that is upheld brings its effect with it."""
    protest = state.protests.get(command.number)
    if protest is None:
        raise Refusal("not_found")
    if command.verdict not in VERDICTS:
        raise Refusal("bad_choice" if command.verdict else "choice_needed", "verdict")
    reason, jury = free_text(command.reason, "reason", SENTENCE), free_text(command.jury, "jury", PHRASE)
    if (protest.verdict, protest.reason, protest.jury) == (command.verdict, reason, jury):
        return []
    if protest.verdict:
        raise Refusal("protest_decided", number=protest.number)
    if command.verdict != "withdrawn" and not reason:
        raise Refusal("reason_needed", "reason")
    if command.verdict != "withdrawn" and not jury:
        raise Refusal("required", "jury")
    effect = command.effect if command.verdict == "upheld" else NO_CLAIM
    grounds = Grounds(jury, f"решение по протесту № {protest.number}", reason, protest.number)
    followed = effected(state, protest.contest, effect, grounds, by)
    return [ProtestDecided(protest.number, command.verdict, reason, jury, *_said(effect)), *followed]


def _said(claim: Claim) -> tuple[str, str, str]:
    """As facts keep it. Raises Refusal too_long."""
    return claim.kind, claim.entrant, free_text(claim.raw, "raw", PHRASE)
