"""python -m spartakiad.intake.child: reads a file from standard input and prints its sheets, under hard limits.

A file that breaks the reader breaks this process alone. Prints a line of JSON, {"sheets": [[title, bytes], …]}, and
after it the sheets, so many bytes of each: rows are lines with a tab between clean cells. Or {"refused": kind,
"args": {…}}.
"""

import gc
import json
import os
import sys
from io import BytesIO

from spartakiad.intake.table import Sheet, Unreadable, written

MEMORY = 512 * 1024 * 1024  # bytes of address space
SECONDS = 10  # of the processor
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def main() -> None:
    _limit()
    gc.disable()  # it lives for one file, and nothing that it makes is a ring
    texts: list[bytes] = []
    try:
        sheets = read(sys.stdin.buffer.read())
        texts = [written(one.rows) for one in sheets]
        answer: dict[str, object] = {
            "sheets": [[one.title, len(text)] for one, text in zip(sheets, texts, strict=True)]
        }
    except Unreadable as refused:
        answer = {"refused": refused.kind, "args": refused.args_for_words}
    except (MemoryError, RecursionError):
        answer = {"refused": "file_bomb", "args": {}}
    sys.stdout.buffer.writelines([json.dumps(answer).encode(), b"\n", *texts])
    sys.stdout.flush()
    os._exit(0)  # nothing is left to be done, and taking a large table apart cell by cell would take a while


def read(content: bytes) -> list[Sheet]:
    """By what the file is, whatever it is called. Raises Unreadable."""
    if content.startswith(b"PK"):
        return _archive(content)
    if content.startswith(_OLE):
        from spartakiad.intake.spreadsheet import spreadsheet

        if _LOCKED in content:
            raise Unreadable("file_locked")
        return spreadsheet(BytesIO(content))
    if content.startswith(b"%PDF"):
        raise Unreadable("file_pdf")
    return _text(content)


def _archive(content: bytes) -> list[Sheet]:
    from spartakiad.intake import archive

    parts = archive.unpacked(content)
    if "word/document.xml" in parts:
        from spartakiad.intake.word import word_tables

        return word_tables(parts["word/document.xml"])
    if "xl/workbook.xml" in parts or "content.xml" in parts:
        from spartakiad.intake.spreadsheet import archived

        return archived(parts)
    raise Unreadable("file_unknown")


def _text(content: bytes) -> list[Sheet]:
    from spartakiad.intake import markup, plain, printed

    if not content.strip():
        raise Unreadable("file_empty")
    text = plain.decoded(content)
    if "<table" in text[:200_000].lower():
        return markup.tables(text)
    if printed.is_printed(text):
        return printed.protocol(text)
    if sum(not (sign.isprintable() or sign in "\r\n\t") for sign in text[:4000]) > 40:
        raise Unreadable("file_unknown")
    return plain.delimited(content)


def _limit() -> None:
    """Where the system knows such limits; elsewhere the waiting parent's clock is the only one."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    main()
