"""Devices of judges at the secretariat's desk: who works with what, what is not sent yet, and cutting one off."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.actions import OneSession, go_out, write_off
from spartakiad.accounts.queries import people_with_access
from spartakiad.accounts.roles import SECRETARIAT
from spartakiad.competition.shell import Verb
from spartakiad.errors import Refusal
from spartakiad.halls.devices import DeviceRow, devices
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import shell_of

WHO = only(*SECRETARIAT)


@get("/office/{games:str}/devices", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/devices/{sign_in:int}/revocation", opt={"who": WHO})
async def cut_off(request: AnyRequest, games: FromPath[str], sign_in: FromPath[int]) -> Response[Any]:
    return await _with(request, games, sign_in, go_out)


@post("/office/{games:str}/devices/{sign_in:int}/written-off", opt={"who": WHO})
async def forget(request: AnyRequest, games: FromPath[str], sign_in: FromPath[int]) -> Response[Any]:
    return await _with(request, games, sign_in, write_off)


async def _with(request: AnyRequest, games: str, sign_in: int, verb: Verb) -> Response[Any]:
    """Of a device that this page shows, and of no other."""
    typed = await fields(request)
    if sign_in not in {row.device.sign_in for row in _rows(request, games)}:
        raise Refusal("not_found")
    done = await carry_out(request, verb, OneSession(sign_in), typed)
    if isinstance(done, Said):
        return _page(request, games, done)
    return Redirect(f"/office/{games}/devices", status_code=303)


def _rows(request: AnyRequest, games: str) -> list[DeviceRow]:
    shell = shell_of(request)
    with shell.store.reader() as session:
        people = people_with_access(session, shell.clock())
    return devices(people, games, shell.now(games).state, shell.clock())


def _page(request: AnyRequest, games: str, said: Said) -> Response[str]:
    shell = shell_of(request)
    at = shell.clock()
    rows = [(row, row.silent(at)) for row in _rows(request, games)]
    now = shell.now(games)
    return desk(request, games, "office/devices.html", said, rows=rows, stream=now.stream, number=now.state.number)


routes = [look, cut_off, forget]
