"""Cards: what stands in the header and under a protocol. A field that nobody filled in is "" and prints a line."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Signatory:
    name: str = ""
    category: str = ""
    city: str = ""


NOBODY = Signatory()


@dataclass(frozen=True, slots=True)
class Card:
    """Of one contest. `started` and `ended` as written, "10:05"; `judges`: how many, 0 where nobody said."""

    style: str = ""
    distance: str = ""
    track: str = ""
    weather: str = ""
    start_kind: str = ""
    started: str = ""
    ended: str = ""
    judges: int = 0
    chief: Signatory = NOBODY
    secretary: Signatory = NOBODY


@dataclass(frozen=True, slots=True)
class Described:
    """What a Games is called and when it is held."""

    title: str
    season: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class GamesCard:
    """Of the Games. `entries_until`: a moment of Moscow, "2027-02-10T18:00", or ""; the rest as in GamesCardFilled."""

    entries_until: str = ""
    chair: str = ""
    chief: Signatory = NOBODY
    secretary: Signatory = NOBODY
    phone: str = ""
    protest_minutes: int = 0


NO_CARD = Card()


def protests_until(posted: datetime, card: GamesCard) -> datetime | None:
    """The last moment for a protest about what was posted then; None where nobody said how long."""
    return posted + timedelta(minutes=card.protest_minutes) if card.protest_minutes else None
