"""The sheet that judges fill in: everybody entered, or every match, with what is written and who wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from spartakiad.competition.decide.marks import mark_at
from spartakiad.competition.document import counts
from spartakiad.competition.handicap import handicap
from spartakiad.competition.joint import team_words
from spartakiad.competition.matches import is_match, match_of, matches_of, sides_of
from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.reading import cells, joined, written
from spartakiad.competition.sights import line_of, mark_seen
from spartakiad.competition.starters import final_of, next_stage, stands_in, starters
from spartakiad.competition.state import Mark, StartList, State
from spartakiad.people.names import PersonName
from spartakiad.results.matches import NameOf, match_words, when_played
from spartakiad.results.weights import weight_of
from spartakiad.starts.hours import where_and_when
from spartakiad.words.files import from_file
from spartakiad.words.scratches import absence_words
from spartakiad.words.stages import stage_words
from spartakiad.words.states import by_whom, words


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A line of the judges' sheet. `bib`: "" where nobody wears one; `start`: heat, lane and hour, as far as there are.

    `cells`: what was typed, field by field; `about`: of a match, what is played for.
    `line`, `over`: whose line it is and which mark stands in it, for a device to tell what its judge saw.
    `number`: of the journal, where the mark was last changed. `held_out`: why a mark that is there stays out of the
    ranking. `entered_by`, `checked_by`: the name, and how he knows it where he did it for somebody else.
    """

    entrant: str
    bib: str
    start: str
    after: int
    name: str
    team_title: str
    role: str
    about: str
    cells: Mapping[str, str]
    read: str
    made_of: str
    status: str
    version: int
    number: int
    check: str
    entered_by: str
    entered_at: datetime | None
    checked_by: str
    reason: str
    held_out: str
    line: str
    over: str


def sheet(
    state: State, found: Line, people: Mapping[str, PersonName], actors: Mapping[str, str]
) -> tuple[SheetRow, ...]:
    """Everybody entered, admitted or not, with what is written and who wrote it: for the judges only."""
    if found.by_matches:
        title = partial(full_name, state, found, people)
        return tuple(_sheet_row(state, found, one.key, title, actors) for one in matches_of(state, found.id))
    admitted = starters(state, found)
    entered = [entry.entrant for entry in state.entries_of(found.id) if entry.part == found.part]
    others = [entrant for entrant in entered if entrant not in admitted]
    name = partial(full_name, state, found, people)
    first = sorted(admitted, key=partial(_finalists_first, final_of(state, found)))
    return tuple(_sheet_row(state, found, entrant, name, actors) for entrant in [*first, *others])


def _finalists_first(final: StartList | None, entrant: str) -> tuple[bool, int]:
    """By their lanes; everybody else as he stood."""
    return (True, 0) if final is None or entrant not in final.bibs else (False, final.heats.get(entrant, (0, 0))[1])


def sides(state: State, found: Line, people: Mapping[str, PersonName]) -> tuple[tuple[str, str], ...]:
    """Whoever may meet somebody, with the name: for the judges only."""
    return tuple((one, full_name(state, found, people, one)) for one in starters(state, found))


def typed_line(found: Line, typed: Mapping[str, str]) -> str:
    """The fields of a form's line as the one text that is kept."""
    own = {name.removeprefix("cell-"): text for name, text in typed.items() if _of_line(name)}
    return joined(found, own)


def typed_fields(found: Line, raw: str) -> dict[str, str]:
    """The same text under the names of the form's fields: what a form that is refused shows again."""
    return {name if name == "raw" else f"cell-{name}": text for name, text in cells(found, raw).items()}


def what_was_read(state: State, whole: Line, entrant: str) -> dict[str, object]:
    """The mark of an entrant as the one who entered it hears of it: its version and what was read."""
    key, mark = mark_at(state, whole.id, entrant)
    return {"version": mark.version, "read": _read(whole.list_of(key[1]), mark)} if mark else {"version": 0, "read": ""}


def _of_line(name: str) -> bool:
    return name in ("raw", "call") or name.startswith("cell-")


def full_name(state: State, found: Line, people: Mapping[str, PersonName], entrant: str) -> str:
    """Of a match, both sides."""
    if is_match(entrant):
        sides = sides_of(state, found.id, entrant) or ()
        return " – ".join(full_name(state, found, people, side) for side in sides)
    if entrant in state.teams:
        return state.teams[entrant].title
    person = people.get(entrant)
    return person.full if person else f"№ {entrant}"


