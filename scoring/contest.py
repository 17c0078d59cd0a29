"""One contest: its stages into a personal ranking, that into a ranking of teams, and why a team has no place."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field
from functools import partial
from typing import Any

from scoring.case import ContestCase
from scoring.chain import chain
from scoring.columns import StageFacts
from scoring.criteria.team import Squads
from scoring.facts import Entrant
from scoring.formats.knockout import Knockout
from scoring.formats.round_robin import RoundRobin
from scoring.formats.stage import Format
from scoring.lazy import record
from scoring.lineup import AWAY
from scoring.numbers import Number
from scoring.order import Decision, Order
from scoring.ranking import Ranking, Row
from scoring.rules.members import PartList, Personal
from scoring.rules.value import Size
from scoring.statuses import Absence, Status
from scoring.team import team, with_unplaced

NO_PARTS: Mapping[str, "ContestResult"] = {}


@record
class ContestResult:
    """What comes of one contest.

    `held`: somebody who is not a guest has a mark. `complete`: everybody entered has a mark or a status; where teams
    are the entrants and none is listed, every team has a mark, a status or a known absence. `ahead`: the units of
    a bracket, or the stage, in which places are still to be played for; until then no team has a place or points.
    `absences` has every team without a place; `size` counts teams and `entrants_size` entrants, for values
    that go by how many there are.
    `value`: what an entrant showed, by kind of mark. `parts`: of a contest in parts, the result of each; the whole then
    has no personal ranking of its own. `cities`: in a standing that adds up all the teams of a city, whose each one is.
    """

    id: str
    entrants: Mapping[str, Entrant]
    entrants_size: Size
    held: bool
    complete: bool
    ahead: tuple[str, ...]
    ranking: Ranking
    teams: Ranking
    squads: Squads
    absences: Mapping[str, Absence]
    size: Size
    case: ContestCase
    value: Callable[[str, str], Number | None]
    parts: Mapping[str, "ContestResult"]
    cities: Mapping[str, str] = field(default_factory=dict)

    @property
    def lists(self) -> tuple["ContestResult", ...]:
        """The parts, each with a personal list; a contest in one part is its own."""
        return tuple(self.parts.values()) or (self,)

    def row(self, entrant: str) -> Row | None:
        """The line of an entrant, in whichever list he is."""
        rows = (one.ranking.by_key.get(entrant) for one in self.lists)
        return next((row for row in rows if row), None)

    @property
    def shown(self) -> dict[str, Number]:
        """What a placed team has: the sum of its members' values; of a team that competes itself, its own mark."""
        squads, line = self.squads, self.teams.line
        if not self.case.rules.team.members.verbatim:
            return dict(zip(line, map(squads.sums.__getitem__, line), strict=True))
        kind = self.case.rules.stages[-1].mark.criterion
        return {team: self.value(squads[team].first, kind) or 0 for team in line}

    @property
    def tables(self) -> tuple[tuple[str | None, str, Ranking], ...]:
        """Of every stage in which all meet all, with its name: the table of each pool as it stands by itself."""
        stages = zip(self.case.rules.stages, self.case.stages, strict=True)
        return tuple(
            (stage.id, pool, ranking)
            for stage, facts in stages
            if isinstance(stage, RoundRobin)
            for pool, ranking in stage.tables(facts, _order(self.case, stage), self.case.decisions).items()
        )

    @property
    def used(self) -> tuple[Decision, ...]:
        return (*self.ranking.used, *self.teams.used)


def score_contest(case: ContestCase, before: ContestResult | None = None) -> ContestResult:
    """Scores one contest out of its case, and of nothing else: the result `before` only saves work.

    It is taken over as it is where the case is the same.
    """
    if before and before.case == case:
        return before
    return _in_parts(case, before) if case.parts else _in_stages(case, before)


def _in_stages(case: ContestCase, before: ContestResult | None) -> ContestResult:
    stages = list(zip(case.rules.stages, case.stages, strict=True))
    old = before.ranking if before else None
    rankings = [stage.rank(facts, _order(case, stage), case.decisions, old) for stage, facts in reversed(stages)]
    ranking = chain(rankings, case.rules.order.places)
    competing = [one for one in ranking.unplaced if not one.guest]
    starters = ranking.classified + sum([one.status is not Status.DNS for one in competing])
    size = Size(case.lineup.counted, starters, ranking.classified)
    held = bool(ranking.line) or bool(competing)
    only = PartList(ranking, size, _value(stages))
    ahead = _ahead(case) if held and not case.contest.ended else ()
    return _result(case, (only,), ranking, held=held, complete=held and _complete(case, ranking), ahead=ahead)


def _ahead(case: ContestCase) -> tuple[str, ...]:
    """What places wait for, while they cannot be compared: a bracket that is not played out, a final not begun."""
    last, facts = case.rules.stages[-1], case.stages[-1]
    if isinstance(last, Knockout):
        return () if last.complete(facts, case.decisions) else last.ahead(facts, case.decisions)
    begun = bool(facts.meetings.matches) if last.takes == "matches" else bool(facts.keys or facts.parts)
    return () if len(case.stages) == 1 or begun else (last.id or "",)


