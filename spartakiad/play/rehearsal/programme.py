"""What a rehearsal holds: contests of four formats, their hours, the regulation that the form of new Games makes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from spartakiad.games.catalogue import presets, sports
from spartakiad.games.drafting import blank, with_sport

SPORTS = ("ski", "darts", "chess", "hockey")
PRESET = "n-down"


@dataclass(frozen=True, slots=True)
class Contest:
    """`kind`: time, score, place or match. `seats`: who of a team starts, () where teams do.

    `at`: the minute of the rehearsal at which it starts; `minutes`: how long its judges type.
    """

    id: str
    title: str
    kind: str
    seats: tuple[int, ...]
    at: int
    minutes: int


CONTESTS = (
    Contest("chess", "Шахматы", "place", (), 180, 20),
    Contest("ski-women", "Лыжные гонки, женщины", "time", (0, 1, 2, 3), 210, 50),
    Contest("hockey", "Хоккей", "match", (), 240, 180),
    Contest("ski-men", "Лыжные гонки, мужчины", "time", (4, 5, 6, 7), 300, 70),
    Contest("darts", "Дартс", "score", (2, 3, 4, 5), 390, 60),
)


def regulation(title: str, on: date) -> Mapping[str, Any]:
    """As the form of new Games puts it together: sports in the order of their titles."""
    document = blank(title, presets()[PRESET])
    for sport in (one for one in sports().values() if one.id in SPORTS):
        document = with_sport(document, sport, on)
    return document
