"""Documents that everybody may print, and the page that tells whether a printed one still holds."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.competition.memory import UNION, Now, stream_of
from spartakiad.competition.programme import lines
from spartakiad.documents.overall import overall_protocol
from spartakiad.documents.paper import Paper
from spartakiad.documents.programme import notices_paper, timetable_paper
from spartakiad.documents.results import result_protocol
from spartakiad.documents.starts import start_list
from spartakiad.games.live import GamesHead, head_of, held_of
from spartakiad.games.notices import for_everybody
from spartakiad.publication.queries import revisions
from spartakiad.standings.names import names_at
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.papers import pdf_answer, site_of, xlsx_answer
from spartakiad.web.render import note_made_of, public
from spartakiad.web.wiring import shell_of
from spartakiad.words.dates import moment


@get("/games/{games:str}/contests/{contest:str}/protocol.pdf", opt={"who": PUBLIC}, sync_to_thread=True)
def protocol(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[bytes]:
    return pdf_answer(_of_contest(request, games, contest, result_protocol))


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
    return pdf_answer(_overall(request, games))


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


@dataclass(frozen=True, slots=True)
class Verdict:
    """`holds`: the printed revision is the last official one. `sentence` says what became of it otherwise."""

    holds: bool
    sentence: str
    contest: str = ""
    title: str = ""


@get("/verify", opt={"who": PUBLIC}, sync_to_thread=False)
def verify(request: AnyRequest) -> Response[str]:
    """A Games, the number of a protocol and its revision, as they stand on the paper."""
    shell = shell_of(request)
    asked = {name: request.query_params.get(name, "")[:60] for name in ("games", "number", "revision")}
    held = [now for now in shell.memory.shown.values() if now.state.state != "draft"]
    with shell.store.reader() as session:
        heads = [head_of(session, now.slug, now.state) for now in held]
    verdict = _verdict(request, asked) if asked["number"] else None
    reads = {UNION: shell.memory.numbers.get(UNION, 0)}
    choices = [(head.slug, head.title) for head in heads]
    return public(request, "site/verify.html", reads, asked=asked, verdict=verdict, choices=choices)


def _verdict(request: AnyRequest, asked: dict[str, str]) -> Verdict:
    shell = shell_of(request)
    now = shell.memory.shown.get(asked["games"])
    programme = lines(now.state) if now and now.state.state != "draft" else []
    number = int(asked["number"]) if asked["number"].isascii() and asked["number"].isdigit() else 0
    if now is None or not 1 <= number <= len(programme):
        return Verdict(False, "Такого протокола нет. Проверьте Спартакиаду и номер на бумаге.")
    line = programme[number - 1]
    with shell.store.reader() as session:
        known = {str(one.revision): one for one in revisions(session, stream_of(now.slug), line.id)}
    found = known.get(asked["revision"])
    if found is None or found.revision > now.state.contests[line.id].revision:
        return Verdict(False, "Такой официальной редакции не было. Считать действительной нельзя.", line.id, line.title)
    last = now.state.contests[line.id].revision
    if found.revision != last or now.state.contests[line.id].state != "official":
        newest = f"последняя – {last}" if found.revision != last else "протокол вернули в работу"
        return Verdict(False, f"Эта редакция больше не действует: {newest}.", line.id, line.title)
    return Verdict(True, f"Действует. Официальный с {moment(found.at)}.", line.id, line.title)


Maker = Callable[[Now, GamesHead, str, Any, str, str], Paper]


def _of_contest(request: AnyRequest, games: str, contest: str, make: Maker) -> Paper:
    """Of all its parts, or of the one that the address names."""
    now, head, names = _held(request, games)
    paper = make(now, head, contest, names, site_of(request), request.query_params.get("part", ""))
    return _dated(now, head, paper)


def _overall(request: AnyRequest, games: str) -> Paper:
    now, head, names = _held(request, games)
    return _dated(now, head, overall_protocol(now, head, names, site_of(request)))


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


routes = [protocol, protocol_sheet, starts, starts_sheet, whole, whole_sheet, schedule, notices, verify]
