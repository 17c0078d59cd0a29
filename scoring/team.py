"""team(): folds the members of each team into one ranking of teams."""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from scoring.chain import chain
from scoring.criteria.team import Squad, Squads, TeamsField
from scoring.lazy import record
from scoring.numbers import Number
from scoring.order import Decision, Order
from scoring.rank import rank
from scoring.ranking import Basis, Equals, Ranking, Unplaced, as_numbered, no_reason
from scoring.reasons import Reason, new_reason
from scoring.regulation import TEAM_SUM, TeamRule
from scoring.rules.members import Personal
from scoring.statuses import Absence


@record
class TeamResult:
    """The ranking of teams, and the squad of every team that has a scoring member on the entrants' list."""

    ranking: Ranking
    squads: Squads
    basis: Basis


def team(
    personal: Personal, rule: TeamRule, decisions: Sequence[Decision] = (), absent: Collection[str] = ()
) -> TeamResult:
    """The teams' ranking out of a personal one. Teams in `absent` are left out: their absence is a known fact."""
    if rule.members.verbatim and len(personal.lists) > 1:
        return TeamResult(Ranking(), Squads.of({}), no_reason)
    squads = _squads(personal, rule)
    able = [key for key in squads.sums if key not in absent] if absent else list(squads.sums)
    if rule.members.verbatim and rule.order is None:
        ranking = _verbatim(personal, able, squads)
    else:
        ranking = _ranked(able, squads, rule, decisions)
    return TeamResult(ranking, squads, _Basis(personal, squads, rule))


def _squads(personal: Personal, rule: TeamRule) -> Squads:
    squads = rule.members.squads(personal)
    if isinstance(rule.incomplete, int):
        price = personal.last + rule.incomplete
        return Squads.of({key: squad.completed(price) if squad.many else squad for key, squad in squads.items()})
    return squads


def _verbatim(personal: Personal, teams: Sequence[str], squads: Squads) -> Ranking:
    """Each team on its own entry's place, gaps and shared places as they are."""
    own = {key: squads[key].first for key in teams}
    equals = {key: personal.ranking.equals[own[key]] for key in own}
    keys = sorted(own, key=lambda key: equals[key].first)
    groups = [(first, tuple(group)) for first, group in groupby(keys, key=lambda key: equals[key].first)]
    placed = tuple(Equals(group, first, equals[group[0]].place, equals[group[0]].taken) for first, group in groups)
    ranking = Ranking(undecided=_team_sets(personal), ties=lambda key: personal.ranking.ties(own[key]))
    return as_numbered(ranking, placed)


def _team_sets(personal: Personal) -> tuple[tuple[str, ...], ...]:
    """The sets of equals that wait for a decision, as sets of teams."""
    of = {key: entrant.team for key, entrant in personal.entrants.items()}
    sets = [tuple(team for team in (of[key] for key in group) if team) for group in personal.ranking.undecided]
    return tuple(one for one in sets if len(set(one)) > 1)


def _ranked(teams: Sequence[str], squads: Squads, rule: TeamRule, decisions: Sequence[Decision]) -> Ranking:
    """Complete teams first; incomplete ones as they are, below them (with more members first), or not at all."""
    order: Order[TeamsField] = rule.order or TEAM_SUM
    if rule.incomplete == "as_is":
        return rank(TeamsField(teams, squads, rule.high), order, decisions)
    lacks = {key: squads[key].wanting for key in teams}
    levels = sorted({*lacks.values(), 0}) if rule.incomplete == "after_complete" else [0]
    rankings = [
        rank(TeamsField([key for key in teams if lacks[key] == level], squads, rule.high), order, decisions)
        for level in levels
    ]
    return chain(rankings, order.places)


def with_unplaced(result: TeamResult, absences: Mapping[str, Absence], rule: TeamRule) -> Ranking:
    """The ranking with the teams below it that entered and have no place."""
    ranking = result.ranking
    absent = sorted([key for key, absence in absences.items() if absence is not Absence.NOT_ENTERED])

    def basis(key: str) -> Reason | None:
        if key not in absences:
            return result.basis(key)
        squad = result.squads.get(key, Squad((), {}, 1))
        args = {"absence": absences[key].value, "members": _members(squad), "needed": squad.needed}
        return Reason("team_unplaced", rule.clause, args)

    return Ranking(
        ranking.line,
        ranking.spans,
        tuple([Unplaced(key) for key in absent]),
        ranking.undecided,
        ranking.used,
        basis=basis if absences else result.basis,
        ties=ranking.ties,
        numbering=ranking.numbering,
        opening=ranking.opening,
    )


def _members(squad: Squad, shares: Mapping[str | None, Number] = MappingProxyType({})) -> list[dict[str, object]]:
    """`shares`: of those whose value is not this team's alone, what part of it this is."""
    worths = squad.worths
    return [
        {"entrant": key, "value": worths[key], **({"share": shares[key]} if key in shares else {})}
        for key in squad.keys[: squad.many]
    ]


@record
class _Basis:
    """Says on demand which members a team's place stands on."""

    personal: Personal
    squads: Squads
    rule: TeamRule

    def __call__(self, key: str) -> Reason:
        squad = self.squads[key]
        clause = self.rule.clause or (self.rule.order.clause if self.rule.order else None)
        if self.rule.members.verbatim:
            own = squad.first
            return Reason("own_place", clause, {"entrant": own, "place": self.personal.ranking.place(own)})
        value, needed = self.rule.members.value, squad.needed
        members = _members(squad, self._shares(key)) if self.rule.members.high else _members(squad)
        args = {"members": members, "value": value, "sum": squad.sum, "needed": needed}
        return new_reason(("members", clause, args))

    def _shares(self, team: str) -> dict[str | None, Number]:
        credits = self.personal.credits.items()
        return {one: share for one, shares in credits for other, share in shares if other == team and share != 1}
