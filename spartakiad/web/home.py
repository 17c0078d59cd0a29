"""Where the work of each role begins."""

from collections.abc import Callable, Mapping

from spartakiad.accounts.roles import Held, Me, Role

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


def home_of(me: Me) -> str:
    return HOMES[me.roles[0].role](me.roles[0]) if me.roles else "/"
