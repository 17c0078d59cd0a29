"""The weigh-in: whoever stands on the scales is found by number or name, his weight typed, his category compared."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts import queries as accounts
from spartakiad.accounts.roles import SECRETARIAT, Role
from spartakiad.competition.programme import Line, line
from spartakiad.documents.paper import Paper
from spartakiad.documents.weighing import weighing_sheet
from spartakiad.entries.weighing import (
    Moved,
    OnScales,
    TakenBack,
    WeighRow,
    found_by,
    move,
    people_here,
    put_on_scales,
    take_back,
    typed_weight,
    weigh_rows,
)
from spartakiad.errors import Refusal
from spartakiad.games.live import head_of
from spartakiad.people.actions import NewExport, note_export
from spartakiad.people.queries import names_of, people_of
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.papers import pdf_answer, xlsx_answer
from spartakiad.web.render import following
from spartakiad.web.wiring import actor_in, me_in, shell_of, staying

WHO = only(Role.SPORT_CHIEF, Role.SPORT_SECRETARY, Role.COMMISSION, stand_ins=SECRETARIAT)
_PLACE = "/judge/{games:str}/{contest:str}/weighing"


@get(_PLACE, opt={"who": WHO}, sync_to_thread=False)
def weighing(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    return _page(request, games, contest, Said())


@post(_PLACE, opt={"who": WHO})
async def weigh(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    """One person; a second weight of the same person is kept beside the first."""
    typed = await fields(request)
    try:
        number = found_by(typed.get("who", ""), _people(request, games, _weighed(request, games, contest)))
        wish = OnScales(games, contest, number, typed_weight(typed), typed.get("sure") == "yes")
    except Refusal as refusal:
        return _page(request, games, contest, Said((refusal,), typed))
    return _after(request, games, contest, await carry_out(request, put_on_scales, wish, typed), number)


@post(f"{_PLACE}/{{athlete:str}}/undo", opt={"who": WHO})
async def undo(
    request: AnyRequest, games: FromPath[str], contest: FromPath[str], athlete: FromPath[str]
) -> Response[Any]:
    typed = await fields(request)
    wish = TakenBack(games, contest, athlete, typed.get("holds", "").replace(",", "."))
    return _after(request, games, contest, await carry_out(request, take_back, wish, typed), athlete)


@post(f"{_PLACE}/{{athlete:str}}/category", opt={"who": WHO})
async def category(
    request: AnyRequest, games: FromPath[str], contest: FromPath[str], athlete: FromPath[str]
) -> Response[Any]:
    """Into the category that his weight belongs to."""
    typed = await fields(request)
    wish = Moved(games, contest, athlete, typed.get("category", ""))
    return _after(request, games, contest, await carry_out(request, move, wish, typed), athlete)


@get("/judge/{games:str}/{contest:str}/weighing.pdf", opt={"who": WHO}, sync_to_thread=True)
def sheet_pdf(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[bytes]:
    return pdf_answer(_sheet(request, games, contest, "протокол взвешивания, печать"))


@get("/judge/{games:str}/{contest:str}/weighing.xlsx", opt={"who": WHO}, sync_to_thread=True)
def sheet_xlsx(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[bytes]:
    return xlsx_answer(_sheet(request, games, contest, "протокол взвешивания, таблица"))


def _weighed(request: AnyRequest, games: str, contest: str) -> Line:
    """Refusal not_found where nobody is weighed."""
    found = line(shell_of(request).now(games).state, contest)
    if not found.weights.needed:
        raise Refusal("not_found")
    return found


def _people(request: AnyRequest, games: str, found: Line) -> list[Any]:
    shell = shell_of(request)
    with shell.store.reader() as session:
        sexes = {number: person.sex for number, person in people_of(session, games).items()}
        return people_here(shell.now(games).state, found, names_of(session, games), sexes)


def _rows(request: AnyRequest, games: str, found: Line) -> list[WeighRow]:
    shell = shell_of(request)
    with shell.store.reader() as session:
        actors = accounts.names(session)
    return weigh_rows(shell.now(games).state, found, _people(request, games, found), actors)


def _sheet(request: AnyRequest, games: str, contest: str, what: str) -> Paper:
    """It has names and weights, so whoever takes it is written down first."""
    found, shell = _weighed(request, games, contest), shell_of(request)
    shell.write_now(note_export, NewExport(games, "", what), actor_in(request))
    rows, state = _rows(request, games, found), shell.now(games).state
    with shell.store.reader() as session:
        return weighing_sheet(state, head_of(session, games, state), found, rows)


def _page(request: AnyRequest, games: str, contest: str, said: Said, wrong: str = "") -> Response[str]:
    """`wrong`: in whose row a refusal is said, where it is not that of the form above."""
    found = _weighed(request, games, contest)
    rows, done = _rows(request, games, found), request.query_params.get("done", "")
    return desk(
        request,
        games,
        "judge/weighing.html",
        said,
        **following(shell_of(request).now(games)),
        contest=found,
        waiting=[row for row in rows if not row.weight],
        weighed=[row for row in rows if row.weight],
        last=next((row for row in rows if row.number == done), None),
        wrong=wrong,
        categories=bool(found.weights.of),
        judges=me_in(request).may((Role.SPORT_CHIEF, Role.SPORT_SECRETARY, *SECRETARIAT), games, contest=contest),
    )


def _after(request: AnyRequest, games: str, contest: str, done: object, number: str) -> Response[Any]:
    if isinstance(done, Said):
        return _page(request, games, contest, done, "" if "who" in done.typed else number)
    return Redirect(staying(request, f"/judge/{games}/{contest}/weighing", done=number), status_code=303)


routes = [weighing, weigh, undo, category, sheet_pdf, sheet_xlsx]
