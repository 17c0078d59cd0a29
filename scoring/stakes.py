"""What can still change: places that no open contest, no waiting protest and no undecided tie can touch any more.

`stakes(cases, standing, open_)` is exact for every combination of ways (`cases`) with at most one open contest, and for
several as long as there are not more than LIMIT outcomes; beyond that it gives bounds that hold and says so. An outcome
of an open contest is an order of the teams that take part in it: equal places in it are left aside.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations, product
from math import factorial, prod
from typing import Any

from scoring.document import parse
from scoring.engine import Result, score
from scoring.matching import extremes
from scoring.outcomes import Orders, Outcomes

LIMIT = 5_000  # outcomes that are tried one by one
WORK = 60_000  # lines of standings that may be counted in one search: 30 teams with several open contests


@dataclass(frozen=True, slots=True)
class Witness:
    """An outcome that brings a place about: the number of its case, and the orders of the open contests."""

    case: int
    orders: Orders


@dataclass(frozen=True, slots=True)
class Span:
    """A team's best and worst place, each with a witness; without one the place is a bound and may not be reached."""

    best: int
    worst: int
    best_when: Witness | None
    worst_when: Witness | None

    @property
    def exact(self) -> bool:
        return self.best_when is not None and self.worst_when is not None


@dataclass(frozen=True, slots=True)
class Stakes:
    """`spans` of every team of the standing. `exact`: nothing is only a bound."""

    spans: Mapping[str, Span]

    @property
    def exact(self) -> bool:
        return all(span.exact for span in self.spans.values())

    @property
    def as_bounds(self) -> "Stakes":
        """The same places as bounds: more outcomes were allowed than there may be, so none of them is a witness."""
        return Stakes({team: replace(one, best_when=None, worst_when=None) for team, one in self.spans.items()})

    @property
    def settled(self) -> Mapping[str, int]:
        """Teams whose place depends on nothing any more."""
        return {team: span.best for team, span in self.spans.items() if span.best == span.worst}

    @property
    def contenders(self) -> tuple[str, ...]:
        """Whoever may still be first; others cannot, whether exact or not."""
        return tuple(team for team, span in self.spans.items() if span.best == 1)

    @property
    def clinched(self) -> str | None:
        """The only one who can be first and who is first in every outcome."""
        sure = [team for team, span in self.spans.items() if span.worst == 1]
        return sure[0] if len(sure) == 1 and self.contenders == (sure[0],) else None


def stakes(
    cases: Iterable[Mapping[str, Any]], standing: str, open_: Mapping[str, Sequence[str]] | None = None
) -> Stakes | None:
    """`cases`: documents of every way in which protests and decisions may end; `open_`: contest → teams taking part.

    Undecided ties of contests are tried in every order; where that is more than LIMIT, their contests count as open and
    every place is only a bound. None where it would take more than WORK, and nothing is known then.
    Raises DocumentError for a document that cannot be read.
    """
    still = known = {contest: tuple(teams) for contest, teams in (open_ or {}).items() if teams}
    told = list(cases)
    for raw in told:
        still = _with_wide_ties(raw, still)
    merged: dict[str, Span] = {}
    left = WORK
    for number, raw in enumerate(_decided(told, still)):
        left -= _work(raw, still)
        if left < 0:
            return None
        for team, span in _spans(number, raw, standing, still).items():
            merged[team] = _wider(merged[team], span) if team in merged else span
    return Stakes(merged) if still == known else Stakes(merged).as_bounds


def ways(cases: Iterable[Mapping[str, Any]], open_: Iterable[str] = ()) -> list[Mapping[str, Any]]:
    """The documents that a witness numbers: each case with its undecided ties in every order."""
    return list(_decided(cases, dict.fromkeys(open_, ())))


