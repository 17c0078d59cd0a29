"""[eligibility] documents: which papers the commission asks to see of everybody, each with its clause.

documents = [{ id = "medical", title = "Допуск врача", to_the_end = true, clause = "4.2" }]; `to_the_end`: it has to
hold until the last day of the Games. Whoever has to belong to his city shows a paper of that too (`residence`).
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
_KEYS = ("id", "title", "to_the_end", "clause")
MOST = 8  # of those that are declared: columns of the commission's table
RESIDENCE = "residence"  # the name of the paper about the city


@dataclass(frozen=True, slots=True)
class RequiredPaper:
    """`since`: of a paper that says since when, the last day that is early enough."""

    id: str
    title: str
    to_the_end: bool = False
    clause: str = ""
    since: date | None = None


def papers_required(regulation: Mapping[str, Any]) -> tuple[RequiredPaper, ...]:
    """Everything that the commission looks at, in its order; nothing where the regulation does not say."""
    asked = residence_of(regulation)
    told = (RequiredPaper(RESIDENCE, residence_title(asked.how), False, asked.clause, asked.since),) if asked else ()
    return (*documents_of(regulation), *told)


def documents_of(regulation: Mapping[str, Any]) -> tuple[RequiredPaper, ...]:
    """Those that are declared one by one."""
    rows = regulation.get("eligibility", {}).get("documents", ())
    return tuple(
        RequiredPaper(row["id"], row["title"], row.get("to_the_end", False), row.get("clause", "")) for row in rows
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
        if not isinstance(row.get("to_the_end", False), bool):
            refuse(f"{at}.to_the_end", "wrong_type", expected="true или false", found=str(row["to_the_end"])[:40])
