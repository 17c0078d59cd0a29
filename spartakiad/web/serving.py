"""The server: one process, one loop, live streams ended before it stops."""

import resource
from types import FrameType

import uvicorn
from litestar.types import ASGIApp

from spartakiad.web.hub import Hub

_RESERVE = 256  # open files that streams never take: for pages, judges' entries and the database
_UNLIMITED = 1 << 20
_BACKLOG = 8192  # connections that wait to be taken: after a break of the network everybody comes back at once


def room() -> int:
    """Raise the limit of open files as far as the system lets this process; how many streams fit under it."""
    limit, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
        limit = most
    except (ValueError, OSError):  # a system may say that there is no limit and let nobody have so many
        pass
    limit = _UNLIMITED if limit == resource.RLIM_INFINITY else limit
    return limit - min(_RESERVE, limit // 2)


def until_stopped(app: ASGIApp, hub: Hub, host: str, port: int) -> None:
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        backlog=_BACKLOG,
        timeout_graceful_shutdown=2,
        server_header=False,
    )
    Server(config, hub).run()


class Server(uvicorn.Server):
    """Told to stop, it ends the live streams first: an open one would hold it until the limit."""

    def __init__(self, config: uvicorn.Config, hub: Hub) -> None:
        super().__init__(config)
        self.hub = hub

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.hub.close()
        super().handle_exit(sig, frame)
