"""One open contest of many teams: who stands before whom depends on the places of these two alone.

So for a team in its place, rivals and the other places are matched: as few as possible before it, or as many.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from scoring.outcomes import Outcomes

Fits = dict[str, set[int]]  # rival → the places among rivals where he stands as wanted


def by_own_place(
    raw: Mapping[str, Any], standing: str, open_: Mapping[str, Sequence[str]], team: str
) -> tuple[tuple[int, int], ...]:
    """For each place that a team may take in the only open contest, the best and the worst place it may end at then.

    `raw` has no tie that waits for a decision. Nothing where the team does not take part.
    """
    ((contest, teams),) = ((contest, tuple(teams)) for contest, teams in open_.items())
    if team not in teams:
        return ()
    outcomes = Outcomes(raw, standing, {contest: teams})
    spans = []
    for at in range(len(teams)):
        orders = extremes(outcomes, contest, teams, team, at)
        best, worst = (outcomes.ranks({contest: order})[team] for order in orders)
        spans.append((best, worst))
    return tuple(spans)


def extremes(
    outcomes: Outcomes, contest: str, teams: tuple[str, ...], team: str, at: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The orders with the most rivals behind, and with the most ahead, of a team at this place, counted from 0."""
    rivals = [one for one in teams if one != team]
    own = team in teams
    behind: Fits = {rival: set() for rival in rivals}
    ahead: Fits = {rival: set() for rival in rivals}
    for turn in range(len(rivals)):
        turned = rivals[turn:] + rivals[:turn]
        found = outcomes.ranks({contest: _with(turned, team, at) if own else tuple(turned)})
        for place, rival in enumerate(turned):
            (ahead if found[rival] < found[team] else behind)[rival].add(place)
    low, high = (_filled(rivals, fits) for fits in (behind, ahead))
    return (_with(low, team, at), _with(high, team, at)) if own else (tuple(low), tuple(high))


def _filled(rivals: Sequence[str], fits: Fits) -> list[str]:
    placed = _matching(rivals, fits)
    rest = iter([rival for rival in rivals if rival not in placed.values()])
    return [placed.get(place) or next(rest) for place in range(len(rivals))]


def _with(rivals: Sequence[str], team: str, at: int) -> tuple[str, ...]:
    return (*rivals[:at], team, *rivals[at:])


def _matching(rivals: Sequence[str], fits: Fits) -> dict[int, str]:
    """Place → rival, as many as can be (augmenting paths)."""
    placed: dict[int, str] = {}

    def seat(rival: str, seen: set[int]) -> bool:
        for place in fits[rival] - seen:
            seen.add(place)
            if place not in placed or seat(placed[place], seen):
                placed[place] = rival
                return True
        return False

    for rival in rivals:
        seat(rival, set())
    return placed
