"""The document: regulation and facts in one shape, for a regulation file, an export, a golden case alike."""

from collections.abc import Mapping, Sequence
from typing import Any

from scoring.case import ContestCase, Facts, case_of, in_part
from scoring.checks import check, check_mark
from scoring.facts import Adjustment, Mark, Team
from scoring.lazy import copied, record
from scoring.marks import MarkKind
from scoring.order import Decision
from scoring.problems import DocumentError, Problem
from scoring.regulation import Contest, CupRule, Rules, Standing
from scoring.shape import Table
from scoring.sheet import Sheet
from scoring.spot import Refused, Spot

_MARK = Table(Mark)


@record
class Document:
    """A document that can be scored: every reference in it is known to hold."""

    about: Mapping[str, object]
    contests: tuple[Contest, ...]
    standings: tuple[Standing, ...]
    cup: CupRule | None
    teams: tuple[Team, ...]
    adjustments: tuple[Adjustment, ...]
    decisions: tuple[Decision, ...]
    cases: Mapping[str, ContestCase]
    rules: Mapping[str, Rules]

    def mark_rule(self, contest: str, stage: str | None = None) -> MarkKind:
        """How marks of a contest (of its only or first stage, or of a named one) are read and written."""
        stages = self.cases[contest].rules.stages
        return next((one.mark for one in stages if one.id == stage), stages[0].mark)

    def with_mark(self, raw: Mapping[str, object]) -> "Document":
        """The document with one mark changed, and every other contest's case the very same.

        Raises DocumentError for a mark that cannot be read, and for one of somebody who has none here yet.
        """
        problems: list[Problem] = []
        spot = Spot(problems).at("mark")
        try:
            mark = _MARK(raw, spot)
        except Refused:
            raise DocumentError(problems) from None
        case = self.cases.get(mark.contest)
        if (mark.entrant is None) == (mark.team is None):
            raise DocumentError([Problem("mark", "one_of", {"keys": ["entrant", "team"], "given": []})])
        if case is None or mark.who not in case.entrants or mark.team not in (None, case.entrants[mark.who].team):
            raise _stranger(mark)
        whole, part = case, case.entrants[mark.who].part
        if part:
            case, mark = case.parts[part], in_part(mark, part)
        stage = next((one for one in case.rules.stages if one.id == mark.stage), None)
        if mark.stage and stage is None:
            raise _stranger(mark)
        check_mark(mark, stage or case.rules.stages[0], self.rules, spot)
        if problems:
            raise DocumentError(problems)
        return copied(self, cases={**self.cases, mark.contest: whole.with_mark(mark)})


def _stranger(mark: Mark) -> DocumentError:
    return DocumentError([Problem("mark", "unknown_reference", {"what": "entrant", "id": mark.who})])


def parse(raw: Mapping[str, object]) -> Document:
    """Reads a mapping of the document's shape. Raises DocumentError with every problem that was found."""
    problems: list[Problem] = []
    spot = Spot(problems)
    try:
        sheet = Table(Sheet)(raw, spot)
    except Refused:
        raise DocumentError(problems) from None
    check(sheet, spot)
    if problems:
        raise DocumentError(problems)
    teams = tuple(sorted(sheet.team, key=lambda team: team.id))
    return Document(
        about=sheet.about or {},
        contests=sheet.contest,
        standings=sheet.standing,
        cup=sheet.cup,
        teams=teams,
        adjustments=tuple(one for one in sheet.adjustment if one.team and (one.points or not one.fair_play)),
        decisions=sheet.decision,
        cases=_cases(sheet, teams),
        rules=sheet.rules or {},
    )


def _cases(sheet: Sheet, teams: tuple[Team, ...]) -> dict[str, ContestCase]:
    facts = {contest.id: Facts() for contest in sheet.contest}
    papers = [paper for paper in sheet.adjustment if paper.fair_play]
    rows: Mapping[str, Sequence[Any]] = {
        "parts": sheet.part,
        "entrants": sheet.entrant,
        "marks": sheet.mark,
        "matches": sheet.match,
        "papers": papers,
        "absences": sheet.absence,
        "decisions": sheet.decision,
    }
    for name, found in rows.items():
        for one in found:
            if one.contest is not None:
                getattr(facts[one.contest], name).append(one)
    rules = sheet.rules or {}
    return {one.id: case_of(one, rules[one.rules], teams, facts[one.id], rules) for one in sheet.contest}
