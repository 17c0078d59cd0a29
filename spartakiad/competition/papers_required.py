"""[eligibility] documents: which papers the commission asks to see of everybody, each with its clause.

documents = [{ id = "medical", title = "Допуск врача", to_the_end = true, clause = "4.2" }]; `to_the_end`: it has to
hold until the last day of the Games; `to_the_start`: on the day of every contest in which he starts. Whoever has to
belong to his city shows a paper of that too (`residence`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from spartakiad.competition.residence import residence_of
from spartakiad.competition.sections import listed, only, refuse, table, text
from spartakiad.words.residence import residence_title

_NAME = re.compile(r"[a-z][a-z0-9_-]{0,19}", re.ASCII)
_ENDING = ("to_the_end", "to_the_start")
_KEYS = ("id", "title", *_ENDING, "clause")
MOST = 8  # of those that are declared: columns of the commission's table
RESIDENCE = "residence"  # the name of the paper about the city
PAPERS: Mapping[str, re.Pattern[str]] = {  # kinds that a table has columns for, by what their titles say
    "medical": re.compile(r"врач|медиц|медосмотр|медсправ", re.IGNORECASE),
    "insurance": re.compile(r"страх", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class RequiredPaper:
    """`since`: of a paper that says since when, the last day that is early enough."""

    id: str
    title: str
    to_the_end: bool = False
    clause: str = ""
    since: date | None = None
    to_the_start: bool = False

    @property
    def holds(self) -> str:
        """The key that says until when it has to hold; "" where nobody asks."""
        return "to_the_end" if self.to_the_end else "to_the_start" if self.to_the_start else ""


def papers_required(regulation: Mapping[str, Any]) -> tuple[RequiredPaper, ...]:
    """Everything that the commission looks at, in its order; nothing where the regulation does not say."""
    asked = residence_of(regulation)
    told = (RequiredPaper(RESIDENCE, residence_title(asked.how), False, asked.clause, asked.since),) if asked else ()
    return (*documents_of(regulation), *told)


def documents_of(regulation: Mapping[str, Any]) -> tuple[RequiredPaper, ...]:
    """Those that are declared one by one."""
    rows = regulation.get("eligibility", {}).get("documents", ())
    return tuple(
        RequiredPaper(
            row["id"],
            row["title"],
            row.get("to_the_end", False),
            row.get("clause", ""),
            to_the_start=row.get("to_the_start", False),
        )
        for row in rows
    )


def check_papers(section: Mapping[str, Any]) -> None:
    """Raises Refusal regulation_broken at the first key or value that nobody would understand."""
    path = "eligibility.documents"
    rows = listed(section.get("documents", ()), path)
    if len(rows) > MOST:
        refuse(path, "out_of_range", value=str(len(rows)), least=0, most=MOST)
    seen: set[str] = set()
    for number, row in enumerate(rows):
        at = f"{path}[{number}]"
        only(table(row, at), _KEYS, at)
        for key in ("id", "title"):
            if not str(row.get(key, "")).strip():
                refuse(at, "missing_key", key=key)
            text(row, key, at)
        if not _NAME.fullmatch(row["id"]) or row["id"] in {*seen, RESIDENCE}:
            refuse(f"{at}.id", "wrong_type", expected="новое имя латинскими буквами", found=row["id"][:40])
        seen.add(row["id"])
        text(row, "clause", at)
        _check_ending(row, at)


def _check_ending(row: Mapping[str, Any], at: str) -> None:
    """It ends in one way, or nobody asks when."""
    for key in _ENDING:
        if not isinstance(row.get(key, False), bool):
            refuse(f"{at}.{key}", "wrong_type", expected="true или false", found=str(row[key])[:40])
    if all(row.get(key) for key in _ENDING):
        refuse(f"{at}.to_the_start", "wrong_type", expected="или to_the_end, или to_the_start", found="оба")


def meant(regulation: Mapping[str, Any], kind: str) -> str:
    """The declared paper that a column of a table is about, «страховка до»; "" where there is none."""
    rows = [one for one in documents_of(regulation) if one.holds]
    named = [one.id for one in rows if one.id == kind]
    return next(iter((*named, *(one.id for one in rows if PAPERS[kind].search(one.title)))), "")
