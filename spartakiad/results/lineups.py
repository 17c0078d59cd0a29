"""Who competed for each team, by names that everybody may see."""

from collections.abc import Mapping

from spartakiad.competition.programme import Line
from spartakiad.competition.state import State
from spartakiad.people.names import PublicName


def lineups(state: State, found: Line, public: Mapping[str, PublicName]) -> tuple[tuple[str, str], ...]:
    """Team and names in the order of the legs, «1. Лыжина Анна, 2. Участник № 27, Псков», in the order teams joined."""
    told = []
    for team in state.teams.values():
        named = state.lineups.get((found.id, found.part, team.slug), ())
        if named and (found.id, team.slug) in state.entries:
            names = [f"{leg}. {public[one].text}" for leg, one in enumerate(named, 1) if one in public]
            bench = state.benches.get((found.id, found.part, team.slug), ())
            waiting = [public[one].text for one in bench if one in public]
            reserves = f"; {'запасные' if len(waiting) > 1 else 'запасной'}: {', '.join(waiting)}" if waiting else ""
            told.append((team.title, ", ".join(names) + reserves))
    return tuple(told)
