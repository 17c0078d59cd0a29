"""The same as a table for a spreadsheet: semicolons and a mark of UTF-8, as Excel in Russian opens it."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from spartakiad.api.shapes import ContestResultsOut, StandingOut

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so would be calculated
_MARK = re.compile(r"[+-][0-9:.,]+")


def rows_of(found: "Iterable[DataclassInstance]") -> list[dict[str, Any]]:
    return [asdict(one) for one in found]


def standing_rows(found: Iterable[StandingOut]) -> list[dict[str, Any]]:
    """A column of points for each contest; which of them are out of the total or not official yet, by its id."""
    rows = []
    for one in found:
        row = {name: value for name, value in asdict(one).items() if name not in ("cells", "total_exact")}
        scored = [cell for cell in one.cells if cell.points is not None]
        row["not_counted"] = [cell.contest for cell in scored if not cell.counted]
        row["provisional"] = [cell.contest for cell in scored if cell.provisional]
        rows.append({**row, **{cell.contest: cell.points for cell in one.cells}})
    return rows


def result_rows(found: ContestResultsOut) -> list[dict[str, Any]]:
    """Those who competed; where only teams do, the teams."""
    return rows_of(found.results or found.teams)


def csv_bytes(rows: Sequence[Mapping[str, Any]]) -> bytes:
    out = io.StringIO()
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([[_written(row.get(name)) for name in names] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return (str(int(value)) if value.is_integer() else str(value)).replace(".", ",")
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return ", ".join(map(_written, value))
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULAS) and not _MARK.fullmatch(text) else text
