"""What the public sees of a Games: as it stands or, while results are held, as it stood then."""

from dataclasses import replace

from sqlmodel import Session

from spartakiad.competition.applied import Athlete
from spartakiad.competition.apply import apply, fold
from spartakiad.competition.freezing import Freeze
from spartakiad.competition.memory import Now, as_loaded, stream_of
from spartakiad.competition.person_facts import PersonsMerged
from spartakiad.competition.sheets import Sheet
from spartakiad.competition.state import State
from spartakiad.store import journal


def shown(session: Session, living: Now, before: Now | None) -> Now:
    """`before`: what the public saw until this moment, or None where nothing is in memory yet."""
    freeze = living.state.freeze
    if freeze is None:
        return replace(living, public=True, reveal=living.state.reveal)
    kept = before if before and _still(before, freeze) else _as_it_stood(session, living, freeze)
    return replace(kept, hold=freeze, reveal=living.state.reveal)


def _still(before: Now, freeze: Freeze) -> bool:
    """Whether nothing but the announcing of places has happened to what is held."""
    personal = before.hold.personal if before.hold else 0
    return (before.state.number, personal) == (freeze.number, freeze.personal)


def _as_it_stood(session: Session, living: Now, freeze: Freeze) -> Now:
    """Folded anew: what was erased since is gone from the journal, two who are one are one, nobody hidden is shown."""
    lines = list(journal.read(session, stream_of(living.slug)))
    state = fold(one for one in lines if one.number <= freeze.number)
    for one in lines:
        if one.number > freeze.number and one.kind == PersonsMerged.kind:
            state = apply(state, one)
    sheets = _still_open(state, living.state, freeze)
    state = replace(state, number=freeze.number, athletes=_hidden(state, living.state), sheets=sheets)
    return replace(as_loaded(living.slug, state), public=True)


def _hidden(then: State, now: State) -> dict[str, Athlete]:
    """Whoever took his consent back since, or was erased, is named no longer."""
    return {
        number: replace(athlete, shown=athlete.shown and _named(now, number, athlete.person))
        for number, athlete in then.athletes.items()
    }


def _still_open(then: State, now: State, freeze: Freeze) -> dict[int, Sheet]:
    """What was published then, with files that were closed since and what replaced them; nothing that shows more."""
    return {
        number: replace(sheet, revisions=tuple(one for one in sheet.revisions if one.of <= freeze.number))
        for number, sheet in now.sheets.items()
        if number in then.sheets
    }


def _named(now: State, number: str, person: int) -> bool:
    """Another one under this number, or nobody, says nothing about whoever had it then."""
    athlete = now.athletes.get(number)
    return athlete is None or athlete.person != person or (athlete.shown and not athlete.erased)
