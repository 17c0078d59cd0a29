"""A delegation from a table: pasted or sent as a file, looked at row by row, mended in the cell, taken whole."""

import asyncio
import json
from collections.abc import Sequence
from functools import partial
from itertools import chain
from typing import Any

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.params import FromPath

from spartakiad.entries.actions import NewAthletes, add_athletes
from spartakiad.entries.forms import Preview, preview, typed_athlete
from spartakiad.entries.queries import known
from spartakiad.errors import Refusal
from spartakiad.intake.columns import FIELDS, FULL, Cells, Layout, recognised, samples
from spartakiad.intake.files import sheets_in
from spartakiad.intake.pasted import pasted
from spartakiad.intake.people import people_in
from spartakiad.intake.table import MOST_BYTES, MOST_OF_A_CELL, MOST_SIGNS, Rows, rows_of, written
from spartakiad.people.actions import NewExport, note_export
from spartakiad.people.queries import former_people
from spartakiad.team.pages import WHO, back_to_cabinet, cabinet_again, cabinet_page, known_team, today
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.papers import table_answer
from spartakiad.web.wiring import actor_in, form_of, shell_of

MOST_PEOPLE = 200  # of one application, which comes back as one form
SHOWN = 100  # of a table that has more
MOST_COLUMNS = 60  # that can be named by hand
MOST_PREVIEWED = MOST_PEOPLE * (len(FIELDS) + 1) * MOST_OF_A_CELL  # no preview is too large to come back as it stands
_MOST_KEPT = 400_000  # signs of a table that the page carries along, so that its columns can be named anew


