"""The named application of a team and what has changed in it since, to be printed and signed."""

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.accounts.roles import SECRETARIAT, Role
from spartakiad.competition.programme import team_of
from spartakiad.documents.application import named_application
from spartakiad.documents.changes import changes_paper
from spartakiad.documents.paper import Paper
from spartakiad.entries.queries import roster
from spartakiad.games.live import head_of
from spartakiad.people.actions import NewExport, note_export
from spartakiad.people.queries import full_names, official_rows
from spartakiad.web.access import only
from spartakiad.web.forms import AnyRequest
from spartakiad.web.papers import pdf_answer, xlsx_answer
from spartakiad.web.wiring import actor_in, shell_of

WHO = only(Role.CAPTAIN, stand_ins=SECRETARIAT)
READERS = only(Role.CAPTAIN, Role.COMMISSION, stand_ins=SECRETARIAT)


@get("/team/{games:str}/{team:str}/application.pdf", opt={"who": WHO}, sync_to_thread=True)
def application(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[bytes]:
    return pdf_answer(_paper(request, games, team, "именная заявка, печать"))


@get("/team/{games:str}/{team:str}/application.xlsx", opt={"who": WHO}, sync_to_thread=True)
def application_sheet(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[bytes]:
    return xlsx_answer(_paper(request, games, team, "именная заявка, таблица"))


@get("/team/{games:str}/{team:str}/changes.pdf", opt={"who": READERS}, sync_to_thread=True)
def changes(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[bytes]:
    return pdf_answer(_changes(request, games, team, "изменения заявки, печать"))


@get("/team/{games:str}/{team:str}/changes.xlsx", opt={"who": READERS}, sync_to_thread=True)
def changes_sheet(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[bytes]:
    return xlsx_answer(_changes(request, games, team, "изменения заявки, таблица"))


def _paper(request: AnyRequest, games: str, team: str, what: str) -> Paper:
    """It has names and birth dates, so whoever takes it is written down first."""
    shell = shell_of(request)
    state = shell.now(games).state
    team_of(state, team)
    shell.write_now(note_export, NewExport(games, team, what), actor_in(request))
    with shell.store.reader() as session:
        people, officials = roster(session, state, games, team), official_rows(session, games, team)
        return named_application(state, head_of(session, games, state), team, people, officials)


def _changes(request: AnyRequest, games: str, team: str, what: str) -> Paper:
    """Names and birth dates here too; what there is nothing of is not written down."""
    shell = shell_of(request)
    state = shell.now(games).state
    original = team_of(state, team).original
    before = [person for _, person in original.people] if original else []
    with shell.store.reader() as session:
        people, officials = roster(session, state, games, team), official_rows(session, games, team)
        known = (people, officials, full_names(session, before))
        paper = changes_paper(state, head_of(session, games, state), team, known)
    shell.write_now(note_export, NewExport(games, team, what), actor_in(request))
    return paper


routes = [application, application_sheet, changes, changes_sheet]
