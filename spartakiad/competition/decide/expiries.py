"""Until when a paper of an athlete holds: a captain says it, the commission reads it off the paper."""

from dataclasses import dataclass
from datetime import date

from spartakiad.competition.application_facts import PaperDated
from spartakiad.competition.applied import PaperEnd
from spartakiad.competition.expiries import ending
from spartakiad.competition.facts import Fact
from spartakiad.competition.state import State
from spartakiad.errors import Refusal


@dataclass(frozen=True, slots=True)
class DatePaper:
    """`ends` None: nothing is said of it any longer. `seen`: the commission had the paper before it."""

    athlete: str
    team: str
    paper: str
    ends: date | None
    seen: bool = False


def date_paper(state: State, command: DatePaper, _by: str) -> list[Fact]:
    """What the commission has seen no captain changes. Raises Refusal paper_seen, not_found."""
    known = state.athletes.get(command.athlete)
    if known is None or known.team != command.team or command.paper not in {one.id for one in ending(state)}:
        raise Refusal("not_found")
    before = next((one for one in known.papers if one.paper == command.paper), PaperEnd(command.paper))
    if before.ends == command.ends:
        return []
    if before.seen and not command.seen:
        raise Refusal("paper_seen", f"ends-{command.paper}")
    ends = command.ends.isoformat() if command.ends else ""
    return [PaperDated(command.athlete, command.paper, command.seen, ends)]
