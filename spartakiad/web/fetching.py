"""A page of the site asked for by the site itself, as a visitor who is not signed in would get it."""

from typing import Any

from litestar.types import ASGIApp, Message

from spartakiad.documents.static_site import Fetched


async def fetched(app: ASGIApp, address: str) -> Fetched | None:
    """None where there is no such page, or nothing to be shown."""
    path, _, query = address.partition("?")
    scope: Any = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [],
        "client": ("127.0.0.1", 0),
        "server": None,
    }
    messages: list[Message] = []

    async def keep(message: Message) -> None:
        messages.append(message)

    async def nothing() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    await app(scope, nothing, keep)
    start: Any = messages[0]
    if start["status"] != 200:
        return None
    body = b"".join(message.get("body", b"") for message in messages[1:])  # type: ignore[misc]
    kind = dict(start["headers"]).get(b"content-type", b"").split(b";")[0].decode()
    return Fetched(kind, body)
