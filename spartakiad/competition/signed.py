"""What of a Games' state was signed by somebody: papers, protests, notices, the cup."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Taken:
    """Places of a contest that were taken from a paper; `photo`: the digest of its picture."""

    places: Mapping[str, int]
    document: str
    photo: str


@dataclass(frozen=True, slots=True)
class Pictured:
    """A photograph of a venue's protocol, by its digest."""

    photo: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Cancelled:
    """`counts` as in ContestCancelled."""

    counts: tuple[tuple[str, int, int], ...]
    reason: str
    document: str


@dataclass(frozen=True, slots=True)
class Shortened:
    """`what` as in ContestShortened."""

    what: str
    reason: str
    document: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What is to become of an entrant's result, or of a match.

    `kind`: value – it becomes `raw`; out – disqualified, the others move up; vacate – the place stays empty; annul –
    the match, or all matches of the team, are void; "" – nobody said.
    """

    kind: str = ""
    entrant: str = ""
    raw: str = ""


NO_CLAIM = Claim()


@dataclass(frozen=True, slots=True)
class Protest:
    """`verdict` is "" until it is decided; `revision`: of the contest's result when it was.

    `claim`: what is asked for, `effect`: what was decided; `posted`: when the result was, if it had been by then.
    """

    number: int
    contest: str
    team: str
    received: datetime
    clause: str
    text: str
    verdict: str = ""
    reason: str = ""
    jury: str = ""
    revision: int = 0
    claim: Claim = NO_CLAIM
    effect: Claim = NO_CLAIM
    posted: datetime | None = None
    fee: str = ""


@dataclass(frozen=True, slots=True)
class Grounds:
    """Who took the decision and by which document, and why; `protest`: that it follows from, or 0."""

    jury: str
    document: str
    reason: str = ""
    protest: int = 0


@dataclass(frozen=True, slots=True)
class Signed:
    """Fields as in DecisionSigned; `lifted`: why it holds no longer, once somebody said so."""

    number: int
    what: str
    contest: str
    standing: str
    order: tuple[tuple[str, ...], ...]
    among: str
    entrant: str
    unit: str
    points: str
    document: str
    protest: int
    reason: str
    jury: str
    at: datetime
    lifted: str = ""

    @property
    def said(self) -> tuple[object, ...]:
        """What it decides, whoever signed it."""
        return (self.what, self.contest, self.standing, self.order, self.entrant, self.unit, self.points)


@dataclass(frozen=True, slots=True)
class Notice:
    """`to` as in NoticeGiven; `seen`: when each account read it."""

    number: int
    to: tuple[str, ...]
    text: str
    at: datetime
    seen: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CupDecision:
    """Fields as in CupDecided."""

    team: str
    among: tuple[str, ...]
    how: str
    jury: str
    document: str


@dataclass(frozen=True, slots=True)
class Handing:
    """`on_day`: an ISO date."""

    on_day: str
    giver: str
    receiver: str


@dataclass(frozen=True, slots=True)
class Cup:
    """`reserved`, `reason` as in CupConfirmed; `handed` once it was handed over; `revised`: another had it before."""

    team: str
    chair: str
    document: str
    at: datetime
    reserved: bool = False
    reason: str = ""
    handed: Handing | None = None
    revised: bool = False


@dataclass(frozen=True, slots=True)
class Resumed:
    """A closed Games went on: why, who decided, by which document, when."""

    reason: str
    who: str
    document: str
    at: datetime
