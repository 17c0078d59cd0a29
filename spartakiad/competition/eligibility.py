"""[eligibility] of a regulation: who may start. It is ours, not the engine's, so its unknown keys are refused here.

[eligibility]: identifiers = ["uin_gto"], the numbers without which nobody is taken into an application; clause.
[eligibility.limits]: athletes = of a delegation, contests = of one athlete. What papers everybody shows stands in
`papers_required`, who competes for a team in `lineups`.
[eligibility.contest.<id>]: sex = "f" | "m"; quota and its like, number of athletes a team may enter, in `quotas`;
born_from, born_to = days of birth; age_from, age_to = ages on the day age_on; clause = where it is written.
[eligibility.contest.<id>.part.<part>]: the same for a part, or teams = true: no athletes are entered there, the teams
themselves are.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from spartakiad.competition.ages import is_within, written_day
from spartakiad.competition.applied import Entry
from spartakiad.competition.lineups import check_lineup_rule
from spartakiad.competition.papers_required import check_papers
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.quotas import HIGHEST, KEYS, check_quota_rules, check_room, tally, ways
from spartakiad.competition.sections import listed, nearest, number, only, refuse, table, text
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

_OLDEST = 120
CONDITIONS = ("sex", *KEYS.values(), "born_from", "born_to", "age_from", "age_to", "age_on", "lineup", "clause")
IDENTIFIERS = ("uin_gto",)
_OF_TEAMS = ("teams", "lineup", "clause")  # all that can be said of a part where teams start


@dataclass(frozen=True, slots=True)
class Limits:
    """`athletes`: of a delegation; `contests`: that one athlete may score in; None where nobody said."""

    athletes: int | None = None
    contests: int | None = None
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Whoever is to be entered: an athlete by number, or a team by its slug with sex "" and no day of birth."""

    entrant: str
    team: str
    sex: str
    born_on: date | None

    @property
    def is_team(self) -> bool:
        return self.entrant == self.team


def check_eligibility(document: Mapping[str, Any]) -> None:
    """Raises Refusal regulation_broken at the first key that nobody would read, or value of another kind."""
    section = table(document.get("eligibility", {}), "eligibility")
    only(section, ("contest", "documents", "limits", "identifiers", "clause"), "eligibility")
    check_papers(section)
    _check_limits(section)
    _check_identifiers(section)
    contests = _ids(document.get("contest"))
    for contest, conditions in table(section.get("contest", {}), "eligibility.contest").items():
        path = f"eligibility.contest.{contest}"
        if contest not in contests:
            refuse("eligibility.contest", "unknown_reference", id=contest, nearest=nearest(contest, contests))
        only(table(conditions, path), (*CONDITIONS, "part"), path)
        _check_conditions(conditions, path)
        check_lineup_rule(conditions, path)
        parts = _ids(document.get("part"), contest)
        for part, own in table(conditions.get("part", {}), f"{path}.part").items():
            if part not in parts:
                refuse(f"{path}.part", "unknown_reference", id=part, nearest=nearest(part, parts))
            _check_part(table(own, f"{path}.part.{part}"), f"{path}.part.{part}")


def limits(regulation: Mapping[str, Any]) -> Limits:
    return Limits(**regulation.get("eligibility", {}).get("limits", {}))


def check_person(state: State, team: str, person: int) -> None:
    """Nobody is in a Games twice. Raises Refusal already_in_delegation or person_in_other_team."""
    for athlete in state.athletes.values():
        if athlete.person == person:
            kind = "already_in_delegation" if athlete.team == team else "person_in_other_team"
            raise Refusal(kind, "surname", team=state.teams[athlete.team].title)


def check_joining(state: State, team: str) -> None:
    """Room for one more athlete in a delegation. Raises Refusal delegation_full."""
    found = limits(state.regulation)
    if found.athletes is not None and len(state.athletes_of(team)) >= found.athletes:
        raise Refusal("delegation_full", "surname", quota=found.athletes, clause=found.clause)


def identifiers_of(regulation: Mapping[str, Any]) -> tuple[tuple[str, ...], str]:
    """The numbers that everybody in an application has to have, and the clause that says so."""
    section = regulation.get("eligibility", {})
    return tuple(section.get("identifiers", ())), section.get("clause", "")


def check_identified(regulation: Mapping[str, Any], has: Container[str]) -> None:
    """Raises Refusal identifier_needed at the field of the first number that somebody `has` not."""
    needed, clause = identifiers_of(regulation)
    for one in needed:
        if one not in has:
            raise Refusal("identifier_needed", one, clause=clause)


def check_entry(state: State, contest: Line, part: Line, who: Applicant, role: str, sexes: Mapping[str, str]) -> None:
    """One more athlete of a team, in a role: right sex, right age, room in the part and in the contest.

    `sexes` of the athletes of these Games, by number. Raises Refusal.
    """
    if role == "team":
        check_fits(part, who)
    _check_room(state, (part, contest), who, ways(role, who.sex), sexes)
    if role == "team":
        _check_contests(state, contest, who)


