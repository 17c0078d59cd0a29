"""Results of a contest from a file of another program: read, looked at row by row, mended, written all at once."""

import asyncio
from dataclasses import replace
from hashlib import sha256
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts import queries as accounts
from spartakiad.competition.decide.marks import OPEN
from spartakiad.competition.programme import line
from spartakiad.errors import Refusal
from spartakiad.intake.columns import samples
from spartakiad.intake.results import fields_of
from spartakiad.intake.table import MOST_BYTES, MOST_SIGNS
from spartakiad.judge.carried import Carried, brought, mended_in, sheets_of, wishes_in, without_end
from spartakiad.judge.pages import WHO
from spartakiad.people.queries import names_of
from spartakiad.results.actions import FileMark, FileMarks, enter_from_file
from spartakiad.results.file_preview import LEFT_OUT, Board, Mended, Preview, ReadSheet
from spartakiad.results.files import board_of, preview
from spartakiad.web.carrying import sealed
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import shell_of, staying
from spartakiad.words.dates import moment
from spartakiad.words.files import NOTES, column_words
from spartakiad.words.numbers import counted
from spartakiad.words.refusals import sentence

Found = tuple[Carried, list[ReadSheet], Preview]
MOST_SENT = 2 * MOST_BYTES  # bytes: no preview, which brings the table and its cells back, is too large for it


