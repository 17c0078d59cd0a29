"""Where the work of each role begins."""

from collections.abc import Callable, Mapping

from spartakiad.accounts.roles import Held, Me, Role
from spartakiad.competition.memory import Now

HOMES: Mapping[Role, Callable[[Held], str]] = {
    Role.CAPTAIN: lambda held: f"/team/{held.games}/{held.team}",
    Role.COACH: lambda held: f"/team/{held.games}/{held.team}/contests/{held.contest}",
    Role.JUDGE: lambda held: f"/judge/{held.games}",
    Role.SPORT_CHIEF: lambda held: f"/judge/{held.games}",
    Role.SPORT_SECRETARY: lambda held: f"/judge/{held.games}",
    Role.CHIEF_SECRETARY: lambda held: f"/office/{held.games}",
    Role.OPERATOR: lambda held: f"/office/{held.games}",
    Role.CHIEF_JUDGE: lambda held: f"/office/{held.games}/cup",
    Role.COMMISSION: lambda held: f"/office/{held.games}/admission",
    Role.OFFICE: lambda held: "/office",
    Role.ADMIN: lambda held: "/admin",
}


def home_of(me: Me, games: Mapping[str, Now]) -> str:
    """A coach whose contest was taken out has the notices left."""
    if not me.roles:
        return "/"
    first = me.roles[0]
    own = games.get(first.games)
    if first.role is Role.COACH and own and first.contest not in own.state.contests:
        return f"/me/notices/{first.games}"
    return HOMES[first.role](first)
