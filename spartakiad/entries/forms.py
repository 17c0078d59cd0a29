"""What the captain's forms hold → values: one athlete, a pasted table, the matrix of entries."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from datetime import date

from spartakiad.competition.state import State
from spartakiad.entries.actions import EntryChange
from spartakiad.people.forms import Clean, Typed, understand
from spartakiad.words.refusals import sentence

CELLS = ("surname", "name", "patronymic", "sex", "born_on", "rank")


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of a pasted table: what stands in each cell and what is wrong with it; `listed`: in the application."""

    number: int
    cells: tuple[tuple[str, str, str], ...]
    clean: Clean | None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    rows: tuple[PreviewRow, ...]

    @property
    def people(self) -> tuple[Clean, ...]:
        """Everybody who was understood, also those who are in the application."""
        return tuple(row.clean for row in self.rows if row.clean is not None)

    @property
    def listed(self) -> int:
        return sum(row.listed for row in self.rows)

    @property
    def wrong(self) -> int:
        return sum(row.clean is None for row in self.rows)


def typed_athlete(typed: Mapping[str, str], prefix: str = "") -> Typed:
    return Typed(*(typed.get(f"{prefix}{cell}", "") for cell in CELLS))


def preview(rows: list[Typed], today: date, listed: Container[tuple[str, date]]) -> Preview:
    """Every cell judged; a person who stands twice in the table is wrong the second time, one `listed` is only told."""
    judged = []
    seen: set[tuple[str, date]] = set()
    for number, typed in enumerate(rows):
        row = _judged(number, typed, today)
        if row.clean is not None:
            key = row.clean.key
            row = _twice(row) if key in seen else replace(row, listed=key in listed)
            seen.add(key)
        judged.append(row)
    return Preview(tuple(judged))


def changes_in(typed: Mapping[str, str], state: State, team: str) -> tuple[EntryChange, ...]:
    """Cells of the matrix that differ from what is recorded: `e-<contest>-<entrant>`, and `p-…` of a part chosen."""
    entrants = [team, *(athlete.number for athlete in state.athletes.values() if athlete.team == team)]
    changes = []
    for contest in state.contests:
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


def _twice(row: PreviewRow) -> PreviewRow:
    says = "Этот человек уже есть выше в таблице. Снимите отметку с одной из строк."
    cells = tuple((cell, text, says if cell == "surname" else wrong) for cell, text, wrong in row.cells)
    return PreviewRow(row.number, cells, None)
