"""Notices: numbered, addressed, and read by those whom they are for."""

from dataclasses import dataclass

from spartakiad.competition.facts import Fact
from spartakiad.competition.paper_facts import NoticeGiven, NoticeSeen
from spartakiad.competition.state import State
from spartakiad.competition.texts import SENTENCE, free_text
from spartakiad.errors import Refusal

ALL, CAPTAINS, JUDGES = "all", "captains", "judges"


@dataclass(frozen=True, slots=True)
class GiveNotice:
    """`to` as in NoticeGiven."""

    to: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class SeeNotice:
    number: int


def give(state: State, command: GiveNotice, _by: str) -> list[Fact]:
    """The same as the last one said again is nothing."""
    text = free_text(command.text, "text", SENTENCE)
    if not text:
        raise Refusal("required", "text")
    if not command.to:
        raise Refusal("choice_needed", "to")
    if not set(command.to) <= audiences(state):
        raise Refusal("bad_choice", "to")
    to, last = tuple(dict.fromkeys(command.to)), state.notices.get(len(state.notices))
    if last and (last.to, last.text) == (to, text):
        return []
    return [NoticeGiven(len(state.notices) + 1, to, text)]


def see(state: State, command: SeeNotice, by: str) -> list[Fact]:
    notice = state.notices.get(command.number)
    if notice is None:
        raise Refusal("not_found")
    return [] if by in notice.seen else [NoticeSeen(command.number, by)]


def audiences(state: State) -> set[str]:
    """Everybody a notice can be for."""
    teams = {f"team:{team}" for team in state.teams}
    return {ALL, CAPTAINS, JUDGES, *teams, *(f"contest:{contest}" for contest in state.contests)}
