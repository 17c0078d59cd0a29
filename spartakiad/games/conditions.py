"""What the regulation says of everybody: documents to be shown to the commission, limits of a delegation."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from spartakiad.competition.decide.setup import AdoptRegulation
from spartakiad.competition.desk import Desk
from spartakiad.competition.eligibility import IDENTIFIERS, Limits
from spartakiad.competition.joint import ALONE, WAYS, Joint
from spartakiad.competition.papers_required import MOST, RequiredPaper, documents_of
from spartakiad.competition.residence import Residence, residence_rule
from spartakiad.competition.texts import PHRASE, SENTENCE, a_day, free_text
from spartakiad.errors import Refusal
from spartakiad.games.consequences import check_unfit
from spartakiad.games.drafting import with_section
from spartakiad.store.commands import Answer
from spartakiad.words.keys import search_key, slug_of
from spartakiad.words.residence import HOW

_LONGEST_CLAUSE = 40
_LONGEST_STEM = 17


@dataclass(frozen=True, slots=True)
class SetConditions:
    """`identifiers`, `clause`: the numbers without which nobody is taken, and where it is written.

    `version`: of the regulation that was seen, 0 where nobody looked; `sure`: whoever does not fit any longer was seen.
    """

    games: str
    papers: tuple[RequiredPaper, ...]
    limits: Limits
    residence: Residence | None = None
    joint: Joint = ALONE
    identifiers: tuple[str, ...] = ()
    clause: str = ""
    reason: str = ""
    version: int = 0
    sure: bool = False


def set_conditions(desk: Desk, wish: SetConditions) -> Answer:
    state = desk.state(wish.games)
    if wish.version not in (0, state.regulation_version):
        raise Refusal("regulation_moved")
    document = with_section(state.regulation, {**state.regulation.get("eligibility", {}), **_section(wish)})
    desk.carry_out(wish.games, AdoptRegulation(document, free_text(wish.reason, "reason", SENTENCE)))
    if not wish.sure:
        check_unfit(desk.session, wish.games, state, document)
    return {"version": desk.state(wish.games).regulation_version}


def _section(wish: SetConditions) -> dict[str, Any]:
    """What it says of everybody; nothing where nobody is asked."""
    return {
        "documents": _rows(wish.papers),
        "limits": _told(wish.limits),
        "residence": residence_rule(wish.residence) if wish.residence else {},
        "joint": {"counts": wish.joint.counts, **({"clause": wish.joint.clause} if wish.joint.clause else {})},
        "identifiers": list(wish.identifiers),
        "clause": wish.clause if wish.identifiers else "",
    }


def typed_papers(typed: Mapping[str, str], regulation: Mapping[str, Any]) -> tuple[RequiredPaper, ...]:
    """Rows `title-1`, `clause-1`, `holds-1`, and `id-1` of a paper that was there: it may be called otherwise now.

    An empty row is no paper. Raises Refusal at the field.
    """
    known = {one.id for one in documents_of(regulation)}
    found: list[RequiredPaper] = []
    for row in range(1, MOST + 1):
        title = free_text(typed.get(f"title-{row}", ""), f"title-{row}", PHRASE)
        clause = free_text(typed.get(f"clause-{row}", ""), f"clause-{row}", _LONGEST_CLAUSE)
        if not title and clause:
            raise Refusal("required", f"title-{row}")
        if not title:
            continue
        if search_key(title) in [search_key(one.title) for one in found]:
            raise Refusal("named_twice", f"title-{row}", what=title)
        sent = typed.get(f"id-{row}", "")
        taken = {*known, *(one.id for one in found)}
        name = sent if sent in known - {one.id for one in found} else _name(title, taken)
        found.append(_paper(name, title, clause, typed.get(f"holds-{row}", ""), f"holds-{row}"))
    return tuple(found)


def _paper(name: str, title: str, clause: str, holds: str, field: str) -> RequiredPaper:
    if holds not in ("", "to_the_end", "to_the_start"):
        raise Refusal("bad_choice", field)
    return RequiredPaper(name, title, holds == "to_the_end", clause, to_the_start=holds == "to_the_start")


def _name(title: str, taken: set[str]) -> str:
    """A new name for a paper: of its title, with a number where that is taken."""
    stem = f"p-{slug_of(title)}"[:_LONGEST_STEM].strip("-")
    return next(name for name in (stem, *(f"{stem}-{n}" for n in range(2, 99))) if name not in taken)


def _rows(papers: tuple[RequiredPaper, ...]) -> list[dict[str, Any]]:
    return [{name: value for name, value in asdict(one).items() if value} for one in papers]


def typed_residence(typed: Mapping[str, str]) -> Residence | None:
    """Boxes `how-registered` and its like, `since`, `residence-clause`; no box: nobody is asked. Raises Refusal."""
    how = tuple(one for one in HOW if typed.get(f"how-{one}") == "yes")
    since = a_day(typed["since"], "since", "01.09.2026") if typed.get("since", "").strip() else None
    clause = free_text(typed.get("residence-clause", ""), "residence-clause", _LONGEST_CLAUSE)
    if not how and (since or clause):
        raise Refusal("how_needed", f"how-{next(iter(HOW))}")
    return Residence(how, since, clause) if how else None


def typed_joint(typed: Mapping[str, str]) -> Joint:
    """Select `joint`, and `joint-clause`; a page without them says nothing new. Raises Refusal."""
    counts = typed.get("joint", "team")
    if counts not in WAYS:
        raise Refusal("bad_choice", "joint")
    return Joint(counts, free_text(typed.get("joint-clause", ""), "joint-clause", _LONGEST_CLAUSE))


def typed_identifiers(typed: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    """Boxes `needs-<identifier>`, and `needs-clause`."""
    needed = tuple(one for one in IDENTIFIERS if typed.get(f"needs-{one}") == "yes")
    return needed, free_text(typed.get("needs-clause", ""), "needs-clause", _LONGEST_CLAUSE)


def _told(limits: Limits) -> dict[str, Any]:
    return {name: value for name, value in asdict(limits).items() if value}
