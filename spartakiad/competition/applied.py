"""What of a Games' state belongs to applications: teams, who is in them, who starts in what, who was admitted."""

from dataclasses import dataclass
from datetime import date, datetime

from spartakiad.words.dates import MOSCOW


@dataclass(frozen=True, slots=True)
class Filed:
    """An application as it was submitted: (number, person) of everybody; of every entry who, where, as what.

    `described`: (number, rank, coach, the fact his name was corrected by, city) of everybody; `officials`: whoever
    comes along.
    """

    revision: int
    people: frozenset[tuple[str, int]] = frozenset()
    entries: frozenset[tuple[str, str, str, str, str]] = frozenset()
    described: frozenset[tuple[str, str, str, int, str]] = frozenset()
    officials: frozenset["OfficialPerson"] = frozenset()


@dataclass(frozen=True, slots=True)
class Late:
    """Until when, a moment of Moscow, and why a team may still add to its application; who allowed it.

    `revoked`: taken back before its hour, `why`.
    """

    until: str
    reason: str
    allowed: str
    revoked: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Replacement:
    """Whose number it was and whose it is since: numbers of persons."""

    athlete: str
    team: str
    was: int
    now: int
    reason: str
    allowed: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CameIn:
    """A reserve of a contest who came in for `athlete`."""

    contest: str
    athlete: str
    reserve: str
    reason: str
    allowed: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Scratch:
    """Why somebody of a start list does not start, who said so; `by`, `basis`: who wrote it, and how he knows.

    `absence`: how a team is away, as in EntryScratched.
    """

    reason: str
    who: str
    at: datetime
    by: str
    basis: str = ""
    absence: str = ""


@dataclass(frozen=True, slots=True)
class TechnicalLine:
    """A line of a technical application. `how`: a role, or "leg", "bench" of the line-up; `turn`: of the team's own,
    or the leg; `away`: how he or the team was scratched, "" where neither was.
    """

    entrant: str
    person: int
    part: str
    how: str
    category: str = ""
    turn: str = ""
    away: str = ""


@dataclass(frozen=True, slots=True)
class TechnicalPaper:
    revision: int
    lines: frozenset[TechnicalLine]


@dataclass(frozen=True, slots=True)
class Former:
    """Whoever had a number and has it no longer: replaced, or taken out of the application.

    `first`, `last`: numbers of the facts between which it was his, both of them about him too.
    """

    athlete: str
    team: str
    person: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Foreseen:
    """How many a team said it would bring before it named anybody."""

    women: int
    men: int
    officials: int


@dataclass(frozen=True, slots=True)
class Team:
    """`by`, `basis`: who moved the application last, and how he knows where it is not his own; so below too.

    `filed`: as it was submitted last; `original`: that of which the commission has the signed paper. `cities`: of a
    joint team, each with its title, the first one first. `were`: how it was called before. `foreseen`: as
    «предварительная заявка» says.
    """

    slug: str
    title: str
    city: str
    delegation: str = "draft"
    remark: str = ""
    changed_at: datetime | None = None
    by: str = ""
    basis: str = ""
    filed: Filed | None = None
    original: Filed | None = None
    late: Late | None = None
    cities: tuple[tuple[str, str], ...] = ()
    were: tuple[str, ...] = ()
    foreseen: Foreseen | None = None


@dataclass(frozen=True, slots=True)
class OfficialPerson:
    """Whoever comes with a team and does not compete, by the number of his row; `since`: the fact he came by."""

    number: int
    team: str
    post: str
    since: int


@dataclass(frozen=True, slots=True)
class PaperEnd:
    """Until when a paper holds, as the commission has seen it or a captain has said."""

    paper: str
    ends: date | None = None
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Athlete:
    """`rank`, `coach`: those of these Games. `since`: the fact he came by; `late`: by which permission, if by one.

    `named`: the fact by which his name was corrected while the application could still change, or 0. `city`: his own,
    where his team is of several. `papers`: of which it is known until when they hold.
    """

    number: str
    team: str
    person: int
    shown: bool
    erased: bool = False
    rank: str = ""
    by: str = ""
    basis: str = ""
    since: int = 0
    coach: str = ""
    late: Late | None = None
    named: int = 0
    city: str = ""
    papers: tuple[PaperEnd, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    contest: str
    entrant: str
    team: str
    role: str
    part: str = "main"
    by: str = ""
    basis: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Admission:
    """`until`: a moment of Moscow as in the fact; `lacks`, `barred`: documents and contests as there."""

    state: str
    until: str = ""
    clause: str = ""
    reason: str = ""
    lacks: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()

    def lapsed(self, at: datetime) -> bool:
        """A condition whose hour has passed and that nobody has decided since; he stays in until somebody does."""
        return self.state == "until" and passed(self.until, at)


def passed(moment: str, at: datetime) -> bool:
    """Whether a moment of Moscow, "2027-02-19T09:00", is over."""
    return datetime.fromisoformat(moment).replace(tzinfo=MOSCOW) <= at
