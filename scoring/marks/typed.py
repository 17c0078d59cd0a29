"""The part of reading that all marks share: blanks, statuses in words, and what no number may look like."""

import re
import unicodedata
from dataclasses import dataclass

from scoring.marks.reading import Refusal, refuse
from scoring.statuses import Status

LONGEST = 60  # characters; longer than any mark with a status beside it

# Letters that look alike in both alphabets and change places on a phone's keyboard.
_LOOKALIKES = str.maketrans("авекмнорстухё", "abekmhopctyxe")
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD))

_WORDS: dict[Status, tuple[str, ...]] = {
    Status.DNS: (
        *("dns", "did not start", "not started", "ня", "нст", "нс", "неявка", "не явился", "не явилась"),
        *("не стартовал", "не стартовала", "не старт", "не вышел на старт", "не вышла на старт"),
    ),
    Status.DNF: (
        *("dnf", "did not finish", "not finished", "retired", "нфин", "нф", "сошел", "сошла", "сход"),
        *("сошел с дистанции", "сошла с дистанции", "не финишировал", "не финишировала"),
    ),
    Status.DSQ: (
        *("dsq", "dq", "disq", "disqualified", "mp", "mispunch", "дискв", "дсквл", "дисквал"),
        *("дисквалифицирован", "дисквалифицирована", "дисквалификация"),
    ),
    Status.LAP: ("lap", "lapped", "снят по кругу", "снята по кругу"),
    Status.NM: ("nm", "no mark", "нет результата", "без результата"),
    Status.OTL: (
        *("otl", "over time limit", "превышен контр время", "превышено контрольное время"),
        *("превышение контрольного времени", "вне лимита"),
    ),
    Status.MED: ("med", "снят врачом", "снята врачом"),
}
_AMBIGUOUS = ("снят", "снята")  # by the judge, by the doctor or when lapped: not for us to say


def _bare(words: str) -> str:
    """Letters and single spaces only, with look-alikes as one letter: «Н/Я» and «H.Я.» are one word."""
    letters = re.sub(r"[/.\-]", "", words.casefold().translate(_LOOKALIKES))
    return " ".join(letters.split())


_STATUSES = {_bare(word): status for status, words in _WORDS.items() for word in words}
_EITHER = {_bare(word) for word in _AMBIGUOUS}


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, cleaned: the number part («» where there is none) and the status beside it."""

    number: str
    status: Status | None


def without_blanks(raw: str) -> str:
    """Single spaces between words, and nothing that cannot be seen."""
    return " ".join(raw.translate(_INVISIBLE).split())


def clean(raw: str) -> Typed | Refusal:
    """Cuts a typed mark into number and status; refuses what cannot be either."""
    if len(raw) > LONGEST:
        return refuse("too_long", length=len(raw), most=LONGEST)
    text = without_blanks(raw)
    if not text:
        return refuse("empty")
    digits = [mark for mark in text if unicodedata.category(mark) in ("Nd", "No", "Nl") and mark not in "0123456789"]
    if digits:
        return refuse("foreign_digits", digits="".join(digits))
    return _cut(text)


def _cut(text: str) -> Typed | Refusal:
    if _bare(text) in _EITHER:
        return refuse("ambiguous_status", statuses=[Status.DSQ.value, Status.LAP.value, Status.MED.value])
    if _bare(text) in _STATUSES:
        return Typed("", _STATUSES[_bare(text)])
    beside = re.fullmatch(r"(\S*\d)\s+(\D+)", text) or re.fullmatch(r"(?P<word>\D+?)\s+(?P<number>\d\S*)", text)
    if beside:
        number, word = (beside["number"], beside["word"]) if beside.re.groupindex else beside.groups()
        if _bare(word) in _STATUSES:
            return Typed(number, _STATUSES[_bare(word)])
    return _forbid(text) or Typed(text, None)


def _forbid(text: str) -> Refusal | None:
    """What Python would take for a number, or a hasty reader for another one."""
    low = text.casefold()
    if low.strip("+-−–—") in ("nan", "inf", "infinity", "∞"):
        return refuse("not_finite")
    if text[0] in "-−–—":
        return refuse("negative")
    if text[0] == "+":
        return refuse("plus_sign")
    if "_" in text:
        return refuse("underscore")
    if re.fullmatch(r"[\d.,]+e[+-]?\d+", low):
        return refuse("exponent")
    unit = re.fullmatch(r"[\d.,:]+\s*([^\W\d]+)\.?", text)
    return refuse("unit_typed", unit=unit[1]) if unit else None
