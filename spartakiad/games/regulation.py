"""A regulation read back in plain Russian: each contest and each standing in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from scoring.case import ContestCase
from spartakiad.competition.document import parsed
from spartakiad.competition.eligibility import identifiers_of, limits
from spartakiad.competition.joint import joint_rule
from spartakiad.competition.lineups import MOST
from spartakiad.competition.papers_required import documents_of
from spartakiad.competition.programme import Line, lines
from spartakiad.competition.residence import residence_of
from spartakiad.competition.state import State
from spartakiad.words.admission_plain import admission_rules, lineup_rules
from spartakiad.words.entry_plain import Entering, entry_rules
from spartakiad.words.identifiers import needed_words
from spartakiad.words.joint import joint_words
from spartakiad.words.residence import residence_rules
from spartakiad.words.rules_plain import contest_rules, list_rules, standing_rules


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """A part of a contest."""

    id: str
    title: str
    by_teams: bool
    rules: list[str]


@dataclass(frozen=True, slots=True)
class Planned:
    """A contest of the programme."""

    id: str
    title: str
    outside: bool
    by_teams: bool
    rules: list[str]
    parts: list[PlannedPart]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A standing of the regulation."""

    id: str
    title: str
    rules: list[str]


@dataclass(frozen=True, slots=True)
class Regulation:
    """`admission`: what is asked of everybody; `version` and `reason` of what holds now; `source` where it is from."""

    admission: list[str]
    contests: list[Planned]
    standings: list[Reckoned]
    version: int
    reason: str
    source: str


def regulation(state: State) -> Regulation:
    document = parsed(replace(state, entries={}, marks={}))  # rules are read the same without what was shown by them
    contests = [_planned(one, document.cases[one.id]) for one in lines(state)]
    titles = {line.id: line.title for line in lines(state)}
    recounts = {one.standing: one for one in document.decisions if one.kind == "count" and one.k is not None}
    standings = [
        Reckoned(one.id, one.title or one.id, standing_rules(one, titles, recounts.get(one.id)))
        for one in document.standings
    ]
    about: Mapping[str, object] = document.about
    source = str(about.get("source", ""))
    joint = any(one.cities for one in state.teams.values())
    everybody = _of_everybody(state.regulation, joint)
    return Regulation(everybody, contests, standings, state.regulation_version, state.regulation_reason, source)


def unread(state: State) -> Regulation:
    """Of a regulation that this version does not take: its edition, and nothing of its rules."""
    return Regulation([], [], [], state.regulation_version, state.regulation_reason, "")


def _of_everybody(document: Mapping[str, Any], joint: bool) -> list[str]:
    """`joint`: a team of several cities takes part."""
    papers = [(one.title, one.holds, one.clause) for one in documents_of(document)]
    most, asked = limits(document), residence_of(document)
    needed = needed_words(*identifiers_of(document))
    tied = residence_rules(asked.how, asked.since, asked.clause) if asked else ""
    rule = joint_rule(document)
    counted = joint_words(rule.counts, rule.clause) if joint else ""
    told = [one for one in (tied, needed, counted) if one]
    return [*told, *admission_rules(papers, most.athletes, most.contests, most.clause)]


def _planned(line: Line, case: ContestCase) -> Planned:
    titles = {one.part: one.part_title for one in line.parts}
    parts = [PlannedPart(one.part, one.part_title, one.by_teams, _part(one, case)) for one in line.parts]
    rules = [*_entry(line), *_lineup(line), *contest_rules(case.rules, titles)]
    return Planned(line.id, line.title, line.outside, line.by_teams, rules, parts)


def _part(line: Line, case: ContestCase) -> list[str]:
    whole = ["Стартует команда целиком."] if line.by_teams else _entry(line)
    return [*whole, *_lineup(line), *list_rules(case.parts[line.part].rules)]


def _entry(line: Line) -> list[str]:
    born = [day and day.isoformat() for day in line.born]
    weighed = (line.weights.needed, line.weights.of, line.weights.own)
    return entry_rules(Entering(line.sex, born, line.ranks, line.quotas, line.clause, weighed))


def _lineup(line: Line) -> list[str]:
    most = line.lineup.most if line.lineup.most < MOST else 0
    reserves = line.lineup.reserves if line.lineup.reserves < MOST else None
    told = lineup_rules(line.lineup.least, most, line.lineup.women, line.lineup.men, reserves)
    return [told] if told else []
