"""The start list for the judges of the hall: everybody by his full name, whatever the public one says."""

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.documents.starts import start_list
from spartakiad.games.live import head_of
from spartakiad.office.starts import WHO
from spartakiad.people.actions import NewExport, note_export
from spartakiad.people.queries import names_of
from spartakiad.standings.names import full_names
from spartakiad.web.forms import AnyRequest
from spartakiad.web.papers import pdf_answer
from spartakiad.web.wiring import actor_in, shell_of


@get("/office/{games:str}/contests/{contest:str}/starts/judges.pdf", opt={"who": WHO}, sync_to_thread=True)
def for_judges(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[bytes]:
    """It has full names, so whoever takes it is written down first."""
    shell = shell_of(request)
    now = shell.now(games)
    with shell.store.reader() as session:
        head, people = head_of(session, games, now.state), names_of(session, games)
    part = str(request.query_params.get("part", ""))
    paper = start_list(now, head, contest, full_names(now, people), part)
    shell.write_now(
        note_export, NewExport(games, "", f"стартовый протокол для судей: {paper.subject}"), actor_in(request)
    )
    return pdf_answer(paper)


routes = [for_judges]
