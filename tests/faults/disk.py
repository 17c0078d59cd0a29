"""A disk that loses power: what a process asked the system to write, and what of it may have reached the platter.

Read from the log of strace. What a file was told to write since its last fdatasync may be there, or not, or half.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

CALLS = "openat,close,pwrite64,write,ftruncate,fdatasync,fsync,unlink"
STRACE = ("strace", "-f", "-xx", "-s", "1000000", "-e", f"trace={CALLS}")
SECTOR = 512  # bytes that a disk writes whole or not at all
_LINE = re.compile(r"^\d+ +(?P<call>\w+)\((?P<args>.*)\) += (?P<result>-?\d+)")
_ACKNOWLEDGED = re.compile(rb"committed (\d+)\n")

Content = bytearray
Change = Callable[[Content], None]


@dataclass(frozen=True, slots=True)
class Write:
    offset: int
    data: bytes

    def __call__(self, content: Content) -> None:
        content.extend(bytes(max(0, self.offset - len(content))))
        content[self.offset : self.offset + len(self.data)] = self.data

    def torn(self, chance: random.Random) -> "Write":
        return Write(self.offset, self.data[: SECTOR * chance.randrange(len(self.data) // SECTOR + 1)])


@dataclass(frozen=True, slots=True)
class Truncate:
    size: int

    def __call__(self, content: Content) -> None:
        del content[self.size :]


@dataclass(slots=True)
class File:
    safe: Content = field(default_factory=Content)
    pending: list[Write | Truncate] = field(default_factory=list)

    def sync(self) -> None:
        for change in self.pending:
            change(self.safe)
        self.pending.clear()


Left = Callable[[list[Write | Truncate], random.Random], list[Change]]


def nothing(_pending: list[Write | Truncate], _chance: random.Random) -> list[Change]:
    return []


def some(pending: list[Write | Truncate], chance: random.Random) -> list[Change]:
    """The disk writes in an order of its own."""
    return [change for change in pending if chance.random() < 0.5]


def torn(pending: list[Write | Truncate], chance: random.Random) -> list[Change]:
    """In order up to one write that the cut tears apart."""
    if not pending:
        return []
    cut = chance.randrange(len(pending))
    last = pending[cut]
    return [*pending[:cut], last.torn(chance) if isinstance(last, Write) else last]


@dataclass(slots=True)
class Disk:
    """The files of one folder, as one process changed them; `acknowledged`: the last number it had said by now."""

    folder: Path
    files: dict[str, File] = field(default_factory=dict)
    acknowledged: int = 0
    _open: dict[int, str] = field(default_factory=dict)

    def replay(self, log: Path) -> Iterator[None]:
        """Stops after each change of a file."""
        with log.open(encoding="ascii") as lines:
            for line in lines:
                found = _LINE.match(line)
                assert found or "unfinished" not in line, f"two threads at once cannot be replayed: {line[:80]}"
                if (
                    found
                    and int(found["result"]) >= 0
                    and self._happened(found["call"], found["args"], found["result"])
                ):
                    yield

    def image(self, left: Left, chance: random.Random) -> Mapping[str, bytes]:
        """The files as they might be found after a cut at this moment."""
        found = {}
        for name, file in self.files.items():
            content = Content(file.safe)
            for change in left(file.pending, chance):
                change(content)
            found[name] = bytes(content)
        return found

    def _happened(self, call: str, args: str, result: str) -> bool:
        if call == "openat":
            return self._opened(Path(_bytes(args).decode()), int(result))
        if call == "unlink":
            return self.files.pop(Path(_bytes(args).decode()).name, None) is not None
        number = int(args.partition(",")[0])
        if call == "write" and number == 1:
            self.acknowledged = max(self.acknowledged, *map(int, _ACKNOWLEDGED.findall(_bytes(args))))
        if call == "close":
            self._open.pop(number, None)
        if call == "close" or number not in self._open:
            return False
        self._changed(self.files[self._open[number]], call, args)
        return True

    def _opened(self, path: Path, number: int) -> bool:
        """The index beside the log is shared memory: after a cut it is made anew from the log."""
        if path.parent != self.folder or path.name.endswith("-shm"):
            return False
        self._open[number] = path.name
        self.files.setdefault(path.name, File())
        return False

    def _changed(self, file: File, call: str, args: str) -> None:
        if call in ("fdatasync", "fsync"):
            file.sync()
        elif call == "pwrite64":
            file.pending.append(Write(int(args.rpartition(",")[2]), _bytes(args)))
        elif call == "ftruncate":
            file.pending.append(Truncate(int(args.rpartition(",")[2])))
        else:
            raise AssertionError(f"SQLite was not expected to call {call}")


def _bytes(args: str) -> bytes:
    """The quoted argument, every byte of it spelt as hexadecimal."""
    return bytes.fromhex(args.split('"')[1].replace("\\x", ""))
