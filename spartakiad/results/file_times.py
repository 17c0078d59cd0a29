"""Times as other programs write them, made into what a judge types: 40'33"2, a part of a day, a gap, two clocks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import scoring
from scoring import Reading

_TIME = scoring.MARKS["time"]()
_DAY = 24 * 60 * 60 * 1000
_PART_OF_DAY = re.compile(r"0[.,]\d{5,}", re.ASCII)
_OF_DAY = re.compile(r"(?:\d\d\.\d\d\.\d{4} )?(\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?)", re.ASCII)
_FULL_MINUTES = re.compile(r"\d{1,2}:\d\d:00", re.ASCII)
_SIGNS = {"\u2032": "'", "\u2019": "'", "\u2033": '"', "\u201d": '"', "''": '"', "\u2212": "-"}
_MORNING = 6 * 60 * 60 * 1000  # a start before it is no time of a day: somebody starts so much later than the first
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Timed:
    """`rows` with times that can be read; `notes`: kinds of what was reckoned for all of them."""

    rows: Sequence[Row]
    notes: tuple[str, ...] = ()


def thousandths(text: str) -> int | None:
    """Of a second; None of what is no time."""
    found = _TIME.read(text)
    return found.value if isinstance(found, Reading) and isinstance(found.value, int) else None


def _written(value: int) -> str:
    text = _TIME.write(value)
    return text.rstrip("0").rstrip(",") if "," in text else text


def clock(text: str) -> str:
    """40'33"2 → 40:33,2; 0.0281620… of a day → 0:40:33.2; anything else as it is."""
    for sign, plain in _SIGNS.items():
        text = text.replace(sign, plain)
    if _PART_OF_DAY.fullmatch(text):
        return _written(round(Fraction(text.replace(",", ".")) * _DAY))
    return text.replace("'", ":").replace('"', ",").rstrip(",") if re.match(r"\d", text) else text


def timed(rows: Sequence[Row], groups: Sequence[str], most: int, leader: str) -> Timed:
    """What is missing is reckoned: from two clocks, or from the leader of each group where there are gaps alone.

    `most`: beyond which a time is hardly true, in thousandths; `leader`: his time where a judge has typed it.
    """
    notes: list[str] = []
    shown: list[Row] = [{**row, "result": clock(row.get("result", ""))} for row in rows]
    if _as_hours([row["result"] for row in shown], most):
        shown = [{**row, "result": row["result"].removesuffix(":00")} for row in shown]
        notes.append("minutes")
    if not any(row["result"][:1] == "+" or _has_time(row) for row in shown):
        between = [row["result"] or _between(row) for row in shown]
        notes += ["clocks"] if any(row["result"] != text for row, text in zip(shown, between, strict=True)) else []
        shown = [{**row, "result": text} for row, text in zip(shown, between, strict=True)]
    shown = [{**row, "start": lag} for row, lag in zip(shown, _lags(shown), strict=True)]
    for group in dict.fromkeys(groups):
        mine = [at for at, own in enumerate(groups) if own == group]
        reckoned, note = _behind([shown[at] for at in mine], leader)
        for at, row in zip(mine, reckoned, strict=True):
            shown[at] = row
        notes += [note] if note and note not in notes else []
    return Timed(shown, tuple(notes))


def _as_hours(texts: Sequence[str], most: int) -> bool:
    """Whether minutes were typed into a spreadsheet that took them for hours: 40:33 is 40:33:00 there."""
    times = [text for text in texts if text[:1].isdigit()]
    beyond = [text for text in times if (thousandths(text) or 0) > most]
    return bool(times) and all(map(_FULL_MINUTES.fullmatch, times)) and len(beyond) * 2 > len(times)


def _between(row: Row) -> str:
    start, finish = (_of_day(row.get(field, "")) for field in ("start", "finish"))
    return "" if start is None or finish is None else _written((finish - start) % _DAY)


def _of_day(text: str) -> int | None:
    found = _OF_DAY.fullmatch(clock(text))
    return thousandths(found[1] if found[1].count(":") > 1 else f"{found[1]}:00") if found else None


def _lags(rows: Sequence[Row]) -> list[str]:
    """How much later than the first each one started; a column of clocks is made into that."""
    texts = [clock(row.get("start", "")) for row in rows]
    moments = [_of_day(text) for text in texts]
    known = [moment for moment in moments if moment is not None]
    if not known or min(known) < _MORNING:
        return texts
    first = min(known)
    return ["" if moment is None else _written(moment - first) for moment in moments]


def _behind(rows: Sequence[Row], leader: str) -> tuple[Sequence[Row], str]:
    """The rows of a group with gaps made into times, and what is to be said about it."""
    gaps = _gaps(rows)
    if not any(gaps):
        return rows, ""
    first = next((row["result"] for row in rows if _has_time(row)), leader)
    base = thousandths(clock(first))
    if base is None:
        return [{**row, "result": ""} if gap else row for row, gap in zip(rows, gaps, strict=True)], "no_leader"
    return [_reckoned(row, gap, base) for row, gap in zip(rows, gaps, strict=True)], "gaps"


def _gaps(rows: Sequence[Row]) -> list[str]:
    """Of each row its gap, where nothing else says the time; some write it into the column of results."""
    if any(row["result"][:1] == "+" for row in rows):
        return [row["result"] if row["result"][:1] == "+" else "" for row in rows]
    if sum(map(_has_time, rows)) > 1:
        return [""] * len(rows)
    return ["" if row["result"] else row.get("gap", "") for row in rows]


def _reckoned(row: Row, gap: str, base: int) -> Row:
    behind = thousandths(clock(gap.lstrip("+ ")))
    leads = not gap and not row["result"] and row.get("place") == "1"
    if leads or (gap and behind is not None):
        return {**row, "result": _written(base + (behind or 0))}
    return row


def _has_time(row: Row) -> bool:
    return thousandths(row["result"]) is not None
