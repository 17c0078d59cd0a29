"""Marks that were entered from a file keep where they come from."""

import re
from dataclasses import dataclass

from spartakiad.competition.facts import Fact
from spartakiad.competition.file_facts import MarksFromFile
from spartakiad.competition.programme import line
from spartakiad.competition.state import State
from spartakiad.competition.texts import PHRASE, free_text
from spartakiad.errors import Refusal

_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class NoteFile:
    """As in the fact; the marks are those that the same person has just entered."""

    contest: str
    digest: str
    rows: tuple[tuple[str, str, str, int, bool], ...]
    file: str = ""
    sheet: str = ""


def note(state: State, command: NoteFile, by: str) -> list[Fact]:
    """Nobody's mark but one's own can be said to come from a file."""
    contest = line(state, command.contest)
    if not _DIGEST.fullmatch(command.digest):
        raise Refusal("bad_choice", "file")
    for part, stage, entrant, _, _ in command.rows:
        mark = state.marks.get((contest.id, part, stage, entrant))
        if mark is None or mark.entered_by != by or mark.check:
            raise Refusal("not_entered", "raw", entrant=entrant, contest=contest.title)
    file, sheet = (free_text(text, "file", PHRASE) for text in (command.file, command.sheet))
    return [MarksFromFile(contest.id, command.digest, command.rows, file, sheet)] if command.rows else []