@get("/judge/{games:str}/{contest:str}/import", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    return _empty(request, games, contest, Said())


def _too_large(request: AnyRequest) -> Response[str]:
    games, contest = (str(request.path_params[name]) for name in ("games", "contest"))
    refusal = Refusal("sent_too_large", "file", megabytes=MOST_BYTES // 1024 // 1024)
    return _empty(request, games, contest, Said((refusal,)))


@post(
    "/judge/{games:str}/{contest:str}/import",
    opt={"who": WHO, "too_large": _too_large},
    status_code=200,
    request_max_body_size=MOST_SENT,
)
async def read(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    """Nothing is written yet. What was read before comes along, to be read anew with columns named by hand."""
    typed = await fields(request)
    board = _board(request, games, contest)
    try:
        found, said = await _read(board, await brought(request, typed), typed, {})
    except Refusal as refusal:
        if refusal.status == 403:
            raise
        return _empty(request, games, contest, Said((refusal,), typed))
    return _page(request, games, board, found, said)


@post(
    "/judge/{games:str}/{contest:str}/import/marks",
    opt={"who": WHO, "too_large": _too_large},
    request_max_body_size=MOST_SENT,
)
async def take(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    """Every row that is ticked, or none: rows with remarks stay behind only where the judge says so.

    A file that was to be read otherwise meanwhile is shown so first: nothing is written that nobody looked at.
    """
    typed = await fields(request)
    board = _board(request, games, contest)
    if "carried" not in typed:
        return _empty(request, games, contest, Said((Refusal("file_nothing"),), typed))
    carried = await brought(request, typed)
    found, said = await _read(board, carried, typed, mended_in(typed))
    if not said.refusals and typed.get("reading", "") not in ("", _reading(found, typed)):
        found, said = await _found(board, carried, typed, {}), Said((Refusal("file_read_anew"),), typed)
    said = said if said.refusals else _objection(found[2], typed)
    if not said.refusals:
        wish = FileMarks(games, contest, carried.digest, carried.file, _marks(found[2]))
        done = await carry_out(request, enter_from_file, wish, typed)
        if not isinstance(done, Said):
            address = staying(request, f"/judge/{games}/{contest}", part=_part(request), written=str(done["marks"]))
            return Redirect(address, status_code=303)
        said = done
    return _page(request, games, board, found, said)


async def _read(board: Board, carried: Carried, typed: dict[str, str], mended: dict[int, Mended]) -> tuple[Found, Said]:
    """Sheets that are too many together stay unread, and the one that was read before is shown with the reason."""
    try:
        return await _found(board, carried, typed, mended), Said((), typed)
    except Refusal as refusal:
        before = {**typed, "sheet": typed.get("was", "")}
        if before["sheet"] == typed.get("sheet", ""):
            raise
        return await _found(board, carried, before, {}), Said((refusal.at("sheet"),), before)


async def _found(board: Board, carried: Carried, typed: dict[str, str], mended: dict[int, Mended]) -> Found:
    sheets = sheets_of(carried, typed, board.whole)
    return carried, sheets, await asyncio.to_thread(preview, board, sheets, wishes_in(typed), mended)


def _reading(found: Found, typed: dict[str, str]) -> str:
    """How a file was read: which sheets, columns, groups, and what was said of it as a whole."""
    _, sheets, seen = found
    wishes = replace(wishes_in(typed), groups=dict(seen.groups))
    layouts = [(one.title, without_end(one.layout.columns), one.layout.begins) for one in sheets]
    return sha256(repr((layouts, wishes)).encode(errors="replace")).hexdigest()


def _objection(seen: Preview, typed: dict[str, str]) -> Said:
    moved = [one for line in seen.lines for one in line.refusals if one.kind == "row_moved"]
    if moved:
        return Said((moved[0].at(None),), typed)
    if seen.unsettled and typed.get("leave") != "yes":
        return Said((Refusal("file_unsettled", rows=seen.unsettled),), typed)
    return Said(() if seen.taken else (Refusal("file_nothing"),), typed)


def _marks(seen: Preview) -> tuple[FileMark, ...]:
    return tuple(
        FileMark(
            entrant=one.entrant,
            raw=one.raw,
            version=one.seen,
            sure=one.verdict == "doubt",
            sheet=one.sheet,
            row=one.row,
            mended=one.mended,
            at=f"r{one.number}",
        )
        for one in seen.taken
    )


def _board(request: AnyRequest, games: str, contest: str) -> Board:
    shell = shell_of(request)
    state = shell.now(games).state
    with shell.store.reader() as session:
        return board_of(state, line(state, contest), names_of(session, games), accounts.names(session))


def _page(request: AnyRequest, games: str, board: Board, found: Found, said: Said) -> Response[str]:
    carried, sheets, seen = found
    whole = board.whole
    kind = "match" if whole.by_matches else whole.lists[0].mark
    raw = carried.as_text()
    own = {field: words for field, words in said.errors if field}
    return desk(
        request,
        games,
        "judge/file_preview.html",
        said,
        contest=whole,
        part=_part(request),
        keep=staying(request, part=_part(request)),
        carried=carried,
        raw=raw,
        seal=sealed(request, raw),
        reading=_reading(found, dict(said.typed)),
        seen=seen,
        many=counted(len(seen.taken), "результат", "результата", "результатов"),
        errors={line.number: _errors(line.number, line.refusals, own) for line in seen.lines},
        notes=[NOTES[note] for note in seen.notes],
        named=samples(sheets[0].rows, sheets[0].layout),
        fields=[(field, column_words(field)) for field in _fields(kind, sheets)],
        sheets=[(str(at), one.title) for at, one in enumerate(carried.sheets)] if len(carried.sheets) > 1 else [],
        read_sheets=[one.title for one in sheets],
        groups=[(name, part) for name, part in seen.groups],
        parts=[(one.part, one.part_title) for one in whole.parts],
        left_out=LEFT_OUT,
        again=[one for one in board.state.files if (one.contest, one.digest) == (whole.id, carried.digest)],
        own_numbers=2 * sum(any(one.kind == "row_other_name" for one in row.refusals) for row in seen.lines)
        > len(seen.lines),
        moment=moment,
        most_signs=MOST_SIGNS,
    )


def _fields(kind: str, sheets: list[ReadSheet]) -> list[str]:
    """What a column may be named, heights of this file among it."""
    bars = [one for sheet in sheets for one in sheet.layout.columns if one not in fields_of(kind) and one]
    return [*fields_of(kind), *dict.fromkeys(bars)]


def _errors(number: int, refusals: tuple[Refusal, ...], own: dict[str, str]) -> list[tuple[str, str]]:
    """Sentences of a row by field; `own`: what the writing itself said at a field of the form."""
    said = [(one.field or "raw", sentence(one)) for one in refusals]
    return [*said, *((field, own[at]) for field in ("who", "raw") if (at := f"r{number}-{field}") in own)]


def _empty(request: AnyRequest, games: str, contest: str, said: Said) -> Response[str]:
    shell = shell_of(request)
    state = shell.now(games).state
    whole = line(state, contest)
    with shell.store.reader() as session:
        actors = accounts.names(session)
    return desk(
        request,
        games,
        "judge/file.html",
        said,
        contest=whole,
        part=_part(request),
        keep=staying(request, part=_part(request)),
        open=any(state.how_far(contest, one.part).state in OPEN for one in whole.lists),
        files=[(one, actors.get(one.by, "")) for one in reversed(state.files) if one.contest == contest],
    )


def _part(request: AnyRequest) -> str:
    return str(request.query_params.get("part", ""))


routes = [look, read, take]
