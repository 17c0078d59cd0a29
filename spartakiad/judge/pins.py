"""The personal code by which a judge compares at somebody else's device."""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from spartakiad.accounts.pins.actions import NewPin, check_shape, keyed, set_pin
from spartakiad.accounts.pins.queries import has_pin
from spartakiad.accounts.roles import JUDGING
from spartakiad.errors import Refusal
from spartakiad.web.access import only
from spartakiad.web.forms import AnyRequest, Said, fields
from spartakiad.web.render import staff
from spartakiad.web.wiring import actor_in, me_in, settings_of, shell_of

WHO = only(*JUDGING)


@get("/me/pin", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest) -> Response[str]:
    return _page(request, Said())


@post("/me/pin", opt={"who": WHO})
async def choose(request: AnyRequest) -> Response[Any]:
    """The digits never come back in the form, and no record holds them."""
    typed = await fields(request)
    pin = typed.get("pin", "").strip()
    if not typed.get("drop"):
        try:
            check_shape(pin)
            if typed.get("again", "").strip() != pin:
                raise Refusal("pin_differs", "again")
        except Refusal as refusal:
            return _page(request, Said((refusal,)))
    wish = NewPin(me_in(request).account, "" if typed.get("drop") else keyed(settings_of(request).secret, pin))
    await shell_of(request).write(set_pin, wish, actor_in(request))
    return Redirect("/me/pin?saved=yes", status_code=303)


def _page(request: AnyRequest, said: Said) -> Response[str]:
    with shell_of(request).store.reader() as session:
        chosen = has_pin(session, me_in(request).account)
    saved = request.query_params.get("saved") == "yes"
    return staff(request, "judge/pin.html", status=said.status, said=said, chosen=chosen, saved=saved)


routes = [look, choose]
