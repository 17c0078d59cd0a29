"""«Предварительная заявка»: how many a team expects to bring, while nobody of it is named."""

from dataclasses import dataclass

from spartakiad.competition.application_facts import PeopleForeseen
from spartakiad.competition.applied import Foreseen
from spartakiad.competition.decide.delegations import TAKING
from spartakiad.competition.facts import Fact
from spartakiad.competition.programme import team_of
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

KINDS = ("women", "men", "officials")
MOST = 500  # of each kind: more people than a whole Games has


@dataclass(frozen=True, slots=True)
class Foresee:
    """All of them 0: nothing is said any longer."""

    team: str
    women: int
    men: int
    officials: int


def foresee(state: State, command: Foresee, _by: str) -> list[Fact]:
    """Until somebody is named: from then on the application itself says it."""
    team = team_of(state, command.team)
    if state.state not in TAKING:
        raise Refusal("entries_closed", state=state.state)
    if state.athletes_of(team.slug):
        raise Refusal("people_named")
    for name in KINDS:
        if not 0 <= getattr(command, name) <= MOST:
            raise Refusal("bad_foreseen", f"foreseen-{name}", limit=MOST)
    told = (command.women, command.men, command.officials)
    if Foreseen(*told) == (team.foreseen or Foreseen(0, 0, 0)):
        return []
    return [PeopleForeseen(team.slug, *told)]
