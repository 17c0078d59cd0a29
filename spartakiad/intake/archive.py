"""What an archive (XLSX, ODS, DOCX are ones) may be, looked at before anything is unpacked in earnest."""

import io
import stat
import zipfile
import zlib

from spartakiad.intake.table import Unreadable

MOST_ENTRIES = 200
MOST_UNPACKED = 100 * 1024 * 1024  # bytes of all entries together
MOST_RATIO = 200  # of unpacked to packed, once an entry is big enough to matter
_MATTERS = 1024 * 1024
_CHUNK = 256 * 1024
_XML = (".xml", ".rels")


def checked(content: bytes) -> frozenset[str]:
    """The names inside. Raises Unreadable for a bomb, a name that leads out, a locked or broken archive.

    zipfile says that an entry is packed in a way it does not know by NotImplementedError: for us, a broken file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES:
                raise Unreadable("file_bomb")
            for entry in entries:
                _check_entry(entry)
            _unpack(archive, entries)
            return frozenset(entry.filename for entry in entries)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise Unreadable("file_broken") from None


def part(content: bytes, name: str) -> bytes:
    """One entry of an archive that was checked."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename.replace("\\", "/")
    link = stat.S_ISLNK(entry.external_attr >> 16)
    if link or name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]:
        raise Unreadable("file_bomb")
    if entry.flag_bits & 1:
        raise Unreadable("file_locked")
    if name.lower().endswith((".zip", ".xlsx", ".ods", ".docx")):
        raise Unreadable("file_bomb")
    if entry.file_size > MOST_UNPACKED or _swollen(entry.file_size, entry.compress_size):
        raise Unreadable("file_bomb")


def _unpack(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """The declared sizes may lie, so what comes out is counted; no XML part may bring entities of its own."""
    total = 0
    for entry in entries:
        size, head = 0, b""
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                total += len(chunk)
                if total > MOST_UNPACKED or _swollen(size, entry.compress_size):
                    raise Unreadable("file_bomb")
                if entry.filename.endswith(_XML) and b"<!" in head[-16:] + chunk:
                    _refuse_entities(head[-16:] + chunk)
                head = chunk


def _refuse_entities(text: bytes) -> None:
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise Unreadable("file_bomb")


def _swollen(size: int, packed: int) -> bool:
    return size > _MATTERS and size > MOST_RATIO * max(packed, 1)
