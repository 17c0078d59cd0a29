"""A page of the staff about one Games: its head above, the form with what it says back, a key for the next wish."""

from typing import Any

from litestar import Response

from spartakiad.games.live import head_of
from spartakiad.web.forms import AnyRequest, Said, new_key
from spartakiad.web.render import staff
from spartakiad.web.wiring import basis_in, shell_of, staying


def desk(
    request: AnyRequest, games: str, template: str, said: Said | None = None, block: str = "", **context: Any
) -> Response[str]:
    """`said`: what the form says back, nothing at the first look; `block` as in staff().

    `saved`: the form before this page was taken, which nothing else on it may show.
    `basis`, `keep`: how the one who acts on somebody else's page knows it, and the address's end that says so.
    """
    said = said or Said()
    shell = shell_of(request)
    with shell.store.reader() as session:
        head = head_of(session, games, shell.now(games).state)
    own = {"head": head, "demo": head.demo, "said": said, "command_key": new_key()}
    own["saved"] = request.query_params.get("saved") == "yes"
    own |= {"basis": basis_in(request), "keep": staying(request), "asked_at": shell.clock()}
    return staff(request, template, block, said.status, **own | context)
