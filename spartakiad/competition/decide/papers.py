"""The escape: any contest can be closed by the places of a paper that was signed at the venue."""

import re
from dataclasses import dataclass

from spartakiad.competition.facts import ContestStated, Fact
from spartakiad.competition.paper_facts import PlacesTaken
from spartakiad.competition.programme import line
from spartakiad.competition.state import State
from spartakiad.competition.texts import PHRASE, free_text
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
