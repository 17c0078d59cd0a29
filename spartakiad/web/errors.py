"""From an exception to a page in Russian that says what to do. Never a stack trace, never a bare code."""

import json
import logging
from typing import Any

from litestar import MediaType, Request, Response
from litestar.exceptions import HTTPException
from litestar.response import Redirect

from spartakiad.errors import Refusal, Refusals
from spartakiad.web.access import SignInNeeded
from spartakiad.web.render import is_htmx
from spartakiad.words.refusals import heading, http_sentence, sentence

AnyRequest = Request[Any, Any, Any]
log = logging.getLogger("spartakiad")
_GONE = "client disconnected prematurely"  # litestar calls it a fault of the server; it is a phone without network


def on_refusal(request: AnyRequest, refusal: Refusal) -> Response[str]:
    return _page(request, refusal.status, [sentence(refusal)])


def on_refusals(request: AnyRequest, refusals: Refusals) -> Response[str]:
    return _page(request, 422, [sentence(one) for one in refusals.refusals])


def on_sign_in_needed(request: AnyRequest, _error: SignInNeeded) -> Response[Any]:
    """htmx would put a sign-in page into a table cell, so it is told by a header to go there."""
    if is_htmx(request):
        return Response("", headers={"HX-Redirect": "/sign-in"}, media_type=MediaType.HTML)
    return Redirect("/sign-in", status_code=303)


def on_http(request: AnyRequest, error: HTTPException) -> Response[str]:
    """What litestar itself refuses: no such address, wrong method, body too large or broken off on its way."""
    status = 400 if error.detail == _GONE else min(error.status_code, 500)
    if status == 413:
        return _too_large(request)
    if status == 500:
        log.error("http error", exc_info=error)
    return _page(request, status, [http_sentence(status)])


def _too_large(request: AnyRequest) -> Response[str]:
    """The form again, with a sentence at its file or table, where its route has such a page (`opt["too_large"]`)."""
    form = request.route_handler.opt.get("too_large")
    if form is None or "me" not in request.scope["state"]:
        return _page(request, 413, [http_sentence(413)])
    try:
        answer: Response[str] = form(request)
    except Refusal as refusal:
        return on_refusal(request, refusal)
    return answer


def on_unreadable(request: AnyRequest, _error: Exception) -> Response[str]:
    """Numbers, nesting or bytes that no honest page sends."""
    return _page(request, 400, [http_sentence(400)])


def on_anything(request: AnyRequest, error: Exception) -> Response[str]:
    log.error("unforeseen", exc_info=error)
    return _page(request, 500, [http_sentence(500)])


def _page(request: AnyRequest, status: int, sentences: list[str]) -> Response[str]:
    """For people; a program is told the same as data."""
    headers = {"Cache-Control": "no-store", **({"Retry-After": "5"} if status == 503 else {})}
    if request.scope["path"].startswith("/api/v1/"):
        told = json.dumps({"error": " ".join(sentences)}, ensure_ascii=False)
        return Response(told, media_type="application/json; charset=utf-8", status_code=status, headers=headers)
    template = request.app.state.templates.get_template("layouts/error.html")
    body = template.render(heading=heading(status), sentences=sentences)
    return Response(body, media_type=MediaType.HTML, status_code=status, headers=headers)


HANDLERS: dict[Any, Any] = {
    Refusal: on_refusal,
    Refusals: on_refusals,
    SignInNeeded: on_sign_in_needed,
    HTTPException: on_http,
    RecursionError: on_unreadable,
    OverflowError: on_unreadable,
    UnicodeError: on_unreadable,
    Exception: on_anything,
}
