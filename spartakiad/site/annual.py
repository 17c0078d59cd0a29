"""The annual report, composed anew of the calendar whenever it is asked for: a page, a PDF, a document to work on."""

import re

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.competition.memory import UNION
from spartakiad.cup.queries import podiums
from spartakiad.errors import Refusal
from spartakiad.union.report import Report, compose
from spartakiad.union.year import games_told, year_told
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import note_made_of, public
from spartakiad.web.wiring import shell_of

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@get("/union/report/{year:str}", opt={"who": PUBLIC}, sync_to_thread=False)
def page(request: AnyRequest, year: FromPath[str]) -> Response[str]:
    report, reads = _report(request, year)
    return public(request, "site/annual.html", reads, report=report)


@get("/union/report/{year:str}/report.pdf", opt={"who": PUBLIC}, sync_to_thread=True)
def as_pdf(request: AnyRequest, year: FromPath[str]) -> Response[bytes]:
    from spartakiad.documents.report_pdf import report_pdf  # slow to import: with the first document

    report, reads = _report(request, year)
    note_made_of(request, reads)
    headers = {"content-disposition": f'inline; filename="report-{report.year}.pdf"'}
    return Response(report_pdf(report), media_type="application/pdf", headers=headers)


@get("/union/report/{year:str}/report.docx", opt={"who": PUBLIC}, sync_to_thread=True)
def as_docx(request: AnyRequest, year: FromPath[str]) -> Response[bytes]:
    from spartakiad.documents.report_docx import report_docx  # slow to import: with the first document

    report, reads = _report(request, year)
    note_made_of(request, reads)
    headers = {"content-disposition": f'attachment; filename="report-{report.year}.docx"'}
    return Response(report_docx(report), media_type=_DOCX, headers=headers)


def _report(request: AnyRequest, year: str) -> tuple[Report, dict[str, int]]:
    """The report and what it was made of: the calendar, and the Games of that year that are kept here."""
    if not re.fullmatch(r"[0-9]{4}", year) or not 1 <= int(year) <= _LAST:
        raise Refusal("not_found")
    shell = shell_of(request)
    reads = {UNION: shell.memory.numbers.get(UNION, 0)}
    with shell.store.reader() as session:
        games = games_told(session, int(year))
        known = podiums(session, shell.memory.shown, games)
        told = year_told(session, int(year), known)
    for slug in games & shell.memory.shown.keys():
        reads.update(shell.memory.shown[slug].reads)
    return compose(told), reads


_LAST = 9998  # a report looks into the year that follows

routes = [page, as_pdf, as_docx]
