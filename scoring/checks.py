"""What a document's parts say of each other: ids once, references known, marks of the kind their contest takes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from scoring.facts import AbsenceFact, Adjustment, Mark, Match
from scoring.formats.combined import PartRule
from scoring.formats.round_robin import RoundRobin
from scoring.formats.stage import Format
from scoring.order import Decision
from scoring.problems import nearest
from scoring.regulation import PLAIN, Rules, Standing
from scoring.rules.count import CountBest, CountSegments
from scoring.rules.members import BestMembers
from scoring.rules.value import TablesValue, TableValue
from scoring.shape import Spot
from scoring.sheet import Sheet


def check(sheet: Sheet, spot: Spot) -> None:
    """Notes every contradiction at its spot."""
    _once(sheet.contest, spot.at("contest"), "contest", lambda one: one.id)
    _once(sheet.standing, spot.at("standing"), "standing", lambda one: one.id)
    _once(sheet.team, spot.at("team"), "team", lambda one: one.id)
    _once(sheet.entrant, spot.at("entrant"), "entrant", lambda one: (one.contest, one.id))
    _once(sheet.mark, spot.at("mark"), "mark", lambda one: (one.contest, one.part, one.stage, one.who))
    _once(sheet.absence, spot.at("absence"), "absence", lambda one: (one.contest, one.team))
    known = _Known(sheet)
    known.refer(spot)
    for name, rules in (sheet.rules or {}).items():
        _check_rules(rules, sheet.rules or {}, spot.at("rules").at(name))
    for index, standing in enumerate(sheet.standing):
        _check_standing(standing, sheet, spot.at("standing").at(index))
    for index, mark in enumerate(sheet.mark):
        known.check_mark(mark, spot.at("mark").at(index))
    for index, match in enumerate(sheet.match):
        known.check_match(match, spot.at("match").at(index))
    for index, paper in enumerate(sheet.adjustment):
        if paper.team is None and (paper.entrant is None or paper.points):
            spot.at("adjustment").at(index).note("missing_key", key="team")


def _once(rows: Iterable[Any], spot: Spot, what: str, identity: Callable[[Any], object]) -> None:
    seen: set[object] = set()
    for index, row in enumerate(rows):
        found = identity(row)
        if found in seen:
            parts = found if isinstance(found, tuple) else (found,)
            spot.at(index).note("duplicate_id", what=what, id=" / ".join(str(part) for part in parts if part))
        seen.add(found)


class _Known:
    """The ids that the document declares, and the references to them."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.contests = {contest.id: contest for contest in sheet.contest}
        self.teams = {team.id for team in sheet.team}
        self.standings = {standing.id for standing in sheet.standing}
        self.entrants: dict[str, set[str]] = {contest: set() for contest in self.contests}
        for entrant in sheet.entrant:
            self.entrants.setdefault(entrant.contest, set()).add(entrant.id)

    def refer(self, spot: Spot) -> None:
        rules = set(self.sheet.rules or {})
        for index, contest in enumerate(self.sheet.contest):
            _known("rules", contest.rules, rules, spot.at("contest").at(index), "rules")
        for index, entrant in enumerate(self.sheet.entrant):
            here = spot.at("entrant").at(index)
            _known("contest", entrant.contest, self.contests, here, "contest")
            _known("team", entrant.team, self.teams, here, "team")
            for credit in entrant.credit:
                _known("team", credit.team, self.teams, here, "credit")
        papers: list[tuple[str, Sequence[AbsenceFact | Adjustment]]]
        papers = [("absence", self.sheet.absence), ("adjustment", self.sheet.adjustment)]
        for here, row in ((spot.at(name).at(index), row) for name, rows in papers for index, row in enumerate(rows)):
            _known("contest", row.contest, self.contests, here, "contest")
            _known("team", row.team, self.teams, here, "team")
        if self.sheet.cup:
            _known("standing", self.sheet.cup.standing, self.standings, spot.at("cup"), "standing")
        self._refer_decisions(spot.at("decision"))

    def _refer_decisions(self, spot: Spot) -> None:
        for index, decision in enumerate(self.sheet.decision):
            here = spot.at(index)
            _known("contest", decision.contest, self.contests, here, "contest")
            _known("standing", decision.standing, self.standings, here, "standing")
            self._check_count_decision(decision, here)
            _once(decision.named, here.at("order" if decision.order else "teams"), "order", str)
            ranked = self.entrants.get(decision.contest or "", set()) | self.teams
            for who in (*decision.named, decision.entrant):
                _known("entrant" if decision.contest else "team", who, ranked, here, "order")

    def _check_count_decision(self, decision: Decision, spot: Spot) -> None:
        """Another K is for a standing that counts a best K; a contest is cancelled by its name."""
        if decision.kind == "cancel" and decision.contest is None:
            spot.note("missing_key", key="contest")
        if decision.kind != "count":
            return
        rule = next((one.count for one in self.sheet.standing if one.id == decision.standing), None)
        if decision.standing is None or decision.k is decision.of is None:
            spot.note("missing_key", key="standing" if decision.standing is None else "k")
        elif rule is not None and decision.k is not None and not isinstance(rule, CountBest):
            spot.at("k").note("no_best_to_change", standing=decision.standing)

    def check_mark(self, mark: Mark, spot: Spot) -> None:
        if (mark.entrant is None) == (mark.team is None):
            spot.note("one_of", keys=["entrant", "team"], given=[one for one in (mark.entrant, mark.team) if one])
        _known("contest", mark.contest, self.contests, spot, "contest")
        _known("entrant", mark.entrant, self.entrants.get(mark.contest, set()), spot, "entrant")
        _known("team", mark.team, self.teams, spot, "team")
        contest = self.contests.get(mark.contest)
        rules = (self.sheet.rules or {}).get(contest.rules) if contest else None
        if rules:
            stages = {stage.id: stage for stage in rules.stages}
            _known("stage", mark.stage, [one for one in stages if one], spot, "stage")
            check_mark(mark, stages.get(mark.stage, rules.stages[0]), self.sheet.rules or {}, spot)

    def check_match(self, match: Match, spot: Spot) -> None:
        _known("contest", match.contest, self.contests, spot, "contest")
        sides = self.entrants.get(match.contest, set()) | self.teams
        for who in match.sides:
            _known("entrant", who, sides, spot, "sides")
        for who in match.forfeit:
            _known("entrant", who, match.sides, spot, "forfeit")
        contest = self.contests.get(match.contest)
        rules = (self.sheet.rules or {}).get(contest.rules) if contest else None
        if rules:
            stages = {stage.id: stage for stage in rules.stages}
            _known("stage", match.stage, [one for one in stages if one], spot, "stage")
            _check_outcome(match, stages.get(match.stage, rules.stages[0]), spot)


