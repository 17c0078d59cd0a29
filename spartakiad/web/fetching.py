"""A page of the site asked for by the site itself, as a visitor who is not signed in would get it."""

from typing import Any

from litestar.types import ASGIApp, Message

from spartakiad.documents.static_site import Fetched
from spartakiad.web.own_request import request_for, silence


async def fetched(app: ASGIApp, address: str) -> Fetched | None:
    """None where there is no such page, or nothing to be shown."""
    messages: list[Message] = []

    async def keep(message: Message) -> None:
        messages.append(message)

    await app(request_for(address), silence, keep)
    start: Any = messages[0]
    if start["status"] != 200:
        return None
    body = b"".join(message.get("body", b"") for message in messages[1:])  # type: ignore[misc]
    kind = dict(start["headers"]).get(b"content-type", b"").split(b";")[0].decode()
    return Fetched(kind, body)
