"""How many of a team may be entered into a contest, or into a part of it: for the team, of each sex, in each role.

quota = those who start for the team, quota_women, quota_men = of them; quota_reserves, quota_personal, quota_guests =
in these roles, 0 where nobody may be entered so.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from spartakiad.competition.applied import Entry
from spartakiad.competition.sections import number
from spartakiad.errors import Refusal

HIGHEST = 1000  # that a quota or a limit may name
STARTING = ("team", "m", "f")  # ways in which whoever starts for the team is counted
KEYS: Mapping[str, str] = {
    "team": "quota",
    "m": "quota_men",
    "f": "quota_women",
    "reserve": "quota_reserves",
    "personal": "quota_personal",
    "guest": "quota_guests",
}
Quotas = Mapping[str, int]  # by the ways of counting that are the keys of KEYS


def quotas_of(conditions: Mapping[str, Any]) -> Quotas:
    return {way: conditions[key] for way, key in KEYS.items() if key in conditions}


def check_quota_rules(conditions: Mapping[str, Any], path: str) -> None:
    """Raises Refusal regulation_broken at a number that nobody could mean."""
    for way, key in KEYS.items():
        number(conditions, key, path, int(way in STARTING), HIGHEST)


def ways(role: str, sex: str) -> tuple[str, ...]:
    """How an entry is counted."""
    return ("team", sex) if role == "team" else (role,)


def tally(entries: Iterable[Entry], sexes: Mapping[str, str]) -> Counter[str]:
    """How many of these entries are counted in each way; `sexes` by athletes' numbers."""
    return Counter(way for one in entries for way in ways(one.role, sexes.get(one.entrant, "")))


def takes_role(quotas: Quotas, role: str) -> bool:
    return quotas.get(role) != 0


def check_room(quotas: Quotas, counted: Iterable[str], taken: Mapping[str, int], **where: str) -> None:
    """One more who is `counted` in these ways. Raises Refusal quota_full, role_full or role_closed.

    `where`: contest, team and clause for the sentence.
    """
    for way in counted:
        most = quotas.get(way)
        if most is None or taken.get(way, 0) < most:
            continue
        if way in STARTING:
            raise Refusal("quota_full", counted=way, quota=most, **where)
        raise Refusal("role_full" if most else "role_closed", role=way, quota=most, **where)
