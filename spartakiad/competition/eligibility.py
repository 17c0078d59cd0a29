"""[eligibility] of a regulation: who may start. It is ours, not the engine's, so its unknown keys are refused here.

[eligibility.contest.<id>]: sex = "f" | "m"; quota = number of athletes a team may enter; clause = where it is written.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NoReturn

from spartakiad.competition.programme import Line
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

_MOST = 1000  # athletes of one team in one contest
_KEYS = ("sex", "quota", "clause")


def check_eligibility(document: Mapping[str, Any]) -> None:
    """Raises Refusal regulation_broken at the first key that nobody would read, or value of another kind."""
    section = _table(document.get("eligibility", {}), "eligibility")
    _only(section, ("contest",), "eligibility")
    contests = _ids(document.get("contest"))
    for contest, conditions in _table(section.get("contest", {}), "eligibility.contest").items():
        path = f"eligibility.contest.{contest}"
        if contest not in contests:
            _refuse("eligibility.contest", "unknown_reference", id=contest, nearest=_nearest(contest, contests))
        _only(_table(conditions, path), _KEYS, path)
        if conditions.get("sex", "f") not in ("f", "m"):
            _refuse(f"{path}.sex", "wrong_type", expected="f или m", found=str(conditions["sex"])[:40])
        quota = conditions.get("quota", 1)
        if not isinstance(quota, int) or isinstance(quota, bool) or not 1 <= quota <= _MOST:
            _refuse(f"{path}.quota", "out_of_range", value=str(quota)[:40], least=1, most=_MOST)
        if not isinstance(conditions.get("clause", ""), str):
            _refuse(f"{path}.clause", "wrong_type", expected="строка", found=str(conditions["clause"])[:40])


def check_entry(state: State, line: Line, team: str, sex: str) -> None:
    """One more athlete of a team in a contest: right sex, quota not full. Raises Refusal with the clause."""
    clause = state.regulation.get("eligibility", {}).get("contest", {}).get(line.id, {}).get("clause", "")
    if line.sex and sex != line.sex:
        raise Refusal("wrong_sex", contest=line.title, sex=line.sex, clause=clause)
    entered = sum(entry.team == team and entry.role == "team" for entry in state.entries_of(line.id))
    if line.quota is not None and entered >= line.quota:
        title = state.teams[team].title
        raise Refusal("quota_full", contest=line.title, team=title, quota=line.quota, clause=clause)


def _only(mapping: Mapping[str, Any], known: tuple[str, ...], path: str) -> None:
    for key in mapping:
        if key not in known:
            _refuse(f"{path}.{key}", "unknown_key", key=key, nearest=_nearest(key, known), known=list(known))


def _table(value: object, path: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        _refuse(path, "wrong_type", expected="таблица", found=str(value)[:40])
    return value


def _ids(contests: object) -> set[str]:
    """Of a programme that the engine may have refused already."""
    rows = contests if isinstance(contests, list | tuple) else ()
    return {str(row["id"]) for row in rows if isinstance(row, Mapping) and "id" in row}


def _nearest(word: str, known: Iterable[str]) -> str | None:
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.5)), None)


def _refuse(path: str, problem: str, **args: object) -> NoReturn:
    raise Refusal("regulation_broken", "document", path=path, problem=problem, **args)
