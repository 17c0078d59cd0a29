"""The cells of a row of a file as the one text that a judge would type, for the same reader."""

import re
from collections.abc import Mapping

import scoring
from spartakiad.competition.programme import Line
from spartakiad.competition.reading import cells, joined, mark_kind
from spartakiad.intake.results import BAR

_NOTHING = ("-", "–", "—", "")
_ROMAN = {
    "I": "1",
    "II": "2",
    "III": "3",
    "IV": "4",
    "V": "5",
    "VI": "6",
    "VII": "7",
    "VIII": "8",
    "IX": "9",
    "X": "10",
}
_SHARED = re.compile(r"(\d+)\s*[-–—]\s*\d+")
_EXPLAINED = re.compile(r"\s*[(\[].*?[)\]]")
_NOUGHT = re.compile(r"[0:.,]+")
_EXTRA = {"laps": "laps", "finish": "arrival", "start": "start"}  # fields of a line of the sheet → columns of a file
_FINEST = 6  # decimals that are ever dropped


def raw_of(line: Line, shown: Mapping[str, str], *, cut: bool = False) -> str:
    """ "" where the row says no result. `cut`: decimals beyond the precision of the contest are dropped."""
    kind = mark_kind(line)
    fields = dict.fromkeys(cells(line, ""), "")
    result, status = _result(kind, line.mark, shown, cut=cut), _status(kind, shown)
    if status and _NOUGHT.fullmatch(result):
        result = ""
    numbered = {name: _attempt(kind, shown.get(name, ""), cut=cut) for name in fields if name.isdecimal()}
    if any(numbered.values()):
        return joined(line, {**numbered, "call": status})
    fields["raw"] = " ".join(filter(None, (_bars(shown) or result, status)))
    if not fields["raw"]:
        return ""
    fields |= {name: shown.get(column, "") for name, column in _EXTRA.items() if name in fields}
    fields |= {name: _sum(shown.get("penalties", "")) for name in fields if name.startswith("penalty-")}
    return joined(line, fields)


def too_precise(line: Line, raw: str) -> bool:
    """Whether the file says more than the contest is measured by."""
    found = mark_kind(line).read_mark(raw)
    return isinstance(found, scoring.Refusal) and found.kind == "too_precise"


def other_sum(line: Line, shown: Mapping[str, str], told: str) -> str:
    """The result of the file, where it is not what its own attempts or series make; "" where they agree."""
    result = shown.get("result", "")
    if not result or not any(shown.get(name) for name in cells(line, "") if name.isdecimal()):
        return ""
    read = mark_kind(line).read(result)
    own = mark_kind(line).write(read.value) if isinstance(read, scoring.Reading) and read.value is not None else told
    return "" if own == told else own


def _result(kind: scoring.MarkKind, mark: str, shown: Mapping[str, str], *, cut: bool) -> str:
    text = shown.get("place" if mark == "place" else "result", "").strip()
    if text in _NOTHING:
        return ""
    if mark == "place":
        shared = _SHARED.fullmatch(text)
        text = shared[1] if shared else _ROMAN.get(text, text.rstrip("."))
    if mark == "score":
        text = text.replace("½", ",5" if text[:1].isdigit() else "0,5")
    return cut_down(kind, text) if cut else text


def _attempt(kind: scoring.MarkKind, text: str, *, cut: bool) -> str:
    plain = _EXPLAINED.sub("", text).strip()
    return cut_down(kind, plain) if cut else plain


def cut_down(kind: scoring.MarkKind, text: str) -> str:
    """40:33.271 → 40:33.2, as far as it must be."""
    for _ in range(_FINEST):
        found = kind.read(text)
        if not (isinstance(found, scoring.Refusal) and found.kind == "too_precise"):
            break
        text = text[:-1].rstrip(".,")
    return text


def _status(kind: scoring.MarkKind, shown: Mapping[str, str]) -> str:
    """A word that the reader takes for a status, in its own column or in the one of places; other remarks are not.

    One that may mean several is left for the reader to refuse.
    """
    for column in ("status", "place"):
        text = _EXPLAINED.sub("", shown.get(column, "")).strip()
        for words in (text, text.split(";")[0], text.split(",")[0]):
            found = kind.read_mark(words)
            if isinstance(found, scoring.Refusal):
                known = found.kind == "ambiguous_status"
            else:
                known = found.status is not None and not found.keys
            if known:
                return words
    return ""


def _bars(shown: Mapping[str, str]) -> str:
    """Heights with what was called at each, as many as were called."""
    called = {name.removeprefix(BAR): text.replace(" ", "") for name, text in shown.items() if name.startswith(BAR)}
    return " ".join(f"{height} {text}" for height, text in called.items() if text)


def _sum(text: str) -> str:
    """«1+0+2» at the ranges is three misses."""
    parts = re.findall(r"\d+", text) if re.fullmatch(r"[\d+\s]+", text) else []
    return str(sum(map(int, parts))) if parts else text
