"""Everything that is wrong in the commission's table, of every row and every field at once, before it is written."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from spartakiad.competition.applied import PaperEnd
from spartakiad.competition.decide import decide
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.expiries import lapse_refusal, lapses
from spartakiad.competition.papers_required import RequiredPaper, papers_required
from spartakiad.competition.state import State
from spartakiad.entries.commission import DecideRows, Row, at_row, command_of, days_read, rows_due, seen_of
from spartakiad.errors import Refusal

_FIELDS = ("clause", "reason")  # what is missing there hides what else is wrong


def refused(state: State, wish: DecideRows, now: datetime, by: str) -> tuple[Refusal, ...]:
    """Each said once. A row decided meanwhile, or a page of another regulation, is refused when it is written."""
    known = {one.id: one for one in papers_required(state.regulation)}
    if set(known) != set(wish.papers):
        return ()
    found: dict[tuple[str, str | None, str], Refusal] = {}
    for row in rows_due(state, wish):
        if row.seen == seen_of(state, row.athlete):
            for one in _of_row(state, wish, row, known, now, by):
                said = at_row(one, row)
                found.setdefault((said.kind, said.field, str(one.args_for_words)), said)
    return tuple(found.values())


def _of_row(
    state: State, wish: DecideRows, row: Row, known: dict[str, RequiredPaper], now: datetime, by: str
) -> Iterator[Refusal]:
    for one in row.ends:
        try:
            for read in days_read(state, wish, replace(row, ends=(one,))):
                athlete = state.athletes[row.athlete]
                others = tuple(paper for paper in athlete.papers if paper.paper != read.paper)
                papers = (*others, PaperEnd(read.paper, read.ends, seen=True)) if read.ends else others
                state = replace(state, athletes={**state.athletes, row.athlete: replace(athlete, papers=papers)})
        except Refusal as refusal:
            yield refusal
    standing = state.admission(row.athlete)
    try:
        command = command_of(state, row, wish, standing.until, known, now)
    except Refusal as refusal:
        yield refusal
        command = Admit(row.athlete, "admitted", "", row.clause, row.reason, row.lacks, row.barred)
        yield from (one for one in _of_decision(state, command, by) if one.field in _FIELDS)
    else:
        yield from _of_decision(state, command, by)


def _of_decision(state: State, command: Admit, by: str) -> Iterator[Refusal]:
    """What is missing is taken as given, so that the next thing that is wrong is found too."""
    try:
        decide(state, command, by)
    except Refusal as refusal:
        if refusal.kind == "paper_ends":
            yield from (lapse_refusal(state, one) for one in lapses(state, command.athlete, command.barred))
            return
        yield refusal
        if refusal.field == "clause" and not command.clause.strip():
            yield from _of_decision(state, replace(command, clause="–"), by)
        if refusal.field == "reason" and not command.reason.strip():
            yield from _of_decision(state, replace(command, reason="–"), by)
