"""The document: regulation and facts in one shape, for a regulation file, an export, a golden case alike."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from scoring.checks import check
from scoring.facts import AbsenceFact, Adjustment, Entrant, Mark, Team
from scoring.marks import MarkKind
from scoring.order import Decision
from scoring.problems import DocumentError, Problem
from scoring.regulation import Contest, CupRule, Rules, Standing
from scoring.shape import Refused, Spot, Table
from scoring.sheet import Sheet

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ContestCase:
    """Everything one contest is scored from, in an order of its own: equal cases have equal results."""

    contest: Contest
    rules: Rules
    teams: tuple[Team, ...]
    entrants: tuple[Entrant, ...]
    marks: tuple[Mark, ...]
    absences: tuple[AbsenceFact, ...]
    decisions: tuple[Decision, ...]


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
        contest.id: ContestCase(
            contest=contest,
            rules=(sheet.rules or {})[contest.rules],
            teams=teams,
            entrants=tuple(sorted(entrants[contest.id], key=listing)),
            marks=tuple(sorted(marks[contest.id], key=lambda mark: (mark.who, mark.stage or ""))),
            absences=tuple(sorted(absences[contest.id], key=lambda fact: fact.team)),
            decisions=tuple(decisions[contest.id]),
        )
        for contest in sheet.contest
    }


def listing(entrant: Entrant) -> tuple[int, str, str]:
    """The order in which equals are listed: the lower bib first, then by id."""
    bib = entrant.bib or ""
    plain = bib.isascii() and bib.isdigit() and len(bib) < 10
    return (int(bib) if plain else 10**9, bib, entrant.id)


def _by_contest(facts: Iterable[T], contest: Callable[[T], str | None]) -> dict[str | None, list[T]]:
    grouped: dict[str | None, list[T]] = defaultdict(list)
    for fact in facts:
        grouped[contest(fact)].append(fact)
    return grouped
