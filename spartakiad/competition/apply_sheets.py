"""apply() for publication."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from spartakiad.competition.facts import Fact
from spartakiad.competition.sheet_facts import GamesKeyMade, SheetClosed, SheetPublished
from spartakiad.competition.sheets import Revision, Sheet
from spartakiad.competition.state import State
from spartakiad.store.journal import Recorded


def _key(state: State, fact: GamesKeyMade, _at: Recorded) -> State:
    return replace(state, key=fact.public)


def _published(state: State, fact: SheetPublished, at: Recorded) -> State:
    revision = Revision(
        fact.revision,
        fact.why,
        fact.of,
        fact.rules,
        tuple((contest, number) for contest, number in fact.results),
        fact.full,
        fact.public,
        fact.contents,
        fact.head,
        fact.standings,
        fact.engine,
        frozenset(fact.named),
        frozenset(fact.people),
        fact.key,
        fact.signature,
        at.number,
        at.at,
        at.actor,
    )
    known = state.sheets.get(fact.sheet, Sheet(fact.sheet, fact.contest, ()))
    return _put(state, replace(known, revisions=(*known.revisions, revision)))


def _closed(state: State, fact: SheetClosed, _at: Recorded) -> State:
    sheet = state.sheets[fact.sheet]
    revisions = tuple(
        replace(one, closed=True, erased=one.erased or fact.erased) if one.revision == fact.revision else one
        for one in sheet.revisions
    )
    return _put(state, replace(sheet, revisions=revisions))


def _put(state: State, sheet: Sheet) -> State:
    return replace(state, sheets={**state.sheets, sheet.number: sheet})


SHEETS: dict[type[Fact], Callable[[State, Any, Recorded], State]] = {
    GamesKeyMade: _key,
    SheetPublished: _published,
    SheetClosed: _closed,
}
