"""The protocol of the venue as a picture: whoever compares results with it need not be at the venue."""

import asyncio
from typing import Any

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.competition.programme import line
from spartakiad.errors import Refusal
from spartakiad.intake.pictures import MOST_BYTES, received
from spartakiad.judge.pages import LOOK, WHO, sheet_page, shown
from spartakiad.publication.pictures import NewPicture, add_picture
from spartakiad.publication.queries import picture
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import form_of, shell_of, staying

_PAPER = "/judge/{games:str}/{contest:str}/paper"


def _too_large(request: AnyRequest) -> Response[str]:
    games, contest = (str(request.path_params[name]) for name in ("games", "contest"))
    refusal = Refusal("photo_too_large", "photo", megabytes=MOST_BYTES // 1024 // 1024)
    return sheet_page(request, games, contest, Said((refusal,)))


@post(_PAPER, opt={"who": WHO, "too_large": _too_large}, request_max_body_size=MOST_BYTES + 64 * 1024)
async def add(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    """Made smaller, and silent about where it was taken."""
    typed = await fields(request)
    part = str(request.query_params.get("part", ""))
    found = shown(line(shell_of(request).now(games).state, contest), part)
    photo = (await form_of(request)).get("photo")
    content = await photo.read() if isinstance(photo, UploadFile) else b""
    try:
        kept = await asyncio.to_thread(received, content, "photo")
    except Refusal as refusal:
        return sheet_page(request, games, contest, Said((refusal,), typed))
    done = await carry_out(request, add_picture, NewPicture(games, contest, found.part, kept), typed)
    if isinstance(done, Said):
        return sheet_page(request, games, contest, done)
    return Redirect(staying(request, f"/judge/{games}/{contest}", part=part) + "#paper", status_code=303)


@get(f"{_PAPER}/{{digest:str}}", opt={"who": LOOK}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str], contest: FromPath[str], digest: FromPath[str]) -> Response[bytes]:
    """It has names on it and is shown to the staff of this contest only."""
    shell = shell_of(request)
    pictured = shell.now(games).state.pictured
    own = {one.photo for (where, _), pictures in pictured.items() if where == contest for one in pictures}
    with shell.store.reader() as session:
        found = picture(session, digest) if digest in own else None
    if found is None:
        raise Refusal("not_found")
    headers = {"cache-control": "no-store", "content-disposition": "inline", "x-content-type-options": "nosniff"}
    return Response(found.content, media_type=found.media_type, headers=headers)


routes = [add, look]
