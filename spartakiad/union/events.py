"""Events of the union (Собрание, секции, конференции, обмены, фестивали) as its annual report tells them."""

import datetime
from typing import Literal, Self

from pydantic import model_validator

from spartakiad.union.facts import (
    CitySlug,
    Count,
    Fact,
    Frozen,
    GamesSlug,
    SectionSlug,
    SeriesSlug,
    Slug,
    SourceSlug,
    Text,
    When,
)

EventKind = Literal[
    "assembly",
    "forum",
    "round_table",
    "spartakiad",
    "contest",
    "conference",
    "section",
    "exchange",
    "festival",
    "partner",
]
"""`festival` is a line of the report's common list of festivals, exhibitions and contests."""

EventState = Literal["planned", "moved", "withdrawn", "held", "cancelled"]


class Participant(Frozen):
    """A person the report names; `post` in its words, `city` the one the person came from."""

    name: Text
    role: Literal["moderator", "speaker", "presenter", "awarded"]
    post: Text | None = None
    city: CitySlug | None = None


class Outcome(Frozen):
    """What came out of an event: a decision, an intention, an award, or a city that withdrew later."""

    kind: Literal["decision", "intention", "award", "withdrawal"]
    text: Text
    cities: tuple[CitySlug, ...] = ()
    games: GamesSlug | None = None


class Step(Frozen):
    """What became of an event; `host` and `when` as they stood from then on. `sources`: where they differ."""

    state: EventState
    host: CitySlug | None = None
    when: When | None = None
    said: datetime.date | None = None
    reason: Text | None = None
    sources: tuple[SourceSlug, ...] = ()


class Event(Fact):
    """One event. `host`: the city that received it or, by video, was its centre or organiser.

    `cities` are those the report names as taking part, a speaker's city among them; `online` and `speaking` are some of
    them; `districts` took part and are not cities. `municipalities` and `participants` are the report's own numbers,
    which need not equal the list. `topics`: what was spoken of; `occasion`: what it was held in the frame of.

    `series` and `edition`: what it is held as one of, and its number there. `quote`: as in Quoted, where a source of
    record tells of it. `history`: what became of it, where a source tells more than that it was held.
    """

    slug: Slug
    kind: EventKind
    title: Text
    quote: tuple[Text, ...] = ()
    series: SeriesSlug | None = None
    edition: int | None = None
    place: Text | None = None
    history: tuple[Step, ...] = ()
    when: When
    host: CitySlug | None = None
    format: Literal["in_person", "video", "mixed"] | None = None
    inferred: tuple[Literal["host"], ...] = ()
    section: SectionSlug | None = None
    games: GamesSlug | None = None
    occasion: Text | None = None
    theme: Text | None = None
    topics: tuple[Text, ...] = ()
    organisers: tuple[Text, ...] = ()
    audience: Text | None = None
    participants: Count | None = None
    municipalities: Count | None = None
    cities: tuple[CitySlug, ...] = ()
    online: tuple[CitySlug, ...] = ()
    outside: tuple[CitySlug, ...] = ()
    speaking: tuple[CitySlug, ...] = ()
    districts: tuple[Text, ...] = ()
    experts: tuple[Text, ...] = ()
    people: tuple[Participant, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if len(set(self.cities)) != len(self.cities):
            raise ValueError("a city stands twice in cities")
        speakers = {person.city for person in self.people if person.role in ("moderator", "speaker") and person.city}
        if strangers := sorted({*self.online, *self.outside, *self.speaking, *speakers} - set(self.cities)):
            raise ValueError(f"online or speaking, but not in cities: {', '.join(strangers)}")
        if (self.kind == "section") != (self.section is not None):
            raise ValueError("a sitting of a section names its section, nothing else does")
        if (self.edition is not None) and self.series is None:
            raise ValueError("a number of no series")
        return self

    @property
    def state(self) -> EventState:
        """What the last step says; without a history it was simply held."""
        return self.history[-1].state if self.history else "held"
