"""Documents that everybody may print: what is published as it was published, everything else as it stands."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.competition.memory import UNION, Now
from spartakiad.competition.sheets import OVERALL
from spartakiad.documents.overall import overall_protocol
from spartakiad.documents.paper import Paper
from spartakiad.documents.programme import notices_paper, timetable_paper
from spartakiad.documents.results import result_protocol
from spartakiad.documents.starts import start_list
from spartakiad.games.live import GamesHead, head_of, held_of
from spartakiad.games.notices import for_everybody
from spartakiad.publication.queries import sheet_file
from spartakiad.publication.sheets import valid_sheet
from spartakiad.standings.names import names_at
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.papers import pdf_answer, stored_answer, xlsx_answer
from spartakiad.web.render import note_made_of
from spartakiad.web.wiring import shell_of


@get("/games/{games:str}/contests/{contest:str}/protocol.pdf", opt={"who": PUBLIC}, sync_to_thread=True)
def protocol(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[bytes]:
    kept = None if request.query_params.get("part") else _published(request, games, contest)
    return kept or pdf_answer(_of_contest(request, games, contest, result_protocol))


@get("/games/{games:str}/contests/{contest:str}/protocol.xlsx", opt={"who": PUBLIC}, sync_to_thread=True)
def protocol_sheet(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[bytes]:
    return xlsx_answer(_of_contest(request, games, contest, result_protocol))


@get("/games/{games:str}/contests/{contest:str}/starts.pdf", opt={"who": PUBLIC}, sync_to_thread=True)
def starts(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[bytes]:
    return pdf_answer(_of_contest(request, games, contest, start_list))


@get("/games/{games:str}/contests/{contest:str}/starts.xlsx", opt={"who": PUBLIC}, sync_to_thread=True)
def starts_sheet(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[bytes]:
    return xlsx_answer(_of_contest(request, games, contest, start_list))


@get("/games/{games:str}/standings.pdf", opt={"who": PUBLIC}, sync_to_thread=True)
def whole(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    return _published(request, games, OVERALL) or pdf_answer(_overall(request, games))


@get("/games/{games:str}/standings.xlsx", opt={"who": PUBLIC}, sync_to_thread=True)
def whole_sheet(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    return xlsx_answer(_overall(request, games))


@get("/games/{games:str}/schedule.pdf", opt={"who": PUBLIC}, sync_to_thread=True)
def schedule(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    now, head, _ = _held(request, games)
    return pdf_answer(_dated(now, head, timetable_paper(now.state, head)))


@get("/games/{games:str}/notices.pdf", opt={"who": PUBLIC}, sync_to_thread=True)
def notices(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    now, head, _ = _held(request, games)
    return pdf_answer(_dated(now, head, notices_paper(now.state, head, for_everybody(now.state)[::-1])))


Maker = Callable[[Now, GamesHead, str, Any, str], Paper]


def _published(request: AnyRequest, games: str, contest: str) -> Response[bytes] | None:
    """What says what is official now goes out byte for byte, as it was published."""
    now, _, _ = _held(request, games)
    sheet = valid_sheet(now.state, contest)
    if sheet is None:
        return None
    with shell_of(request).store.reader() as session:
        content = sheet_file(session, sheet.last.public)
    return stored_answer(content, f"{games}-{sheet.number}-{sheet.last.revision}") if content else None


def _of_contest(request: AnyRequest, games: str, contest: str, make: Maker) -> Paper:
    """Of all its parts, or of the one that the address names."""
    now, head, names = _held(request, games)
    paper = make(now, head, contest, names, request.query_params.get("part", ""))
    return _dated(now, head, paper)


def _overall(request: AnyRequest, games: str) -> Paper:
    now, head, names = _held(request, games)
    return _dated(now, head, overall_protocol(now, head, names))


def _held(request: AnyRequest, games: str) -> tuple[Now, GamesHead, Any]:
    """A Games that is only being prepared prints nothing for the public."""
    shell = shell_of(request)
    now = shell.shown(games)
    note_made_of(request, {**now.reads, UNION: shell.memory.numbers.get(UNION, 0)})
    with shell.store.reader() as session:
        return now, head_of(session, games, now.state), names_at(session, now)


def _dated(now: Now, head: GamesHead, paper: Paper) -> Paper:
    """While results are held, the paper says of which moment it is."""
    held = held_of(now, head)
    return replace(paper, notes=[*paper.notes, f"{held}."]) if held else paper


routes = [protocol, protocol_sheet, starts, starts_sheet, whole, whole_sheet, schedule, notices]
