"""The state of a Games: what its facts add up to. Frozen; `apply` makes the next one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from spartakiad.competition.applied import (
    Admission,
    Athlete,
    CameIn,
    Entry,
    Former,
    OfficialPerson,
    Replacement,
    Scratch,
    Team,
    TechnicalPaper,
    passed,
)
from spartakiad.competition.cards import Card, Described, GamesCard
from spartakiad.competition.draws import Drawn, Sealed
from spartakiad.competition.freezing import Freeze, Reveal
from spartakiad.competition.meetings import Meeting
from spartakiad.competition.origins import FileRead, Origin
from spartakiad.competition.plans import Plan
from spartakiad.competition.records import Held, Noted
from spartakiad.competition.sheets import Sheet
from spartakiad.competition.signed import (
    Cancelled,
    Cup,
    CupDecision,
    Notice,
    Pictured,
    Protest,
    Resumed,
    Shortened,
    Signed,
    Taken,
)
from spartakiad.competition.weights import Weighing

MarkKey = tuple[str, str, str, str]  # contest, part, stage, entrant
EntryKey = tuple[str, str]  # contest, entrant
LineupKey = tuple[str, str, str]  # contest, part, team
PartKey = tuple[str, str]  # contest, part


@dataclass(frozen=True, slots=True)
class Venue:
    slug: str
    title: str
    town: str
    address: str
    person: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """When and where a contest is held: `starts_at` None when it was put off.

    `was`: moments it had before, `left`: venues, never what was only planned; `changes`: how often it was moved.
    """

    starts_at: datetime | None
    minutes: int
    venue: str
    reason: str = ""
    was: tuple[datetime, ...] = ()
    changes: int = 0
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contest:
    state: str = "planned"
    revision: int = 0
    reason: str = ""
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class StartList:
    """`heats`: heat and lane of an entrant; otherwise as in StartsListed."""

    contest: str
    part: str
    stage: str
    unit: str
    starts: tuple[tuple[str, str], ...]
    delay: int = 0
    offsets: Mapping[str, int] = field(default_factory=dict)
    heats: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    turn: int = 0
    court: str = ""
    fed: bool = False
    without: tuple[str, ...] = ()

    @property
    def bibs(self) -> Mapping[str, str]:
        return dict(self.starts)


@dataclass(frozen=True, slots=True)
class Mark:
    """`check` is "" until another person confirmed or rejected the mark as it stands in `version`.

    `origin`: the row of a file that it was read in, or None where it was typed.
    `key`: of the command that entered it; `typed_by`: the judge who typed it, where somebody else brought it.
    `device`: the session that it came from. `corrected`: after the result had been posted, `reason` says why.
    """

    raw: str
    value: Mapping[str, Any]
    status: str
    version: int
    number: int
    entered_by: str
    entered_at: datetime
    check: str = ""
    checked_by: str = ""
    reason: str = ""
    basis: str = ""
    checked_basis: str = ""
    origin: Origin | None = None
    key: str = ""
    typed_by: str = ""
    device: str = ""
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class State:
    number: int = 0
    state: str = "draft"
    reason: str = ""
    public_from: str = "entered"
    regulation: Mapping[str, Any] = field(default_factory=dict)
    regulation_version: int = 0
    regulation_reason: str = ""
    teams: Mapping[str, Team] = field(default_factory=dict)
    venues: Mapping[str, Venue] = field(default_factory=dict)
    slots: Mapping[str, Slot] = field(default_factory=dict)
    athletes: Mapping[str, Athlete] = field(default_factory=dict)
    lineups: Mapping[LineupKey, tuple[str, ...]] = field(default_factory=dict)
    benches: Mapping[LineupKey, tuple[str, ...]] = field(default_factory=dict)
    replacements: tuple[Replacement, ...] = ()
    came_in: tuple[CameIn, ...] = ()
    scratches: Mapping[EntryKey, Scratch] = field(default_factory=dict)
    technicals: Mapping[EntryKey, TechnicalPaper] = field(default_factory=dict)
    former: tuple[Former, ...] = ()
    officials: Mapping[int, OfficialPerson] = field(default_factory=dict)
    entries: Mapping[EntryKey, Entry] = field(default_factory=dict)
    weighings: Mapping[EntryKey, tuple[Weighing, ...]] = field(default_factory=dict)
    admissions: Mapping[str, Admission] = field(default_factory=dict)
    starts: Mapping[str, StartList] = field(default_factory=dict)
    pools: Mapping[PartKey, Mapping[str, str]] = field(default_factory=dict)
    brackets: Mapping[PartKey, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    plans: Mapping[PartKey, Plan] = field(default_factory=dict)
    seals: Mapping[PartKey, Sealed] = field(default_factory=dict)
    draws: Mapping[PartKey, Drawn] = field(default_factory=dict)
    seedings: Mapping[PartKey, Mapping[str, int]] = field(default_factory=dict)
    turns: Mapping[LineupKey, tuple[str, ...]] = field(default_factory=dict)
    contests: Mapping[str, Contest] = field(default_factory=dict)
    parts: Mapping[PartKey, Contest] = field(default_factory=dict)
    marks: Mapping[MarkKey, Mark] = field(default_factory=dict)
    files: tuple[FileRead, ...] = ()
    held: Mapping[str, Held] = field(default_factory=dict)
    finish: Mapping[str, Noted] = field(default_factory=dict)
    undone: int = 0
    cup: Cup | None = None
    cup_decision: CupDecision | None = None
    cups_before: tuple[Cup, ...] = ()
    resumed: tuple[Resumed, ...] = ()
    described: Described | None = None
    were: tuple[Described, ...] = ()
    card: GamesCard = field(default_factory=GamesCard)
    cards: Mapping[str, Card] = field(default_factory=dict)
    pictured: Mapping[PartKey, tuple[Pictured, ...]] = field(default_factory=dict)
    taken: Mapping[str, Taken] = field(default_factory=dict)
    cancelled: Mapping[str, Cancelled] = field(default_factory=dict)
    shortened: Mapping[str, Shortened] = field(default_factory=dict)
    protests: Mapping[int, Protest] = field(default_factory=dict)
    decisions: Mapping[int, Signed] = field(default_factory=dict)
    meetings: Mapping[int, Meeting] = field(default_factory=dict)
    notices: Mapping[int, Notice] = field(default_factory=dict)
    freeze: Freeze | None = None
    reveal: Reveal | None = None
    key: str = ""
    sheets: Mapping[int, Sheet] = field(default_factory=dict)
    versions: Mapping[str, int] = field(default_factory=dict)

    def next_version(self, subject: str) -> int:
        return self.versions.get(subject, 0) + 1

    def admission(self, athlete: str) -> Admission:
        return self.admissions.get(athlete, _PENDING)

    def is_admitted(self, athlete: str, contest: str) -> bool:
        found = self.admission(athlete)
        return found.state in ("admitted", "until") and contest not in found.barred

    def takes_late(self, team: str, at: datetime) -> bool:
        """Whether a team may add to its application: until the deadline, afterwards by permission."""
        if self.in_time(at):
            return True
        late = self.teams[team].late
        return self.state in _ADDING and late is not None and not (late.revoked or passed(late.until, at))

    def in_time(self, at: datetime) -> bool:
        """Whether the deadline of the application is not over."""
        until = self.card.entries_until
        return self.state == "entries_open" and not (until and passed(until, at))

    def athletes_of(self, team: str) -> list[Athlete]:
        return [athlete for athlete in self.athletes.values() if athlete.team == team]

    def entries_of(self, contest: str) -> list[Entry]:
        return [entry for entry in self.entries.values() if entry.contest == contest]

    def how_far(self, contest: str, part: str = "main") -> Contest:
        """A part goes its own way while its contest is on the way; what closes the contest closes all its parts."""
        whole, own = self.contests[contest], self.parts.get((contest, part), Contest())
        return own if part != "main" and whole.state in (*_ON_THE_WAY, own.state) else whole

    def protested(self, contest: str) -> bool:
        """Whether a protest about the contest waits for its decision."""
        return any(one.contest == contest and not one.verdict for one in self.protests.values())

    def flags(self, contest: str) -> tuple[str, ...]:
        """What stands beside the state of a contest: put off without a new moment, held over less than announced."""
        slot, held = self.slots.get(contest), self.contests[contest].state in ("planned", "start_list", "under_way")
        put_off = held and slot is not None and slot.starts_at is None
        return (*(["postponed"] if put_off else []), *(["shortened"] if contest in self.shortened else []))

    def upheld(self, contest: str) -> list[int]:
        """Protests that were upheld against the official result which stands, and wait for their effect."""
        standing = self.contests[contest]
        told = [one for one in self.protests.values() if one.contest == contest and one.verdict == "upheld"]
        return [one.number for one in told if standing.state == "official" and one.revision == standing.revision]

    def marks_of(self, contest: str) -> dict[MarkKey, Mark]:
        return {key: mark for key, mark in self.marks.items() if key[0] == contest}


_ADDING = ("entries_open", "entries_closed", "under_way")
_PENDING = Admission("pending")
_ON_THE_WAY = ("planned", "start_list", "under_way")
