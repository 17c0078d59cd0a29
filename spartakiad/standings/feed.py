"""What of a Games changed since a number of its journal: which published things are to be fetched anew, never how."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from spartakiad.competition.decide.notices import ALL
from spartakiad.competition.freeze_facts import ResultsHeld, ResultsReleased
from spartakiad.competition.memory import Now, stream_of
from spartakiad.competition.state import State
from spartakiad.store import journal
from spartakiad.store.journal import Recorded

MOST = 1000  # lines of the journal looked through for one answer
WHAT: Mapping[str, str] = {
    **dict.fromkeys(("games.stated", "games.described", "games.card"), "games"),
    **dict.fromkeys(("cup.decided", "cup.confirmed", "cup.handed_over"), "games"),
    **dict.fromkeys(("regulation.adopted",), "standings"),
    **dict.fromkeys(("team.joined", "team.renamed"), "teams"),
    **dict.fromkeys(("venue.named", "contest.scheduled"), "schedule"),
    **dict.fromkeys(("contest.stated", "part.stated", "contest.cancelled", "contest.shortened"), "contests"),
    **dict.fromkeys(("protest.filed", "protest.decided", "card.filled"), "contests"),
    **dict.fromkeys(("starts.listed", "mark.entered", "mark.checked", "mark.corrected"), "results"),
    **dict.fromkeys(("mark.taken_back", "places.taken", "lineup.named", "decision.signed"), "results"),
    **dict.fromkeys(("decision.lifted", "bracket.drawn", "pools.drawn"), "results"),
    **dict.fromkeys(("entry.scratched", "entry.scratch_taken_back"), "results"),
    **dict.fromkeys(("athlete.shown", "athlete.erased", "athlete.renamed", "athlete.corrected"), "names"),
    **dict.fromkeys(("athlete.replaced", "persons.merged"), "names"),
    "notice.given": "notices",
    "sheet.published": "sheets",
    "sheet.closed": "sheets",
}
_ENTERED = ("mark.entered", "mark.checked", "mark.taken_back")  # seen by everybody only where marks are as entered


@dataclass(frozen=True, slots=True)
class Changed:
    """`what`: games, contests, results, standings, teams, schedule, notices, sheets or names; `contest`: or "".

    After «results» the standings may be others too; after «names» whatever has names in it.
    """

    number: int
    at: datetime
    what: str
    contest: str


@dataclass(frozen=True, slots=True)
class Feed:
    """`next`: the number to ask after the next time; `more`: there is more already. `held`: results are held."""

    after: int
    next: int
    more: bool
    held: bool
    changes: tuple[Changed, ...]


def feed(session: Session, now: Now, after: int) -> Feed:
    """While results are held it ends where they were held, but for names that must not be shown any longer.

    Whoever asked meanwhile asks later after a number of that time: then all that was held is told, at one go.
    """
    begun, over = _held_around(session, now, after)
    upto = now.hold.number if now.hold else now.number
    found = journal.since(session, stream_of(now.slug), begun, MOST + over - begun)
    lines = [one for one in found if one.number <= upto]
    changes = [_changed(now.state, line) for line in lines if _is_told(now.state, line)]
    last = lines[-1].number if lines else min(after, now.number)
    if now.hold and last >= upto and now.hold.personal > last:
        last = now.hold.personal
        changes.append(Changed(last, now.hold.at, "names", ""))
    return Feed(after, last, last < upto, now.hold is not None, tuple(changes))


def _held_around(session: Session, now: Now, after: int) -> tuple[int, int]:
    """From where to where the lines were held that `after` lies among, of results that everybody sees by now."""
    begun = after
    for one in journal.about(session, stream_of(now.slug), "freeze"):
        if one.kind == ResultsHeld.kind:
            begun = int(str(one.payload["number"]))
        elif one.kind == ResultsReleased.kind and begun < after < one.number <= now.number:
            return begun, one.number
    return after, after


def _changed(state: State, line: Recorded) -> Changed:
    contest = str(line.payload.get("contest", ""))
    return Changed(line.number, line.at, WHAT[line.kind], contest if contest in state.contests else "")


def _is_told(state: State, line: Recorded) -> bool:
    if line.kind == "notice.given":
        return ALL in list(line.payload["to"])  # type: ignore[call-overload]
    if line.kind in _ENTERED and state.public_from != "entered":
        return False
    return line.kind in WHAT
