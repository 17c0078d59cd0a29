"""What of a regulation may still be changed: nothing that would rewrite what is official or drawn, or lose a mark."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from spartakiad.competition.applied import Admission
from spartakiad.competition.document import parsed
from spartakiad.competition.programme import title_of
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

Document = Mapping[str, Any]
_DRAWN = ("start_list", "under_way", "posted")


def check_change(state: State, document: Document) -> None:
    """Raises Refusal games_over, official_rules, drawn_rules, or marks_would_break as `parsed` does."""
    if state.state == "closed":
        raise Refusal("games_over")
    for contest, standing in state.contests.items():
        before, after = _held_by(state.regulation, contest), _held_by(document, contest)
        if not (before and after) or contest in state.taken:
            continue
        title = title_of(_row(state.regulation, contest))
        if standing.state == "official" and before != after:
            raise Refusal("official_rules", contest=title)
        if standing.state in _DRAWN and _drawn_by(before) != _drawn_by(after):
            raise Refusal("drawn_rules", contest=title)
    parsed(_with_every_mark(replace(state, regulation=document)))


def _with_every_mark(state: State) -> State:
    """Also what does not count now may count again: sent back, of somebody not admitted, behind a paper's places."""
    marks = {key: replace(mark, check="") for key, mark in state.marks.items()}
    admitted = {number: Admission("admitted") for number in state.athletes}
    return replace(state, taken={}, marks=marks, admissions=admitted)


def _row(document: Document, contest: str) -> Mapping[str, Any]:
    return next((row for row in document.get("contest", ()) if row["id"] == contest), {})


def _held_by(document: Document, contest: str) -> list[Any]:
    """The rules of a contest and of each of its parts; nothing of a contest that is not there."""
    row, rules = _row(document, contest), document.get("rules", {})
    parts = [part for part in document.get("part", ()) if part["contest"] == contest]
    own = [rules.get(row.get("rules"))] if row else []
    return [*own, *((part["id"], rules.get(part.get("rules"))) for part in parts)]


def _drawn_by(held: list[Any]) -> list[tuple[Any, ...]]:
    stages = (held[0] or {}).get("stages", ())
    return [tuple(stage.get(name) for name in ("format", "pools", "bracket")) for stage in stages]