def check_mark(mark: Mark, stage: Format, rules: Mapping[str, Rules], spot: Spot) -> None:
    """A mark of a part is one as the part's own rules have it."""
    parts: Mapping[str, PartRule] = {part.id: part for part in getattr(stage, "parts", ())}
    if mark.part is None or (parts and mark.part not in parts):
        _known("part", mark.part, parts, spot, "part")
        if mark.part is None:
            stage.check(mark, spot)
    elif parts:
        named = parts[mark.part].rules
        held = rules.get(named) if named else PLAIN
        if held:
            held.stages[0].check(mark, spot)


def _check_outcome(match: Match, stage: Format, spot: Spot) -> None:
    if stage.takes != "matches":
        spot.note("marks_only")
    if match.score is not None and match.sets:
        spot.note("one_of", keys=["score", "sets"], given=["score", "sets"])
    equal = match.score is not None and match.score[0] == match.score[1]
    if equal and match.decided:
        spot.at("decided").note("decided_equal", decided=match.decided)
    elif equal and isinstance(stage, RoundRobin) and stage.points.draw is None and not match.forfeit:
        spot.at("score").note("no_draws")


def _known(what: str, wanted: str | None, ids: Iterable[str], spot: Spot, key: str) -> None:
    if wanted is not None and wanted not in ids:
        spot.at(key).note("unknown_reference", what=what, id=wanted[:100], nearest=nearest(wanted, ids))


