"""A paper as an answer: shown in the browser as PDF, or downloaded as a spreadsheet."""

from litestar import Response

from spartakiad.documents.paper import Paper
from spartakiad.documents.venue_card import CardPaper
from spartakiad.web.forms import AnyRequest
from spartakiad.web.wiring import settings_of
from spartakiad.words.keys import slug_of

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def pdf_answer(paper: Paper) -> Response[bytes]:
    from spartakiad.documents.pdf import pdf  # slow to import: with the first document, not with the server

    return Response(pdf(paper), media_type="application/pdf", headers=_named("inline", paper, "pdf"))


def xlsx_answer(paper: Paper) -> Response[bytes]:
    from spartakiad.documents.xlsx import xlsx  # slow to import: with the first file

    return Response(xlsx(paper), media_type=_SHEET, headers=_named("attachment", paper, "xlsx"))


def stored_answer(content: bytes, name: str) -> Response[bytes]:
    """A PDF that was made before, byte for byte."""
    headers = {"content-disposition": f'inline; filename="{name}.pdf"'}
    return Response(content, media_type="application/pdf", headers=headers)


def card_answer(card: CardPaper) -> Response[bytes]:
    """It opens a door, so no cache keeps it."""
    from spartakiad.documents.card_pdf import card_pdf

    headers = {"content-disposition": f'inline; filename="{slug_of(card.title)}.pdf"', "cache-control": "no-store"}
    return Response(card_pdf(card), media_type="application/pdf", headers=headers)


def table_answer(content: bytes, name: str) -> Response[bytes]:
    headers = {"content-disposition": f'attachment; filename="{name}.xlsx"'}
    return Response(content, media_type=_SHEET, headers=headers)


def site_of(request: AnyRequest) -> str:
    """Where this site is reached: what a code on paper leads to, what feeds name; by the settings, if they say."""
    return settings_of(request).address or str(request.base_url).rstrip("/")


def _named(how: str, paper: Paper, end: str) -> dict[str, str]:
    return {"content-disposition": f'{how}; filename="{slug_of(paper.title)}.{end}"'}
