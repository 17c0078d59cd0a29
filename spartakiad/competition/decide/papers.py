"""By a signed paper a contest is closed with the places that stand there, or taken out of the standings."""

import re
from dataclasses import dataclass, replace

from spartakiad.competition.document import parsed
from spartakiad.competition.facts import ContestStated, Fact
from spartakiad.competition.paper_facts import ContestCancelled, PlacesTaken
from spartakiad.competition.programme import line
from spartakiad.competition.state import Cancelled, State
from spartakiad.competition.texts import PHRASE, SENTENCE, free_text
from spartakiad.errors import Refusal

_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class TakePlaces:
    """Pairs (team, place), `document`: which protocol, `photo`: the digest of its picture."""

    contest: str
    places: tuple[tuple[str, int], ...]
    document: str
    photo: str


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
    reason = free_text(command.reason, "reason", SENTENCE)
    document = free_text(command.document, "document", PHRASE)
    if not reason:
        raise Refusal("reason_needed", "reason")
    if not document:
        raise Refusal("document_needed", "document")
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


def best_counts(state: State) -> dict[str, tuple[str, int, int | None]]:
    """Standings that count a best K: the title, K, and the number of contests it is meant for."""
    found = {}
    for row in state.regulation.get("standing", ()):
        count = row.get("count", {})
        if count.get("kind") == "best":
            found[str(row["id"])] = (str(row.get("title") or row["id"]), int(count["k"]), count.get("of"))
    return found
