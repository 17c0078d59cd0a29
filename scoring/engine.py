"""score(): the whole story. Contests one by one, standings over them, the cup out of one of these."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scoring.cities import all_of_city, as_cities, by_city, counting, papers_of
from scoring.combine import combine
from scoring.contest import ContestResult, score_contest
from scoring.cup import Cup, propose
from scoring.document import Document
from scoring.facts import Adjustment, Team
from scoring.groups import within
from scoring.lazy import record
from scoring.order import Decision
from scoring.recount import recounted
from scoring.regulation import Standing
from scoring.standing import Table

_OTHER = ("cup", "count")  # kinds of decision that tell no equals apart


@record
class Result:
    """Everything that follows from a document. `unused` are decisions that name no set of equals (any more)."""

    contests: Mapping[str, ContestResult]
    standings: Mapping[str, Table]
    cup: Cup | None
    unused: tuple[Decision, ...]


def score(document: Document, before: Result | None = None) -> Result:
    """Scores a document; of `before`, contests whose rules and facts are the same are taken over as they are."""
    old: Mapping[str, ContestResult] = before.contests if before else {}
    contests = {
        key: kept if (kept := old.get(key)) and kept.case is case else score_contest(case, kept)
        for key, case in document.cases.items()
    }
    tables = before.standings if before else {}
    standings = {rule.id: _standing(document, rule, contests, tables.get(rule.id)) for rule in document.standings}
    cup = None
    if document.cup:
        cup = propose(document.cup, standings[document.cup.standing], contests, document.decisions)
    made = [*contests.values(), *standings.values(), *([cup] if cup else ())]
    return Result(contests, standings, cup, _unused(document.decisions, made) if document.decisions else ())


def _unused(decisions: Sequence[Decision], made: Sequence[ContestResult | Table | Cup]) -> tuple[Decision, ...]:
    """Told by what they say: a contest taken over from before holds the decisions of another document."""
    used = {decision for one in made for decision in one.used}
    return tuple(decision for decision in decisions if decision not in used)


def _standing(document: Document, rule: Standing, contests: Mapping[str, ContestResult], before: Table | None) -> Table:
    """The table of one standing, by the decisions about it: contests cancelled, another count, equals told apart."""
    said = document.decisions
    named = {one.contest: one for one in said if one.kind == "cancel"} if said else {}
    programme = _programme(document, rule)
    cancelled = tuple([named[one] for one in programme if one in named]) if named else ()
    own = [one for one in said if one.standing == rule.id] if said else []
    counts = [one for one in own if one.kind == "count"] if own else []
    ruled = recounted(rule, counts[-1]) if counts else rule
    teams: Sequence[Team] = document.teams
    held = [one for one in programme if one not in named] if named else programme
    children = list(map(contests.__getitem__, held))
    if rule.teams is not None:
        teams = [one for one in teams if one.id in rule.teams]
    if rule.teams is not None and rule.places == "own":
        children = [within(one, rule.teams) for one in children]
    papers: Sequence[Adjustment] = document.adjustments if rule.adjustments else ()
    if rule.cities:
        cities = counting(teams, named=rule.teams is not None)
        children = [_of_cities(one, cities, rule) for one in children]
        teams, papers = as_cities(teams), papers_of(papers, cities)
    decisions = [one for one in own if one.kind not in _OTHER] if own else []
    table = combine(children, ruled, teams, papers, decisions, before)
    used = (*cancelled, *counts[-1:])
    return replace(table, cancelled=cancelled, used=(*table.used, *used)) if used else table


def _of_cities(contest: ContestResult, cities: Mapping[str, str], rule: Standing) -> ContestResult:
    return by_city(contest, cities, rule.places) if rule.cities == "best" else all_of_city(contest, cities)


def _programme(document: Document, rule: Standing) -> list[str]:
    """The contests of a standing in the order of the document."""
    if rule.contests is None:
        return [one.id for one in document.contests if not one.outside]
    return [one.id for one in document.contests if one.id in rule.contests]
