"""What the captain's forms hold → values: one athlete, a pasted table, the matrix of entries."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from datetime import date

from spartakiad.competition.eligibility import Applicant
from spartakiad.competition.papers_required import papers_required
from spartakiad.competition.programme import Line
from spartakiad.competition.state import State
from spartakiad.entries.actions import EntryChange
from spartakiad.entries.commission import Row
from spartakiad.entries.placing import placed
from spartakiad.errors import Refusal
from spartakiad.people.forms import Clean, Typed, understand
from spartakiad.words.refusals import sentence

_LONGEST_VERSION = 9  # digits
CELLS = ("surname", "name", "patronymic", "sex", "born_on", "rank")
Pasted = tuple[Typed, str]  # an athlete as typed, and what stands in the cell of his contests


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of a pasted table: what stands in each cell and what is wrong with it; `listed`: in the application.

    `put`: where he is entered by the cell of contests: lists of the programme.
    """

    number: int
    cells: tuple[tuple[str, str, str], ...]
    clean: Clean | None
    listed: bool = False
    put: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """`contests`: the table has a column for them."""

    rows: tuple[PreviewRow, ...]
    contests: bool = False

    @property
    def people(self) -> tuple[Clean, ...]:
        """Everybody who was understood, also those who are in the application."""
        return tuple(row.clean for row in self.rows if row.clean is not None)

    @property
    def entries(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """Of each of these people, contests with their parts."""
        return tuple(tuple((one.id, one.part) for one in row.put) for row in self.rows if row.clean is not None)

    @property
    def listed(self) -> int:
        return sum(row.listed for row in self.rows)

    @property
    def wrong(self) -> int:
        return sum(row.clean is None for row in self.rows)


def typed_athlete(typed: Mapping[str, str], prefix: str = "") -> Typed:
    return Typed(*(typed.get(f"{prefix}{cell}", "") for cell in CELLS))


def preview(rows: list[Pasted], today: date, listed: Container[tuple[str, date]], state: State, team: str) -> Preview:
    """Every cell judged; a person who stands twice in the table is wrong the second time, one `listed` is only told."""
    judged = []
    seen: set[tuple[str, date]] = set()
    contests = any(text for _, text in rows)
    for number, (typed, text) in enumerate(rows):
        row = _judged(number, typed, today)
        if row.clean is not None:
            key = row.clean.key
            row = _twice(row) if key in seen else replace(row, listed=key in listed)
            seen.add(key)
        judged.append(_placed(row, text, state, team) if contests else row)
    return Preview(tuple(judged), contests)


def commission_rows(typed: Mapping[str, str], state: State, team: str) -> tuple[Row, ...]:
    """Of every athlete that the page showed: `have-<paper>-<n>` ticked where it is there, `bar-<contest>-<n>`."""
    papers, found = papers_required(state.regulation), []
    for number in (one.number for one in state.athletes_of(team)):
        seen = typed.get(f"seen-{number}", "")
        if not (seen.isascii() and seen.isdigit() and len(seen) < _LONGEST_VERSION):
            continue
        row = Row(
            athlete=number,
            seen=int(seen),
            outcome=typed.get(f"outcome-{number}", ""),
            lacks=tuple(one.id for one in papers if not typed.get(f"have-{one.id}-{number}")),
            until=typed.get(f"until-{number}", "").strip() or typed.get(f"kept-{number}", ""),
            clause=typed.get(f"clause-{number}", ""),
            reason=typed.get(f"reason-{number}", ""),
            barred=tuple(contest for contest in state.contests if typed.get(f"bar-{contest}-{number}")),
        )
        found.append(row)
    return tuple(found)


def changes_in(typed: Mapping[str, str], state: State, team: str, only: str = "") -> tuple[EntryChange, ...]:
    """Cells of the matrix that differ from what is recorded: `e-<contest>-<entrant>`, and `p-…` of a part chosen.

    `only`: those of one contest.
    """
    entrants = [team, *(athlete.number for athlete in state.athletes_of(team))]
    changes = []
    for contest in [only] if only else state.contests:
        for entrant in entrants:
            role, part = typed.get(f"e-{contest}-{entrant}"), typed.get(f"p-{contest}-{entrant}", "")
            recorded = state.entries.get((contest, entrant))
            moved = recorded is not None and part not in ("", recorded.part)
            if role is not None and (role != (recorded.role if recorded else "") or (role and moved)):
                changes.append(EntryChange(entrant, contest, role, part if role else ""))
    return tuple(changes)


def _judged(number: int, typed: Typed, today: date) -> PreviewRow:
    clean = understand(typed, today)
    wrong = {} if isinstance(clean, Clean) else {refusal.field: sentence(refusal) for refusal in clean}
    cells = tuple((cell, getattr(typed, cell), wrong.get(cell, "")) for cell in CELLS)
    return PreviewRow(number, cells, clean if isinstance(clean, Clean) else None)


def _placed(row: PreviewRow, text: str, state: State, team: str) -> PreviewRow:
    """With the cell of contests, which is read where the person was understood and is new."""
    put: tuple[Line, ...] = ()
    wrong = ""
    if row.clean is not None and not row.listed:
        who = Applicant(f"{row.clean.surname} {row.clean.name}", team, row.clean.sex, row.clean.born_on)
        try:
            put = placed(state, text, who)
        except Refusal as refusal:
            wrong = sentence(refusal)
    cells = (*row.cells, ("contests", text, wrong))
    return replace(row, cells=cells, put=put, clean=None if wrong else row.clean)


def _twice(row: PreviewRow) -> PreviewRow:
    says = "Этот человек уже есть выше в таблице. Снимите отметку с одной из строк."
    cells = tuple((cell, text, says if cell == "surname" else wrong) for cell, text, wrong in row.cells)
    return PreviewRow(row.number, cells, None)