def _decided(cases: Iterable[Mapping[str, Any]], open_: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for raw in cases:
        ties = [tie for tie in _ties(score(parse(raw))) if tie[0] not in open_]
        for orders in product(*(permutations(names) for _, _, names in ties)):
            told = [
                {"kind": "lot", "contest": contest, key: list(order)}
                for (contest, key, _), order in zip(ties, orders, strict=True)
            ]
            yield {**raw, "decision": [*raw.get("decision", ()), *told]} if told else raw


def _with_wide_ties(raw: Mapping[str, Any], open_: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """What is open, and contests whose ties have more orders than may be tried: the widest first."""
    result = score(parse(raw))
    while True:
        ties = [tie for tie in _ties(result) if tie[0] not in open_]
        if prod(factorial(len(names)) for _, _, names in ties) <= LIMIT:
            return open_
        widest = max(ties, key=lambda tie: len(tie[2]))[0]
        teams = [row.key for row in result.contests[widest].teams.rows]
        open_ = {**open_, widest: tuple(teams or (str(team["id"]) for team in raw["team"]))}


def _ties(result: Result) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for contest, found in result.contests.items():
        yield from ((contest, "order", names) for one in found.lists for names in one.ranking.undecided)
        own = {names for one in found.lists for names in one.ranking.undecided}
        yield from ((contest, "teams", names) for names in found.teams.undecided if names not in own)


def _work(raw: Mapping[str, Any], open_: Mapping[str, tuple[str, ...]]) -> int:
    """How many lines of standings a document takes; to read it is about a standing for each of its contests."""
    teams = len(raw["team"])
    if _few(open_):
        standings = prod(factorial(len(one)) for one in open_.values())
    elif len(open_) == 1:
        standings = 2 * teams * sum(map(len, open_.values()))
    else:
        standings = 2 * teams * (teams - 1)
    return teams * (standings + len(raw["contest"]))


def _few(open_: Mapping[str, tuple[str, ...]]) -> bool:
    return prod(factorial(len(teams)) for teams in open_.values()) <= LIMIT


def _spans(number: int, raw: Mapping[str, Any], standing: str, open_: Mapping[str, tuple[str, ...]]) -> dict[str, Span]:
    outcomes = Outcomes(raw, standing, open_)
    if _few(open_):
        return _tried(number, outcomes)
    return _matched(number, outcomes) if len(open_) == 1 else _bounded(outcomes)


def _tried(number: int, outcomes: Outcomes) -> dict[str, Span]:
    """Every outcome."""
    spans: dict[str, Span] = {}
    for chosen in product(*(permutations(teams) for teams in outcomes.open.values())):
        orders = dict(zip(outcomes.open, chosen, strict=True))
        witness = Witness(number, orders)
        for team, rank in outcomes.ranks(orders).items():
            span = Span(rank, rank, witness, witness)
            spans[team] = _wider(spans[team], span) if team in spans else span
    return spans


def _matched(number: int, outcomes: Outcomes) -> dict[str, Span]:
    """One open contest of many teams, too many for every outcome of it to be tried."""
    ((contest, teams),) = outcomes.open.items()
    names = outcomes.ranks(outcomes.open)
    spans = {}
    for team in names:
        best, _ = extremes(outcomes, contest, teams, team, at=0)
        _, worst = extremes(outcomes, contest, teams, team, at=len(teams) - 1)
        low, high = (outcomes.ranks({contest: order})[team] for order in (best, worst))
        spans[team] = Span(low, high, Witness(number, {contest: best}), Witness(number, {contest: worst}))
    return spans


def _bounded(outcomes: Outcomes) -> dict[str, Span]:
    """Several open contests: whoever is ahead though last everywhere is ahead for sure, and the other way round."""
    names = list(outcomes.ranks(outcomes.open))
    return {
        team: Span(
            1 + _ahead(outcomes, names, team, _first_and_last),
            1 + _ahead(outcomes, names, team, _last_and_first),
            None,
            None,
        )
        for team in names
    }


def _ahead(
    outcomes: Outcomes, names: Sequence[str], team: str, laid: Callable[[tuple[str, ...], str, str], tuple[str, ...]]
) -> int:
    """How many rivals stand before a team when the two are laid so in every open contest."""
    rivals = [one for one in names if one != team]
    found = [(one, outcomes.ranks({key: laid(row, team, one) for key, row in outcomes.open.items()})) for one in rivals]
    return sum(placed[rival] < placed[team] for rival, placed in found)


def _first_and_last(teams: tuple[str, ...], team: str, rival: str) -> tuple[str, ...]:
    others = [one for one in teams if one not in (team, rival)]
    return tuple([one for one in (team,) if one in teams] + others + [one for one in (rival,) if one in teams])


def _last_and_first(teams: tuple[str, ...], team: str, rival: str) -> tuple[str, ...]:
    return _first_and_last(teams, rival, team)


def _wider(one: Span, other: Span) -> Span:
    low = one if one.best <= other.best else other
    high = one if one.worst >= other.worst else other
    return replace(low, worst=high.worst, worst_when=high.worst_when)
