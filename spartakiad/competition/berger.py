"""Berger tables: who meets whom in which round, as they are printed; with an odd number one rests in each round."""

from collections.abc import Sequence

Pair = tuple[str, str]
Round = tuple[Pair, ...]


def berger(entrants: Sequence[str], legs: int = 1) -> list[Round]:
    """By the numbers that were drawn. In a second leg home and away change."""
    once = [_met(pairs, entrants) for pairs in _table(len(entrants) + len(entrants) % 2)]
    turned = [tuple((other, one) for one, other in pairs) for pairs in once]
    return [pairs for leg in range(legs) for pairs in (turned if leg % 2 else once)]


def _table(many: int) -> list[list[tuple[int, int]]]:
    """The last number stays and is at home every other round; the others move on by half of the table."""
    last = many - 1
    rounds = []
    for turn in range(last):
        first = turn * (many // 2) % last
        with_last = (last, first) if turn % 2 else (first, last)
        others = [((first + step) % last, (first - step) % last) for step in range(1, many // 2)]
        rounds.append([with_last, *others])
    return rounds


def _met(pairs: Sequence[tuple[int, int]], entrants: Sequence[str]) -> Round:
    """Without the one who rests."""
    return tuple((entrants[one], entrants[other]) for one, other in pairs if max(one, other) < len(entrants))
