"""Facts of a Games: what has happened, as frozen values. Athletes are numbers here; names never enter a fact.

Fields named in `free` are free text: they lie beside the fact and only their salted hash is in the chain.
An `entrant` is an athlete's number within the Games ("17") or, where teams compete, the team's slug ("vologda").
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from spartakiad.store.journal import Line


@dataclass(frozen=True, slots=True)
class Fact:
    kind: ClassVar[str]
    about: ClassVar[str]
    free: ClassVar[tuple[str, ...]] = ()

    @property
    def subject(self) -> str:
        """What the fact is about; its versions are counted per subject."""
        return self.about.format_map({field.name: getattr(self, field.name) for field in fields(self)})

    def line(self, version: int) -> Line:
        values: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(self)}
        texts = {name: values.pop(name) for name in self.free}
        return Line(self.kind, self.subject, version, values, {name: text for name, text in texts.items() if text})


@dataclass(frozen=True, slots=True)
class GamesStated(Fact):
    """`who` decided, by which `document`: of a closed Games that goes on."""

    kind: ClassVar[str] = "games.stated"
    about: ClassVar[str] = "games"
    free: ClassVar[tuple[str, ...]] = ("reason", "who", "document")
    state: str
    public_from: str
    reason: str = ""
    who: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class RegulationAdopted(Fact):
    """`document` is the regulation in the engine's own shape, inlined: a Games keeps the copy it was held under."""

    kind: ClassVar[str] = "regulation.adopted"
    about: ClassVar[str] = "regulation"
    free: ClassVar[tuple[str, ...]] = ("reason",)
    document: Mapping[str, Any]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TeamJoined(Fact):
    """`cities`: of a joint team, pairs (slug, title), the first one first; it is the `city` then."""

    kind: ClassVar[str] = "team.joined"
    about: ClassVar[str] = "team:{team}"
    team: str
    title: str
    city: str
    cities: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class VenueNamed(Fact):
    """`person` answers for the venue; he and his telephone are for the staff only and can be erased."""

    kind: ClassVar[str] = "venue.named"
    about: ClassVar[str] = "venue:{venue}"
    free: ClassVar[tuple[str, ...]] = ("person", "phone")
    venue: str
    title: str
    town: str
    address: str
    person: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ContestScheduled(Fact):
    """When and where a contest is held. `starts_at`: a moment of Moscow, "2027-02-18T11:00"; "" when it is put off."""

    kind: ClassVar[str] = "contest.scheduled"
    about: ClassVar[str] = "slot:{contest}"
    free: ClassVar[tuple[str, ...]] = ("reason",)
    contest: str
    starts_at: str
    minutes: int
    venue: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DelegationStated(Fact):
    kind: ClassVar[str] = "delegation.stated"
    about: ClassVar[str] = "delegation:{team}"
    free: ClassVar[tuple[str, ...]] = ("remark",)
    team: str
    state: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class AthleteJoined(Fact):
    """`person`: the number of the person's row; `shown`: he consented to publication; `city`: of a joint team, his."""

    kind: ClassVar[str] = "athlete.joined"
    about: ClassVar[str] = "athlete:{athlete}"
    free: ClassVar[tuple[str, ...]] = ("coach",)
    athlete: str
    team: str
    person: int
    shown: bool
    rank: str = ""
    coach: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class AthleteLeft(Fact):
    """Taken out of the application before any start list has him; the number is not given to anybody else."""

    kind: ClassVar[str] = "athlete.left"
    about: ClassVar[str] = "athlete:{athlete}"
    athlete: str


@dataclass(frozen=True, slots=True)
class AthleteShown(Fact):
    """Consent to publication was given or withdrawn."""

    kind: ClassVar[str] = "athlete.shown"
    about: ClassVar[str] = "athlete:{athlete}"
    athlete: str
    shown: bool


@dataclass(frozen=True, slots=True)
class EntryMade(Fact):
    """`role`: team (scores for it), reserve (waits until named), personal («лично»: ranked, scores nothing), guest
    («в/к»: not ranked). `part`: the one he starts in; made again, an entry moves there. `category`: of weight, if it is
    no part.
    """

    kind: ClassVar[str] = "entry.made"
    about: ClassVar[str] = "entry:{contest}:{entrant}"
    contest: str
    entrant: str
    team: str
    role: str
    part: str = "main"
    category: str = ""


@dataclass(frozen=True, slots=True)
class EntryWithdrawn(Fact):
    kind: ClassVar[str] = "entry.withdrawn"
    about: ClassVar[str] = "entry:{contest}:{entrant}"
    contest: str
    entrant: str


@dataclass(frozen=True, slots=True)
class AdmissionDecided(Fact):
    """`until`: a moment of Moscow, "2027-02-19T09:00". `barred`: contests of his that the admission does not cover.

    `lacks`: names of the documents that were not there, with blanks between: it may tell of his health and can be
    erased.
    """

    kind: ClassVar[str] = "admission.decided"
    about: ClassVar[str] = "admission:{athlete}"
    free: ClassVar[tuple[str, ...]] = ("reason", "lacks")
    athlete: str
    state: str
    until: str = ""
    clause: str = ""
    reason: str = ""
    lacks: str = ""
    barred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContestStated(Fact):
    """`revision` counts the official sheets of the contest: 0 before the first."""

    kind: ClassVar[str] = "contest.stated"
    about: ClassVar[str] = "contest:{contest}"
    free: ClassVar[tuple[str, ...]] = ("reason",)
    contest: str
    state: str
    revision: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PartStated(Fact):
    """How far one part of a contest is; what is said of the whole contest is said beside it."""

    kind: ClassVar[str] = "part.stated"
    about: ClassVar[str] = "part:{contest}:{part}"
    free: ClassVar[tuple[str, ...]] = ("reason",)
    contest: str
    part: str
    state: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MarkEntered(Fact):
    """`raw`: what the judge typed, to the letter; `value`: what was read, {"time": "40:33.2"} or {"place": 3}.

    `typed_by`: the judge who typed it, where somebody else brought it; "" where he did himself.
    """

    kind: ClassVar[str] = "mark.entered"
    about: ClassVar[str] = "mark:{contest}:{part}:{stage}:{entrant}"
    contest: str
    part: str
    stage: str
    entrant: str
    raw: str
    value: Mapping[str, Any]
    status: str
    typed_by: str = ""


@dataclass(frozen=True, slots=True)
class MarkChecked(Fact):
    """Another person compared the mark with the paper: `verdict` is confirmed or rejected."""

    kind: ClassVar[str] = "mark.checked"
    about: ClassVar[str] = "mark:{contest}:{part}:{stage}:{entrant}"
    free: ClassVar[tuple[str, ...]] = ("reason",)
    contest: str
    part: str
    stage: str
    entrant: str
    verdict: str
    reason: str = ""
