"""What the captain's forms hold → values: one athlete, a pasted table, the matrix of entries."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from spartakiad.competition.applicants import check_identified
from spartakiad.competition.applied import Entry
from spartakiad.competition.eligibility import IDENTIFIERS, identifiers_of
from spartakiad.competition.joint import check_city
from spartakiad.competition.papers_required import PAPERS, meant
from spartakiad.competition.state import State
from spartakiad.entries.actions import EntryChange
from spartakiad.entries.placing import Placing, Put
from spartakiad.entries.queries import Known
from spartakiad.errors import Refusal, kept
from spartakiad.intake.columns import FIELDS, Cells
from spartakiad.people.alike.actions import PLAIN, Identity
from spartakiad.people.alike.asking import Answer, Look, Looks, answered
from spartakiad.people.alike.near import Face, faces_of
from spartakiad.people.applicants import Wished
from spartakiad.people.forms import Clean, Key, Official, understand_rows
from spartakiad.words.keys import search_key
from spartakiad.words.refusals import sentence

_ALWAYS = FIELDS[:6]  # of a preview; other columns where they say something


class PreviewRow(NamedTuple):
    """A row of a pasted table and what is wrong with it; `listed`: in the application.

    `put`: where he is entered by the cell of contests: lists of the programme. `official`: whoever does not compete.
    `looks`: whom he looks like, `same`: what was answered to that, `identity`: what it means; None: nothing yet.
    """

    number: int
    typed: Cells
    refusals: Sequence[Refusal] = ()
    clean: Clean | None = None
    listed: bool = False
    put: tuple[Put, ...] = ()
    official: Official | None = None
    looks: tuple[Look, ...] = ()
    same: str = ""
    identity: Identity | None = None
    city: str = ""

    @property
    def cells(self) -> list[tuple[str, str, str]]:
        """Each with its name and with what is wrong there."""
        wrong = {one.field: sentence(one) for one in self.refusals}
        return [(name, text, wrong.get(name, "")) for name, text in zip(FIELDS, self.typed, strict=True)]


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
    def entries(self) -> tuple[tuple[Wished, ...], ...]:
        """Of each of these people, what he is entered for."""
        return tuple(tuple(one.wished for one in row.put) for row in self.rows if row.clean is not None)

    @property
    def officials(self) -> tuple[Official, ...]:
        return tuple(row.official for row in self.rows if row.official is not None)

    @property
    def identities(self) -> tuple[Identity, ...]:
        return tuple(row.identity or PLAIN for row in self.rows if row.clean is not None)

    @property
    def cities(self) -> tuple[str, ...]:
        return tuple(row.city for row in self.rows if row.clean is not None)

    @property
    def unsaid(self) -> list[int]:
        """Rows of whom nobody has said whether they are those they look like."""
        return [row.number for row in self.rows if row.clean is not None and row.looks and row.identity is None]

    @property
    def faulty(self) -> list[tuple[int, str]]:
        """Each cell that is wrong: its row and what it is of."""
        wrong = [row for row in self.rows if row.refusals]
        return [(row.number, name) for row in wrong for name, _, said in row.cells if said]

    @property
    def listed(self) -> int:
        return sum(row.listed for row in self.rows)

    @property
    def wrong(self) -> int:
        return sum(bool(row.refusals) for row in self.rows)


def typed_athlete(typed: Mapping[str, str], prefix: str = "") -> Cells:
    return Cells(*(typed.get(f"{prefix}{cell}", "") for cell in FIELDS))


def preview(
    rows: Sequence[Cells],
    today: date,
    knows: Callable[[Sequence[Face]], Known],
    state: State,
    team: str,
    same: Sequence[str] = (),
) -> Preview:
    """Every cell judged; a person who stands twice in the table is wrong the second time, one listed is only told.

    `knows`: asked once, about everybody who was understood. `same`: of each row, who he was said to be.
    """
    read = understand_rows(rows, today)
    people = [one for one in read if isinstance(one, Clean)]
    faces = faces_of(people)
    table = _Table(state, team, knows(faces))
    face_of = iter(faces)
    said = [*same, *[""] * (len(rows) - len(same))]
    seen = [
        table.row(number, typed, one, next(face_of), said[number])
        if isinstance(one, Clean)
        else _nobody(number, typed, one)
        for number, (typed, one) in enumerate(zip(rows, read, strict=True))
    ]
    return Preview(tuple(seen), _columns(rows, state, team))


def _nobody(number: int, typed: Cells, found: Official | list[Refusal]) -> PreviewRow:
    """A row in which no athlete was understood."""
    if isinstance(found, Official):
        return PreviewRow(number, typed, official=found)
    return PreviewRow(number, typed, found)


class _Table:
    """The people of one table, compared with each other and with those who are known, and put into contests."""

    def __init__(self, state: State, team: str, known: Known) -> None:
        self._state = state
        self._team = team
        self._known = known
        self._owners = {uin: key for key, uin in known.uins.items()}
        self._seen: set[Key] = set()
        self._placing = Placing(state, team, known.sexes)
        self._looks = Looks(known.ours)
        self._identified = bool(identifiers_of(state.regulation)[0])

    def row(self, number: int, typed: Cells, clean: Clean, face: Face, same: str) -> PreviewRow:
        """Whoever is known exactly is nobody's look-alike here."""
        looks = () if face.key in self._known.people else self._looks.like(face, clean)
        answer = answered(same, clean, face.key, looks)
        meant = answer or Answer(clean, face.key)
        if meant.left_out:
            return PreviewRow(number, typed, looks=looks, same=same)
        listed = meant.key in self._known.listed
        faults: list[Refusal] = []
        city, put = "", tuple[Put, ...]()
        try:
            self._compare(meant, listed, () if answer else looks)
            city = kept(faults, lambda: self._city(typed.city, listed)) or ""
            put = self._placed(typed.contests, meant.clean) if typed.contests and not listed else ()
        except Refusal as refusal:
            faults.append(refusal)
        self._seen.add(meant.key)
        self._looks.above(number, clean, face)
        if faults:
            return PreviewRow(number, typed, tuple(faults), looks=looks, same=same)
        identity = answer.identity if answer else None
        return PreviewRow(number, typed, (), meant.clean, listed, put, None, looks, same, identity, city)

    def _compare(self, meant: Answer, listed: bool, asked: tuple[Look, ...]) -> None:
        """`asked`: whether he is one of these is not said yet, and a number of theirs may be his own."""
        uin, key = meant.clean.uin_gto, meant.key
        if key in self._seen:
            raise Refusal("twice_in_table", "surname")
        owner = self._owners.setdefault(uin, key) if uin else key
        if owner != key and owner not in {one.face.key for one in asked}:
            raise Refusal("uin_of_other", "uin_gto")
        if self._identified and not listed:
            check_identified(self._state.regulation, IDENTIFIERS if uin or key in self._known.uins else ())

    def _city(self, text: str, listed: bool) -> str:
        """Of a joint team, the one that the cell names; whoever is in the application already keeps his."""
        team = self._state.teams[self._team]
        if not team.cities:  # the column is not read
            return ""
        said = search_key(text)
        found = next((slug for slug, title in team.cities if said in (search_key(title), search_key(slug))), "")
        return found if listed and not said else check_city(team, found)

    def _placed(self, text: str, clean: Clean) -> tuple[Put, ...]:
        try:
            return self._placing.placed(text, clean)
        except Refusal as refusal:
            raise (refusal if refusal.field else refusal.at("contests")) from None


