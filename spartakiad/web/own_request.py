"""A request that the site makes of itself, as a visitor who is not signed in would."""

from typing import Any


def request_for(address: str) -> Any:
    """The ASGI scope of a GET. `address`: a path with its query."""
    path, _, query = address.partition("?")
    return {
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


async def silence() -> Any:
    """Its body: there is none."""
    return {"type": "http.request", "body": b"", "more_body": False}
