"""What stands on the picture of a Games that messengers show beside a link to it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shared:
    """`where`: after the title, host and dates; `rows` are place, team and total; `told` says what they rest on."""

    title: str
    where: str
    demo: bool
    leading: str
    rows: Sequence[tuple[str, str, str]]
    told: str
