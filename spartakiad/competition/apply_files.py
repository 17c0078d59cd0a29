"""apply() for results that were read in a file."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from spartakiad.competition.facts import Fact
from spartakiad.competition.file_facts import MarksFromFile
from spartakiad.competition.origins import FileRead, Origin
from spartakiad.competition.state import State
from spartakiad.store.journal import Recorded


def _from_file(state: State, fact: MarksFromFile, at: Recorded) -> State:
    """A mark that is typed anew afterwards has no origin any more."""
    marks = dict(state.marks)
    for part, stage, entrant, row, mended in fact.rows:
        key = (fact.contest, part, stage, entrant)
        marks[key] = replace(marks[key], origin=Origin(fact.digest, fact.file, fact.sheet, row, mended))
    read = FileRead(fact.contest, fact.digest, fact.file, fact.sheet, len(fact.rows), at.actor, at.at)
    return replace(state, marks=marks, files=(*state.files, read))


FILES: Mapping[type[Fact], Callable[[State, Any, Recorded], State]] = {MarksFromFile: _from_file}
