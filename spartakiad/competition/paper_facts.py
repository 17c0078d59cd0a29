"""Facts of what papers say about a Games and its contests: the cards that headers and signatures are taken from."""

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
    """Who signs for the whole Games, where to call, until when applications are taken: "2027-02-10T18:00" of Moscow."""

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
