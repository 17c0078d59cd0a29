"""Facts of the secretariat's papers: the cards that headers and signatures are taken from, and the notices."""

from dataclasses import dataclass
from typing import ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class CardFilled(Fact):
    """A contest's card, whole. `judges`: how many worked; names of people are free text and can be erased."""

    kind: ClassVar[str] = "card.filled"
    about: ClassVar[str] = "card:{contest}"
    free: ClassVar[tuple[str, ...]] = (
        "style",
        "distance",
        "track",
        "weather",
        "start_kind",
        "started",
        "ended",
        "chief",
        "chief_category",
        "chief_city",
        "secretary",
        "secretary_category",
        "secretary_city",
    )
    contest: str
    judges: int
    style: str = ""
    distance: str = ""
    track: str = ""
    weather: str = ""
    start_kind: str = ""
    started: str = ""
    ended: str = ""
    chief: str = ""
    chief_category: str = ""
    chief_city: str = ""
    secretary: str = ""
    secretary_category: str = ""
    secretary_city: str = ""


@dataclass(frozen=True, slots=True)
class GamesCardFilled(Fact):
    """Who signs for the whole Games, where to call, until when applications are taken: "2027-02-10T18:00" of Moscow.

    `protest_minutes`: how long after its posting a result may be protested; 0 where nobody said.
    """

    kind: ClassVar[str] = "games.card"
    about: ClassVar[str] = "games.card"
    free: ClassVar[tuple[str, ...]] = (
        "chair",
        "chief",
        "chief_category",
        "chief_city",
        "secretary",
        "secretary_category",
        "secretary_city",
        "phone",
    )
    entries_until: str
    chair: str = ""
    chief: str = ""
    chief_category: str = ""
    chief_city: str = ""
    secretary: str = ""
    secretary_category: str = ""
    secretary_city: str = ""
    phone: str = ""
    protest_minutes: int = 0


@dataclass(frozen=True, slots=True)
class NoticeGiven(Fact):
    """«Объявление № 4». `to`: all, captains, judges, "team:vologda" or "contest:ski-men"; all is for the public too."""

    kind: ClassVar[str] = "notice.given"
    about: ClassVar[str] = "notice:{number}"
    free: ClassVar[tuple[str, ...]] = ("text",)
    number: int
    to: tuple[str, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class NoticeSeen(Fact):
    """`account` has read it."""

    kind: ClassVar[str] = "notice.seen"
    about: ClassVar[str] = "notice_seen:{number}:{account}"
    number: int
    account: str


@dataclass(frozen=True, slots=True)
class PlacesTaken(Fact):
    """The contest is closed by a paper: pairs (team, place) as they stand there; `photo`: its picture's digest."""

    kind: ClassVar[str] = "places.taken"
    about: ClassVar[str] = "places:{contest}"
    free: ClassVar[tuple[str, ...]] = ("document",)
    contest: str
    places: tuple[tuple[str, int], ...]
    photo: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class PaperPictured(Fact):
    """The protocol of the venue was photographed, for whoever compares results elsewhere; `photo`: its digest."""

    kind: ClassVar[str] = "paper.pictured"
    about: ClassVar[str] = "paper:{contest}:{part}"
    contest: str
    part: str
    photo: str


@dataclass(frozen=True, slots=True)
class ContestShortened(Fact):
    """A contest is held over less than was announced. `what`: «5 км вместо 10»."""

    kind: ClassVar[str] = "contest.shortened"
    about: ClassVar[str] = "shortened:{contest}"
    free: ClassVar[tuple[str, ...]] = ("what", "reason", "document")
    contest: str
    what: str = ""
    reason: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class ContestCancelled(Fact):
    """A contest is out of the standings. `counts`: of each standing that counts a best K, the K and N from now on."""

    kind: ClassVar[str] = "contest.cancelled"
    about: ClassVar[str] = "cancelled:{contest}"
    free: ClassVar[tuple[str, ...]] = ("reason", "document")
    contest: str
    counts: tuple[tuple[str, int, int], ...]
    reason: str = ""
    document: str = ""
