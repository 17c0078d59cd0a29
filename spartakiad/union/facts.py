"""Facts of the union as the files of `fixtures/union` hold them: frozen, checked while they are read.

Every fact names its sources. An absent field is unknown and stays so; a field named in `inferred` is stated by no
source and follows from others. Texts are Russian, in the words of the source.
"""

import datetime
from collections.abc import Callable
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, model_validator


def _known(noun: str) -> Callable[[str, ValidationInfo], str]:
    """A check that a slug is one of `context[noun]`; facts made without a context are not checked."""

    def check(slug: str, info: ValidationInfo) -> str:
        if info.context is not None and slug not in info.context[noun]:
            raise ValueError(f"no {noun} has the slug {slug!r}")
        return slug

    return check


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
SourceSlug = Annotated[str, AfterValidator(_known("source"))]
CitySlug = Annotated[str, AfterValidator(_known("city"))]
SectionSlug = Annotated[str, AfterValidator(_known("section"))]
SeriesSlug = Annotated[str, AfterValidator(_known("series"))]
GamesSlug = Annotated[str, AfterValidator(_known("games"))]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Frozen(BaseModel):
    """What the files hold: never changed after reading, and no key that is not known here."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Fact(Frozen):
    """Something that at least one source states."""

    sources: Annotated[tuple[SourceSlug, ...], Field(min_length=1)]


class Source(Frozen):
    """What the facts are taken from; `url` is absent for a document that is not on the web."""

    slug: Slug
    title: Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None


class City(Frozen):
    """A city with the forms its name needs: `of` genitive «Вологды», `where` prepositional «в Вологде» (key `in`).

    Latitude and longitude are degrees north and east of the centre. `member` is true where the report counts the city
    among those of the union, None where nothing is known.
    """

    slug: Slug
    title: Text
    of: Text
    where: Annotated[Text, Field(alias="in")]
    region: Text
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    member: bool | None = None


class When(Frozen):
    """A date as precisely as it is known: days, or a month, or a year, or only what the source `says`.

    `within`: it took place on some day of start…end. `sources` are given where they differ from those of the fact.
    """

    year: int | None = None
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None
    within: bool = False
    says: Text | None = None
    sources: tuple[SourceSlug, ...] = ()

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if self.year is None and (self.says is None or self.month or self.start or self.end):
            raise ValueError("without a year only the words of the source can stand (says)")
        if self.month and self.start:
            raise ValueError("either a month or days")
        if self.start and self.start.year != self.year:
            raise ValueError("start lies in another year")
        if self.end and (self.start is None or self.end < self.start):
            raise ValueError("end without an earlier start")
        if self.within and not self.end:
            raise ValueError("within needs both start and end")
        return self

    @property
    def exact(self) -> bool:
        """Whether the first and the last day are both known."""
        return self.end is not None and not self.within

    @property
    def span(self) -> tuple[datetime.date, datetime.date] | None:
        """First and last day between which it lies, both included; None without a year.

        A start without an end gives that one day: how long it lasted is unknown.
        """
        if self.start is not None:
            return self.start, self.end or self.start
        if self.year is None:
            return None
        first = datetime.date(self.year, self.month or 1, 1)
        after_last_month = self.month or 12
        next_first = datetime.date(self.year + after_last_month // 12, after_last_month % 12 + 1, 1)
        return first, next_first - datetime.timedelta(days=1)


Precision = Literal["exact", "about", "more"]


class Count(Frozen):
    """How many: exactly, about, or more than `count`; `who` is counted, in the genitive plural («спортсменов»)."""

    count: Annotated[int, Field(gt=0)]
    kind: Precision = "exact"
    who: Text


class Quoted(Fact):
    """A fact with the paragraphs of its source, verbatim but for white space."""

    quote: Annotated[tuple[Text, ...], Field(min_length=1)]


class Officer(Fact):
    """A person of the union with the post in the words of the source."""

    name: Text
    post: Text


class Section(Fact):
    """A section (секция) of the union."""

    slug: Slug
    title: Text


class Series(Frozen):
    """What is held again and again under one name."""

    slug: Slug
    title: Text


class Mandate(Quoted):
    """The year in which the powers of the elected bodies end."""

    year: int


class Partners(Quoted):
    """Organisations: in whose events the union took part, its reliable partners, those it hopes to win."""

    took_part: tuple[Text, ...]
    partner: tuple[Text, ...]
    expected: tuple[Text, ...]


class Union(Fact):
    """The union itself; `of` is the genitive of its full title."""

    title: Text
    of: Text
    short: Text
    people: tuple[Officer, ...]
    sections: tuple[Section, ...]
    mandate: Mandate
    partners: Partners


class Holding(Quoted):
    """The city to which the challenge cup was handed over after the Games."""

    games: GamesSlug
    city: CitySlug