def check_holder(state: State, entry: Entry, who: Applicant, sexes: Mapping[str, str]) -> None:
    """Somebody else has the number of this entry now: he fits; if he is of the other sex there is room for him."""
    if entry.role != "team":
        return
    contest = line(state, entry.contest)
    part = contest.list_of(entry.part)
    check_fits(part, who)
    if sexes.get(who.entrant) != who.sex:
        _check_room(state, (part, contest), who, (who.sex,), sexes)


def _check_room(
    state: State, lists: Sequence[Line], who: Applicant, counted: Sequence[str], sexes: Mapping[str, str]
) -> None:
    """Beside the others of his team in these lists of a contest."""
    for one in lists:
        mine = [other for other in state.entries_of(one.id) if other.team == who.team]
        others = [other for other in mine if other.entrant not in (who.entrant, who.team)]
        entered = [other for other in others if one.part in (MAIN, other.part)]
        where = {"contest": one.title, "team": state.teams[who.team].title, "clause": one.clause}
        check_room(one.quotas, counted, tally(entered, sexes), **where)


def _check_contests(state: State, contest: Line, who: Applicant) -> None:
    found = limits(state.regulation)
    held = {key for key, one in state.entries.items() if one.entrant == who.entrant and one.role == "team"}
    if found.contests is not None and len(held - {(contest.id, who.entrant)}) >= found.contests:
        raise Refusal("too_many_contests", who=f"№ {who.entrant}", quota=found.contests, clause=found.clause)


def check_fits(part: Line, who: Applicant) -> None:
    """Right sex and right age. Raises Refusal wrong_sex or wrong_age."""
    if part.sex and who.sex != part.sex:
        raise Refusal("wrong_sex", contest=part.title, sex=part.sex, clause=part.clause)
    if not is_within(who.born_on, part.born):
        born = [day and day.isoformat() for day in part.born]
        raise Refusal("wrong_age", contest=part.title, born=born, clause=part.clause)


def fitting(contest: Line, who: Applicant) -> list[Line]:
    """The lists of a contest that this applicant may start in, by sex and age."""
    return [one for one in contest.lists if one.by_teams == who.is_team and (who.is_team or fits(one, who))]


def fits(one: Line, who: Applicant) -> bool:
    return one.sex in ("", who.sex) and is_within(who.born_on, one.born)


def _check_limits(section: Mapping[str, Any]) -> None:
    path = "eligibility.limits"
    told = table(section.get("limits", {}), path)
    only(told, ("athletes", "contests", "clause"), path)
    number(told, "athletes", path, 1, HIGHEST)
    number(told, "contests", path, 1, HIGHEST)
    text(told, "clause", path)


def _check_identifiers(section: Mapping[str, Any]) -> None:
    path = "eligibility.identifiers"
    for one in listed(section.get("identifiers", ()), path):
        if not isinstance(one, str):
            refuse(path, "wrong_type", expected="список строк", found=str(one)[:40])
        if one not in IDENTIFIERS:
            refuse(path, "unknown_reference", id=one[:40], nearest=nearest(one, IDENTIFIERS))
    text(section, "clause", "eligibility")


def _check_part(own: Mapping[str, Any], path: str) -> None:
    if not isinstance(own.get("teams", False), bool):
        refuse(f"{path}.teams", "wrong_type", expected="true или false", found=str(own["teams"])[:40])
    of_athletes = tuple(one for one in CONDITIONS if one != "lineup")
    only(own, _OF_TEAMS if own.get("teams") else ("teams", *of_athletes), path)
    check_lineup_rule(own, path)
    _check_conditions(own, path)


def _check_conditions(conditions: Mapping[str, Any], path: str) -> None:
    if conditions.get("sex", "f") not in ("f", "m"):
        refuse(f"{path}.sex", "wrong_type", expected="f или m", found=str(conditions["sex"])[:40])
    check_quota_rules(conditions, path)
    number(conditions, "age_from", path, 0, _OLDEST)
    number(conditions, "age_to", path, conditions.get("age_from", 0), _OLDEST)
    for key in ("born_from", "born_to", "age_on"):
        if key in conditions and written_day(conditions[key]) is None:
            refuse(f"{path}.{key}", "wrong_type", expected='день, "1986-01-31"', found=str(conditions[key])[:40])
    if ("age_from" in conditions or "age_to" in conditions) and "age_on" not in conditions:
        refuse(path, "missing_key", key="age_on")
    text(conditions, "clause", path)


def _ids(rows: object, contest: str = "") -> set[str]:
    """Of a programme, or of the parts of a contest, that the engine may have refused already."""
    tables = [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list | tuple) else []
    return {str(row["id"]) for row in tables if "id" in row and contest in ("", row.get("contest"))}
