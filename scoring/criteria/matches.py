"""Criteria of matches. Each also goes by `h2h_` and its name: over the matches between the equals only."""

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Any

from scoring.matches import Half, Tally, ratio, tally
from scoring.numbers import Number, exact
from scoring.order import Column, Criterion
from scoring.shape import Whole, key, table


class MatchesField:
    """Those to be ranked with all their halves; `per_game` divides sums by the matches played."""

    def __init__(
        self,
        keys: Sequence[str],
        halves: Mapping[str, Sequence[Half]],
        *,
        per_game: bool = False,
        cap: int | None = None,
        fair_play: Mapping[str, Number] | None = None,
        seeds: Mapping[str, Number] | None = None,
    ) -> None:
        self.keys, self.halves, self.per_game, self.cap = keys, halves, per_game, cap
        self.fair_play, self.seeds = fair_play or {}, seeds or {}
        self.tallies = {one: tally(halves.get(one, ()), cap) for one in keys}

    def only(self, keys: Sequence[str]) -> "MatchesField":
        """The same matches with fewer to rank."""
        return self._like(keys, self.halves)

    def among(self, tied: Sequence[str]) -> "MatchesField":
        """The matches between these only."""
        inside = set(tied)
        return self._like(tied, {one: [half for half in self.halves.get(one, ()) if half.against in inside]
                                 for one in tied})  # fmt: skip

    def total(self, one: str, value: Number) -> Number:
        played = self.tallies[one].played
        return exact(Fraction(value) / played) if self.per_game and played else value

    def _like(self, keys: Sequence[str], halves: Mapping[str, Sequence[Half]]) -> "MatchesField":
        return MatchesField(
            keys, halves, per_game=self.per_game, cap=self.cap, fair_play=self.fair_play, seeds=self.seeds
        )


MatchCriterion = Callable[..., Criterion[MatchesField]]
_SUMS: Mapping[str, tuple[Callable[[Tally], Number], bool]] = {
    # what is summed up, and whether more of it is better
    "points": (lambda one: one.points, True),
    "wins": (lambda one: one.won, True),
    "draws": (lambda one: one.drawn, True),
    "losses": (lambda one: one.lost, False),
    "clean_wins": (lambda one: one.clean_won, True),
    "clean_losses": (lambda one: one.clean_lost, False),
    "score_diff": (lambda one: one.difference, True),
    "score_for": (lambda one: one.score[0], True),
    "score_against": (lambda one: one.score[1], False),
    "set_diff": (lambda one: one.sets[0] - one.sets[1], True),
    "sets_for": (lambda one: one.sets[0], True),
    "ball_diff": (lambda one: one.balls[0] - one.balls[1], True),
    "balls_for": (lambda one: one.balls[0], True),
}
_RATIOS: Mapping[str, Callable[[Tally], tuple[Number, Number]]] = {
    "score_ratio": lambda one: one.score,
    "set_ratio": lambda one: one.sets,
    "ball_ratio": lambda one: one.balls,
}


def _sum(of: Callable[[Tally], Number], high: bool) -> MatchCriterion:
    @table
    class Sum:
        def measure(self, field: MatchesField, tied: Sequence[str]) -> Column:
            return Column([field.total(one, of(field.tallies[one])) for one in tied], high)

    return Sum


def _ratio(of: Callable[[Tally], tuple[Number, Number]]) -> MatchCriterion:
    @table
    class Ratio:
        def measure(self, field: MatchesField, tied: Sequence[str]) -> Column:
            return Column([ratio(of(field.tallies[one])) for one in tied], high=True)

    return Ratio


def _between(criterion: MatchCriterion) -> MatchCriterion:
    """The same criterion over the matches between the equals, as they were when the block began."""

    @table
    class HeadToHead:
        def measure(self, field: MatchesField, tied: Sequence[str]) -> Column:
            return criterion().measure(field.among(tied), tied)

    return HeadToHead


@table
class FairPlay:
    """Penalty points for cards and the like; fewer are better, and whoever has no paper has none."""

    def measure(self, field: MatchesField, tied: Sequence[str]) -> Column:
        return Column([field.fair_play.get(one, 0) for one in tied])


@table
class Seed:
    """The seed, or any place of an earlier list; the smaller number is better."""

    def measure(self, field: MatchesField, tied: Sequence[str]) -> Column:
        return Column([field.seeds.get(one) for one in tied])


@table
class SonnebornBerger:
    """The points of each opponent times what was scored against him: the whole for a win, half for a draw."""

    def measure(self, field: MatchesField, tied: Sequence[str]) -> Column:
        points = {one: exact(sum(half.points for half in own)) for one, own in field.halves.items()}
        share = {"win": 2, "draw": 1, "loss": 0}
        doubled = [
            sum(share[half.outcome] * points.get(half.against, 0) for half in field.halves.get(one, ())) for one in tied
        ]
        return Column([exact(one * Fraction(1, 2)) for one in doubled], high=True)


@table
class BestOutside:
    """Points, then difference, then goals against the best team that is not among the equals, then the next one …

    The teams outside are in the order of their points, difference and goals (IIHF championships of 2007); those who are
    equal in all of these are one opponent, since no rule says which of them is the better.
    """

    depth: int = key(Whole(1, 100), default=100)

    def measure(self, field: MatchesField, tied: Sequence[str]) -> Column:
        def strength(one: str) -> tuple[Number, Number, Number]:
            return field.tallies[one].points, field.tallies[one].difference, field.tallies[one].score[0]

        outside = sorted((one for one in field.keys if one not in tied), key=strength, reverse=True)
        rivals = [set(those) for _, those in groupby(outside, strength)][: self.depth]
        return Column([tuple(_against(field, one, those) for those in rivals) for one in tied], high=True)


def _against(field: MatchesField, one: str, others: Collection[str]) -> tuple[Number, Number, Number]:
    found = tally([half for half in field.halves.get(one, ()) if half.against in others], field.cap)
    return found.points, found.difference, found.score[0]


_PLAIN: dict[str, MatchCriterion] = {name: _sum(of, high) for name, (of, high) in _SUMS.items()}
_PLAIN |= {name: _ratio(of) for name, of in _RATIOS.items()}
_PLAIN |= {"sonneborn_berger": SonnebornBerger}

MATCH_CRITERIA: Mapping[str, Callable[..., Criterion[Any]]] = {
    **_PLAIN,
    **{f"h2h_{name}": _between(criterion) for name, criterion in _PLAIN.items()},
    "fair_play": FairPlay,
    "seed": Seed,
    "best_outside": BestOutside,
}
