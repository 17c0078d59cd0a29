"""A calendar plan from a spreadsheet: read, looked at row by row, mended in the cell, taken whole."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.response import Redirect

from spartakiad.errors import Refusal
from spartakiad.intake.files import sheets_in
from spartakiad.intake.pasted import pasted
from spartakiad.intake.table import MOST_BYTES, Rows
from spartakiad.office.union_desk import WHO, choices
from spartakiad.union.keeping import Plan, add_plan
from spartakiad.union.plan_rows import FIELDS, MOST, plan_of
from spartakiad.union.queries import about_union, cities
from spartakiad.union.typed_events import NewEvent, understand_event
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, new_key
from spartakiad.web.render import staff
from spartakiad.web.wiring import form_of, shell_of

Row = Mapping[str, str]
_MOST_PREVIEWED = 2 * 1024 * 1024  # bytes of the preview as it comes back


def _too_large(request: AnyRequest) -> Response[str]:
    refusal = Refusal("sent_too_large", "file", megabytes=MOST_BYTES // 1024 // 1024)
    return _page(request, [], Said((refusal,)))


@get("/office/union/plan", opt={"who": WHO}, sync_to_thread=False)
def plan(request: AnyRequest) -> Response[str]:
    return _page(request, [], Said())


@post(
    "/office/union/plan",
    opt={"who": WHO, "too_large": _too_large},
    status_code=200,
    request_max_body_size=MOST_BYTES + 1024 * 1024,
)
async def look(request: AnyRequest) -> Response[str]:
    """Nothing is written yet: the rows come back as they were understood, what is wrong at their cells."""
    typed = await fields(request)
    with shell_of(request).store.reader() as session:
        known, sections = cities(session), about_union(session).titles
    try:
        rows = plan_of(await _rows(request, typed), known, sections, typed.get("plan_year", "").strip()[:4])
    except Refusal as refusal:
        return _page(request, [], Said((refusal,), typed))
    return _page(request, rows, Said(tuple(_faults(_judged(rows, known, sections)))))


@post("/office/union/plan/events", opt={"who": WHO}, request_max_body_size=_MOST_PREVIEWED)
async def take(request: AnyRequest) -> Response[Any]:
    """Every ticked row or none."""
    typed = await fields(request)
    rows = _sent(typed)
    with shell_of(request).store.reader() as session:
        known, sections = cities(session), about_union(session).titles
    judged = _judged(rows, known, sections)
    faults = _faults(judged) or ([] if any(judged) else [Refusal("plan_empty")])
    if faults:
        return _page(request, rows, Said(tuple(faults), typed))
    wish = Plan(tuple(one for one in judged if isinstance(one, NewEvent)))
    done = await carry_out(request, add_plan, wish, typed)
    if isinstance(done, Said):
        return _page(request, rows, done)
    return Redirect(f"/office/union/years/{wish.events[0].when.first.year}", status_code=303)


def _judged(
    rows: Sequence[Row], known: Mapping[str, object], sections: Mapping[str, str]
) -> list[NewEvent | list[Refusal] | None]:
    """None where a row is left out."""
    return [None if row.get("keep") == "no" else understand_event(row, known.keys(), sections.keys()) for row in rows]


def _faults(judged: Sequence[NewEvent | list[Refusal] | None]) -> list[Refusal]:
    """At their fields: «when-3»."""
    return [one.at(f"{one.field}-{at}") for at, row in enumerate(judged) if isinstance(row, list) for one in row]


def _sent(typed: Row) -> list[Row]:
    """The preview as it came back: title-0, when-0, …; a row without its tick is left out."""
    rows: list[Row] = []
    for at in range(MOST):
        if f"title-{at}" not in typed:
            break
        own = {name: typed.get(f"{name}-{at}", "") for name in FIELDS}
        rows.append({**own, "keep": "yes" if typed.get(f"keep-{at}") == "yes" else "no"})
    return rows


async def _rows(request: AnyRequest, typed: Row) -> Rows:
    file = (await form_of(request)).get("file")
    content = await file.read() if isinstance(file, UploadFile) else b""
    if not content:
        return pasted(typed.get("rows", ""), typed.get("markup", ""))
    sheets = await asyncio.to_thread(sheets_in, content)
    return max(sheets, key=lambda one: len(one.rows)).rows


def _page(request: AnyRequest, rows: Sequence[Row], said: Said) -> Response[str]:
    shell = shell_of(request)
    with shell.store.reader() as session:
        lists = choices(session)
    year = str(shell.clock().year + 1)
    own: dict[str, Any] = {"said": said, "rows": rows, "year": year, "command_key": new_key()}
    return staff(request, "office/union_plan.html", status=said.status if not rows else _status(said), **own, **lists)


def _status(said: Said) -> int:
    """A preview with faults in it is no failure: nothing was asked to be written yet."""
    return said.status if said.typed else 200


routes = [plan, look, take]
