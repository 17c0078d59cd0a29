"""What the captain's forms hold → values: one athlete, a pasted table, the matrix of entries."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spartakiad.competition.applicants import Applicant, check_identified
from spartakiad.competition.eligibility import IDENTIFIERS, identifiers_of
from spartakiad.competition.programme import Line
from spartakiad.competition.state import State
from spartakiad.entries.actions import EntryChange
from spartakiad.entries.placing import Placing
from spartakiad.entries.queries import Known
from spartakiad.errors import Refusal
from spartakiad.people.forms import Clean, Key, Official, Typed, understand_row
from spartakiad.words.refusals import sentence

CELLS = ("surname", "name", "patronymic", "sex", "born_on", "rank", "coach", "uin_gto", "post")
_ALWAYS = CELLS[:6]  # of a preview; other columns where they say something
Pasted = tuple[Typed, str]  # an athlete as typed, and what stands in the cell of his contests


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of a pasted table: what stands in each cell and what is wrong with it; `listed`: in the application.

    `put`: where he is entered by the cell of contests: lists of the programme. `official`: whoever does not compete.
    """

    number: int
    cells: tuple[tuple[str, str, str], ...]
    clean: Clean | None
    listed: bool = False
    put: tuple[Line, ...] = ()
    official: Official | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """`columns`: cells that are shown; those that nobody filled in and nobody asks for would only take room."""

    rows: tuple[PreviewRow, ...]
    columns: tuple[str, ...] = _ALWAYS

    @property
    def people(self) -> tuple[Clean, ...]:
        """Everybody who was understood, also those who are in the application."""
        return tuple(row.clean for row in self.rows if row.clean is not None)

    @property
    def entries(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """Of each of these people, contests with their parts."""
        return tuple(tuple((one.id, one.part) for one in row.put) for row in self.rows if row.clean is not None)

    @property
    def officials(self) -> tuple[Official, ...]:
        return tuple(row.official for row in self.rows if row.official is not None)

    @property
    def listed(self) -> int:
        return sum(row.listed for row in self.rows)

    @property
    def wrong(self) -> int:
        return sum(row.clean is None and row.official is None for row in self.rows)


def typed_athlete(typed: Mapping[str, str], prefix: str = "") -> Typed:
    return Typed(*(typed.get(f"{prefix}{cell}", "") for cell in CELLS))


def preview(
    rows: list[Pasted], today: date, knows: Callable[[Sequence[Key], Sequence[str]], Known], state: State, team: str
) -> Preview:
    """Every cell judged; a person who stands twice in the table is wrong the second time, one listed is only told.

    `knows`: asked once, about the keys of everybody who was understood and the numbers of ГТО that were typed.
    """
    read = [_judged(number, typed, today) for number, (typed, _) in enumerate(rows)]
    keys = [row.clean.key if row.clean is not None else None for row in read]
    uins = [row.clean.uin_gto for row in read if row.clean is not None and row.clean.uin_gto]
    known = knows([key for key in keys if key is not None], uins)
    compared = _compared(read, keys, known, state)
    contests = any(text for _, text in rows)
    if contests:
        placing = Placing(state, team, known.sexes)
        compared = [_placed(row, text, placing, team) for row, (_, text) in zip(compared, rows, strict=True)]
    return Preview(tuple(compared), _columns(compared, state, contests))


def _compared(rows: Sequence[PreviewRow], keys: Sequence[Key | None], known: Known, state: State) -> list[PreviewRow]:
    """With each other, and with those who are known."""
    owners = {uin: key for key, uin in known.uins.items()}
    seen: set[Key] = set()
    found = []
    for row, key in zip(rows, keys, strict=True):
        if row.clean is None or key is None:
            found.append(row)
            continue
        uin, listed = row.clean.uin_gto, key in known.listed
        try:
            if key in seen:
                raise Refusal("twice_in_table", "surname")
            if uin and owners.setdefault(uin, key) != key:
                raise Refusal("uin_of_other", "uin_gto")
            if not listed:
                check_identified(state.regulation, IDENTIFIERS if uin or key in known.uins else ())
            found.append(PreviewRow(row.number, row.cells, row.clean, listed) if listed else row)
        except Refusal as refusal:
            found.append(_wrong(row, refusal))
        seen.add(key)
    return found


def _columns(rows: Sequence[PreviewRow], state: State, contests: bool) -> tuple[str, ...]:
    needed = identifiers_of(state.regulation)[0]
    filled = {cell for row in rows for cell, text, _ in row.cells if text}
    more = [cell for cell in CELLS[len(_ALWAYS) :] if cell in filled or cell in needed]
    return (*_ALWAYS, *more, *(["contests"] if contests else []))


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
    found = understand_row(typed, today)
    wrong = {refusal.field: sentence(refusal) for refusal in found} if isinstance(found, list) else {}
    cells = tuple((cell, getattr(typed, cell), wrong.get(cell, "")) for cell in CELLS)
    official = found if isinstance(found, Official) else None
    return PreviewRow(number, cells, found if isinstance(found, Clean) else None, official=official)


def _placed(row: PreviewRow, text: str, placing: Placing, team: str) -> PreviewRow:
    """With the cell of contests, which is read where the person was understood and is new."""
    clean = row.clean
    row = replace(row, cells=(*row.cells, ("contests", text, "")))
    if clean is None or row.listed:
        return row
    who = Applicant(f"{clean.surname} {clean.name}", team, clean.sex, clean.born_on, clean.rank)
    try:
        return replace(row, put=placing.placed(text, who))
    except Refusal as refusal:
        return _wrong(row, refusal if refusal.field else refusal.at("contests"))


def _wrong(row: PreviewRow, refusal: Refusal) -> PreviewRow:
    says = sentence(refusal)
    cells = tuple((cell, text, says if cell == refusal.field else wrong) for cell, text, wrong in row.cells)
    return PreviewRow(row.number, cells, None)
