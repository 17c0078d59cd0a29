"""How an entrant is called in a sentence to those who know no names: by his number, a team or a match by its title."""

from spartakiad.competition.bibs import worn
from spartakiad.competition.matches import is_match, sides_of
from spartakiad.competition.state import State


def called(state: State, contest: str, entrant: str) -> str:
    """«№ 12», «Псков», «Псков – Вологда»."""
    if is_match(entrant):
        return " – ".join(called(state, contest, side) for side in sides_of(state, contest, entrant) or ())
    return state.teams[entrant].title if entrant in state.teams else f"№ {worn(state, contest, entrant)}"
