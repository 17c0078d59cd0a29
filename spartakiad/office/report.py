"""The report of the chief panel: what the journal knows is filled in, what people have to say is typed here."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.memory import Now
from spartakiad.cup.ceremony.actions import ReportText, write_report
from spartakiad.cup.ceremony.awards import awards
from spartakiad.cup.ceremony.queries import report_texts
from spartakiad.cup.ceremony.report import not_typed, team_counts
from spartakiad.documents.panel_report import Told, panel_report
from spartakiad.documents.paper import Paper
from spartakiad.entries.papers import replaced_words
from spartakiad.entries.queries import roster
from spartakiad.games.live import head_of
from spartakiad.people.actions import NewExport, note_export
from spartakiad.people.queries import full_names, names_of_persons
from spartakiad.publication.decisions import decisions
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.papers import pdf_answer, xlsx_answer
from spartakiad.web.wiring import actor_in, shell_of
from spartakiad.words.report import TOPICS

WHO = only(Role.CHIEF_SECRETARY, Role.CHIEF_JUDGE)


@get("/office/{games:str}/report", opt={"who": WHO}, sync_to_thread=False)
def report(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/report", opt={"who": WHO})
async def write(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    told = tuple((one, typed.get(f"was-{one}", ""), typed[one]) for one in TOPICS if one in typed)
    done = await carry_out(request, write_report, ReportText(games, told), typed)
    if isinstance(done, Said):
        return _page(request, games, done)
    return Redirect(f"/office/{games}/report", status_code=303)


@get("/office/{games:str}/report.pdf", opt={"who": WHO}, sync_to_thread=True)
def printed(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    return pdf_answer(_paper(request, games, "отчёт ГСК, pdf"))


@get("/office/{games:str}/report.xlsx", opt={"who": WHO}, sync_to_thread=True)
def sheet(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    return xlsx_answer(_paper(request, games, "отчёт ГСК, xlsx"))


def _paper(request: AnyRequest, games: str, what: str) -> Paper:
    """It has full names, so whoever takes it is written down first."""
    shell = shell_of(request)
    now = shell.now(games)
    shell.write_now(note_export, NewExport(games, "", what), actor_in(request))
    with shell.store.reader() as session:
        head = head_of(session, games, now.state)
    return panel_report(now, head, _told(request, now))


def _told(request: AnyRequest, now: Now) -> Told:
    state = now.state
    persons = {number: (one.person, one.rank) for number, one in state.athletes.items()}
    with shell_of(request).store.reader() as session:
        rosters = {team: roster(session, state, now.slug, team) for team in state.teams}
        names = names_of_persons(session, persons)
        replaced = replaced_words(state, full_names(session, [one.was for one in state.replacements]))
        return Told(
            team_counts(state, rosters),
            awards(now, names),
            replaced,
            report_texts(session, now.slug),
            decisions(state, names),
        )


def _page(request: AnyRequest, games: str, said: Said) -> Response[str]:
    now = shell_of(request).now(games)
    told = _told(request, now)
    return desk(
        request,
        games,
        "office/report.html",
        said,
        counts=told.counts,
        blanks=not_typed(now.state, told.texts),
        topics=[(one, heading, hint, told.texts.get(one, "")) for one, (heading, hint) in TOPICS.items()],
    )


routes = [report, write, printed, sheet]
