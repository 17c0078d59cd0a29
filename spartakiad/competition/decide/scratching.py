"""«Снят»: whoever is in the start list does not start after all; his number stays his, and so does his line."""

from dataclasses import dataclass

from spartakiad.competition.application_facts import EntryScratched, ScratchTakenBack
from spartakiad.competition.applied import Entry
from spartakiad.competition.decide.replacing import has_competed
from spartakiad.competition.document import takes_part
from spartakiad.competition.facts import Fact
from spartakiad.competition.programme import line
from spartakiad.competition.state import State
from spartakiad.competition.texts import PHRASE, SENTENCE, free_text
from spartakiad.errors import Refusal


@dataclass(frozen=True, slots=True)
class Scratch:
    """`who`: whoever said so, by name."""

    contest: str
    athlete: str
    team: str
    reason: str
    who: str


@dataclass(frozen=True, slots=True)
class TakeScratchBack:
    contest: str
    athlete: str
    team: str


def scratch(state: State, command: Scratch, _by: str) -> list[Fact]:
    """From the start list on, until his first result; said otherwise, the latest stands. Before, it is withdrawn."""
    entry = _entry(state, command.contest, command.athlete, command.team)
    title = line(state, command.contest).title
    if state.how_far(entry.contest, entry.part).state == "planned":
        raise Refusal("scratch_early", "scratched", contest=title)
    if has_competed(state, entry):
        raise Refusal("scratch_late", "scratched", contest=title)
    reason, who = free_text(command.reason, "scratch-reason", SENTENCE), free_text(command.who, "scratch-who", PHRASE)
    if not reason:
        raise Refusal("reason_needed", "scratch-reason")
    if not who:
        raise Refusal("required", "scratch-who")
    standing = state.scratches.get((entry.contest, entry.entrant))
    if standing and (standing.reason, standing.who) == (reason, who):
        return []
    return [EntryScratched(entry.contest, entry.entrant, reason, who)]


def take_back(state: State, command: TakeScratchBack, _by: str) -> list[Fact]:
    """Until the results are posted: whoever ran although he was scratched may be let back in."""
    entry = state.entries.get((command.contest, command.athlete))
    if entry is None or entry.team != command.team:
        raise Refusal("not_found")
    if (entry.contest, entry.entrant) not in state.scratches:
        return []
    if state.how_far(entry.contest, entry.part).state in ("posted", "official"):
        raise Refusal("scratch_late", "scratched", contest=line(state, command.contest).title)
    return [ScratchTakenBack(entry.contest, entry.entrant)]


def _entry(state: State, contest: str, athlete: str, team: str) -> Entry:
    """Of an athlete of this team who starts there. Raises Refusal not_found, choice_needed or bad_choice."""
    line(state, contest)
    if not athlete:
        raise Refusal("choice_needed", "scratched")
    entry = state.entries.get((contest, athlete))
    if entry is None or entry.team != team or entry.role == "reserve" or athlete not in state.athletes:
        raise Refusal("bad_choice", "scratched")
    if not takes_part(state, entry) and (contest, athlete) not in state.scratches:
        raise Refusal("bad_choice", "scratched")  # the commission keeps him out already
    return entry