def _sheet_row(state: State, found: Line, entrant: str, name: NameOf, actors: Mapping[str, str]) -> SheetRow:
    match = match_of(state, found.id, entrant)
    stage = match.stage if match else next_stage(state, found, entrant)
    mark = state.marks.get((found.id, found.part, stage, entrant))
    entry = state.entries.get((found.id, entrant))
    listed = stands_in(state, found, entrant)
    return SheetRow(
        entrant=entrant,
        bib=(listed.bibs.get(entrant) if listed else None) or (entrant if entrant in state.athletes else ""),
        start=when_played(state, found, match) if match else _start(state, found, entrant),
        after=listed.offsets.get(entrant, 0) if listed else 0,
        name=name(entrant),
        team_title=team_words(state, entrant),
        role=entry.role if entry else "team",
        about=match_words(state, found, match) if match else _weight(state, found, entrant),
        cells=_cells(state, found, entrant, mark.raw if mark else ""),
        read=_read(found, mark) if mark else "",
        made_of=_made_of(found, mark) if mark else "",
        status=mark.status if mark else "",
        version=mark.version if mark else 0,
        number=mark.number if mark else 0,
        check=mark.check if mark else "",
        entered_by=_entered_by(mark, actors) if mark else "",
        entered_at=mark.entered_at if mark else None,
        checked_by=by_whom(actors.get(mark.checked_by, ""), mark.checked_basis) if mark else "",
        reason=mark.reason if mark else "",
        held_out=_held_out(state, found, entrant, mark),
        line=line_of(state, found, entrant),
        over=mark_seen(mark),
    )


def _start(state: State, found: Line, entrant: str) -> str:
    """«финал, дорожка 4»: of heats alone the heat says where he starts."""
    told = where_and_when(state, stands_in(state, found, entrant), entrant)
    stage = next_stage(state, found, entrant)
    return told if stage == MAIN else ", ".join(filter(None, [stage_words(stage).lower(), told]))


def _weight(state: State, found: Line, entrant: str) -> str:
    weight = weight_of(state, found.id, entrant) if found.weights.needed else ""
    return f" · вес {weight}" if weight else ""


def _entered_by(mark: Mark, actors: Mapping[str, str]) -> str:
    """The name and how he knows it: what was read in a file is told by the file, what was brought by its typist."""
    name, origin = actors.get(mark.entered_by, ""), mark.origin
    if mark.typed_by:
        return ", ".join(filter(None, (actors.get(mark.typed_by, ""), f"передал {name}" if name else "")))
    if origin is None:
        return by_whom(name, mark.basis)
    told = from_file(origin.file, origin.sheet, origin.row, mended=origin.mended)
    return ", ".join(filter(None, (name, told)))


def _cells(state: State, found: Line, entrant: str, raw: str) -> Mapping[str, str]:
    """What was typed; where nobody typed how much later he started, what the start list says."""
    typed = cells(found, raw)
    given = handicap(state, found, entrant)
    return {**typed, **{name: text for name, text in given.items() if not typed[name]}}


def _read(found: Line, mark: Mark) -> str:
    """What the mark is worth; where nothing was valid, what was called."""
    told = written(found, mark.value)
    status = words(mark.status, "status") if mark.status else ""
    return " ".join(part for part in (told.value or told.made_of, status) if part)


def _made_of(found: Line, mark: Mark) -> str:
    told = written(found, mark.value)
    return told.made_of if told.value else ""


def _scratched(state: State, found: Line, entrant: str, *, called: bool) -> str:
    """«снят со старта: болезнь, сообщил Иванов»; `called`: by name, where the line is of a match."""
    told = state.scratches[found.id, entrant]
    how = told.absence and absence_words(told.absence)
    why = ", ".join(filter(None, (told.reason, f"сообщил {told.who}" if told.who else "")))
    name = team_words(state, entrant) if called else ""
    head = " ".join(filter(None, (name, how or "снят со старта")))
    return f"{head}: {why}" if why else head


def _held_out(state: State, found: Line, entrant: str, mark: Mark | None) -> str:
    if is_match(entrant):
        away = [one for one in sides_of(state, found.id, entrant) or () if (found.id, one) in state.scratches]
        return "; ".join(_scratched(state, found, one, called=True) for one in away)
    if (found.id, entrant) in state.scratches:
        told = _scratched(state, found, entrant, called=False)
        ran = "она стартовала" if found.by_teams else "он стартовал"
        return f"{told}. Если {ran}, скажите секретариату: снятие отменят"
    if found.by_teams:
        return ""
    if state.is_admitted(entrant, found.id):
        waits = state.entries[found.id, entrant].role == "reserve"
        return "запасной: в протокол не идёт, пока команда его не выставит" if waits else ""
    decided = words(state.admission(entrant).state, "admission")
    if mark is not None and not counts(state, (found.id, found.part, next_stage(state, found, entrant), entrant), mark):
        return f"{decided}: результат записан, но в протокол не идёт, пока комиссия не допустит"
    return f"{decided}: результат запишется, но в протокол не пойдёт"
