"""From a state to the document that `python -m scoring` reads: regulation and facts in one mapping."""

from collections.abc import Mapping
from typing import Any

import scoring
from spartakiad.competition.programme import MAIN
from spartakiad.competition.state import Entry, Mark, MarkKey, State
from spartakiad.errors import Refusal

_VISIBLE: Mapping[str, frozenset[str]] = {
    "entered": frozenset({"planned", "start_list", "under_way", "posted", "official"}),
    "posted": frozenset({"posted", "official"}),
    "official": frozenset({"official"}),
}


def document(state: State, upto: str = "entered") -> dict[str, Any]:
    """The engine's document. `upto`: count marks as entered, only of posted contests, or only of official ones."""
    regulation = {key: value for key, value in state.regulation.items() if key != "eligibility"}
    visible = {contest for contest, kept in state.contests.items() if kept.state in _VISIBLE[upto]}
    return {
        **regulation,
        "team": [{"id": team.slug, "title": team.title, "city": team.city} for team in state.teams.values()],
        "entrant": [_entrant(state, entry) for entry in state.entries.values() if takes_part(state, entry)],
        "mark": [
            _mark(state, key, mark)
            for key, mark in state.marks.items()
            if key[0] in visible and counts(state, key, mark)
        ],
    }


def parsed(state: State, upto: str = "entered") -> scoring.Document:
    """The document as the engine reads it. Raises Refusal regulation_broken with the engine's first problem."""
    try:
        return scoring.parse(document(state, upto))
    except scoring.DocumentError as error:
        first = error.problems[0]
        args = {key: _plain(value) for key, value in first.args.items()}
        raise Refusal("regulation_broken", "document", **args | {"path": first.path, "problem": first.kind}) from error


def takes_part(state: State, entry: Entry) -> bool:
    """A team's own line, or an admitted athlete's; whoever is not admitted is held out of every ranking."""
    return entry.entrant in state.athletes and state.is_admitted(entry.entrant)


def counts(state: State, key: MarkKey, mark: Mark) -> bool:
    """A rejected mark and a mark of somebody not admitted stay in the journal and out of the ranking."""
    if mark.check == "rejected":
        return False
    entrant = key[3]
    return entrant in state.teams or ((key[0], entrant) in state.entries and state.is_admitted(entrant))


def _entrant(state: State, entry: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {"id": entry.entrant, "team": entry.team, "contest": entry.contest, "bib": entry.entrant}
    if entry.role != "team":
        row["scores"] = False
    if entry.role == "guest":
        row["displaces"] = False
    return row


def _mark(state: State, key: MarkKey, mark: Mark) -> dict[str, Any]:
    contest, part, stage, entrant = key
    row: dict[str, Any] = {"contest": contest, "team" if entrant in state.teams else "entrant": entrant}
    if part != MAIN:
        row["part"] = part
    if stage != MAIN:
        row["stage"] = stage
    return {**row, **mark.value, **({"status": mark.status} if mark.status else {})}


def _plain(value: object) -> object:
    """What a command can keep of a problem's particulars: exact fractions become text."""
    return value if isinstance(value, str | int | list | None) else str(value)
