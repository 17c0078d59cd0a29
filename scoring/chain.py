"""chain(): heats and a final, complete teams and incomplete ones: several rankings made one."""

from collections.abc import Sequence

from scoring.numbers import exact
from scoring.ranking import Equals, Ranking, Unplaced, as_numbered, numbering


def chain(stages: Sequence[Ranking], places: str = "skip") -> Ranking:
    """One ranking out of several, the best first: each next one keeps its order below everybody placed before.

    Of somebody who is in two of them (heats and final) the first counts; who is still in it there has no place by the
    others; those without a place come last. The first keeps its very places, also where one of them is left empty.
    """
    if len(stages) == 1:
        return stages[0]
    origin: dict[str, Ranking] = {}
    groups: list[Equals] = []
    below: list[Equals] = []
    unplaced: list[Unplaced] = []
    for number, stage in enumerate(stages):
        fresh = [group.only(key for key in group.keys if key not in origin) for group in stage.placed]
        aside = [one for one in stage.unplaced if one.key not in origin]
        (below if number else groups).extend(group for group in fresh if group.keys)
        unplaced += aside
        origin |= {key: stage for group in fresh for key in group.keys} | {one.key: stage for one in aside}
        origin |= {key: stage for key in stage.waiting if key not in origin}
    ranking = Ranking(
        unplaced=tuple(unplaced),
        undecided=tuple(group for stage in stages for group in stage.undecided),
        used=tuple(decision for stage in stages for decision in stage.used),
        basis=lambda key: origin[key].basis(key),
        ties=lambda key: origin[key].ties(key),
    )
    return as_numbered(ranking, [*groups, *_numbered_below(groups, below, places)])


def _numbered_below(above: Sequence[Equals], below: Sequence[Equals], places: str) -> list[Equals]:
    """The places of those who come after others; where places are written on paper, these stay."""
    if places == "given":
        return list(below)
    if places == "dense":
        base = max((group.first for group in above), default=0)
    else:
        base = max((group.first + len(group.keys) - 1 for group in above), default=0)
    numbered = numbering(places)([group.keys for group in below])
    return [Equals(group.keys, group.first + base, exact(group.place + base)) for group in numbered]
