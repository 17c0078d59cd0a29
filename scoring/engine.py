"""score(): the whole story. Contests one by one, standings over them, the cup out of one of these."""

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.combine import combine
from scoring.contest import ContestResult, score_contest
from scoring.cup import Cup, propose
from scoring.document import Document
from scoring.order import Decision
from scoring.regulation import Standing
from scoring.standing import Table


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that follows from a document. `unused` are decisions that name no set of equals (any more)."""

    contests: Mapping[str, ContestResult]
    standings: Mapping[str, Table]
    cup: Cup | None
    unused: tuple[Decision, ...]


def score(document: Document, before: Result | None = None) -> Result:
    """Scores a document; of `before`, contests whose rules and facts are the same are taken over as they are."""
    contests = {key: _contest(document, key, before) for key in document.cases}
    standings = {rule.id: _standing(document, rule, contests) for rule in document.standings}
    cup = None
    if document.cup:
        cup = propose(document.cup, standings[document.cup.standing], contests, document.decisions)
    used = [decision for one in contests.values() for decision in one.used]
    used += [decision for table in standings.values() for decision in table.used]
    used += cup.used if cup else ()
    unused = tuple(decision for decision in document.decisions if not any(decision is one for one in used))
    return Result(contests, standings, cup, unused)


def _contest(document: Document, key: str, before: Result | None) -> ContestResult:
    old = before.contests.get(key) if before else None
    case = document.cases[key]
    return old if old and old.case == case else score_contest(case)


def _standing(document: Document, rule: Standing, contests: Mapping[str, ContestResult]) -> Table:
    chosen = [one for one in document.contests if _belongs(one.id, rule, outside=one.outside)]
    decisions = [one for one in document.decisions if one.standing == rule.id and one.kind != "cup"]
    return combine([contests[one.id] for one in chosen], rule, document.teams, document.adjustments, decisions)


def _belongs(contest: str, rule: Standing, *, outside: bool) -> bool:
    return not outside if rule.contests is None else contest in rule.contests
