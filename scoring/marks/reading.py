"""What comes of reading what a judge typed: a mark, or a named refusal; warnings ride along with a mark."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

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


def refuse(kind: RefusalKind, **args: object) -> Refusal:
    return Refusal(kind, args)
