"""Facts about an application after its deadline: who came in for whom, who may be added, which paper was taken."""

from dataclasses import dataclass
from typing import ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class AthleteReplaced(Fact):
    """«Перезаявка (замена)»: the number and every start of it are another person's now, who is not admitted yet.

    `person`, `shown`, `rank`, `coach`, `city`: as in AthleteJoined; `allowed`: who allowed it.
    """

    kind: ClassVar[str] = "athlete.replaced"
    about: ClassVar[str] = "athlete:{athlete}"
    free: ClassVar[tuple[str, ...]] = ("reason", "allowed", "coach")
    athlete: str
    person: int
    shown: bool
    rank: str = ""
    reason: str = ""
    allowed: str = ""
    coach: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class PaperDated(Fact):
    """Until when a paper of an athlete holds, "2027-02-21", or "" for nothing; `seen`: the commission read it off.

    It may tell of his health and can be erased.
    """

    kind: ClassVar[str] = "paper.dated"
    about: ClassVar[str] = "papers:{athlete}"
    free: ClassVar[tuple[str, ...]] = ("ends",)
    athlete: str
    paper: str
    seen: bool
    ends: str = ""


@dataclass(frozen=True, slots=True)
class EntryScratched(Fact):
    """«Снят»: he stands in the start list and does not start; `who`: whoever said so.

    `athlete` is the team where teams compete, and `absence` says how it is away: "withdrew" or "no_show".
    """

    kind: ClassVar[str] = "entry.scratched"
    about: ClassVar[str] = "scratch:{contest}:{athlete}"
    free: ClassVar[tuple[str, ...]] = ("reason", "who")
    contest: str
    athlete: str
    reason: str = ""
    who: str = ""
    absence: str = ""


@dataclass(frozen=True, slots=True)
class ScratchTakenBack(Fact):
    """He starts after all; of a team, it does."""

    kind: ClassVar[str] = "entry.scratch_taken_back"
    about: ClassVar[str] = "scratch:{contest}:{athlete}"
    contest: str
    athlete: str


@dataclass(frozen=True, slots=True)
class ReserveNamed(Fact):
    """A reserve of a contest comes in for `athlete`, who waits in reserve since; `allowed`: who allowed it."""

    kind: ClassVar[str] = "reserve.named"
    about: ClassVar[str] = "reserve:{contest}:{athlete}"
    free: ClassVar[tuple[str, ...]] = ("reason", "allowed")
    contest: str
    athlete: str
    reserve: str
    reason: str = ""
    allowed: str = ""


@dataclass(frozen=True, slots=True)
class LateAllowed(Fact):
    """«Дозаявка»: a team may add to its application until a moment of Moscow, "2027-02-19T12:00"."""

    kind: ClassVar[str] = "delegation.late"
    about: ClassVar[str] = "late:{team}"
    free: ClassVar[tuple[str, ...]] = ("reason", "allowed")
    team: str
    until: str
    reason: str = ""
    allowed: str = ""


@dataclass(frozen=True, slots=True)
class LateRevoked(Fact):
    """The permission is taken back before its hour; whoever was added by it stays."""

    kind: ClassVar[str] = "delegation.late_revoked"
    about: ClassVar[str] = "late:{team}"
    free: ClassVar[tuple[str, ...]] = ("reason",)
    team: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PeopleForeseen(Fact):
    """«Предварительная заявка»: how many a team expects to bring, before its people are named; nobody: not said."""

    kind: ClassVar[str] = "delegation.foreseen"
    about: ClassVar[str] = "foreseen:{team}"
    team: str
    women: int
    men: int
    officials: int


@dataclass(frozen=True, slots=True)
class OriginalTaken(Fact):
    """The signed paper of this revision of the application is with the commission."""

    kind: ClassVar[str] = "original.taken"
    about: ClassVar[str] = "original:{team}"
    team: str
    revision: int


@dataclass(frozen=True, slots=True)
class TechnicalTaken(Fact):
    """The signed technical application of a team for a contest, of this revision, is with the secretariat."""

    kind: ClassVar[str] = "technical.taken"
    about: ClassVar[str] = "technical:{contest}:{team}"
    contest: str
    team: str
    revision: int


@dataclass(frozen=True, slots=True)
class LineupNamed(Fact):
    """Who competes for a team where teams do, in the order of the legs; nobody: it is not named any more.

    `reserves`: who is there in case one of them cannot.
    """

    kind: ClassVar[str] = "lineup.named"
    about: ClassVar[str] = "lineup:{contest}:{part}:{team}"
    contest: str
    part: str
    team: str
    athletes: tuple[str, ...]
    reserves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficialJoined(Fact):
    """Somebody comes with the team and does not compete. `official`: the number of his row, which alone names him."""

    kind: ClassVar[str] = "official.joined"
    about: ClassVar[str] = "official:{official}"
    official: int
    team: str
    post: str


@dataclass(frozen=True, slots=True)
class OfficialLeft(Fact):
    kind: ClassVar[str] = "official.left"
    about: ClassVar[str] = "official:{official}"
    official: int
