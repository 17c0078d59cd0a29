"""A team of several cities («сборная городов»): whose city each of its athletes is, and what it counts for.

[eligibility.joint]: counts = "team", a team of its own; "city", of the city named first, in a standing of cities;
"shares", what an athlete wins is shared equally by its cities; "own", it is his own city's. clause = where it is
written. A city that sends no team of its own has its share in the joint one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from spartakiad.competition.applied import Team
from spartakiad.competition.sections import only, refuse, table, text
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

WAYS = ("team", "city", "shares", "own")


@dataclass(frozen=True, slots=True)
class Joint:
    counts: str = "team"
    clause: str = ""


ALONE = Joint()


def check_joint(section: Mapping[str, Any]) -> None:
    path = "eligibility.joint"
    told = table(section.get("joint", {}), path)
    only(told, ("counts", "clause"), path)
    if told.get("counts", "team") not in WAYS:
        refuse(f"{path}.counts", "wrong_type", expected=", ".join(WAYS), found=str(told["counts"])[:40])
    text(told, "clause", path)


def joint_rule(regulation: Mapping[str, Any]) -> Joint:
    return Joint(**regulation.get("eligibility", {}).get("joint", {}))


def check_city(team: Team, city: str) -> str:
    """The city of an athlete of this team, "" where the team has but one. Raises Refusal city_needed."""
    if not team.cities:
        return ""
    if city not in dict(team.cities):
        raise Refusal("city_needed", "city", cities=[title for _, title in team.cities])
    return city


def team_words(state: State, entrant: str) -> str:
    """For whom somebody competes: a team's title, of a joint one with his own city, «Вологда – Псков (Псков)»."""
    athlete = state.athletes.get(entrant)
    if athlete is None:
        return state.teams[entrant].title if entrant in state.teams else ""
    team = state.teams[athlete.team]
    own = dict(team.cities).get(athlete.city, "")
    return f"{team.title} ({own})" if own else team.title


def city_words(state: State, entrant: str) -> str:
    """Where he is from."""
    athlete = state.athletes[entrant]
    team = state.teams[athlete.team]
    return dict(team.cities).get(athlete.city, team.title)


def city_of(state: State, entrant: str) -> str:
    """The slug of the city that an athlete or a team is of."""
    athlete = state.athletes.get(entrant)
    team = state.teams[athlete.team if athlete else entrant]
    own = athlete.city if athlete and team.cities else ""
    return own or team.city


def row_of(state: State, team: Team) -> dict[str, str]:
    """A team in the document: one of several cities stands for itself, unless it counts for one of them."""
    row = {"id": team.slug, "title": team.title}
    alone = team.cities and joint_rule(state.regulation).counts != "city"
    return row if alone else {**row, "city": team.city}


def credit_of(state: State, entrant: str) -> list[dict[str, str]]:
    """Whose his points are, where they are not all his team's; of a team that competes as a whole, whose its are.

    What a whole team wins is of no one athlete, so it goes in equal parts where each athlete's go to his own city.
    """
    joined = state.athletes.get(entrant)
    team = state.teams.get(joined.team if joined else entrant)
    counts = joint_rule(state.regulation).counts
    if team is None or not team.cities or counts not in ("shares", "own"):
        return []
    cities = [joined.city] if joined and counts == "own" else [city for city, _ in team.cities]
    sends = {one.city: one.slug for one in state.teams.values() if not one.cities}
    receivers = [sends.get(city, team.slug) for city in cities]
    if set(receivers) == {team.slug}:
        return []
    many = len(receivers)
    return [{"team": one, "share": f"{receivers.count(one)}/{many}"} for one in dict.fromkeys(receivers)]


def shared_contests(state: State) -> frozenset[str]:
    """Contests in which a joint team competes as a whole and its points are divided: there every team is listed."""
    joint = [one.slug for one in state.teams.values() if one.cities and credit_of(state, one.slug)]
    return frozenset(contest for contest, entrant in state.entries if entrant in joint)
