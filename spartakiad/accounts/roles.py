"""Roles and where each holds."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Role(StrEnum):
    CAPTAIN = "captain"
    COACH = "coach"
    JUDGE = "judge"
    SPORT_CHIEF = "sport_chief"
    SPORT_SECRETARY = "sport_secretary"
    CHIEF_SECRETARY = "chief_secretary"
    OPERATOR = "operator"
    CHIEF_JUDGE = "chief_judge"
    COMMISSION = "commission"
    OFFICE = "office"
    ADMIN = "admin"


# Who judges on the sheet of a contest, and who of the secretariat walks the pages of captains and judges for them.
JUDGING = (Role.JUDGE, Role.SPORT_CHIEF, Role.SPORT_SECRETARY)
SECRETARIAT = (Role.CHIEF_SECRETARY, Role.OPERATOR)

# What the scope of each role names: a captain one team, a judge all contests of a Games or one of them.
NEEDED: Mapping[Role, tuple[str, ...]] = {
    Role.CAPTAIN: ("games", "team"),
    Role.COACH: ("games", "team", "contest"),
    Role.JUDGE: ("games",),
    Role.SPORT_CHIEF: ("games",),
    Role.SPORT_SECRETARY: ("games",),
    Role.CHIEF_SECRETARY: ("games",),
    Role.OPERATOR: ("games",),
    Role.CHIEF_JUDGE: ("games",),
    Role.COMMISSION: ("games",),
    Role.OFFICE: (),
    Role.ADMIN: (),
}
ALLOWED: Mapping[Role, tuple[str, ...]] = {
    **NEEDED,
    Role.JUDGE: ("games", "contest"),
    Role.SPORT_CHIEF: ("games", "contest"),
    Role.SPORT_SECRETARY: ("games", "contest"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """A role held in a scope; an empty `team` or `contest` means all of the Games."""

    role: Role
    games: str = ""
    team: str = ""
    contest: str = ""


@dataclass(frozen=True, slots=True)
class Hall:
    """A venue on one day: what a venue card opens to whoever came in by it."""

    card: int
    games: str
    venue: str
    day: date


@dataclass(frozen=True, slots=True)
class Me:
    """Whoever is signed in, as handlers and templates know them. `hall`: where he judges, if he came in by a card."""

    account: int
    name: str
    device: str
    sign_in: int
    token_hash: str
    last_contact: datetime
    roles: tuple[Held, ...]
    hall: Hall | None = None

    @property
    def actor_id(self) -> str:
        return f"a{self.account}"

    def holds(self, *roles: Role) -> bool:
        """Any of these roles, wherever."""
        return any(held.role in roles for held in self.roles)

    def may(self, roles: tuple[Role, ...], games: str = "", team: str = "", contest: str = "") -> bool:
        """As reaches(), for whoever this is."""
        return reaches(self.roles, roles, games, team, contest)

    def covers(self, games: str, team: str, contest: str) -> bool:
        """Whether any role at all reaches into this place: what it does not reach is not there for him."""
        return self.may(tuple(Role), games, team, contest)


def reaches(holds: Iterable[Held], roles: Collection[Role], games: str = "", team: str = "", contest: str = "") -> bool:
    """Any of `roles` held in a scope that meets this Games, team and contest; "" asks about no particular one."""
    return any(
        held.role in roles and _meets(held.games, games) and _meets(held.team, team) and _meets(held.contest, contest)
        for held in holds
    )


def _meets(held: str, asked: str) -> bool:
    return held in ("", asked) or not asked