def _check_rules(rules: Rules, known: Iterable[str], spot: Spot) -> None:
    _once(rules.stages, spot.at("stages"), "stage", lambda one: one.id)
    for part in (part for stage in rules.stages for part in getattr(stage, "parts", ())):
        _known("rules", part.rules, known, spot.at("parts"), "rules")
    members = rules.team.members
    here = spot.at("team").at("members")
    if isinstance(members, BestMembers) and members.value == "points" and members.points is None:
        here.note("missing_key", key="points")
    if isinstance(rules.team.incomplete, int) and members.value != "place":
        spot.at("team").at("incomplete").note("places_only", value=members.value)


def _check_standing(standing: Standing, sheet: Sheet, spot: Spot) -> None:
    contests = {contest.id for contest in sheet.contest}
    for here, key, name in _named_contests(standing, spot):
        _known("contest", name, contests, here, key)
    for team in standing.teams or ():
        _known("team", team, {one.id for one in sheet.team}, spot, "teams")
    _check_count(standing, sheet, spot.at("count"))
    values = [(standing.value, spot)]
    values += [(per.value, spot.at("per").at(index)) for index, per in enumerate(standing.per) if per.value]
    for rule, here in values:
        if isinstance(rule, TableValue | TablesValue):
            priced = [contest.id for contest in sheet.contest if standing.value_in(contest.id) is rule]
            _check_table(rule, max((_takers(sheet, rule, one) for one in priced), default=0), here.at("value"))


def _check_count(standing: Standing, sheet: Sheet, spot: Spot) -> None:
    rule = standing.count
    if rule.of and getattr(rule, "k", 0) > rule.of:
        spot.note("best_of_fewer", k=getattr(rule, "k", 0), of=rule.of)
    if isinstance(rule, CountSegments):
        programme = (
            [one.id for one in sheet.contest if not one.outside] if standing.contests is None else standing.contests
        )
        _once(rule.named, spot.at("segments"), "contest", str)
        for contest in programme:
            if contest not in rule.named:
                spot.at("segments").note("no_segment", contest=contest)


def _named_contests(standing: Standing, spot: Spot) -> Iterator[tuple[Spot, str, str]]:
    yield from ((spot, "contests", name) for name in standing.contests or ())
    for index, per in enumerate(standing.per):
        yield from ((spot.at("per").at(index), "contests", name) for name in per.contests)
    yield from ((spot, "count", name) for name in standing.count.named)
    for index, block in enumerate(standing.order.blocks):
        named = (getattr(step.criterion, "contest", "last") for step in block.by)
        here = spot.at("order").at("blocks").at(index)
        yield from ((here, "contest", name) for name in named if name != "last")


def _takers(sheet: Sheet, rule: TableValue | TablesValue, contest: str) -> int:
    if rule.of == "team":
        return sum(team.displaces for team in sheet.team)
    return sum(entrant.contest == contest and entrant.displaces for entrant in sheet.entrant)


def _check_table(rule: TableValue | TablesValue, needed: int, spot: Spot) -> None:
    """Every place that can be taken has a row, or `beyond` says what the later ones are worth."""
    if rule.beyond is not None:
        return
    tables: list[tuple[Spot, int, int]]
    if isinstance(rule, TableValue):
        tables = [(spot.at("table"), len(rule.table), needed)]
    else:
        sizes = [(spot.at("tables").at(index), one) for index, one in enumerate(rule.tables)]
        tables = [(here.at("table"), len(one.table), min(needed, one.upto or needed)) for here, one in sizes]
    for here, rows, wanted in tables:
        if wanted > rows:
            here.note("table_ends", rows=rows, needed=wanted)
