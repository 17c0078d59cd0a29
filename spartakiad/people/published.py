"""What was published with a person's name: nobody gets it any more, or nobody has it any more."""

from dataclasses import replace

from sqlmodel import Session

from spartakiad.competition.decide.sheets import CloseSheets
from spartakiad.competition.desk import Desk
from spartakiad.competition.sheet_facts import SheetClosed
from spartakiad.competition.state import State
from spartakiad.models.papers import SheetFile
from spartakiad.people.queries import agreed


def close_files(desk: Desk, person: int, *, erased: bool = False) -> None:
    """Every public file that names him, in every Games; erased, the bytes of every file that does."""
    for slug, now in list(desk.memory.games.items()):
        facts = desk.carry_out(slug, CloseSheets(person, erased)) if now.state.sheets else []
        for fact in facts:
            if erased and isinstance(fact, SheetClosed):
                _take_away(desk, slug, fact)


def _take_away(desk: Desk, slug: str, fact: SheetClosed) -> None:
    for one in desk.state(slug).sheets[fact.sheet].revisions:
        for digest in (one.full, one.public) if one.revision == fact.revision else ():
            file = desk.session.get(SheetFile, digest)
            if file is not None:
                file.content = None


def as_agreed(session: Session, state: State) -> State:
    """The same, but nobody's name is shown who has not agreed to it by now."""
    willing = agreed(session, {one.person for one in state.athletes.values()})
    athletes = {
        number: replace(one, shown=one.shown and one.person in willing) for number, one in state.athletes.items()
    }
    return replace(state, athletes=athletes)
