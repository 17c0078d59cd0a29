"""The named application of a team, to be printed and signed."""

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.accounts.roles import SECRETARIAT, Role
from spartakiad.competition.programme import team_of
from spartakiad.documents.application import named_application
from spartakiad.documents.paper import Paper
from spartakiad.entries.queries import roster
from spartakiad.games.live import head_of
from spartakiad.people.actions import NewExport, note_export
from spartakiad.people.queries import official_rows
from spartakiad.web.access import only
from spartakiad.web.forms import AnyRequest
from spartakiad.web.papers import pdf_answer, xlsx_answer
from spartakiad.web.wiring import actor_in, shell_of

WHO = only(Role.CAPTAIN, stand_ins=SECRETARIAT)


@get("/team/{games:str}/{team:str}/application.pdf", opt={"who": WHO}, sync_to_thread=True)
def application(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[bytes]:
    return pdf_answer(_paper(request, games, team, "именная заявка, печать"))


@get("/team/{games:str}/{team:str}/application.xlsx", opt={"who": WHO}, sync_to_thread=True)
def application_sheet(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[bytes]:
    return xlsx_answer(_paper(request, games, team, "именная заявка, таблица"))


def _paper(request: AnyRequest, games: str, team: str, what: str) -> Paper:
    """It has names and birth dates, so whoever takes it is written down first."""
    shell = shell_of(request)
    state = shell.now(games).state
    team_of(state, team)
    shell.write_now(note_export, NewExport(games, team, what), actor_in(request))
    with shell.store.reader() as session:
        people, officials = roster(session, state, games, team), official_rows(session, games, team)
        return named_application(state, head_of(session, games, state), team, people, officials)


routes = [application, application_sheet]
