"""The line-up of a team, named on the day: who runs which leg, who plays."""

from dataclasses import dataclass

from spartakiad.competition.applicants import Applicant, check_fits, fits
from spartakiad.competition.application_facts import LineupNamed
from spartakiad.competition.facts import Fact
from spartakiad.competition.lineups import Member
from spartakiad.competition.programme import Line, line
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

_NAMING = ("planned", "start_list")


@dataclass(frozen=True, slots=True)
class NameLineup:
    """`members` in the order of the legs; nobody takes the line-up back. `part`: as of an entry.

    `reserves`: who is there in case one of them cannot; named anew, the line-up has him.
    """

    contest: str
    part: str
    team: str
    members: tuple[Member, ...]
    reserves: tuple[Member, ...] = ()


def name_lineup(state: State, command: NameLineup, _by: str) -> list[Fact]:
    """Until the first result. Raises Refusal where the regulation wants another one, with its clause."""
    found = line(state, command.contest).list_of(command.part)
    entry = state.entries.get((command.contest, command.team))
    if not found.by_teams or entry is None:
        raise Refusal("not_found")
    if state.how_far(found.id, found.part).state not in _NAMING:
        raise Refusal("lineup_closed", contest=found.title)
    everybody = (*command.members, *command.reserves)
    for member in everybody:
        _check_member(state, found, command.team, member)
    if len({member.athlete for member in everybody}) < len(everybody):
        raise Refusal("lineup_twice")
    if command.members:
        _check_numbers(found, command.members)
    if len(command.reserves) > found.lineup.reserves:
        wanted = {"most": found.lineup.reserves, "named": len(command.reserves)}
        raise Refusal("lineup_reserves", contest=found.title, clause=found.clause, **wanted)
    key, named = (found.id, found.part, command.team), _numbers(command.members)
    if (state.lineups.get(key, ()), state.benches.get(key, ())) == (named, _numbers(command.reserves)):
        return []
    return [LineupNamed(*key, named, _numbers(command.reserves))]


def _numbers(members: tuple[Member, ...]) -> tuple[str, ...]:
    return tuple(member.athlete for member in members)


def out_of_lineups(state: State, athlete: str) -> list[LineupNamed]:
    """He is taken out of every line-up that may still change; one that competed stays as it was."""
    return [
        LineupNamed(*key, _without(athlete, named), _without(athlete, state.benches.get(key, ())))
        for key, named in state.lineups.items()
        if athlete in (*named, *state.benches.get(key, ())) and state.how_far(key[0], key[1]).state in _NAMING
    ]


def _without(athlete: str, named: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in named if one != athlete)


def competed(state: State, athlete: str) -> list[str]:
    """Titles of what he has begun or finished as one of a team."""
    return [
        line(state, contest).list_of(part).title
        for (contest, part, _), named in state.lineups.items()
        if athlete in named and state.how_far(contest, part).state not in _NAMING
    ]


def _check_member(state: State, found: Line, team: str, member: Member) -> None:
    athlete = state.athletes.get(member.athlete)
    if athlete is None or athlete.team != team:
        raise Refusal("not_found")
    field = f"o-{member.athlete}"
    if state.admission(member.athlete).state in ("refused", "withdrawn"):
        raise Refusal("lineup_not_admitted", field, who=member.athlete)
    who = Applicant(member.athlete, team, member.sex, member.born_on, member.rank)
    if not fits(found, who):
        raise Refusal("no_part_fits", field, contest=found.title, who=f"№ {member.athlete}")
    check_fits(found, who, field)


def _check_numbers(found: Line, members: tuple[Member, ...]) -> None:
    rule, women = found.lineup, sum(one.sex == "f" for one in members)
    if not rule.least <= len(members) <= rule.most:
        wanted = {"least": rule.least, "most": rule.most, "named": len(members)}
        raise Refusal("lineup_size", contest=found.title, clause=found.clause, **wanted)
    if women < rule.women or len(members) - women < rule.men:
        wanted = {"women": rule.women, "men": rule.men}
        raise Refusal("lineup_sexes", contest=found.title, clause=found.clause, **wanted)
