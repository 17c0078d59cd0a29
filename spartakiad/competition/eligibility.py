"""[eligibility] of a regulation: who may start. It is ours, not the engine's, so its unknown keys are refused here.

[eligibility]: identifiers = ["uin_gto"], the numbers without which nobody is taken into an application; clause.
[eligibility.limits]: athletes = of a delegation, contests = of one athlete. What papers everybody shows stands in
`papers_required`, what ties them to their city in `residence`, what a team of several cities counts for in `joint`, who
competes for a team in `lineups`.
[eligibility.contest.<id>]: sex = "f" | "m"; quota and its like, number of athletes a team may enter, in `quotas`;
born_from, born_to = days of birth; age_from, age_to = ages on the day age_on; rank_from, rank_to = the lowest and the
highest rank, as words.ranks has them; the weigh-in and its categories, in `weights`; clause = where it is written.
[eligibility.contest.<id>.part.<part>]: the same for a part, or teams = true: no athletes are entered there, the teams
themselves are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from spartakiad.competition.ages import written_day
from spartakiad.competition.joint import check_joint
from spartakiad.competition.lineups import check_lineup_rule
from spartakiad.competition.papers_required import check_papers
from spartakiad.competition.quotas import HIGHEST, KEYS, check_quota_rules
from spartakiad.competition.residence import check_residence
from spartakiad.competition.sections import listed, nearest, number, only, refuse, table, text
from spartakiad.competition.weights import OF_SEX, check_weight_of_part, check_weight_rules
from spartakiad.words.ranks import RANKS, is_within_ranks

_OLDEST = 120
AGED = ("born_from", "born_to", "age_from", "age_to", "age_on")
RANKED = ("rank_from", "rank_to")
_OF_CONTESTS = ("lineup", "weighed", *OF_SEX.values())  # and not of their parts
CONDITIONS = ("sex", *KEYS.values(), *AGED, *RANKED, *_OF_CONTESTS, "clause")
OF_PARTS = ("teams", "weight")  # and not of contests
IDENTIFIERS = ("uin_gto",)
_OF_TEAMS = ("teams", "lineup", "clause")  # all that can be said of a part where teams start


@dataclass(frozen=True, slots=True)
class Limits:
    """`athletes`: of a delegation; `contests`: that one athlete may score in; None where nobody said."""

    athletes: int | None = None
    contests: int | None = None
    clause: str = ""


def check_eligibility(document: Mapping[str, Any]) -> None:
    """Raises Refusal regulation_broken at the first key that nobody would read, or value of another kind."""
    section = table(document.get("eligibility", {}), "eligibility")
    only(section, ("contest", "documents", "limits", "residence", "identifiers", "joint", "clause"), "eligibility")
    check_papers(section)
    check_residence(section)
    check_joint(section)
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
        check_weight_rules(conditions, path)
        parts = _ids(document.get("part"), contest)
        for part, own in table(conditions.get("part", {}), f"{path}.part").items():
            if part not in parts:
                refuse(f"{path}.part", "unknown_reference", id=part, nearest=nearest(part, parts))
            _check_part(table(own, f"{path}.part.{part}"), f"{path}.part.{part}")
            check_weight_of_part(own, conditions, f"{path}.part.{part}")


def limits(regulation: Mapping[str, Any]) -> Limits:
    return Limits(**regulation.get("eligibility", {}).get("limits", {}))


def identifiers_of(regulation: Mapping[str, Any]) -> tuple[tuple[str, ...], str]:
    """The numbers that everybody in an application has to have, and the clause that says so."""
    section = regulation.get("eligibility", {})
    return tuple(section.get("identifiers", ())), section.get("clause", "")


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
    of_athletes = (*(one for one in CONDITIONS if one not in _OF_CONTESTS), *OF_PARTS)
    only(own, _OF_TEAMS if own.get("teams") else of_athletes, path)
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
    for key in RANKED:
        if conditions.get(key, RANKS[0]) not in RANKS:
            refuse(f"{path}.{key}", "wrong_type", expected=", ".join(RANKS), found=str(conditions[key])[:40])
    if not is_within_ranks(conditions.get("rank_to", RANKS[-1]), conditions.get("rank_from", ""), ""):
        refuse(f"{path}.rank_to", "wrong_type", expected="разряд не ниже rank_from", found=conditions["rank_to"])
    text(conditions, "clause", path)


def _ids(rows: object, contest: str = "") -> set[str]:
    """Of a programme, or of the parts of a contest, that the engine may have refused already."""
    tables = [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list | tuple) else []
    return {str(row["id"]) for row in tables if "id" in row and contest in ("", row.get("contest"))}
