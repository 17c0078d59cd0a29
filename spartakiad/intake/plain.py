"""CSV and pasted text: whatever it is encoded in and divided by."""

import csv
import io
from collections import Counter

from spartakiad.intake.table import Rows, Sheet, Unreadable, bounded

_COMMON = frozenset("оеаинтсрвл")  # more than half of the letters of any Russian text, in small letters
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_LINES = 50  # that are looked at to find what divides cells
_LONGEST = 11 * 1024 * 1024


def delimited(content: bytes) -> list[Sheet]:
    return [Sheet("", bounded(rows_of_text(decoded(content))))]


def decoded(content: bytes) -> str:
    """By its mark, as UTF-8, or in the one of two old encodings that gives Russian words. Raises Unreadable."""
    for mark, encoding in zip(_MARKS, ("utf-8-sig", "utf-16", "utf-16"), strict=True):
        if content.startswith(mark):
            return _strict(content, encoding)
    if b"\x00" in content:
        return _strict(content, "utf-16-le" if content[1:2] == b"\x00" else "utf-16-be")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        guesses = [content.decode(encoding, errors="replace") for encoding in ("cp1251", "koi8-r")]
        return max(guesses, key=lambda text: sum(text.count(letter) for letter in _COMMON))


def _strict(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("file_unknown") from None
    if "\x00" in text:
        raise Unreadable("file_unknown")
    return text


def rows_of_text(text: str) -> Rows:
    """Tabs, semicolons or commas, whichever divides the lines alike; cells in quotes may have lines of their own."""
    divider = _divider(text)
    csv.field_size_limit(_LONGEST)
    quoted = text.count('"') % 2 == 0  # a quote that nothing closes is a sign like others
    try:
        lines = io.StringIO(text, newline="")
        found = csv.reader(lines, delimiter=divider, quotechar='"' if quoted else None)
        return [row or [""] for row in found]
    except csv.Error:
        raise Unreadable("file_broken") from None


def _divider(text: str) -> str:
    """A tab if there is one; else the sign that most lines have equally often, and at least once."""
    lines = [line for line in text.splitlines()[:_LINES] if line.strip()]
    if any("\t" in line for line in lines):
        return "\t"
    return max(";,", key=lambda sign: _agreed([line.count(sign) for line in lines]))


def _agreed(counts: list[int]) -> int:
    found = Counter(count for count in counts if count)
    return found.most_common(1)[0][1] if found else 0
