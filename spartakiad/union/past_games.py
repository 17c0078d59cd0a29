"""Games of the past as their sources tell them: fragments, at times two accounts of one thing."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from spartakiad.union.facts import CitySlug, Fact, Frozen, Precision, Quoted, Slug, Text, When


class Account(Fact):
    """Cities that the sources name: `announced` before the Games, `applied` by the day of the source, `named` among
    the participants, or the list of those who `took_part`.
    """

    kind: Literal["announced", "applied", "named", "took_part"]
    cities: Annotated[tuple[CitySlug, ...], Field(min_length=1)]


class Figure(Fact):
    """A number by one source; of the delegation of `city` where it is given, else of the whole Games."""

    what: Literal["teams", "cities", "athletes", "participants", "sports", "contests", "venues"]
    count: Annotated[int, Field(gt=0)]
    kind: Precision = "exact"
    city: CitySlug | None = None


class Programme(Fact):
    """Lines of the programme; `complete` when the source gives all; `outside`: held, not in the overall standing."""

    complete: bool
    lines: tuple[Text, ...]
    outside: tuple[Text, ...] = ()


class Venue(Fact):
    """A venue; `town` where it lies outside the host city."""

    title: Text
    town: Text | None = None


class KnownPlace(Fact):
    """The place of a city in one contest."""

    city: CitySlug
    contest: Text
    place: Annotated[int, Field(gt=0)]


class Medals(Fact):
    """How many medals the athletes of a city won."""

    city: CitySlug
    gold: Annotated[int, Field(ge=0)]
    silver: Annotated[int, Field(ge=0)]
    bronze: Annotated[int, Field(ge=0)]


class OverallPlace(Frozen):
    """A place of the overall standing, shared where two rows have it; `points` where the source gives the total."""

    place: Annotated[int, Field(gt=0)]
    city: CitySlug
    points: int | None = None


class OverallStanding(Fact):
    """The places of the overall standing that are known, best first; as a rule the podium only."""

    rows: Annotated[tuple[OverallPlace, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _best_first(self) -> Self:
        if list(self.rows) != sorted(self.rows, key=lambda row: row.place):
            raise ValueError("places are not in order")
        return self


class Withdrawal(Quoted):
    """The city that was to be the host and withdrew; the Games moved to `hosts` of the Games."""

    city: CitySlug
    reason: Text


class PastGames(Fact):
    """One Spartakiad. `number` is Roman; `hosts` are empty where no source names one, two where two cities shared it.

    `other_dates` are what another source says (days of arrival and departure, a plan). Of two groups of one kind
    (teams, figures) each is the account of its own sources.
    """

    slug: Slug
    title: Text
    series: Literal["summer", "winter", "winter_sports"]
    number: Annotated[str, StringConstraints(pattern=r"^[IVXLC]+$")]
    state: Literal["closed", "cancelled"]
    inferred: tuple[Literal["series", "number", "year", "state"], ...] = ()
    hosts: tuple[CitySlug, ...] = ()
    when: When
    other_dates: tuple[When, ...] = ()
    withdrawal: Withdrawal | None = None
    teams: tuple[Account, ...] = ()
    figures: tuple[Figure, ...] = ()
    programme: Programme | None = None
    venues: tuple[Venue, ...] = ()
    standing: OverallStanding | None = None
    places: tuple[KnownPlace, ...] = ()
    medals: tuple[Medals, ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _host_did_not_withdraw(self) -> Self:
        if self.withdrawal and self.withdrawal.city in self.hosts:
            raise ValueError("the city that withdrew is a host")
        return self
