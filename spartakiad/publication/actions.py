"""Verbs of publication: post, take back, accept as official. What became official is stored as it was."""

from dataclasses import dataclass, field

from spartakiad.competition.decide.contests import Accept, Post, Reopen
from spartakiad.competition.decide.papers import CancelContest, ShortenContest, TakePlaces
from spartakiad.competition.desk import Desk
from spartakiad.intake.pictures import Received
from spartakiad.publication.official import keep_official
from spartakiad.publication.pictures import keep_photo
from spartakiad.publication.waiting import records_told
from spartakiad.store.commands import SINCE, Answer


@dataclass(frozen=True, slots=True)
class OneContest:
    """`part`: one of a contest in parts, or "" for all of it; a contest becomes official as a whole.

    `despite`: as in Accept.
    """

    games: str
    contest: str
    reason: str = ""
    part: str = ""
    despite: int = field(default=0, metadata=SINCE)


@dataclass(frozen=True, slots=True)
class TakenPlaces:
    """Pairs (team, place) of a signed paper, `document`: which one, `photo`: the picture of it."""

    games: str
    contest: str
    places: tuple[tuple[str, int], ...]
    document: str
    photo: Received


def take_places(desk: Desk, wish: TakenPlaces) -> Answer:
    """Close a contest by a paper. The picture is kept once, under its digest."""
    name = keep_photo(desk, wish.photo)
    facts = desk.carry_out(wish.games, TakePlaces(wish.contest, wish.places, wish.document, name))
    return {"facts": len(facts)}


@dataclass(frozen=True, slots=True)
class Cancellation:
    """As in CancelContest."""

    games: str
    contest: str
    counts: tuple[tuple[str, int, int], ...]
    reason: str
    document: str


def cancel_contest(desk: Desk, wish: Cancellation) -> Answer:
    command = CancelContest(wish.contest, wish.counts, wish.reason, wish.document)
    return {"facts": len(desk.carry_out(wish.games, command))}


@dataclass(frozen=True, slots=True)
class Shortening:
    """As in ShortenContest."""

    games: str
    contest: str
    what: str
    minutes: int
    reason: str
    document: str


def shorten_contest(desk: Desk, wish: Shortening) -> Answer:
    command = ShortenContest(wish.contest, wish.what, wish.minutes, wish.reason, wish.document)
    return {"facts": len(desk.carry_out(wish.games, command))}


def post(desk: Desk, wish: OneContest) -> Answer:
    with records_told(desk, wish.games):
        return {"facts": len(desk.carry_out(wish.games, Post(wish.contest, wish.part, wish.despite)))}


def reopen(desk: Desk, wish: OneContest) -> Answer:
    return {"facts": len(desk.carry_out(wish.games, Reopen(wish.contest, wish.reason, wish.part)))}


def accept(desk: Desk, wish: OneContest) -> Answer:
    """The result becomes official as the next revision."""
    with records_told(desk, wish.games):
        desk.carry_out(wish.games, Accept(wish.contest, wish.despite))
    return {"revision": keep_official(desk, wish.games, wish.contest)}
