"""Slot: what a team gets for a contest in which it has no place, by the kind of its absence."""

import re
from dataclasses import dataclass

from scoring.numbers import Number
from scoring.rules.value import Size, ValueRule, size_of
from scoring.shape import OneOf, Table, key, number, table, text
from scoring.spot import Spot
from scoring.statuses import Absence

_PLACE = re.compile(r"(n|last)(?:\+([0-9]{1,3}))?")


@dataclass(frozen=True, slots=True)
class PlaceOfAbsence:
    """«N», «N+1», «last+1»: a place below the field, sent through the standing's value."""

    base: str
    plus: int

    def place(self, rule: ValueRule, size: Size, last: int) -> int:
        """At least the first: where nobody has a place, the place below the field is that."""
        return max((size_of(rule, size) if self.base == "n" else last) + self.plus, 1)

    def __str__(self) -> str:
        return f"{self.base}+{self.plus}" if self.plus else self.base


Worth = Number | PlaceOfAbsence


def worth(raw: object, spot: Spot) -> Worth:
    """Points as written, or a place below the field."""
    found = _PLACE.fullmatch(raw) if isinstance(raw, str) else None
    return PlaceOfAbsence(found[1], int(found[2] or 0)) if found else number(raw, spot)


@table
class AbsentValue:
    """`counts`: competes for the best K like any other value, is always among them, or never."""

    value: Worth = key(worth)
    counts: str = key(OneOf(("if_best", "always", "never")), default="if_best")


def absent_value(raw: object, spot: Spot) -> AbsentValue:
    return Table(AbsentValue)(raw, spot) if isinstance(raw, dict) else AbsentValue(value=worth(raw, spot))


@table
class AbsentRule:
    """One value for any absence, and others for single kinds. `any` leaves out pending: that contest is not over."""

    any: AbsentValue | None = key(absent_value, default=None)
    not_entered: AbsentValue | None = key(absent_value, default=None)
    no_show: AbsentValue | None = key(absent_value, default=None)
    withdrew: AbsentValue | None = key(absent_value, default=None)
    disqualified: AbsentValue | None = key(absent_value, default=None)
    incomplete: AbsentValue | None = key(absent_value, default=None)
    pending: AbsentValue | None = key(absent_value, default=None)
    unplaced: AbsentValue | None = key(absent_value, default=None)
    clause: str | None = key(text, default=None)

    def of(self, absence: Absence) -> AbsentValue | None:
        """The declared value, or None: this absence gives nothing and is not counted."""
        if absence is Absence.PLAYING:
            return None
        own: AbsentValue | None = getattr(self, str(absence))
        return own if own or absence is Absence.PENDING else self.any
