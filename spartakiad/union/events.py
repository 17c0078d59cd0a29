"""Events of the union (Собрание, секции, конференции, обмены, фестивали) as its annual report tells them."""

from typing import Literal, Self

from pydantic import model_validator

from spartakiad.union.facts import CitySlug, Count, Frozen, GamesSlug, Quoted, SectionSlug, Slug, Text, When

EventKind = Literal["assembly", "round_table", "spartakiad", "contest", "conference", "section", "exchange", "festival"]
"""`festival` is a line of the report's common list of festivals, exhibitions and contests."""


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


class Event(Quoted):
    """One event. `host`: the city that received it or, by video, was its centre or organiser.

    `cities` are those the report names as taking part, a speaker's city among them; `online` and `speaking` are some of
    them; `districts` took part and are not cities. `municipalities` and `participants` are the report's own numbers,
    which need not equal the list. `topics`: what was spoken of; `occasion`: what it was held in the frame of.
    """

    slug: Slug
    kind: EventKind
    title: Text
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
        if strangers := sorted({*self.online, *self.speaking, *speakers} - set(self.cities)):
            raise ValueError(f"online or speaking, but not in cities: {', '.join(strangers)}")
        if (self.kind == "section") != (self.section is not None):
            raise ValueError("a sitting of a section names its section, nothing else does")
        return self
