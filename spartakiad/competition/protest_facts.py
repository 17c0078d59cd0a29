"""Facts of protests: filed on paper at an hour that counts, decided by the chief judge with the jury named."""

from dataclasses import dataclass
from typing import ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class ProtestFiled(Fact):
    """`received`: when the paper was handed in, a moment of Moscow, "2027-02-18T12:40".

    `claim`, `entrant`, `raw`: what it asks for, as in Claim. `fee`: what was paid with it, as the paper says, or "".
    """

    kind: ClassVar[str] = "protest.filed"
    about: ClassVar[str] = "protest:{number}"
    free: ClassVar[tuple[str, ...]] = ("text",)
    number: int
    contest: str
    team: str
    received: str
    clause: str
    text: str = ""
    claim: str = ""
    entrant: str = ""
    raw: str = ""
    fee: str = ""


@dataclass(frozen=True, slots=True)
class ProtestDecided(Fact):
    """`verdict`: upheld, rejected or withdrawn; `jury`: who decided, by name; `effect` and the rest as in Claim."""

    kind: ClassVar[str] = "protest.decided"
    about: ClassVar[str] = "protest:{number}"
    free: ClassVar[tuple[str, ...]] = ("reason", "jury")
    number: int
    verdict: str
    reason: str = ""
    jury: str = ""
    effect: str = ""
    entrant: str = ""
    raw: str = ""
