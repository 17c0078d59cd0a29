"""Matches laid out by side: what each gave to whom, and the sums of it that criteria ask for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from scoring.columns import StageFacts
from scoring.facts import Match, two
from scoring.numbers import Number, exact
from scoring.order import Decision
from scoring.shape import ListOf, key, number, table

UNBEATEN = 10**12  # a ratio with nothing against it: above every other, and equal to any other such


@table
class MatchPoints:
    """Points in the table for a match. What is not named is worth what a plain win or a plain loss is."""

    win: Number = key(number)
    draw: Number | None = key(number, default=None)
    loss: Number = key(number, default=0)
    win_overtime: Number | None = key(number, default=None)
    loss_overtime: Number | None = key(number, default=None)
    win_shootout: Number | None = key(number, default=None)
    loss_shootout: Number | None = key(number, default=None)
    win_tiebreak: Number | None = key(number, default=None)
    loss_tiebreak: Number | None = key(number, default=None)
    win_walkover: Number | None = key(number, default=None)
    walkover: Number | None = key(number, default=None)

    def won(self, how: str) -> Number:
        named: Number | None = getattr(self, f"win_{how}", None)
        return self.win if named is None else named

    def lost(self, how: str) -> Number:
        named: Number | None = self.walkover if how == "walkover" else getattr(self, f"loss_{how}", None)
        return self.loss if named is None else named


@table
class Walkover:
    """The score that is written for a match that one side did not come to, the winner first."""

    score: tuple[Number, Number] | None = key(two, default=None)
    sets: tuple[tuple[Number, Number], ...] = key(ListOf(two), default=())


class Half(NamedTuple):
    """A match as one side has it. `how`: "", overtime, shootout, tiebreak or walkover."""

    who: str
    against: str
    points: Number
    outcome: str  # win, draw or loss
    how: str
    score: tuple[Number, Number]
    sets: tuple[int, int]
    balls: tuple[Number, Number]


@dataclass(frozen=True, slots=True)
class Tally:
    """The sums over some halves of one entrant. `difference` is that of the score, each match capped where declared."""

    played: int
    won: int
    drawn: int
    lost: int
    clean_won: int
    clean_lost: int
    points: Number
    score: tuple[Number, Number]
    difference: Number
    sets: tuple[int, int]
    balls: tuple[Number, Number]


def tally(halves: Sequence[Half], cap: int | None = None) -> Tally:
    outcomes = [half.outcome for half in halves]
    clean = [half.outcome for half in halves if half.how in ("", "tiebreak")]
    differences = [half.score[0] - half.score[1] for half in halves]
    if cap is not None:
        differences = [max(-cap, min(cap, one)) for one in differences]
    return Tally(
        played=len(halves),
        won=outcomes.count("win"),
        drawn=outcomes.count("draw"),
        lost=outcomes.count("loss"),
        clean_won=clean.count("win"),
        clean_lost=clean.count("loss"),
        points=exact(sum(half.points for half in halves)),
        score=_summed(half.score for half in halves),
        difference=exact(sum(differences)),
        sets=(sum(half.sets[0] for half in halves), sum(half.sets[1] for half in halves)),
        balls=_summed(half.balls for half in halves),
    )


def _summed(pairs: Iterable[tuple[Number, Number]]) -> tuple[Number, Number]:
    kept = list(pairs)
    return exact(sum(one for one, _ in kept)), exact(sum(other for _, other in kept))


def ratio(pair: tuple[Number, Number]) -> Number:
    """For by against, exactly; nothing against is UNBEATEN, and nothing at all is nothing."""
    if pair[1]:
        return exact(Fraction(pair[0]) / pair[1])
    return UNBEATEN if pair[0] else 0


def halves(match: Match, points: MatchPoints, walkover: Walkover, best_of: int) -> tuple[Half, Half]:
    """Both sides of a match that is over."""
    score, sets = match.score, match.sets
    if match.forfeit:
        score, sets = _written(match, walkover)
    won_sets = (sum(one > other for one, other in sets), sum(other > one for one, other in sets))
    balls = _summed(sets)
    shown = score if score is not None else won_sets if sets else (0, 0)
    how = "walkover" if match.forfeit else match.decided or ("tiebreak" if len(sets) == best_of else "")
    outcomes = _outcomes(match, shown)
    first, second = match.sides
    worth = [
        points.won(how) if one == "win" else points.lost(how) if one == "loss" else points.draw or 0 for one in outcomes
    ]
    return (
        Half(first, second, worth[0], outcomes[0], how, shown, won_sets, balls),
        Half(second, first, worth[1], outcomes[1], how, shown[::-1], won_sets[::-1], balls[::-1]),
    )


def _outcomes(match: Match, shown: tuple[Number, Number]) -> tuple[str, str]:
    if match.forfeit:
        outcomes = ["loss" if side in match.forfeit else "win" for side in match.sides]
        return outcomes[0], outcomes[1]
    if shown[0] == shown[1]:
        return "draw", "draw"
    return ("win", "loss") if shown[0] > shown[1] else ("loss", "win")


def _written(match: Match, rule: Walkover) -> tuple[tuple[Number, Number] | None, tuple[tuple[Number, Number], ...]]:
    """The score of a walkover from the side of the first; nothing where neither side came."""
    if len(match.forfeit) > 1:
        return (0, 0), ()
    if match.forfeit[0] == match.sides[1]:
        return rule.score, rule.sets
    return rule.score and rule.score[::-1], tuple(one[::-1] for one in rule.sets)


def heeded(facts: StageFacts) -> list[Decision]:
    """The annulments that void something here: a match that there is, or whatever somebody plays here."""
    units = {one.unit for one in facts.meetings.matches if one.unit is not None}
    return [one for one in facts.meetings.annulled if one.unit in units or one.entrant in facts.entrants]
