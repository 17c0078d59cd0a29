"""A judge who brings a file: what he sends, what he sees, what he sends back."""

import html
import re
from collections.abc import Mapping
from typing import Any

import httpx

from spartakiad.competition.state import Mark
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor

RACE = "/judge/race/ski-women"
HEAD = ("Место", "Номер", "Фамилия, имя", "Команда", "Результат", "Примечание")
FIRST = (1, 1, "Лыжина Анна", "Вологда", "40:33,2", "")
SECOND = (2, 2, "Снегирёва Анна", "Вологда", "41:00,0", "")


def looked(judge: Visitor, content: bytes, name: str = "итог.xlsx", page: str = RACE, **form: str) -> httpx.Response:
    return judge.post(f"{page}/import", {"rows": "", **form}, files={"file": (name, content)})


def pasted(judge: Visitor, rows: str, page: str = RACE, **form: str) -> httpx.Response:
    return judge.post(f"{page}/import", {"rows": rows, **form})


def form_of(page: str) -> dict[str, str]:
    """The fields of the preview as a browser would send them back, one that is typed in as it stands."""
    found: dict[str, str] = {}
    for tag in re.findall(r"<input [^>]*>", page.partition("import/marks")[2]):
        name, value = (re.search(rf'\b{one}="([^"]*)"', tag) for one in ("name", "value"))
        if name and ('type="checkbox"' not in tag or " checked" in tag):
            found[name[1]] = html.unescape(value[1]) if value else ""
    return found


def taken(judge: Visitor, page: str, where: str = RACE, **more: str) -> httpx.Response:
    return judge.post(f"{where}/import/marks", {**form_of(page), **more})


def again(judge: Visitor, page: str, where: str = RACE, **more: str) -> httpx.Response:
    """«Прочитать заново»."""
    return judge.post(f"{where}/import", {**form_of(page), **more})


def counts(page: str) -> tuple[int, ...]:
    """New, changed, to be settled, the same: as the heading says."""
    heading = words(page.partition("<h1>")[2].partition("</h1>")[0])
    return tuple(map(int, re.findall(r"\d+", heading)))


def errors(page: str) -> dict[str, str]:
    """Sentences at the fields of rows."""
    found = re.findall(r'<p class="error" id="f-(r\d+-\w+)-error">(.*?)</p>', page)
    return {field: html.unescape(text) for field, text in found}


def all_marks(site: Site, games: str = "race") -> Mapping[Any, Mark]:
    return site.shell.now(games).state.marks


def raws(site: Site, games: str = "race") -> dict[str, str]:
    return {key[3]: one.raw for key, one in all_marks(site, games).items()}


def values(site: Site, games: str = "race") -> dict[str, object]:
    """What was read, or the status."""
    return {key[3]: one.status or dict(one.value) for key, one in all_marks(site, games).items()}
