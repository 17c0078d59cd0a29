"""What a document's parts say of each other: ids once, references known, marks of the kind their contest takes."""

from collections import Counter
from collections.abc import Mapping, Sequence

from scoring.case import in_part
from scoring.contradictions import check_regulation
from scoring.facts import AbsenceFact, Adjustment, Entrant, Mark, Match, Part
from scoring.formats.combined import PartRule
from scoring.formats.knockout import Knockout
from scoring.formats.round_robin import RoundRobin
from scoring.formats.stage import Format
from scoring.order import Decision
from scoring.refer import known, once
from scoring.regulation import PLAIN, Rules
from scoring.rules.count import CountBest
from scoring.sheet import Sheet
from scoring.spot import Spot


def check(sheet: Sheet, spot: Spot) -> None:
    """Notes every contradiction at its spot."""
    once(sheet.contest, spot.at("contest"), "contest", lambda one: one.id)
    once(sheet.standing, spot.at("standing"), "standing", lambda one: one.id)
    once(sheet.team, spot.at("team"), "team", lambda one: one.id)
    once(sheet.part, spot.at("part"), "part", lambda one: (one.contest, one.id))
    once(sheet.entrant, spot.at("entrant"), "entrant", lambda one: (one.contest, one.id))
    once(sheet.absence, spot.at("absence"), "absence", lambda one: (one.contest, one.team))
    names = _Known(sheet)
    names.refer(spot)
    once(sheet.mark, spot.at("mark"), "mark", names.identity)
    check_regulation(sheet, spot)
    for index, mark in enumerate(sheet.mark):
        names.check_mark(mark, spot.at("mark").at(index))
    for index, match in enumerate(sheet.match):
        names.check_match(match, spot.at("match").at(index))
    names.check_twice(spot.at("match"))
    names.check_pools(spot.at("entrant"))
    for index, paper in enumerate(sheet.adjustment):
        if paper.team is None and (paper.entrant is None or paper.points):
            spot.at("adjustment").at(index).note("missing_key", key="team")


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
        self.parts: dict[str, dict[str, Part]] = {contest: {} for contest in self.contests}
        for part in sheet.part:
            self.parts.setdefault(part.contest, {})[part.id] = part
        self.team_of = {(one.contest, one.id): one.team for one in sheet.entrant}
        self.part_of = {(one.contest, one.id): one.part for one in sheet.entrant if one.part}

    def refer(self, spot: Spot) -> None:
        rules = set(self.sheet.rules or {})
        for index, contest in enumerate(self.sheet.contest):
            known("rules", contest.rules, rules, spot.at("contest").at(index), "rules")
        for index, part in enumerate(self.sheet.part):
            known("contest", part.contest, self.contests, spot.at("part").at(index), "contest")
            known("rules", part.rules, rules, spot.at("part").at(index), "rules")
        for index, entrant in enumerate(self.sheet.entrant):
            self._refer_entrant(entrant, spot.at("entrant").at(index))
        papers: list[tuple[str, Sequence[AbsenceFact | Adjustment]]]
        papers = [("absence", self.sheet.absence), ("adjustment", self.sheet.adjustment)]
        for here, row in ((spot.at(name).at(index), row) for name, rows in papers for index, row in enumerate(rows)):
            known("contest", row.contest, self.contests, here, "contest")
            known("team", row.team, self.teams, here, "team")
        if self.sheet.cup:
            known("standing", self.sheet.cup.standing, self.standings, spot.at("cup"), "standing")
        self._refer_decisions(spot.at("decision"))

    def identity(self, mark: Mark) -> tuple[str | None, ...]:
        """Two marks of one entrant in one part and stage are one too many, however these are left out or named."""
        part = self.part_of.get((mark.contest, mark.who)) if self.parts.get(mark.contest) else None
        rules = self._rules_in(mark.contest, part)
        inner = None if mark.part == part else mark.part
        return mark.contest, part, inner, mark.stage or (rules.stages[0].id if rules else None), mark.who

    def _refer_entrant(self, entrant: Entrant, spot: Spot) -> None:
        known("contest", entrant.contest, self.contests, spot, "contest")
        known("team", entrant.team, self.teams, spot, "team")
        for credit in entrant.credit:
            known("team", credit.team, self.teams, spot, "credit")
        once(entrant.credit, spot.at("credit"), "team", lambda one: one.team)
        parts = self.parts.get(entrant.contest, {})
        known("part", entrant.part, parts, spot, "part")
        if parts and entrant.part is None:
            spot.note("missing_key", key="part")

    def _refer_decisions(self, spot: Spot) -> None:
        for index, decision in enumerate(self.sheet.decision):
            here = spot.at(index)
            known("contest", decision.contest, self.contests, here, "contest")
            known("standing", decision.standing, self.standings, here, "standing")
            self._check_count_decision(decision, here)
            if decision.order and decision.teams:
                here.note("one_of", keys=["order", "teams"], given=["order", "teams"])
            once(decision.named, here.at("order" if decision.order else "teams"), "order", str)
            ranked = self.entrants.get(decision.contest or "", set()) | self.teams
            ranked |= {team.city for team in self.sheet.team if team.city and decision.standing}
            for who in (*decision.named, decision.entrant):
                known("entrant" if decision.contest else "team", who, ranked, here, "order")

    def _check_count_decision(self, decision: Decision, spot: Spot) -> None:
        """Another K is for a standing that counts a best K; a contest is cancelled by its name."""
        if decision.kind == "cancel" and decision.contest is None:
            spot.note("missing_key", key="contest")
        if decision.kind == "annul" and decision.entrant is None and decision.unit is None:
            spot.note("missing_key", key="entrant")
        if decision.kind != "count":
            return
        rule = next((one.count for one in self.sheet.standing if one.id == decision.standing), None)
        if decision.standing is None or decision.k is decision.of is None:
            spot.note("missing_key", key="standing" if decision.standing is None else "k")
        elif decision.k and decision.of and decision.k > decision.of:
            spot.at("k").note("best_of_fewer", k=decision.k, of=decision.of)
        elif rule is not None and decision.k is not None and not isinstance(rule, CountBest):
            spot.at("k").note("no_best_to_change", standing=decision.standing)

    def check_mark(self, mark: Mark, spot: Spot) -> None:
        if (mark.entrant is None) == (mark.team is None):
            spot.note("one_of", keys=["entrant", "team"], given=[one for one in (mark.entrant, mark.team) if one])
        known("contest", mark.contest, self.contests, spot, "contest")
        known("entrant", mark.entrant, self.entrants.get(mark.contest, set()), spot, "entrant")
        known("team", mark.team, self.teams, spot, "team")
        if mark.team and self.team_of.get((mark.contest, mark.team), mark.team) != mark.team:
            spot.at("team").note("duplicate_id", what="entrant", id=mark.team)
        part = self._part_of(mark, spot) if self.parts.get(mark.contest) else None
        rules = self._rules_in(mark.contest, part)
        if rules:
            mark = in_part(mark, part) if part else mark
            stages = {stage.id: stage for stage in rules.stages}
            known("stage", mark.stage, [one for one in stages if one], spot, "stage")
            check_mark(mark, stages.get(mark.stage, rules.stages[0]), self.sheet.rules or {}, spot)

    def _part_of(self, mark: Mark, spot: Spot) -> str | None:
        """The part in which a mark was shown: that of its entrant; a team that is not listed says it by its mark."""
        parts = self.parts[mark.contest]
        if mark.team and mark.part:
            self.part_of.setdefault((mark.contest, mark.team), mark.part)
        part = self.part_of.get((mark.contest, mark.who))
        if part is None:
            spot.note("missing_key", key="part")
        elif mark.part != part and mark.part in parts:
            spot.at("part").note("other_part", part=part)
        known("part", part, parts, spot, "part")
        return part

    def _rules_in(self, contest: str, part: str | None) -> Rules | None:
        named = self.contests.get(contest)
        held = self.parts.get(contest, {}).get(part or "")
        name = (held.rules if held else None) or (named.rules if named else "")
        return (self.sheet.rules or {}).get(name)

    def check_match(self, match: Match, spot: Spot) -> None:
        known("contest", match.contest, self.contests, spot, "contest")
        parts = self.parts.get(match.contest)
        sides = self.entrants.get(match.contest, set()) | (set() if parts else self.teams)
        for who in match.sides:
            known("entrant", who, sides, spot, "sides")
        for who in match.forfeit:
            known("entrant", who, match.sides, spot, "forfeit")
        first, second = (self.part_of.get((match.contest, who)) for who in match.sides)
        if parts and first and second and first != second:
            spot.at("sides").at(1).note("other_part", part=first)
        rules = self._rules_in(match.contest, self.part_of.get((match.contest, match.sides[0])))
        if rules:
            stages = {stage.id: stage for stage in rules.stages}
            known("stage", match.stage, [one for one in stages if one], spot, "stage")
            _check_outcome(match, stages.get(match.stage, rules.stages[0]), spot)

    def check_pools(self, spot: Spot) -> None:
        """Where it is said into how many pools the entrants are divided, there are no more."""
        pools: dict[str, set[str]] = {contest: set() for contest in self.contests}
        for entrant in self.sheet.entrant:
            if entrant.pool and entrant.contest in pools:
                pools[entrant.contest].add(entrant.pool)
        for contest, named in pools.items():
            rules = self._rules_in(contest, None)
            most = rules.stages[0].pools if rules and isinstance(rules.stages[0], RoundRobin) else None
            if most is not None and len(named) > most:
                spot.note("too_many", found=len(named), most=most)

    def check_twice(self, spot: Spot) -> None:
        """Where it is said how often two meet, they meet no oftener; an annulled match may be replayed."""
        void = {(one.contest, one.unit) for one in self.sheet.decision if one.kind == "annul" and one.unit}
        met: Counter[tuple[str, str | None, frozenset[str]]] = Counter()
        for index, match in enumerate(self.sheet.match):
            rules = self._rules_in(match.contest, self.part_of.get((match.contest, match.sides[0])))
            stages = {stage.id: stage for stage in rules.stages} if rules else {}
            stage = stages.get(match.stage, next(iter(stages.values()), None))
            if isinstance(stage, RoundRobin) and stage.legs and match.over and (match.contest, match.unit) not in void:
                pair = (match.contest, stage.id, frozenset(match.sides))
                met[pair] += 1
                if met[pair] > stage.legs:
                    spot.at(index).note("duplicate_id", what="match", id=" – ".join(match.sides))


def check_mark(mark: Mark, stage: Format, rules: Mapping[str, Rules], spot: Spot) -> None:
    """A mark of a part is one as the part's own rules have it."""
    parts: Mapping[str, PartRule] = {part.id: part for part in getattr(stage, "parts", ())}
    if mark.part is None or (parts and mark.part not in parts):
        known("part", mark.part, parts, spot, "part")
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
    if isinstance(stage, Knockout):
        known("unit", match.unit, [node.unit for node in stage.bracket], spot, "unit")
        if match.unit is None:
            spot.note("missing_key", key="unit")
    if match.score is not None and match.sets:
        spot.note("one_of", keys=["score", "sets"], given=["score", "sets"])
    equal = match.score is not None and match.score[0] == match.score[1]
    if equal and match.decided:
        spot.at("decided").note("decided_equal", decided=match.decided)
    elif isinstance(stage, RoundRobin) and stage.points.draw is None and not match.forfeit:
        _check_drawn(match, equal, spot)


def _check_drawn(match: Match, equal: bool, spot: Spot) -> None:
    won = [one > other for one, other in match.sets if one != other]
    if equal:
        spot.at("score").note("no_draws")
    elif match.sets and 2 * sum(won) == len(won):
        spot.at("sets").note("no_draws")
