"""Headers of every response, whoever made it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the porch sends these headers before litestar is loaded
    from litestar.types import ASGIApp, Message, Receive, Scope, Send

Header = tuple[bytes, bytes]
HeadersOf = Callable[[str], list[Header]]  # of an address

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors "
)
_ALWAYS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"geolocation=(), camera=(), microphone=(), payment=()"),
]
_OWN = [(b"content-security-policy", f"{CSP}'none'".encode()), (b"cross-origin-resource-policy", b"same-origin")]
_OPEN = [
    (b"content-security-policy", f"{CSP}'none'".encode()),
    (b"cross-origin-resource-policy", b"cross-origin"),
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"ETag"),
    (b"access-control-allow-methods", b"GET, HEAD"),
    (b"access-control-allow-headers", b"If-None-Match"),
]
_TLS = (b"strict-transport-security", b"max-age=31536000")


def headers_of(secure: bool, frames: str) -> HeadersOf:
    """`frames`: who may put the widget into a page of theirs; nobody may frame anything else."""
    always = [*_ALWAYS, _TLS] if secure else _ALWAYS
    own, opened = [*always, *_OWN], [*always, *_OPEN]
    framed = [
        *always,
        (b"content-security-policy", f"{CSP}{frames}".encode()),
        (b"cross-origin-resource-policy", b"cross-origin"),
    ]

    def of(path: str) -> list[Header]:
        if path.startswith("/api/v1/") or path.endswith("/atom.xml"):
            return opened
        return framed if path.startswith("/games/") and path.endswith("/widget") else own

    return of


def with_headers(app: "ASGIApp", headers: HeadersOf) -> "ASGIApp":
    async def outer(scope: "Scope", receive: "Receive", send: "Send") -> None:
        more = headers(scope.get("path", ""))

        async def adding(message: "Message") -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *more]
            await send(message)

        await app(scope, receive, adding)

    return outer
