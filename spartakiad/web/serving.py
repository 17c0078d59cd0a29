"""The server: one process, one loop, live streams ended before it stops."""

import resource
from socket import socket
from types import FrameType

import uvicorn
from litestar.types import ASGIApp

from spartakiad.settings import Settings
from spartakiad.web.hub import Hub
from spartakiad.web.kept_pages import Keeper
from spartakiad.web.porch import BACKLOG, Porch

_RESERVE = 256  # open files that streams never take: for pages, judges' entries and the database
_UNLIMITED = 1 << 20


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


class Server(uvicorn.Server):
    """Told to stop, it ends the live streams first: an open one would hold it until the limit."""

    def __init__(self, app: ASGIApp, settings: Settings, hub: Hub, keeper: Keeper | None = None) -> None:
        config = uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            log_level="warning",
            access_log=False,
            backlog=BACKLOG,
            timeout_graceful_shutdown=2,
            server_header=False,
        )
        super().__init__(config)
        self.hub = hub
        self.keeper = keeper

    def until_stopped(self, porch: Porch | None) -> None:
        """On the socket of the porch, where there was one."""
        if self.keeper:
            self.keeper.start()
        self.run([porch.close()] if porch else None)

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        await super().shutdown(sockets)
        if self.keeper:
            self.keeper.stop()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.hub.close()
        super().handle_exit(sig, frame)
