"""What is called at a pit or a range, and how a line of it is cut into fields: «7,41; х; ; 7,58» or «7,41 х 7,58»."""

import re
from collections.abc import Mapping, Sequence

from scoring.marks.reading import Refusal, refuse
from scoring.marks.typed import without_blanks

FOULS = ("x", "X", "\u0445", "\u0425")  # the Latin letter and the Cyrillic one
PASSES = ("-", "–", "—", "")
CLEARED = ("o", "O", "\u043e", "\u041e")
RAW = "raw"  # the field of a mark that is typed in one
CALL = "call"  # what was called just now, to be written after the rest
LONGEST_LINE = 300  # characters; longer than any line of attempts
_WORDS = re.compile(r"[^\W\d_]{2,}(?:\s+[^\W\d_]{2,})+|\S+")  # «снят врачом» is one


def pieces(typed: str) -> list[str] | Refusal:
    """Fields with empty ones between them, where semicolons part them; else what blanks part."""
    if len(typed) > LONGEST_LINE:
        return refuse("too_long", length=len(typed), most=LONGEST_LINE)
    text = without_blanks(typed)
    return [one.strip() for one in text.split(";")] if ";" in text else _WORDS.findall(text)


def numbered(typed: str, most: int) -> dict[str, str]:
    """Fields "1", "2" … of a line: as many as there may be, and what is too much behind them."""
    found = pieces(typed)
    texts = [typed] if isinstance(found, Refusal) else found
    return {str(number): text for number, text in enumerate([*texts, *[""] * (most - len(texts))], 1)}


def in_line(cells: Mapping[str, str]) -> str:
    """The line of numbered fields; a call goes behind the last that is filled. A line typed whole stays as it is."""
    if cells.get(RAW, "").strip():
        return cells[RAW]
    texts = [cells[name].strip() for name in sorted((one for one in cells if one.isdecimal()), key=int)]
    return "; ".join([*_filled(texts), *([cells[CALL]] if cells.get(CALL) else [])])


def _filled(texts: Sequence[str]) -> Sequence[str]:
    last = max((number for number, text in enumerate(texts, 1) if text), default=0)
    return texts[:last]
