"""What may stand beside a time, each with a letter before it: «12:33,4 ш2» is a time with two penalties.

In a line of several fields semicolons part them: «12:33,4; ш2; с1:15».
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from scoring.marks.calls import RAW
from scoring.marks.reading import Refusal, in_cell, refuse
from scoring.marks.typed import without_blanks

PENALTY = "penalty-"  # before the name of a penalty, in the name of its field
START = "start"
_MOST = 999


@dataclass(frozen=True, slots=True)
class Extra:
    """`cell`: its field; `label`: what is typed before it; `twin`: how that may look; `penalty`: its name, or ""."""

    cell: str
    label: str
    twin: str = ""
    penalty: str = ""


_KNOWN = (  # criteria that ask for it, and the thing
    (("laps",), Extra("laps", "к", "[\u043ak]")),
    (("finish",), Extra("finish", "ф")),
    (("net_time", "gun_time"), Extra(START, "с", "[\u0441c]")),
)


def extras(penalties: Collection[str], asks: Collection[str]) -> Sequence[Extra]:
    """Declared penalties, and what the criteria in `asks` cannot do without."""
    named = [Extra(PENALTY + name, "ш" if len(penalties) == 1 else name, penalty=name) for name in penalties]
    return [*named, *(extra for criteria, extra in _KNOWN if any(one in asks for one in criteria))]


def cut(typed: str, known: Sequence[Extra]) -> dict[str, str]:
    """The time, and what stands beside it by field; "" where nothing was typed."""
    cells = {RAW: "", **dict.fromkeys((one.cell for one in known), "")}
    rest: list[str] = []
    for piece in typed.split(";") if known else [typed]:
        text = without_blanks(piece)
        beside = _beside(text, known)
        if beside:
            cells[beside[0].cell] = beside[1]
            continue
        for one in known:
            text, found = _taken(text, one)
            cells[one.cell] = found or cells[one.cell]
        rest.append(text)
    return {**cells, RAW: "; ".join(text for text in rest if text) if known else typed}


def line_of(cells: Mapping[str, str], known: Sequence[Extra]) -> str:
    """The fields as one line: the letters stand before what was typed beside the time."""
    beside = [(one.label, cells.get(one.cell, "").strip()) for one in known]
    labelled = [f"{label}{text}" if text[0].isdigit() else f"{label} {text}" for label, text in beside if text]
    return "; ".join([cells.get(RAW, ""), *labelled])


def count(extra: Extra, typed: str) -> int | Refusal:
    """How often, or which: a whole number; a place at the finish is one at least."""
    text = without_blanks(typed)
    if not re.fullmatch("[0-9]{1,3}", text) or int(text) > _MOST or (extra.cell == "finish" and int(text) == 0):
        return in_cell(refuse("not_a_count", text=text[:20]), extra.cell)
    return int(text)


def _beside(piece: str, known: Sequence[Extra]) -> tuple[Extra, str] | None:
    """A piece that is one of these things as a whole."""
    for one in known:
        found = re.fullmatch(rf"(?:{one.twin or re.escape(one.label)})(?=[\s\d:]|$)\s*:?(.*)", piece, re.IGNORECASE)
        if found:
            return one, found[1].strip()
    return None


def _taken(text: str, one: Extra) -> tuple[str, str]:
    """«12:33,4 ш2» → «12:33,4» and «2»."""
    found = re.search(rf"\s(?:{one.twin or re.escape(one.label)})\s?(\d[\d:.,]*)(?=\s|$)", text, re.IGNORECASE)
    return (f"{text[: found.start()]}{text[found.end() :]}".strip(), found[1]) if found else (text, "")
