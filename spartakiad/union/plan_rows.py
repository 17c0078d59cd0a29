"""A calendar plan from somebody's table: which column holds what, and each row as the form of a new event has it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spartakiad.errors import Refusal
from spartakiad.intake.table import Rows, Sheet
from spartakiad.union.queries import CityView
from spartakiad.words.keys import plain_words
from spartakiad.words.searching import fold, stem, understood

MOST = 300  # events of one plan
FIELDS = ("title", "when", "event_host", "event_kind", "theme", "section", "event_place")
_LOOKED_AT = 20  # rows in which a heading is looked for
_SHOWN = 60  # signs of what was passed over
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
_SHORT_YEAR = re.compile(r"(?<=[./])(\d{2})$")
_YEAR = re.compile(r"\d{4}")
_TOTAL = ("итого", "всего")


@dataclass(frozen=True, slots=True)
class PlanTable:
    """`rows` as typed; `passed`: what was not taken from the table, a sentence each."""

    rows: tuple[dict[str, str], ...]
    passed: tuple[str, ...] = ()


def plan_of(
    sheets: Sequence[Sheet], cities: Mapping[str, CityView], sections: Mapping[str, str], year: str
) -> PlanTable:
    """Rows of every sheet whose heading is understood; `year`: of days that do not name theirs.

    Raises Refusal plan_unread where no heading is understood, table_too_large.
    """
    found: list[dict[str, str]] = []
    passed: list[str] = []
    for sheet in sheets:
        heading = _heading(sheet.rows)
        if heading is None:
            passed.append(f"Лист «{sheet.title}»: заголовков «Мероприятие» и «Дата» нет")
            continue
        passed += _unread(sheet.rows[heading[0]], heading[1])
        for number, row in enumerate(sheet.rows[heading[0] + 1 :], heading[0] + 2):
            cells = {name: row[column].strip() for name, column in heading[1].items() if column < len(row)}
            if _names_an_event(cells, row):
                found.append(_typed(cells, cities, sections, year))
            elif any(cell.strip() for cell in row):
                passed.append(f"Строка {number}: «{' '.join(' '.join(row).split())[:_SHOWN]}» – не событие")
    if len(found) > MOST:
        raise Refusal("table_too_large", "rows", rows=len(found), limit=MOST)
    if not found:
        raise Refusal("plan_unread", "rows")
    return PlanTable(tuple(found), tuple(passed))


def _names_an_event(cells: Mapping[str, str], row: Sequence[str]) -> bool:
    """A title with something beside it: a lone one is a heading inside the table, «ЯНВАРЬ» or «I полугодие»."""
    title = cells.get("title", "")
    beside = [cell for cell in row if cell.strip() and cell.strip() != title and not cell.strip().isdecimal()]
    return bool(title and beside) and plain_words(title).split(" ")[0] not in _TOTAL


def _heading(rows: Rows) -> tuple[int, dict[str, int]] | None:
    for at, row in enumerate(rows[:_LOOKED_AT]):
        columns = _columns([plain_words(cell) for cell in row])
        if "title" in columns and "when" in columns:
            return at, columns
    return None


def _columns(headings: Sequence[str]) -> dict[str, int]:
    """The first column that is headed so; a column holds one thing."""
    columns: dict[str, int] = {}
    for name, stems in _HEADINGS.items():
        for column, heading in enumerate(headings):
            if column not in columns.values() and any(word.startswith(stems) for word in heading.split()):
                columns[name] = column
                break
    return columns


def _unread(headings: Sequence[str], columns: Mapping[str, int]) -> Iterator[str]:
    others = [one.strip() for at, one in enumerate(headings) if at not in columns.values() and plain_words(one)]
    if named := [one for one in others if plain_words(one) not in ("п п", "n", "nn", "no")]:
        yield f"Столбцы, для которых здесь нет места: {', '.join(named)}"


def _typed(
    cells: Mapping[str, str], cities: Mapping[str, CityView], sections: Mapping[str, str], year: str
) -> dict[str, str]:
    kind = _kind(cells.get("event_kind", "")) or _kind(cells["title"])
    host, place = _where(cells.get("event_host", ""), cities)
    own = {"event_kind": kind, "theme": cells.get("theme", ""), "section": "", "event_place": place}
    if kind == "section":
        own["section"] = _section(cells.get("section") or cells["title"], sections)
    return {"title": cells["title"], "when": _dated(cells.get("when", ""), year), "event_host": host, **own}


def _kind(said: str) -> str:
    return next((kind for kind, stems in _KINDS.items() if any(stem in said.lower() for stem in stems)), "")


def _where(said: str, cities: Mapping[str, CityView]) -> tuple[str, str]:
    """The first city that is named, and the whole text where it says more than that city."""
    forms = {slug: (one.title, one.of, one.where.partition(" ")[2]) for slug, one in cities.items()}
    asked = understood(said, forms)
    host = next(iter(asked.cities), "")
    plain = len(asked.cities) == 1 and not asked.stems
    return host, "" if plain else said


def _section(said: str, sections: Mapping[str, str]) -> str:
    """The one whose title, whatever its endings, is in the text."""
    text = fold(said)
    return next((slug for slug, title in sections.items() if all(part in text for part in _stems(title))), "")


def _stems(title: str) -> list[str]:
    return [stem(word) for word in fold(title).split() if len(word) > 1]


def _dated(when: str, year: str) -> str:
    """«12–14 марта» and «10.02.27» with the year of the plan."""
    if not when or not year or _YEAR.search(when):
        return when
    if short := _SHORT_YEAR.search(when) if when.count(".") + when.count("/") > 1 else None:
        return f"{when[: short.start()]}{year}" if year.endswith(short[1]) else when
    return f"{when}.{year}" if _DAY_ONLY.search(when.rpartition("–")[2].strip()) else f"{when} {year}"
