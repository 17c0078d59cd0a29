"""[eligibility.residence]: what ties an athlete to the city of his team, and since when at the latest.

residence = { how = ["registered", "works"], since = "2026-09-01", clause = "4.4" }: one of these is enough. Nobody can
look it up, so the commission is shown a paper of it, beside the documents that the regulation names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from spartakiad.competition.ages import written_day
from spartakiad.competition.sections import listed, nearest, only, refuse, table, text
from spartakiad.words.residence import HOW

_KEYS = ("how", "since", "clause")


@dataclass(frozen=True, slots=True)
class Residence:
    """`how`: keys of words.residence.HOW; `since`: the last day that is early enough, None where nobody said."""

    how: tuple[str, ...]
    since: date | None = None
    clause: str = ""


def residence_of(regulation: Mapping[str, Any]) -> Residence | None:
    """None where the regulation does not ask."""
    told = regulation.get("eligibility", {}).get("residence")
    return Residence(tuple(told["how"]), written_day(told.get("since")), told.get("clause", "")) if told else None


def residence_rule(found: Residence) -> dict[str, Any]:
    """As the regulation says it."""
    since = {"since": found.since.isoformat()} if found.since else {}
    return {"how": list(found.how), **since, **({"clause": found.clause} if found.clause else {})}


def check_residence(section: Mapping[str, Any]) -> None:
    """Raises Refusal regulation_broken at the first key or value that nobody would understand."""
    if "residence" not in section:
        return
    path = "eligibility.residence"
    told = table(section["residence"], path)
    only(told, _KEYS, path)
    how = listed(told.get("how", ()), f"{path}.how")
    if not how:
        refuse(path, "missing_key", key="how")
    for one in how:
        if not isinstance(one, str) or one not in HOW:
            refuse(f"{path}.how", "unknown_reference", id=str(one)[:40], nearest=nearest(str(one), HOW))
    if len(set(how)) < len(how):
        refuse(f"{path}.how", "wrong_type", expected="каждое один раз", found=", ".join(how)[:40])
    if "since" in told and written_day(told["since"]) is None:
        refuse(f"{path}.since", "wrong_type", expected='день, "1986-01-31"', found=str(told["since"])[:40])
    text(told, "clause", path)
