"""[eligibility] of a regulation: who may start. It is ours, not the engine's, so its unknown keys are refused here.

[eligibility]: identifiers = ["uin_gto"], the numbers without which nobody is taken into an application; clause.
[eligibility.contest.<id>]: sex = "f" | "m"; quota = number of athletes a team may enter; born_from, born_to = days of
birth; age_from, age_to = ages on the day age_on; clause = where it is written. [eligibility.contest.<id>.part.<part>]:
the same for a part, or teams = true: no athletes are entered there, the teams themselves are.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, NoReturn

from spartakiad.competition.ages import is_within, written_day
from spartakiad.competition.programme import Line
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

_MOST = 1000  # athletes of one team in one contest
_OLDEST = 120
CONDITIONS = ("sex", "quota", "born_from", "born_to", "age_from", "age_to", "age_on", "clause")
IDENTIFIERS = ("uin_gto",)
_OF_TEAMS = ("teams", "clause")  # all that can be said of a part where teams start


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
    section = _table(document.get("eligibility", {}), "eligibility")
    _only(section, ("contest", "identifiers", "clause"), "eligibility")
    _check_identifiers(section)
    contests = _ids(document.get("contest"))
    for contest, conditions in _table(section.get("contest", {}), "eligibility.contest").items():
        path = f"eligibility.contest.{contest}"
        if contest not in contests:
            _refuse("eligibility.contest", "unknown_reference", id=contest, nearest=_nearest(contest, contests))
        _only(_table(conditions, path), (*CONDITIONS, "part"), path)
        _check_conditions(conditions, path)
        parts = _ids(document.get("part"), contest)
        for part, own in _table(conditions.get("part", {}), f"{path}.part").items():
            if part not in parts:
                _refuse(f"{path}.part", "unknown_reference", id=part, nearest=_nearest(part, parts))
            _check_part(_table(own, f"{path}.part.{part}"), f"{path}.part.{part}")


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


def check_entry(state: State, contest: Line, part: Line, who: Applicant) -> None:
    """One more athlete of a team: right sex, right age, room in the part and in the contest. Raises Refusal."""
    if part.sex and who.sex != part.sex:
        raise Refusal("wrong_sex", contest=part.title, sex=part.sex, clause=part.clause)
    if not is_within(who.born_on, part.born):
        born = [day and day.isoformat() for day in part.born]
        raise Refusal("wrong_age", contest=part.title, born=born, clause=part.clause)
    mine = [one for one in state.entries_of(contest.id) if one.team == who.team and one.role == "team"]
    others = [one for one in mine if one.entrant not in (who.entrant, who.team)]
    check_room(state, part, sum(one.part == part.part for one in others), who.team)
    check_room(state, contest, len(others), who.team)


def fitting(contest: Line, who: Applicant) -> list[Line]:
    """The lists of a contest that this applicant may start in, by sex and age."""
    return [one for one in contest.lists if one.by_teams == who.is_team and (who.is_team or fits(one, who))]


def fits(one: Line, who: Applicant) -> bool:
    return one.sex in ("", who.sex) and is_within(who.born_on, one.born)


def check_room(state: State, one: Line, entered: int, team: str) -> None:
    """Raises Refusal quota_full where as many of a team as may be are entered already."""
    if one.quota is not None and entered >= one.quota:
        title = state.teams[team].title
        raise Refusal("quota_full", contest=one.title, team=title, quota=one.quota, clause=one.clause)


def _check_identifiers(section: Mapping[str, Any]) -> None:
    listed = section.get("identifiers", ())
    if not isinstance(listed, list | tuple) or not all(isinstance(one, str) for one in listed):
        _refuse("eligibility.identifiers", "wrong_type", expected="список строк", found=str(listed)[:40])
    for one in listed:
        if one not in IDENTIFIERS:
            _refuse("eligibility.identifiers", "unknown_reference", id=one[:40], nearest=_nearest(one, IDENTIFIERS))
    _check_clause(section, "eligibility")


def _check_part(own: Mapping[str, Any], path: str) -> None:
    if not isinstance(own.get("teams", False), bool):
        _refuse(f"{path}.teams", "wrong_type", expected="true или false", found=str(own["teams"])[:40])
    _only(own, _OF_TEAMS if own.get("teams") else ("teams", *CONDITIONS), path)
    _check_conditions(own, path)


def _check_conditions(conditions: Mapping[str, Any], path: str) -> None:
    if conditions.get("sex", "f") not in ("f", "m"):
        _refuse(f"{path}.sex", "wrong_type", expected="f или m", found=str(conditions["sex"])[:40])
    _check_number(conditions, "quota", path, 1, _MOST)
    _check_number(conditions, "age_from", path, 0, _OLDEST)
    _check_number(conditions, "age_to", path, conditions.get("age_from", 0), _OLDEST)
    for key in ("born_from", "born_to", "age_on"):
        if key in conditions and written_day(conditions[key]) is None:
            _refuse(f"{path}.{key}", "wrong_type", expected='день, "1986-01-31"', found=str(conditions[key])[:40])
    if ("age_from" in conditions or "age_to" in conditions) and "age_on" not in conditions:
        _refuse(path, "missing_key", key="age_on")
    _check_clause(conditions, path)


def _check_clause(conditions: Mapping[str, Any], path: str) -> None:
    if not isinstance(conditions.get("clause", ""), str):
        _refuse(f"{path}.clause", "wrong_type", expected="строка", found=str(conditions["clause"])[:40])


def _check_number(conditions: Mapping[str, Any], key: str, path: str, least: int, most: int) -> None:
    value = conditions.get(key, least)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        _refuse(f"{path}.{key}", "out_of_range", value=str(value)[:40], least=least, most=most)


def _only(mapping: Mapping[str, Any], known: tuple[str, ...], path: str) -> None:
    for key in mapping:
        if key not in known:
            _refuse(f"{path}.{key}", "unknown_key", key=key, nearest=_nearest(key, known), known=list(known))


def _table(value: object, path: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        _refuse(path, "wrong_type", expected="таблица", found=str(value)[:40])
    return value


def _ids(rows: object, contest: str = "") -> set[str]:
    """Of a programme, or of the parts of a contest, that the engine may have refused already."""
    tables = [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list | tuple) else []
    return {str(row["id"]) for row in tables if "id" in row and contest in ("", row.get("contest"))}


def _nearest(word: str, known: Iterable[str]) -> str | None:
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.5)), None)


def _refuse(path: str, problem: str, **args: object) -> NoReturn:
    raise Refusal("regulation_broken", "document", path=path, problem=problem, **args)
