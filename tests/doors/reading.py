"""What a reader finds on a page, and rows that other doors will write one day."""

import html
import re
from dataclasses import dataclass

from spartakiad.competition.desk import Desk
from spartakiad.models.union import CupHolding, UnionEvent
from spartakiad.settings import data_folder
from spartakiad.store.commands import Answer
from spartakiad.union.sources import read_sources
from tests.doors.visiting import Site

FACTS = read_sources(data_folder("fixtures") / "union")


@dataclass(frozen=True, slots=True)
class Added:
    """A row to be written, after which every page of the union is stale."""

    row: UnionEvent | CupHolding


def add(desk: Desk, wish: Added) -> Answer:
    desk.session.add(wish.row)
    desk.note_union("test")
    return {}


def words(part: str) -> str:
    """The words of a piece of a page, spaces folded."""
    folded = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", part)).split())
    return re.sub(r" (?=[,.;)])", "", folded)


def read(site: Site, path: str) -> str:
    """The words of the main part of a page."""
    page = site.visitor().get(path).text
    return words(page[page.index("<main") : page.index("</main>")])


def section(site: Site, path: str, name: str) -> str:
    """The words of the section whose heading has this id; «» when there is none."""
    page = site.visitor().get(path).text
    found = re.search(rf'<section[^>]*aria-labelledby="{name}".*?</section>', page, flags=re.DOTALL)
    return words(found.group()) if found else ""


def links(page: str, to: str) -> list[str]:
    """The ends of all addresses that begin with `to`, in their order."""
    return re.findall(rf'href="{to}([^"]+)"', page)