def _order(case: ContestCase, stage: Format) -> Order[Any]:
    """The declared order is that of the last stage, and of every other one of its kind; others have their own."""
    last = case.rules.stages[-1]
    alike = stage.criteria is last.criteria and stage.mark.criterion == last.mark.criterion
    return case.rules.order if alike else stage.default_order()


def _value(stages: Sequence[tuple[Format, StageFacts]]) -> Callable[[str, str], Number | None]:
    """What an entrant showed in the last stage that he was in."""
    if len(stages) == 1:
        last, shown = stages[0]
        return partial(last.value, shown)

    def value(key: str, kind: str) -> Number | None:
        for stage, facts in reversed(stages):
            if stage.takes == "matches" or key in facts.marks:
                return stage.value(facts, key, kind)
        return None

    return value


def _in_parts(case: ContestCase, before: ContestResult | None) -> ContestResult:
    """Every part on its own; who has what in the whole is said by the members of the teams.

    While a final of one of them is ahead, the sums of teams would leave it out: the whole waits for it.
    """
    old = before.parts if before else NO_PARTS
    parts = {key: score_contest(part, old.get(key)) for key, part in case.parts.items()}
    lists = tuple([PartList(one.ranking, one.entrants_size, one.value) for one in parts.values()])
    whole = Ranking(
        undecided=tuple(keys for one in parts.values() for keys in one.ranking.undecided),
        used=tuple(decision for one in parts.values() for decision in one.used),
    )
    held = any(one.held for one in parts.values())
    complete = all(one.complete or not one.entrants for one in parts.values())
    ahead = tuple(dict.fromkeys(unit for one in parts.values() for unit in one.ahead))
    return _result(case, lists, whole, parts, held=held, complete=held and complete, ahead=ahead)


def _result(
    case: ContestCase,
    lists: tuple[PartList, ...],
    ranking: Ranking,
    parts: Mapping[str, ContestResult] = NO_PARTS,
    *,
    held: bool,
    complete: bool,
    ahead: tuple[str, ...] = (),
) -> ContestResult:
    lineup = case.lineup
    personal = Personal(lists, case.entrants, lineup.scorers, lineup.squads, lineup.credits)
    teams = team(personal, case.rules.team, case.decisions, lineup.sent if ahead else case.absences)
    absences = _absences(case, personal, teams.ranking, teams.squads)
    if ahead:
        absences |= {team: Absence.PLAYING for team in lineup.sent if team not in case.absences}
    told = absences.keys() - lineup.away.keys()
    away = lineup.gone + sum([absences[team] in AWAY and team in lineup.displacing for team in told] if told else ())
    return ContestResult(
        id=case.contest.id,
        entrants=case.entrants,
        entrants_size=lists[0].size if len(lists) == 1 else _together([one.size for one in lists], lineup.counted),
        held=held,
        complete=complete,
        ahead=ahead,
        ranking=ranking,
        teams=with_unplaced(teams, absences, case.rules.team),
        squads=teams.squads,
        absences=absences,
        size=Size(lineup.counted, len(lineup.displacing) - away, teams.ranking.classified),
        case=case,
        value=lists[0].value,
        parts=parts,
    )


def _together(sizes: Sequence[Size], teams: int) -> Size:
    return Size(teams, sum(one.present for one in sizes), sum(one.classified for one in sizes))


def _complete(case: ContestCase, ranking: Ranking) -> bool:
    """A mark that only says when somebody started is not one yet, and is not in the ranking."""
    for stage, facts in zip(case.rules.stages, case.stages, strict=True):
        if not stage.complete(facts, case.decisions):
            return False
    if case.rules.stages[-1].takes == "matches":
        return True
    if case.entered:
        return ranking.classified + len(ranking.unplaced) == len(case.entrants)
    return {one.id for one in case.teams if one.scores} <= ranking.listed | case.absences.keys()


def _absences(case: ContestCase, personal: Personal, ranking: Ranking, squads: Squads) -> dict[str, Absence]:
    """Of every team without a place: what is known of it, or what its entrants say."""
    sent, absences, came = case.lineup.sent, dict(case.lineup.away), _came(case)
    for name in sorted(sent.keys() - ranking.line):
        squad = squads.get(name)
        short = squad is not None and squad.needed > 1 and squad.wanting > 0
        absences[name] = case.absences.get(name) or _absence(sent[name], personal, came, short=short)
    return absences


def _came(case: ContestCase) -> set[str]:
    """Who showed something before the last stage: to stay away from the final is not to stay away."""
    return {key for one in (case, *case.parts.values()) for facts in one.stages[:-1] for key in facts.able}


def _absence(members: Sequence[str], personal: Personal, came: Collection[str], *, short: bool) -> Absence:
    """Of a team that sent these and has no place, where nothing is known beforehand."""
    rows = [personal.row(key) for key in members]
    if not all(rows):
        return Absence.PENDING
    statuses = {row.status for row in rows if row}
    if statuses == {Status.DNS} and not any(key in came for key in members):
        return Absence.NO_SHOW
    if statuses == {Status.DSQ}:
        return Absence.DISQUALIFIED
    return Absence.INCOMPLETE if short else Absence.UNPLACED
