"""team(): folds the members of each team into one ranking of teams."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from scoring.criteria.team import Member, Squad, TeamsField
from scoring.order import Decision, Order
from scoring.rank import rank
from scoring.ranking import Equals, Ranking, Unplaced, chain
from scoring.reasons import Reason
from scoring.regulation import TEAM_SUM, TeamRule
from scoring.rules.members import Personal
from scoring.statuses import Absence


@dataclass(frozen=True, slots=True)
class TeamResult:
    """The ranking of teams, and the squad of every team that has a scoring member on the entrants' list."""

    ranking: Ranking
    squads: Mapping[str, Squad]


def team(
    personal: Personal, rule: TeamRule, decisions: Sequence[Decision] = (), absent: Iterable[str] = ()
) -> TeamResult:
    """The teams' ranking out of a personal one. Teams in `absent` are left out: their absence is a known fact."""
    squads = _squads(personal, rule)
    able = {key: squad for key, squad in squads.items() if squad.counted and key not in set(absent)}
    if rule.members.verbatim and rule.order is None:
        ranking = _verbatim(personal, able)
    else:
        ranking = _ranked(able, rule, decisions)
    return TeamResult(replace(ranking, basis=_Basis(personal, squads, rule)), squads)


def _squads(personal: Personal, rule: TeamRule) -> dict[str, Squad]:
    members: dict[str, list[str]] = defaultdict(list)
    for key, entrant in personal.entrants.items():
        if entrant.team is not None and entrant.scores and entrant.displaces:
            members[entrant.team].append(key)
    return {key: _completed(rule.members.squad(members[key], personal), personal, rule) for key in sorted(members)}


def _completed(squad: Squad, personal: Personal, rule: TeamRule) -> Squad:
    """With a price for each missing member, where the rule sets one."""
    if not isinstance(rule.incomplete, int) or not squad.wanting or not squad.counted:
        return squad
    price = Member(None, personal.ranking.last + rule.incomplete)
    return Squad((*squad.counted, *[price] * squad.wanting), squad.others)


def _verbatim(personal: Personal, squads: Mapping[str, Squad]) -> Ranking:
    """Each team on its own entry's place, gaps and shared places as they are."""
    own = {key: str(squad.counted[0].entrant) for key, squad in squads.items()}
    equals = {key: personal.ranking.equals[own[key]] for key in own}
    keys = sorted(own, key=lambda key: equals[key].first)
    groups = [(first, tuple(group)) for first, group in groupby(keys, key=lambda key: equals[key].first)]
    placed = tuple(Equals(group, first, equals[group[0]].place) for first, group in groups)
    return Ranking(placed, (), _team_sets(personal), ties=lambda key: personal.ranking.ties(own[key]))


def _team_sets(personal: Personal) -> tuple[tuple[str, ...], ...]:
    """The sets of equals that wait for a decision, as sets of teams."""
    of = {key: entrant.team for key, entrant in personal.entrants.items()}
    sets = [tuple(team for team in (of[key] for key in group) if team) for group in personal.ranking.undecided]
    return tuple(one for one in sets if len(set(one)) > 1)


def _ranked(squads: Mapping[str, Squad], rule: TeamRule, decisions: Sequence[Decision]) -> Ranking:
    """Complete teams first; incomplete ones below them or not at all, those with more members first."""
    order: Order[TeamsField] = rule.order or TEAM_SUM
    lacks = {key: squad.wanting for key, squad in squads.items()}
    levels = sorted({*lacks.values(), 0}) if rule.incomplete == "after_complete" else [0]
    rankings = [
        rank(TeamsField([key for key in squads if lacks[key] == level], squads, rule.high), order, decisions)
        for level in levels
    ]
    return chain(rankings, order.places)


def with_unplaced(result: TeamResult, absences: Mapping[str, Absence], rule: TeamRule) -> Ranking:
    """The ranking with the teams below it that entered and have no place."""
    absent = [key for key in sorted(absences) if absences[key] is not Absence.NOT_ENTERED]

    def basis(key: str) -> Reason | None:
        if key not in absences:
            return result.ranking.basis(key)
        members = _members(result.squads.get(key, Squad(())))
        args = {"absence": absences[key].value, "members": members, "needed": rule.members.needed}
        return Reason("team_unplaced", rule.clause, args)

    return replace(result.ranking, unplaced=tuple(Unplaced(key) for key in absent), basis=basis)


def _members(squad: Squad) -> list[dict[str, object]]:
    return [{"entrant": member.entrant, "value": member.value} for member in squad.counted]


@dataclass(frozen=True, slots=True)
class _Basis:
    """Says on demand which members a team's place stands on."""

    personal: Personal
    squads: Mapping[str, Squad]
    rule: TeamRule

    def __call__(self, key: str) -> Reason:
        squad = self.squads[key]
        clause = self.rule.clause or (self.rule.order.clause if self.rule.order else None)
        if self.rule.members.verbatim:
            own = str(squad.counted[0].entrant)
            return Reason("own_place", clause, {"entrant": own, "place": self.personal.ranking.place(own)})
        args = {"members": _members(squad), "value": self.rule.members.value, "sum": squad.sum}
        return Reason("members", clause, {**args, "needed": self.rule.members.needed})
