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
from spartakiad.intake.table import MOST_BYTES, MOST_OF_A_CELL, MOST_SIGNS, Sheet
from spartakiad.office.union_desk import WHO, choices
from spartakiad.union.keeping import Plan, add_plan
from spartakiad.union.plan_notes import known_events, notes, repeated
from spartakiad.union.plan_rows import FIELDS, MOST, plan_of
from spartakiad.union.queries import about_union, cities
from spartakiad.union.typed_events import NewEvent, understand_event
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, new_key
from spartakiad.web.render import staff
from spartakiad.web.wiring import form_of, shell_of
from spartakiad.words.dates import MOSCOW

Row = Mapping[str, str]
MOST_PREVIEWED = MOST * (len(FIELDS) + 1) * MOST_OF_A_CELL  # no preview is too large to come back as it stands


def _too_large(request: AnyRequest) -> Response[str]:
    refusal = Refusal("sent_too_large", "file", megabytes=MOST_BYTES // 1024 // 1024)
    return _page(request, [], Said((refusal,)))


def _again_too_large(request: AnyRequest) -> Response[str]:
    return _page(request, [], Said((Refusal("form_too_large"),)))


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
        table = plan_of(await _sheets(request, typed), known, sections, _year(typed))
    except Refusal as refusal:
        return _page(request, [], Said((refusal,), typed))
    judged = _judged(table.rows, known, sections)
    told = _notes(request, judged, _year(typed))
    rows = [{**row, "keep": "no" if repeated(one) else "yes"} for row, one in zip(table.rows, told, strict=True)]
    return _page(request, rows, Said(tuple(_faults(judged))), told, table.passed, _year(typed))


@post(
    "/office/union/plan/events", opt={"who": WHO, "too_large": _again_too_large}, request_max_body_size=MOST_PREVIEWED
)
async def take(request: AnyRequest) -> Response[Any]:
    """Every ticked row or none."""
    typed = await fields(request)
    rows = _sent(typed)
    year = _year(typed)
    with shell_of(request).store.reader() as session:
        known, sections = cities(session), about_union(session).titles
    judged = _judged(rows, known, sections)
    faults = _faults(judged) or ([] if any(judged) else [Refusal("plan_empty")])
    if faults:
        every = _judged([{**row, "keep": "yes"} for row in rows], known, sections)
        return _page(request, rows, Said(tuple(faults), typed), _notes(request, every, year), (), year)
    wish = Plan(tuple(one for one in judged if isinstance(one, NewEvent)))
    done = await carry_out(request, add_plan, wish, typed)
    if isinstance(done, Said):
        return _page(request, rows, done, _notes(request, judged, year), (), year)
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


async def _sheets(request: AnyRequest, typed: Row) -> list[Sheet]:
    file = (await form_of(request)).get("file")
    content = await file.read() if isinstance(file, UploadFile) else b""
    if not content:
        return [Sheet("", pasted(typed.get("rows", ""), typed.get("markup", "")))]
    return await asyncio.to_thread(sheets_in, content)


def _year(typed: Row) -> str:
    return typed.get("plan_year", "").strip()[:4]


def _notes(request: AnyRequest, judged: Sequence[NewEvent | list[Refusal] | None], year: str) -> list[tuple[str, ...]]:
    shell = shell_of(request)
    events = [one if isinstance(one, NewEvent) else None for one in judged]
    with shell.store.reader() as session:
        known = known_events(session, (one.when.first.year for one in events if one))
    return notes(events, known, year, shell.clock().astimezone(MOSCOW).date())


def _page(
    request: AnyRequest,
    rows: Sequence[Row],
    said: Said,
    told: Sequence[Sequence[str]] = (),
    passed: Sequence[str] = (),
    plan_year: str = "",
) -> Response[str]:
    """`told`: of each row, what is to be looked at; `passed`: what of the table was not taken."""
    shell = shell_of(request)
    with shell.store.reader() as session:
        lists = choices(session)
    year = plan_year or str(shell.clock().astimezone(MOSCOW).year + 1)
    own: dict[str, Any] = {"said": said, "rows": rows, "year": year, "command_key": new_key(), "passed": passed}
    own |= {"told": told, "most_signs": MOST_SIGNS, "errors": [(at, _numbered(at, text)) for at, text in said.errors]}
    return staff(request, "office/union_plan.html", status=said.status if not rows else _status(said), **own, **lists)


def _numbered(field: str, text: str) -> str:
    """«Строка 3. Когда: …» of a field of the preview."""
    row = field.rpartition("-")[2]
    return f"Строка {int(row) + 1}. {text}" if row.isdecimal() else text


def _status(said: Said) -> int:
    """A preview with faults in it is no failure: nothing was asked to be written yet."""
    return said.status if said.typed else 200


routes = [plan, look, take]
