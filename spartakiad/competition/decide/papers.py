"""By a signed paper a contest is closed with the places that stand there, shortened, or taken out of the standings."""

import re
from dataclasses import dataclass, replace

from spartakiad.competition.decide.timetable import LONGEST, OVER, begins
from spartakiad.competition.document import parsed
from spartakiad.competition.facts import ContestScheduled, ContestStated, Fact
from spartakiad.competition.paper_facts import ContestCancelled, ContestShortened, PaperPictured, PlacesTaken
from spartakiad.competition.programme import line, title_of
from spartakiad.competition.signed import Cancelled, Shortened
from spartakiad.competition.state import State
from spartakiad.competition.texts import PHRASE, SENTENCE, free_text
from spartakiad.errors import Refusal

_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class PicturePaper:
    """As in PaperPictured."""

    contest: str
    part: str
    photo: str


@dataclass(frozen=True, slots=True)
class TakePlaces:
    """Pairs (team, place), `document`: which protocol, `photo`: the digest of its picture."""

    contest: str
    places: tuple[tuple[str, int], ...]
    document: str
    photo: str


def picture(state: State, command: PicturePaper, _by: str) -> list[Fact]:
    """As long as somebody may still compare results with it; the same picture again is nothing."""
    found = line(state, command.contest).list_of(command.part)
    standing = state.how_far(found.id, found.part).state
    if standing in ("planned", "cancelled"):
        raise Refusal("wrong_state", state=standing, contest=found.title)
    if not _DIGEST.fullmatch(command.photo):
        raise Refusal("photo_needed", "photo")
    known = [one.photo for one in state.pictured.get((found.id, found.part), ())]
    return [] if command.photo in known else [PaperPictured(found.id, found.part, command.photo)]


def take(state: State, command: TakePlaces, _by: str) -> list[Fact]:
    """Whatever was entered before stays in the journal and does not count."""
    contest = line(state, command.contest)
    standing = state.contests[contest.id]
    if standing.state not in ("planned", "start_list", "under_way") or state.state != "under_way":
        raise Refusal("wrong_state", state=standing.state, contest=contest.title)
    document = free_text(command.document, "document", PHRASE)
    if not document:
        raise Refusal("document_needed", "document")
    if not _DIGEST.fullmatch(command.photo):
        raise Refusal("photo_needed", "photo")
    _check(state, command.places)
    return [
        PlacesTaken(contest.id, command.places, command.photo, document),
        ContestStated(contest.id, "posted", standing.revision),
    ]


def _check(state: State, places: tuple[tuple[str, int], ...]) -> None:
    """Real teams, each once, and places as a protocol numbers them: after two on the first comes the third."""
    if not places:
        raise Refusal("places_needed", "places")
    teams = [team for team, _ in places]
    if len(set(teams)) != len(teams) or not set(teams) <= state.teams.keys():
        raise Refusal("bad_choice", "places")
    ordered = sorted(place for _, place in places)
    for index, place in enumerate(ordered):
        if place != index + 1 and (index == 0 or place != ordered[index - 1]):
            raise Refusal("places_torn", "places", place=place)


@dataclass(frozen=True, slots=True)
class CancelContest:
    """`counts`: (standing, K, N) for every standing of `best_counts`; nobody chooses them but who signs."""

    contest: str
    counts: tuple[tuple[str, int, int], ...]
    reason: str
    document: str


def cancel(state: State, command: CancelContest, _by: str) -> list[Fact]:
    contest = line(state, command.contest)
    standing = state.contests[contest.id]
    if standing.state in ("official", "cancelled"):
        raise Refusal("wrong_state", state=standing.state, contest=contest.title)
    reason, document = _signed(command.reason, command.document)
    parsed(without(state, command.contest, command.counts))
    return [
        ContestCancelled(contest.id, command.counts, reason, document),
        ContestStated(contest.id, "cancelled", standing.revision, f"{reason} ({document})"),
    ]


def without(state: State, contest: str, counts: tuple[tuple[str, int, int], ...]) -> State:
    """The state as it would be with the contest cancelled and these counts. Raises Refusal where they are not whole."""
    asked = {} if line(state, contest).outside else best_counts(state)
    if {name for name, _, _ in counts} != asked.keys():
        raise Refusal("counts_needed", "counts")
    if any(not 1 <= k <= of <= 99 for _, k, of in counts):
        raise Refusal("counts_torn", "counts")
    return replace(state, cancelled={**state.cancelled, contest: Cancelled(counts, "", "")})


@dataclass(frozen=True, slots=True)
class ShortenContest:
    """`what` is left of it; `minutes`: how long it lasts now, 0 where that stays as it was."""

    contest: str
    what: str
    minutes: int
    reason: str
    document: str


def shorten(state: State, command: ShortenContest, _by: str) -> list[Fact]:
    """Held over less than was announced: said beside its state, whatever that is; how it is counted stays."""
    contest = line(state, command.contest)
    standing, slot = state.contests[contest.id].state, state.slots.get(contest.id)
    if standing in OVER:
        raise Refusal("wrong_state", state=standing, contest=contest.title)
    what = free_text(command.what, "what", PHRASE)
    if not what:
        raise Refusal("required", "what")
    if not 0 <= command.minutes <= LONGEST:
        raise Refusal("bad_number", "minutes")
    reason, document = _signed(command.reason, command.document)
    made: list[Fact] = []
    if state.shortened.get(contest.id) != Shortened(what, reason, document):
        made.append(ContestShortened(contest.id, what, reason, document))
    if slot and command.minutes not in (0, slot.minutes):
        made.append(ContestScheduled(contest.id, begins(slot), command.minutes, slot.venue, slot.reason))
    return made


def _signed(reason: str, document: str) -> tuple[str, str]:
    """Why, and by whose decision."""
    reason, document = free_text(reason, "reason", SENTENCE), free_text(document, "document", PHRASE)
    if not reason:
        raise Refusal("reason_needed", "reason")
    if not document:
        raise Refusal("document_needed", "document")
    return reason, document


def best_counts(state: State) -> dict[str, tuple[str, int, int | None]]:
    """Standings that count a best K: the title, K, and the number of contests it is meant for."""
    found = {}
    for row in state.regulation.get("standing", ()):
        count = row.get("count", {})
        if count.get("kind") == "best":
            found[str(row["id"])] = (title_of(row), int(count["k"]), count.get("of"))
    return found