def _too_large(request: AnyRequest) -> Response[str]:
    games, team = (str(request.path_params[name]) for name in ("games", "team"))
    refusal = Refusal("sent_too_large", "file", megabytes=MOST_BYTES // 1024 // 1024)
    return cabinet_page(request, games, team, Said((refusal,)))


@post(
    "/team/{games:str}/{team:str}/paste",
    opt={"who": WHO, "too_large": _too_large},
    status_code=200,
    request_max_body_size=MOST_BYTES + 1024 * 1024,
)
async def paste(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    """Nothing is written yet: the rows come back as they were understood, errors at their cells."""
    typed = await fields(request)
    known_team(request, games, team)
    try:
        rows, others = await _rows(request, typed)
        layout = _layout(typed, rows)
        people = people_in(rows, layout)
    except Refusal as refusal:
        return cabinet_page(request, games, team, Said((refusal,), typed))
    many = len(people.lines)
    said = Said((Refusal("table_in_parts", rows=many, limit=MOST_PEOPLE, shown=SHOWN),) if many > MOST_PEOPLE else ())
    seen = await asyncio.to_thread(_judged, request, games, team, [one.cells for one in people.lines])
    more = {"skipped": people.skipped, "others": others, **_to_name(rows, layout)}
    return _page(request, games, team, seen, said, **more)


@post(
    "/team/{games:str}/{team:str}/import",
    opt={"who": WHO, "too_large": cabinet_again},
    request_max_body_size=MOST_PREVIEWED,
)
async def take(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    """Everybody of the preview or nobody; whoever is in the application already has what is new about him corrected."""
    typed = await fields(request)
    known_team(request, games, team)
    seen = _judged(request, games, team, *typed_rows(typed))
    if seen.wrong or not (seen.people or seen.officials):
        refusal = Refusal("table_has_errors" if seen.wrong else "table_unreadable")
        return _page(request, games, team, seen, Said((refusal,), typed))
    if seen.unsaid:
        refusals = [Refusal("same_unsaid", f"r{number}-same") for number in seen.unsaid]
        return _page(request, games, team, seen, Said(tuple(refusals), typed))
    wish = NewAthletes(games, team, seen.people, True, seen.entries, seen.officials, seen.identities, seen.cities)
    done = await carry_out(request, add_athletes, wish, typed)
    if isinstance(done, Said):
        return _page(request, games, team, seen, done)
    return back_to_cabinet(request, games, team, "imported")


@post(
    "/team/{games:str}/{team:str}/marked.xlsx",
    opt={"who": WHO, "too_large": cabinet_again},
    status_code=200,
    request_max_body_size=MOST_PREVIEWED,
)
async def marked(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[bytes]:
    """The preview as a table, with what is wrong written at the cells."""
    from spartakiad.documents.tables import marked_table  # slow to import: with the first file

    typed = await fields(request)
    known_team(request, games, team)
    seen = _judged(request, games, team, *typed_rows(typed))
    await shell_of(request).write(note_export, NewExport(games, team, "таблица с замечаниями"), actor_in(request))
    return table_answer(marked_table(seen), "zamechaniya")


@get("/team/{games:str}/{team:str}/template.xlsx", opt={"who": WHO}, sync_to_thread=True)
def template(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[bytes]:
    from spartakiad.documents.tables import template_table  # slow to import: with the first file

    known_team(request, games, team)
    return table_answer(template_table(), "zayavka")


@post("/team/{games:str}/{team:str}/former", opt={"who": WHO, "too_large": cabinet_again}, status_code=200)
async def former(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    """Whoever was of this city at the Games before these, to be looked at like any table."""
    typed = await fields(request)
    found = known_team(request, games, team)
    with shell_of(request).store.reader() as session:
        people = [
            one._replace(city=title)
            for city, title in found.cities or ((found.city, ""),)
            for one in former_people(session, games, city)
        ]
    if not people:
        return cabinet_page(request, games, team, Said((Refusal("nobody_before"),), typed))
    return _page(request, games, team, _judged(request, games, team, people), Said())


def typed_rows(typed: dict[str, str]) -> tuple[list[Cells], list[str]]:
    """Cells of the preview come back as r0-surname, r0-name, …; a row whose «keep» is off is left out.

    Beside them r0-same: who he was said to be.
    """
    rows, same = [], []
    number = 0
    while f"r{number}-surname" in typed:
        if typed.get(f"r{number}-keep", "yes") == "yes":
            rows.append(typed_athlete(typed, prefix=f"r{number}-"))
            same.append(typed.get(f"r{number}-same", ""))
        number += 1
    return rows, same


async def _rows(request: AnyRequest, typed: dict[str, str]) -> tuple[Rows, list[str]]:
    """The table, and the names of the other sheets of its file. What was looked at already comes along as it was."""
    if typed.get("table"):
        return _kept(typed["table"]), []
    file = (await form_of(request)).get("file")
    content = await file.read() if isinstance(file, UploadFile) else b""
    if not content:
        return pasted(typed.get("rows", ""), typed.get("markup", "")), []
    sheets = await asyncio.to_thread(sheets_in, content)
    best = max(sheets, key=lambda one: sum(map(bool, recognised(one.rows).columns)))
    return best.rows, [one.title for one in sheets if one is not best]


def _kept(text: str) -> Rows:
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError):
        raise Refusal("table_unreadable", "rows") from None
    if not (isinstance(rows, list) and rows and all(isinstance(row, list) and all(map(_is_cell, row)) for row in rows)):
        raise Refusal("table_unreadable", "rows")
    return rows_of(written(rows))


def _is_cell(cell: object) -> bool:
    return isinstance(cell, str)


def _layout(typed: dict[str, str], rows: Rows) -> Layout:
    """As it was named by hand, or as it is recognised."""
    found = recognised(rows)
    named = [typed.get(f"column-{at}") for at in range(min(MOST_COLUMNS, max(map(len, rows))))]
    if None in named:
        return found
    return Layout(tuple(one if one in (*FIELDS, FULL) else "" for one in named), found.begins)


def _to_name(rows: Rows, layout: Layout) -> dict[str, Any]:
    """What the page carries along so that columns can be named anew; nothing where that would be too much."""
    if max(map(len, rows), default=0) > MOST_COLUMNS or sum(map(len, chain.from_iterable(rows))) > _MOST_KEPT:
        return {}
    raw = json.dumps(rows, ensure_ascii=False)
    return {"table": raw, "named": samples(rows, layout)} if rows and len(raw) <= _MOST_KEPT else {}


def _judged(request: AnyRequest, games: str, team: str, rows: list[Cells], same: Sequence[str] = ()) -> Preview:
    shell = shell_of(request)
    state = shell.now(games).state
    with shell.store.reader() as session:
        return preview(rows, today(request), partial(known, session, state, games, team), state, team, same)


def _page(request: AnyRequest, games: str, team: str, seen: Preview, said: Said, **more: Any) -> Response[str]:
    nothing: dict[str, Any] = {"skipped": (), "others": (), "table": "", "named": ()}
    return desk(
        request,
        games,
        "team/preview.html",
        said,
        team=known_team(request, games, team),
        preview=seen,
        rows=seen.rows[:SHOWN] if len(seen.rows) > MOST_PEOPLE else seen.rows,
        fields_of_a_row=(FULL, *FIELDS),
        most_signs=MOST_SIGNS,
        **{**nothing, **more},
    )


routes = [paste, take, marked, template, former]
