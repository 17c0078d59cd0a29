"""The table of a file as the judge's page carries it along, and what he says of it: sheets, columns, groups, rows."""

import asyncio
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from litestar.datastructures import UploadFile

from spartakiad.competition.programme import Line
from spartakiad.errors import Refusal
from spartakiad.intake.columns import Layout
from spartakiad.intake.files import sheets_in
from spartakiad.intake.pasted import pasted
from spartakiad.intake.results import BAR, fields_of, recognised
from spartakiad.intake.table import MOST_SIGNS, Sheet
from spartakiad.results.file_preview import Mended, ReadSheet, Wishes
from spartakiad.results.file_who import part_called
from spartakiad.results.files import MOST_LINES
from spartakiad.web.carrying import opened
from spartakiad.web.forms import AnyRequest
from spartakiad.web.forms import whole as whole_number
from spartakiad.web.wiring import form_of

ALL = "all"  # in the place of the number of a sheet
MOST_KEPT = 600_000  # signs of a table that the page carries along
_LONGEST_NAME = 120
_ROW = re.compile(r"r(\d{1,5})-(who|raw|version|keep)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Carried:
    """What the server read. `digest`: the SHA-256 of the bytes that came; `file`: its name, "" of what was pasted."""

    file: str
    digest: str
    sheets: tuple[Sheet, ...]

    def as_text(self) -> str:
        sheets = [[one.title, one.rows] for one in self.sheets]
        return json.dumps([self.file, self.digest, sheets], ensure_ascii=False, separators=(",", ":"))


async def brought(request: AnyRequest, typed: Mapping[str, str]) -> Carried:
    """What was read before, else the file, else what was pasted. Raises Refusal at its field."""
    if "carried" in typed:
        file, digest, sheets = json.loads(opened(request, typed["carried"], typed.get("seal", "")))
        return Carried(file, digest, tuple(Sheet(title, rows) for title, rows in sheets))
    sent = (await form_of(request)).get("file")
    content = await sent.read() if isinstance(sent, UploadFile) else b""
    if content and isinstance(sent, UploadFile):
        sheets = await asyncio.to_thread(sheets_in, content)
        carried = Carried(_name(sent.filename), sha256(content).hexdigest(), tuple(sheets))
    else:
        text = typed.get("rows", "")
        rows = pasted(text, typed.get("markup", ""))
        carried = Carried("", sha256(text.encode(errors="replace")).hexdigest(), (Sheet("", rows),))
    if len(carried.as_text()) > MOST_KEPT:
        many = sum(len(one.rows) for one in carried.sheets)
        raise Refusal("table_too_large", "file" if content else "rows", rows=many, limit=MOST_LINES)
    return carried


def sheets_of(carried: Carried, typed: Mapping[str, str], whole: Line) -> list[ReadSheet]:
    """Each as it is recognised, or all with the columns that were named by hand."""
    kind = "match" if whole.by_matches else whole.lists[0].mark
    found = [ReadSheet(one.title, one.rows, recognised(one.rows, kind)) for one in _chosen(carried, typed, whole, kind)]
    named = _named(found, kind, typed)
    return [replace(one, layout=_by_hand(one, named)) for one in found] if named else found


def _chosen(carried: Carried, typed: Mapping[str, str], whole: Line, kind: str) -> tuple[Sheet, ...]:
    """Those that the judge chose; else the one that says most, or one for each part by its title."""
    chosen, found = typed.get("sheet", ""), carried.sheets
    if chosen == ALL:
        return found
    if chosen.isascii() and chosen.isdigit() and len(chosen) < 4 and int(chosen) < len(found):
        return (found[int(chosen)],)
    of_parts = tuple(one for one in found if part_called(one.title, whole.parts))
    if len(of_parts) > 1:
        return of_parts
    return (max(found, key=lambda one: sum(map(bool, recognised(one.rows, kind).columns))),)


def wishes_in(typed: Mapping[str, str]) -> Wishes:
    names = {name.removesuffix("-name"): text for name, text in typed.items() if re.fullmatch(r"group-\d+-name", name)}
    groups = {text: typed[field] for field, text in names.items() if field in typed}
    leader = typed.get("leader", "").strip()[:MOST_SIGNS]
    return Wishes(groups, typed.get("by_name") == "yes", typed.get("cut") == "yes", leader)


def mended_in(typed: Mapping[str, str]) -> dict[int, Mended]:
    """Rows of the preview as they came back: r0-who, r0-raw, r0-version, r0-keep, r1-who, …"""
    rows: dict[int, dict[str, str]] = {}
    for name, text in typed.items():
        found = _ROW.fullmatch(name)
        if found:
            rows.setdefault(int(found[1]), {})[found[2]] = text[:MOST_SIGNS]
    return {number: _mended(row) for number, row in rows.items()}


def _mended(row: Mapping[str, str]) -> Mended:
    keep = None if "keep" not in row else row["keep"] == "yes"
    version, _, entrant = row.get("version", "").partition("-")
    return Mended(row.get("who"), row.get("raw"), entrant, _version(version), keep)


def _version(text: str) -> int:
    """What no page of ours says is the version of no mark."""
    try:
        return whole_number({"version": text}, "version")
    except Refusal:
        return -1


def _named(found: Sequence[ReadSheet], kind: str, typed: Mapping[str, str]) -> tuple[str, ...]:
    """The columns as the judge named them; none where the form was of other sheets.

    Of several sheets it has those of the first: as these were recognised, they say nothing of the others.
    """
    if "column-0" not in typed or typed.get("was", "") != typed.get("sheet", ""):
        return ()
    known = fields_of(kind)
    told = [typed.get(f"column-{at}", "") for at in range(max(map(len, found[0].rows), default=0))]
    named = tuple(one if one in known or one.startswith(BAR) else "" for one in told)
    as_it_was = without_end(named) == without_end(found[0].layout.columns)
    return () if as_it_was and len(found) > 1 else named


def without_end(columns: Sequence[str]) -> tuple[str, ...]:
    """Without the columns at the end that hold nothing."""
    return tuple(columns[: max((at for at, one in enumerate(columns, start=1) if one), default=0)])


def _by_hand(one: ReadSheet, named: tuple[str, ...]) -> Layout:
    """A heading that was not understood has no figures in it."""
    figures = (at for at, row in enumerate(one.rows) if any(map(str.isdigit, "".join(row))))
    return Layout(named, one.layout.begins or next(figures, 0))


def _name(name: str | None) -> str:
    """Without the folders that some browsers send along."""
    return re.split(r"[\\/]", name or "")[-1][-_LONGEST_NAME:]
