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

AWAY = ("withdrew", "no_show")  # how a team may be absent, in the engine's words


@dataclass(frozen=True, slots=True)
class Scratch:
    """`who`: whoever said so, by name. `athlete` may be the team itself, where teams compete, `absence` one of AWAY.

    `stands_in`: the secretariat does it.
    """

    contest: str
    athlete: str
    team: str
    reason: str
    who: str
    absence: str = ""
    stands_in: bool = False


@dataclass(frozen=True, slots=True)
class TakeScratchBack:
    contest: str
    athlete: str
    team: str
    stands_in: bool = False


def scratch(state: State, command: Scratch, _by: str) -> list[Fact]:
    """From the start list on, until his first result; said otherwise, the latest stands. Before, it is withdrawn."""
    entry = _entry(state, command.contest, command.athlete, command.team)
    title = line(state, command.contest).title
    if state.how_far(entry.contest, entry.part).state == "planned":
        raise Refusal("scratch_early", "scratched", contest=title)
    if too_late(state, entry):
        raise Refusal("scratch_late", "scratched", contest=title)
    if for_secretariat(state, entry) and not command.stands_in:
        raise Refusal("scratch_by_office", "scratched", contest=title)
    absence = _absence(state, command)
    reason, who = free_text(command.reason, "scratch-reason", SENTENCE), free_text(command.who, "scratch-who", PHRASE)
    if not reason:
        raise Refusal("reason_needed", "scratch-reason")
    if not who:
        raise Refusal("required", "scratch-who")
    standing = state.scratches.get((entry.contest, entry.entrant))
    if standing and (standing.reason, standing.who, standing.absence) == (reason, who, absence):
        return []
    return [EntryScratched(entry.contest, entry.entrant, reason, who, absence)]


def take_back(state: State, command: TakeScratchBack, _by: str) -> list[Fact]:
    """Until the results are posted: whoever ran although he was scratched may be let back in."""
    entry = state.entries.get((command.contest, command.athlete))
    if entry is None or entry.team != command.team:
        raise Refusal("not_found")
    if (entry.contest, entry.entrant) not in state.scratches:
        return []
    if state.how_far(entry.contest, entry.part).state in ("posted", "official"):
        raise Refusal("scratch_late", "scratched", contest=line(state, command.contest).title)
    if for_secretariat(state, entry) and not command.stands_in:
        raise Refusal("scratch_by_office", "scratched", contest=line(state, command.contest).title)
    return [ScratchTakenBack(entry.contest, entry.entrant)]


def too_late(state: State, entry: Entry) -> bool:
    """A team may leave a tournament between two matches; whoever has shown a result has started."""
    if entry.entrant in state.teams and line(state, entry.contest).by_matches:
        return state.how_far(entry.contest, entry.part).state in ("posted", "official")
    return has_competed(state, entry)


def for_secretariat(state: State, entry: Entry) -> bool:
    """Once a contest has begun its team does not take itself off it: others' results hang on that."""
    return entry.entrant in state.teams and state.how_far(entry.contest, entry.part).state != "start_list"


def _absence(state: State, command: Scratch) -> str:
    if command.athlete not in state.teams:
        return ""
    if command.absence not in AWAY:
        raise Refusal("bad_choice" if command.absence else "choice_needed", "scratch-how")
    return command.absence


def _entry(state: State, contest: str, athlete: str, team: str) -> Entry:
    """Of an athlete of this team who starts there, or of it. Raises Refusal not_found, choice_needed or bad_choice."""
    line(state, contest)
    if not athlete:
        raise Refusal("choice_needed", "scratched")
    entry = state.entries.get((contest, athlete))
    if entry is None or entry.team != team or entry.role == "reserve":
        raise Refusal("bad_choice", "scratched")
    there = athlete in state.teams or takes_part(state, entry) or (contest, athlete) in state.scratches
    if not there:
        raise Refusal("bad_choice", "scratched")  # the commission keeps him out already
    return entry
