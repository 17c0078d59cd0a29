"""Readers of a stream, many in one process: each a bare protocol that notes when it was told."""

import asyncio
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

STEP = 200  # connections opened at once
PATIENCE = 60.0  # seconds for all of them, and for one event


@dataclass
class Crowd:
    """`told`: when each reader got the event that is measured, in nanoseconds."""

    port: int
    stream: str
    seen: int = 999_999
    up: int = 0
    told: list[int] = field(default_factory=list)
    transports: list[asyncio.BaseTransport] = field(default_factory=list)

    async def gather(self, many: int) -> None:
        loop = asyncio.get_running_loop()
        for start in range(0, many, STEP):
            wanted = range(min(STEP, many - start))
            await asyncio.gather(
                *(loop.create_connection(lambda: Reader(self), "127.0.0.1", self.port) for _ in wanted)
            )
        until = time.monotonic() + PATIENCE
        while self.up < many and time.monotonic() < until:
            await asyncio.sleep(0.02)

    async def event(self, many: int) -> tuple[float, float, int]:
        """Milliseconds to the reader in the middle and to the last one, and how many were told."""
        self.told = []
        begun = time.monotonic_ns()
        await ask(self.port, "/bench/tell")
        until = time.monotonic() + PATIENCE
        while len(self.told) < many and time.monotonic() < until:
            await asyncio.sleep(0.001)
        got = sorted(self.told)
        middle, last = ((got[at] - begun) / 1e6 for at in (len(got) // 2, -1))
        return middle, last, len(got)

    def leave(self) -> None:
        for transport in self.transports:
            transport.close()


class Reader(asyncio.Protocol):
    def __init__(self, crowd: Crowd) -> None:
        self.crowd, self.ready, self.read = crowd, False, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.crowd.transports.append(transport)
        ask = f"GET /live/{self.crowd.stream}?seen={self.crowd.seen} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        transport.write(ask.encode())  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        if not self.ready:
            self.read += data
            if b"retry: " in self.read:
                self.ready, self.read = True, b""
                self.crowd.up += 1
        elif b"\nid: " in data:
            self.crowd.told.append(time.monotonic_ns())


async def ask(port: int, path: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    body = await reader.read()
    writer.close()
    return body.partition(b"\r\n\r\n")[2]


def memory(pid: int) -> float:
    """PSS of a process in MiB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


async def _hold(port: int, stream: str, many: int) -> None:
    """Until whoever started it closes its input."""
    crowd = Crowd(port, stream, seen=0)
    await crowd.gather(many)
    print(crowd.up, flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    print(len(crowd.told), flush=True)


if __name__ == "__main__":
    asyncio.run(_hold(int(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
