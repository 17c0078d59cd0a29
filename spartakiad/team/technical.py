"""The technical application of a team for a contest: printed for its captain, taken by the secretariat."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import SECRETARIAT, Role
from spartakiad.competition.programme import line, team_of
from spartakiad.documents.technical import technical_application
from spartakiad.entries.queries import roster
from spartakiad.entries.technical import Taking, take_technical
from spartakiad.errors import Refusal
from spartakiad.games.live import head_of
from spartakiad.people.actions import NewExport, note_export
from spartakiad.team.contests import contest_again, contest_page
from spartakiad.web.access import only
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.papers import pdf_answer
from spartakiad.web.wiring import actor_in, shell_of, staying

WHO = only(Role.CAPTAIN, Role.COACH, stand_ins=SECRETARIAT)
TAKES = only(stand_ins=SECRETARIAT)


@get("/team/{games:str}/{team:str}/contests/{contest:str}/technical.pdf", opt={"who": WHO}, sync_to_thread=True)
def paper(request: AnyRequest, games: FromPath[str], team: FromPath[str], contest: FromPath[str]) -> Response[bytes]:
    """Names and birth dates: whoever takes it is written down."""
    shell = shell_of(request)
    state = shell.now(games).state
    team_of(state, team)
    title = line(state, contest).title
    with shell.store.reader() as session:
        people = roster(session, state, games, team)
        made = technical_application(state, head_of(session, games, state), contest, team, people)
    shell.write_now(note_export, NewExport(games, team, f"техническая заявка, {title}"), actor_in(request))
    return pdf_answer(made)


@post("/team/{games:str}/{team:str}/contests/{contest:str}/technical", opt={"who": TAKES, "too_large": contest_again})
async def take(request: AnyRequest, games: FromPath[str], team: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    """«Бумага принята»: of the revision that the page showed."""
    typed = await fields(request)
    state = shell_of(request).now(games).state
    line(state, contest)
    team_of(state, team)
    try:
        wish = Taking(games, contest, team, whole(typed, "revision"))
    except Refusal as refusal:
        return contest_page(request, games, team, contest, Said((refusal,), typed))
    done = await carry_out(request, take_technical, wish, typed)
    if isinstance(done, Said):
        return contest_page(request, games, team, contest, done)
    return Redirect(staying(request, f"/team/{games}/{team}/contests/{contest}", done="technical"), status_code=303)


routes = [paper, take]
