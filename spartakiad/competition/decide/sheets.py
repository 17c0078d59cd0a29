"""Publication: the key of the Games, a revision of a sheet, a public file that has to be closed."""

from dataclasses import dataclass
from itertools import chain

from spartakiad.competition.decide.contests import check_seen, uncompared
from spartakiad.competition.decide.records import waiting
from spartakiad.competition.facts import Fact
from spartakiad.competition.programme import lines
from spartakiad.competition.publishing import publishable, results_of, sheet_number
from spartakiad.competition.sheet_facts import GamesKeyMade, SheetClosed, SheetPublished
from spartakiad.competition.sheets import OVERALL, Revision, Sheet
from spartakiad.competition.state import State
from spartakiad.errors import Refusal


@dataclass(frozen=True, slots=True)
class MakeKey:
    """`public` as in GamesKeyMade."""

    public: str


@dataclass(frozen=True, slots=True)
class PublishSheet:
    """The fact as it was signed; `despite`: as in Accept."""

    sheet: SheetPublished
    despite: int = 0


@dataclass(frozen=True, slots=True)
class CloseSheets:
    """Every public file that names this person. `erased`: the bytes of every file that names him are taken away."""

    person: int
    erased: bool = False


def make_key(state: State, command: MakeKey, _by: str) -> list[Fact]:
    return [] if command.public == state.key else [GamesKeyMade(command.public)]


def publish(state: State, command: PublishSheet, _by: str) -> list[Fact]:
    """The next revision of what is official. One that only takes a name off shows what the one before showed."""
    one = command.sheet
    known = state.sheets.get(one.sheet)
    if one.sheet != sheet_number(state, one.contest) or one.revision != (known.last.revision if known else 0) + 1:
        raise Refusal("stale")
    if one.why == "name":
        shown = _shown_before(known)
    else:
        shown = (state.number, state.regulation_version, _official(state, one.contest, command.despite))
        if known and not known.last.closed and known.last.contents == one.contents:
            raise Refusal("sheet_same", number=one.sheet, revision=known.last.revision)
    if (one.of, one.rules, one.results) != shown or one.key != state.key:
        raise Refusal("stale")
    return [one]


def _shown_before(known: Sheet | None) -> tuple[int, int, tuple[tuple[str, int], ...]]:
    if known is None or not known.last.closed:
        raise Refusal("stale")
    return known.last.of, known.last.rules, known.last.results


def _official(state: State, contest: str, despite: int) -> tuple[tuple[str, int], ...]:
    if not publishable(state, contest):
        raise Refusal("sheet_not_official")
    told = [one for one in lines(state) if contest in (one.id, OVERALL)]
    if left := [one.title for one in told if uncompared(state, one)]:
        raise Refusal("sheet_uncompared", contests=left)
    held = {one.title: waiting(state, one.id) for one in told}
    titles = [title for title, records in held.items() if records]
    check_seen([*chain(*held.values())], "», «".join(titles), despite)
    return results_of(state, contest)


def close(state: State, command: CloseSheets, _by: str) -> list[Fact]:
    return [
        SheetClosed(sheet.number, one.revision, command.erased)
        for sheet in state.sheets.values()
        for one in sheet.revisions
        if _concerns(one, command)
    ]


def _concerns(one: Revision, command: CloseSheets) -> bool:
    if command.erased:
        return not one.erased and command.person in one.people | one.named
    return not one.closed and command.person in one.named
