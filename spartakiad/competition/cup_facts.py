"""Facts of the challenge cup: equals told apart, the winner confirmed, the cup handed over."""

from dataclasses import dataclass
from typing import ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class CupDecided(Fact):
    """Of the teams that share the first place, `among`, the organisers or a lot (`how`) named one."""

    kind: ClassVar[str] = "cup.decided"
    about: ClassVar[str] = "cup.decided"
    free: ClassVar[tuple[str, ...]] = ("jury", "document")
    team: str
    among: tuple[str, ...]
    how: str
    jury: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class CupConfirmed(Fact):
    """The chief judge of the Games confirmed the winner, naming the chair of the organisers and the document.

    `reserved`: something was still open and he knew it. `reason`: why another one was named than before.
    """

    kind: ClassVar[str] = "cup.confirmed"
    about: ClassVar[str] = "cup"
    free: ClassVar[tuple[str, ...]] = ("chair", "document", "reason")
    team: str
    chair: str
    document: str
    reserved: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CupHandedOver(Fact):
    """`on_day`: "2026-02-22"; `receiver` took it from `giver`."""

    kind: ClassVar[str] = "cup.handed_over"
    about: ClassVar[str] = "cup.handed_over"
    free: ClassVar[tuple[str, ...]] = ("giver", "receiver")
    team: str
    on_day: str
    giver: str = ""
    receiver: str = ""
