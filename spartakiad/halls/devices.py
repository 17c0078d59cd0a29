"""Devices that judges of a Games work with: who holds each, when it was last here, what it has not sent."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from spartakiad.accounts.queries import AccountRow, Device
from spartakiad.accounts.roles import JUDGING, Held
from spartakiad.competition.programme import lines
from spartakiad.competition.state import State, Venue
from spartakiad.halls.days import held_in

SILENCE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """`venue`: of the card it came in by, None of an invitation; `contests`: titles of what it enters results for."""

    name: str
    phone: str
    device: Device
    venue: Venue | None
    contests: tuple[str, ...]

    def silent(self, at: datetime) -> bool:
        """Whether what it holds is worth a telephone call."""
        late = at - self.device.last_contact > SILENCE
        return self.device.unsent > 0 and (late or self.device.ended is not None)


def devices(rows: Iterable[AccountRow], games: str, state: State, at: datetime) -> list[DeviceRow]:
    """Those that hold something back first, then by name."""
    titles = {line.id: line.title for line in lines(state)}
    found = [one for row in rows for one in _of(row, games, state, titles)]
    return sorted(found, key=lambda one: (not one.silent(at), one.device.ended is not None, one.name))


def with_halls(rows: Sequence[AccountRow], games: str, state: State) -> list[AccountRow]:
    """Whoever came in by a card of this Games holds what its hall gives him while he is in."""
    return [replace(row, roles=(*row.roles, *_of_halls(row, games, state))) for row in rows]


def _of_halls(row: AccountRow, games: str, state: State) -> Iterator[Held]:
    halls = dict.fromkeys(one.hall for one in row.devices if one.hall and one.hall.games == games)
    return (held for hall in halls for held in held_in(state, hall))


def _of(row: AccountRow, games: str, state: State, titles: dict[str, str]) -> Iterator[DeviceRow]:
    invited = [held for held in row.roles if held.games == games and held.role in JUDGING]
    for device in row.visits:
        if device.hall is None and invited:
            mine = titles if any(not held.contest for held in invited) else {held.contest for held in invited}
            yield DeviceRow(row.name, row.phone, device, None, tuple(titles[one] for one in titles if one in mine))
        elif device.hall and device.hall.games == games:
            mine = {held.contest for held in held_in(state, device.hall)}
            named = tuple(titles[one] for one in titles if one in mine)
            yield DeviceRow(row.name, row.phone, device, state.venues.get(device.hall.venue), named)
