"""A calendar plan from somebody's table: which column holds what, and each row as the form of a new event has it."""

import re
from collections.abc import Mapping, Sequence

from spartakiad.errors import Refusal
from spartakiad.intake.table import Rows
from spartakiad.union.queries import CityView
from spartakiad.words.keys import plain_words
from spartakiad.words.searching import understood

MOST = 300  # events of one plan
FIELDS = ("title", "when", "event_host", "event_kind", "theme", "section")
_LOOKED_AT = 20  # rows in which a heading is looked for
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "title": ("мероприят", "событи", "наименован", "название"),
    "when": ("дата", "срок", "когда", "месяц", "период", "время"),
    "event_host": ("место", "город", "где"),
    "event_kind": ("вид", "тип", "форма"),
    "theme": ("тема",),
    "section": ("секци",),
}
_KINDS: Mapping[str, tuple[str, ...]] = {
    "section": ("секци",),
    "assembly": ("собрани",),
    "spartakiad": ("спартакиад",),
    "round_table": ("круглый стол", "круглого стола"),
    "conference": ("конференц",),
    "forum": ("форум",),
    "exchange": ("информационный обмен", "информобмен"),
    "festival": ("фестивал", "выставк", "марафон"),
    "contest": ("конкурс",),
}
_DAY_ONLY = re.compile(r"\d{1,2}[./]\d{1,2}")
_YEAR = re.compile(r"\d{4}")


def plan_of(rows: Rows, cities: Mapping[str, CityView], sections: Mapping[str, str], year: str) -> list[dict[str, str]]:
    """Rows with a title, as typed; `year`: of days that do not name theirs.

    Raises Refusal plan_unread where no heading is understood, table_too_large.
    """
    at, columns = _heading(rows)
    found = []
    for row in rows[at + 1 :]:
        cells = {name: row[column].strip() for name, column in columns.items() if column < len(row)}
        if cells.get("title") and plain_words(cells["title"]) not in ("итого", "всего"):
            found.append(_typed(cells, cities, sections, year))
    if len(found) > MOST:
        raise Refusal("table_too_large", "rows", rows=len(found), limit=MOST)
    if not found:
        raise Refusal("plan_unread", "rows")
    return found


def _heading(rows: Rows) -> tuple[int, dict[str, int]]:
    for at, row in enumerate(rows[:_LOOKED_AT]):
        columns = _columns([plain_words(cell) for cell in row])
        if "title" in columns and "when" in columns:
            return at, columns
    raise Refusal("plan_unread", "rows")


def _columns(headings: Sequence[str]) -> dict[str, int]:
    """The first column that is headed so; a column holds one thing."""
    columns: dict[str, int] = {}
    for name, stems in _HEADINGS.items():
        for column, heading in enumerate(headings):
            if column not in columns.values() and any(word.startswith(stems) for word in heading.split()):
                columns[name] = column
                break
    return columns


def _typed(
    cells: Mapping[str, str], cities: Mapping[str, CityView], sections: Mapping[str, str], year: str
) -> dict[str, str]:
    said = f"{cells.get('event_kind', '')} {cells['title']}"
    kind = next((kind for kind, stems in _KINDS.items() if any(stem in said.lower() for stem in stems)), "")
    where = cells.get("event_host", "")
    forms = {slug: (one.title, one.of, one.where.partition(" ")[2]) for slug, one in cities.items()}
    host = next(iter(understood(where, forms).cities), "")
    named = cells.get("section") or cells["title"]
    section = next((slug for slug, title in sections.items() if title.lower() in named.lower()), "")
    typed = {"title": cells["title"], "when": _dated(cells.get("when", ""), year), "event_host": host}
    own = {"event_kind": kind, "theme": cells.get("theme", ""), "section": section if kind == "section" else ""}
    return {**typed, **own}


def _dated(when: str, year: str) -> str:
    """«12–14 марта» with the year of the plan."""
    if not when or not year or _YEAR.search(when):
        return when
    return f"{when}.{year}" if _DAY_ONLY.search(when.rpartition("–")[2].strip()) else f"{when} {year}"
