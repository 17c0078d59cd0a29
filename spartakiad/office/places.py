"""The escape of the secretariat: a contest closed by the places of a paper that was signed at the venue."""

import asyncio
from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.programme import line
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.intake.pictures import MOST_BYTES, received
from spartakiad.publication.actions import TakenPlaces, take_places
from spartakiad.publication.queries import picture
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.wiring import form_of, shell_of

WHO = only(Role.CHIEF_SECRETARY)
LOOK = only(Role.CHIEF_SECRETARY, Role.CHIEF_JUDGE, Role.SPORT_CHIEF)


@get("/office/{games:str}/contests/{contest:str}/places", opt={"who": WHO}, sync_to_thread=False)
def places(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    return _page(request, games, contest, Said())


def _too_large(request: AnyRequest) -> Response[str]:
    games, contest = (str(request.path_params[name]) for name in ("games", "contest"))
    refusal = Refusal("photo_too_large", "photo", megabytes=MOST_BYTES // 1024 // 1024)
    return _page(request, games, contest, Said((refusal,)))


@post(
    "/office/{games:str}/contests/{contest:str}/places",
    opt={"who": WHO, "too_large": _too_large},
    request_max_body_size=MOST_BYTES + 64 * 1024,
)
async def take(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    photo = (await form_of(request)).get("photo")
    content = await photo.read() if isinstance(photo, UploadFile) else b""
    try:
        taken = _places(shell_of(request).now(games).state, typed)
        kept = await asyncio.to_thread(received, content, "photo")
    except Refusal as refusal:
        return _page(request, games, contest, Said((refusal,), typed))
    wish = TakenPlaces(games, contest, taken, typed.get("document", ""), kept)
    done = await carry_out(request, take_places, wish, typed)
    if isinstance(done, Said):
        return _page(request, games, contest, done)
    return Redirect(f"/office/{games}#contest-{contest}", status_code=303)


@get("/office/{games:str}/contests/{contest:str}/photo", opt={"who": LOOK}, sync_to_thread=False)
def photo(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[bytes]:
    """The picture of the paper; it has names on it and is shown to the staff only."""
    shell = shell_of(request)
    taken = shell.now(games).state.taken.get(contest)
    with shell.store.reader() as session:
        found = picture(session, taken.photo) if taken else None
    if found is None:
        raise Refusal("not_found")
    headers = {"cache-control": "no-store", "content-disposition": "inline", "x-content-type-options": "nosniff"}
    return Response(found.content, media_type=found.media_type, headers=headers)


def _places(state: State, typed: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    """Of every team with something in its field."""
    written = [team for team in state.teams if typed.get(f"place-{team}", "").strip()]
    try:
        return tuple((team, whole(typed, f"place-{team}")) for team in written)
    except Refusal:
        raise Refusal("bad_number", "places") from None


def _page(request: AnyRequest, games: str, contest: str, said: Said) -> Response[str]:
    shell = shell_of(request)
    state = shell.now(games).state
    return desk(
        request,
        games,
        "office/places.html",
        said,
        contest=line(state, contest),
        taken=state.taken.get(contest),
        teams=list(state.teams.values()),
    )


routes = [places, take, photo]
