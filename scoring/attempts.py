"""Attempts: a row of jumps or throws, or the trials at each height. A mark keeps them as they were called."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scoring.marks.calls import CLEARED, FOULS, PASSES
from scoring.marks.distance import millimetres
from scoring.shape import ListOf, text
from scoring.spot import Spot

RETIRED = ("r", "R")


class Attempt(NamedTuple):
    """One jump or throw: millimetres, or None for a foul or a pass. `wind`: above the limit; it counts all the same."""

    value: int | None
    wind: bool = False
    foul: bool = False


class Trials(NamedTuple):
    """What was tried at one height: `failed` trials, and whether it was cleared."""

    height: int
    failed: int
    cleared: bool


Attempts = tuple[Attempt, ...] | tuple[Trials, ...]


def attempts(raw: object, spot: Spot) -> Attempts:
    """["7.58", "X", "-", "7.60w"], or heights with their trials: [["2.05", "o"], ["2.10", "xxo"]]."""
    if isinstance(raw, list | tuple) and any(isinstance(one, list | tuple) for one in raw):
        return heights(raw, spot)
    return ListOf(_attempt)(raw, spot)


def heights(raw: object, spot: Spot) -> tuple[Trials, ...]:
    return ListOf(_trials)(raw, spot)


def _attempt(raw: object, spot: Spot) -> Attempt:
    if isinstance(raw, str):
        called = raw.strip()
        if called in PASSES or called in RETIRED:
            return Attempt(None)
        if called in FOULS:
            return Attempt(None, foul=True)
        if called[-1:] in ("w", "W"):
            return Attempt(millimetres(called[:-1], spot), wind=True)
    return Attempt(millimetres(raw, spot))


def _trials(raw: object, spot: Spot) -> Trials:
    pair = raw if isinstance(raw, list | tuple) else ()
    if len(pair) != 2:
        spot.refuse("not_two", found=len(pair))
    called = text(pair[1], spot).strip()
    for foul in FOULS:
        called = called.replace(foul, "x")
    if not re.fullmatch(r"x*[oO\u043e\u041e]?[-–—rR]*", called):
        spot.refuse("bad_trials", text=called[:60])
    cleared = any(letter in called for letter in CLEARED)
    return Trials(millimetres(pair[0], spot), called.count("x"), cleared)


def best(shown: Sequence[Attempt | Trials]) -> int | None:
    """The longest attempt, or the highest height that was cleared."""
    values = [one.value if isinstance(one, Attempt) else one.height if one.cleared else None for one in shown]
    return max((value for value in values if value is not None), default=None)


def in_order(shown: Sequence[Attempt | Trials]) -> tuple[int, ...]:
    """Every valid attempt, the best first: equals are told apart by the second best, the third …"""
    return tuple(
        sorted((one.value for one in shown if isinstance(one, Attempt) and one.value is not None), reverse=True)
    )


def failures(shown: Attempts, *, upto: bool) -> int | None:
    """Failures at the last height cleared, or at all heights up to it; None where no trials are written."""
    trials = [one for one in shown if isinstance(one, Trials)]
    top = best(shown)
    if top is None or not trials:
        return None
    return sum(one.failed for one in trials if one.height == top or (upto and one.height < top))


def fouled(shown: Attempts) -> bool:
    """Tried, and nothing to show for it."""
    tried = any(one.foul if isinstance(one, Attempt) else one.failed > 0 for one in shown)
    return tried and best(shown) is None
