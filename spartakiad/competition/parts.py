"""Contests in parts: what a regulation may declare of them, and what of it may no longer be changed."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from spartakiad.competition.programme import MAIN, Line, lines
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)


def check_entries_kept(state: State, document: Mapping[str, Any]) -> None:
    """Whoever is entered keeps his part, in a document that nobody has read yet. Raises Refusal part_has_entries."""
    declared: dict[str, set[str]] = {}
    for contest, part in _declared(document):
        declared.setdefault(contest, set()).add(part)
    titles = {line.id: line.title for line in lines(state)}
    for entry in state.entries.values():
        if entry.part not in declared.get(entry.contest, {MAIN}):
            raise Refusal("part_has_entries", contest=titles.get(entry.contest, entry.contest))


def check_parts(state: State, programme: list[Line]) -> None:
    """What the engine would take and nobody could hold. Raises Refusal.

    An entrant of the engine is in one part of a contest, so of its parts one at most is for the teams themselves.
    """
    for contest in programme:
        for part in contest.parts:
            _check_part(state, contest, part)
        if sum(part.by_teams for part in contest.parts) > 1:
            raise Refusal("two_team_parts", contest=contest.title)


def _check_part(state: State, contest: Line, part: Line) -> None:
    if not _ID.fullmatch(part.part) or part.part == MAIN:
        raise Refusal("bad_part_id", contest=contest.title, part=part.part[:60])
    if part.by_matches:
        raise Refusal("part_of_matches", contest=part.title)
    entered = [one.entrant for one in state.entries_of(contest.id) if one.part == part.part]
    if any((one in state.teams) != part.by_teams for one in entered):
        raise Refusal("part_has_entries", contest=part.title)


def _declared(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    rows = document.get("part", ())
    for row in rows if isinstance(rows, list | tuple) else ():
        if isinstance(row, Mapping):
            yield str(row.get("contest")), str(row.get("id"))