def _columns(rows: Sequence[Cells], state: State, team: str) -> tuple[str, ...]:
    """A team of one city needs no column that repeats it, nor one of a paper that nobody asks for."""
    joint = bool(state.teams[team].cities)
    unasked = {f"{kind}_until" for kind in PAPERS if not meant(state.regulation, kind)}
    needed = (*identifiers_of(state.regulation)[0], *(["city"] if joint else []))
    more = [cell for cell in FIELDS[len(_ALWAYS) :] if (cell != "city" or joint) and cell not in unasked]
    return (*_ALWAYS, *(cell for cell in more if cell in needed or any(getattr(row, cell) for row in rows)))


def changes_in(typed: Mapping[str, str], state: State, team: str, only: str = "") -> tuple[EntryChange, ...]:
    """Cells of the matrix that differ from what is recorded: `e-<contest>-<entrant>`, and where it was chosen the part
    `p-…` and the weight category `c-…`.

    `only`: those of one contest.
    """
    entrants = [team, *(athlete.number for athlete in state.athletes_of(team))]
    cells = [(contest, entrant) for contest in ([only] if only else state.contests) for entrant in entrants]
    found = [_change(typed, contest, entrant, state.entries.get((contest, entrant))) for contest, entrant in cells]
    return tuple(one for one in found if one is not None)


def _change(typed: Mapping[str, str], contest: str, entrant: str, entry: Entry | None) -> EntryChange | None:
    """None where the cell was not there, or says what is recorded."""
    cell = f"{contest}-{entrant}"
    role, part = typed.get(f"e-{cell}"), typed.get(f"p-{cell}", "")
    category = typed.get(f"c-{cell}", entry.category if entry else "")
    if role is None or (entry is None and not role):
        return None
    if entry and role == entry.role and part in ("", entry.part) and category == entry.category:
        return None
    return EntryChange(entrant, contest, role, part, category) if role else EntryChange(entrant, contest, "")
