"""An archive of a Games is checked: the chain of its journal, every signature, every file. Nothing is believed."""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from spartakiad.competition.sheet_facts import GamesKeyMade, SheetClosed, SheetPublished
from spartakiad.publication.keys import is_signed
from spartakiad.store.canonical import canonical
from spartakiad.store.chain import HASHED, line_hash

MOST_BYTES = 2**30  # unpacked: a Games of a week takes a fiftieth
_ABOUT = {"format", "games", "number", "head", "key", "made_at", "files"}
_LINE = {*HASHED, "basis", "hash"}
_COPIES = ("full", "public")


@dataclass(frozen=True, slots=True)
class Fault:
    """`kind`: a key of words.archive.FAULTS; `where`: a member of the archive or the number of a line."""

    kind: str
    where: str = ""


class _Broken(Exception):
    """It makes no sense to look further."""

    def __init__(self, kind: str, where: str = "") -> None:
        super().__init__(kind)
        self.fault = Fault(kind, where)


@dataclass(slots=True)
class _Seen:
    """What the journal has told so far: the key, how far each sheet is, which files there have to be."""

    key: str = ""
    revisions: dict[int, int] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    published: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """`faults`: none where everything is as it was; `key`: by which it is signed."""

    faults: tuple[Fault, ...]
    games: str = ""
    lines: int = 0
    published: int = 0
    key: str = ""


def checked(content: bytes, key: str = "") -> Checked:
    """`key`: the Games' public key as somebody knows it from elsewhere, or ""."""
    try:
        members = _members(content)
        about = _about(members.get("archive.json", b""))
    except _Broken as broken:
        return Checked((broken.fault,))
    faults = list(_head_faults(about, key))
    seen = _Seen()
    try:
        previous, number = "", 0
        for number, raw in enumerate(members.get("journal.jsonl", b"").splitlines(keepends=True), 1):
            line = _line(raw, number, previous)
            faults += _told(line, about["games"], seen)
            previous = line["hash"]
        if (number, previous) != (about["number"], about["head"]) or seen.key != about["key"]:
            faults.append(Fault("head", str(number)))
    except _Broken as broken:
        faults.append(broken.fault)
    else:
        faults += _file_faults(members, about["files"], seen.files)
    return Checked(tuple(faults), about["games"], about["number"], seen.published, about["key"])


def _members(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
            if len(names) != len(set(names)) or sum(one.file_size for one in packed.infolist()) > MOST_BYTES:
                raise _Broken("members")
            return {name: packed.read(name) for name in names}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise _Broken("unreadable") from error


def _about(raw: bytes) -> dict[str, Any]:
    """What the archive says of itself, once its own key has signed it."""
    whole = _json(raw, {"about", "signature"}, "archive.json")
    about = whole["about"]
    if not isinstance(about, dict) or set(about) != _ABOUT or not isinstance(about["files"], dict):
        raise _Broken("spelling", "archive.json")
    if not is_signed(str(about["key"]), str(whole["signature"]), canonical(about)):
        raise _Broken("signature", "archive.json")
    return about


def _json(raw: bytes, keys: set[str], where: str) -> dict[str, Any]:
    """Only in the one spelling that is hashed."""
    try:
        value = json.loads(raw.decode())
        same = canonical(value).encode() == raw
    except (ValueError, RecursionError):
        raise _Broken("spelling", where) from None
    if not same or not isinstance(value, dict) or set(value) != keys:
        raise _Broken("spelling", where)
    return value


def _head_faults(about: Mapping[str, Any], key: str) -> Iterator[Fault]:
    if key and key.lower() != about["key"]:
        yield Fault("other_key", "archive.json")


def _line(raw: bytes, number: int, previous: str) -> dict[str, Any]:
    line = _json(raw.removesuffix(b"\n"), _LINE, str(number))
    if not raw.endswith(b"\n") or line["number"] != number or line["previous_hash"] != previous:
        raise _Broken("chain", str(number))
    if line["hash"] != line_hash(line):
        raise _Broken("hash", str(number))
    return line


def _told(line: Mapping[str, Any], games: str, seen: _Seen) -> list[Fault]:
    """Whoever made a journal of his own may have written anything into it."""
    try:
        return list(_fact_faults(line, games, seen))
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        return [Fault("publication", str(line["number"]))]


def _fact_faults(line: Mapping[str, Any], games: str, seen: _Seen) -> Iterator[Fault]:
    """Facts of publication; the others only have to be in the chain."""
    if line["kind"] == GamesKeyMade.kind:
        seen.key = json.loads(line["payload"])["public"]
    elif line["kind"] == SheetClosed.kind:
        fact = json.loads(line["payload"])
        for name in _names(fact) if fact["erased"] else ():
            seen.files.pop(name, None)
    elif line["kind"] == SheetPublished.kind:
        yield from _published(line, games, seen)


def _published(line: Mapping[str, Any], games: str, seen: _Seen) -> Iterator[Fault]:
    fact, where = json.loads(line["payload"]), str(line["number"])
    signature = fact.pop("signature", "")
    if fact["key"] != seen.key or not is_signed(seen.key, signature, canonical(fact)):
        yield Fault("signature", where)
    revision = seen.revisions.get(fact["sheet"], 0) + 1
    if (fact["games"], fact["head"], fact["revision"]) != (games, line["previous_hash"], revision):
        yield Fault("publication", where)
    seen.revisions[fact["sheet"]] = revision
    seen.files.update({name: fact[copy] for name, copy in zip(_names(fact), _COPIES, strict=True)})
    seen.published += 1


def _names(fact: Mapping[str, Any]) -> list[str]:
    return [f"sheets/{fact['sheet']}-{fact['revision']}-{copy}.pdf" for copy in _COPIES]


def _file_faults(members: Mapping[str, bytes], listed: Mapping[str, str], wanted: Mapping[str, str]) -> Iterator[Fault]:
    if listed != wanted:
        yield Fault("listed", "archive.json")
    found = {name: hashlib.sha256(content).hexdigest() for name, content in members.items()}
    for name in sorted({*found, *wanted} - {"archive.json", "journal.jsonl"}):
        if name not in found:
            yield Fault("missing", name)
        elif name not in wanted:
            yield Fault("foreign", name)
        elif found[name] != wanted[name]:
            yield Fault("changed", name)
