"""The document: regulation and facts in one shape, for a regulation file, an export, a golden case alike."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from scoring.case import ContestCase, case_of
from scoring.checks import check
from scoring.facts import Adjustment, Mark, Team
from scoring.marks import MarkKind
from scoring.order import Decision
from scoring.problems import DocumentError, Problem
from scoring.regulation import Contest, CupRule, Standing
from scoring.shape import Refused, Spot, Table
from scoring.sheet import Sheet

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
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
            mark = Table(Mark)(raw, spot)
        except Refused:
            raise DocumentError(problems) from None
        case = self.cases.get(mark.contest)
        stage = None if case is None else next((one for one in case.rules.stages if one.id == mark.stage), None)
        if case is None or (mark.stage and stage is None) or mark.who not in case.entrants:
            raise DocumentError([Problem("mark", "unknown_reference", {"what": "entrant", "id": mark.who})])
        (stage or case.rules.stages[0]).check(mark, spot)
        if problems:
            raise DocumentError(problems)
        return replace(self, cases={**self.cases, mark.contest: case.with_mark(mark)})


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
        adjustments=sheet.adjustment,
        decisions=sheet.decision,
        cases=_cases(sheet, teams),
    )


def _cases(sheet: Sheet, teams: tuple[Team, ...]) -> dict[str, ContestCase]:
    entrants = _by_contest(sheet.entrant, lambda one: one.contest)
    marks = _by_contest(sheet.mark, lambda one: one.contest)
    absences = _by_contest(sheet.absence, lambda one: one.contest)
    decisions = _by_contest(sheet.decision, lambda one: one.contest)
    return {
        contest.id: case_of(
            contest,
            (sheet.rules or {})[contest.rules],
            teams,
            (entrants[contest.id], marks[contest.id], absences[contest.id], decisions[contest.id]),
        )
        for contest in sheet.contest
    }


def _by_contest(facts: Iterable[T], contest: Callable[[T], str | None]) -> dict[str | None, list[T]]:
    grouped: dict[str | None, list[T]] = defaultdict(list)
    for fact in facts:
        grouped[contest(fact)].append(fact)
    return grouped
