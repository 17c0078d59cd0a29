"""What comes of reading what a judge typed: a mark, or a named refusal; warnings ride along with a mark."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from scoring.numbers import Number
from scoring.statuses import Status

RefusalKind = Literal[
    "empty",
    "too_long",  # length, most
    "foreign_digits",  # digits: written with other digits than 0–9
    "exponent",
    "underscore",
    "plus_sign",
    "negative",
    "not_finite",
    "unit_typed",  # unit: the number alone is wanted
    "not_a_time",
    "not_a_distance",
    "not_a_place",
    "not_a_score",
    "not_a_result",
    "not_an_attempt",
    "not_a_count",  # text
    "not_heights",  # text
    "bad_calls",  # height, called
    "heights_down",  # height
    "already_out",  # height
    "too_many_attempts",  # found, most
    "too_many_series",  # found, most
    "series_left_out",  # number
    "bracketed_result",
    "decided_equal",  # decided: in overtime or in a shoot-out somebody won
    "sixty",  # field: sixty or more minutes or seconds
    "two_digits",  # field: minutes and seconds after a separator have two digits
    "too_precise",  # precision
    "ambiguous",  # readings: may mean two things
    "ambiguous_status",  # statuses
    "out_of_reach",  # most
]
WarningKind = Literal[
    "below_limit",  # limit
    "above_limit",  # limit
]
READING_KINDS: frozenset[str] = frozenset(get_args(RefusalKind) + get_args(WarningKind))


@dataclass(frozen=True, slots=True)
class Refusal:
    """The text is not a mark; nothing was guessed."""

    kind: RefusalKind
    args: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Warned:
    """A readable mark that is hardly true: somebody should look, nothing is refused."""

    kind: WarningKind
    args: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Reading:
    """A mark as the engine keeps it. `value` is None where only a status was given; both may be there."""

    value: Number | None
    status: Status | None = None
    warnings: tuple[Warned, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkReading:
    """A whole line of a sheet, in keys of the document's `[[mark]]`: {"attempts": ["7.58", "x"]}.

    `keys` are empty where only a status was given.
    """

    keys: Mapping[str, object]
    status: Status | None = None
    warnings: tuple[Warned, ...] = ()


class Told(NamedTuple):
    """A mark as it is printed: what it is worth, «7,58», and what it is made of, «7,41 х 7,58», where there is more."""

    value: str
    made_of: str = ""


def refuse(kind: RefusalKind, **args: object) -> Refusal:
    return Refusal(kind, args)


def in_cell(found: Refusal, cell: str) -> Refusal:
    """The refusal with the name of the field it belongs to, where a mark is typed in several."""
    return Refusal(found.kind, {**found.args, "cell": cell})
