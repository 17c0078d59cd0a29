"""A case: everything one contest is scored from, laid out once so that scoring it looks nothing up twice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from scoring.columns import Meetings, PartFacts, StageFacts, stage_facts, with_parts
from scoring.facts import AbsenceFact, Adjustment, Entrant, Mark, Match, Part, Team
from scoring.formats.stage import Format
from scoring.lazy import copied, record
from scoring.lineup import Lineup, lineup
from scoring.numbers import Number, read_number
from scoring.order import Decision
from scoring.regulation import PLAIN, Contest, Rules, TeamRule
from scoring.statuses import Absence

_QUIT = (Absence.WITHDREW, Absence.NO_SHOW)  # a team that never came is out of the matches as one that left is


@record
class ContestCase:
    """Equal cases have equal results, whatever order their facts came in.

    `entrants` by id in listing order: a team with a mark of its own is one too, and a guest team's members are guests.
    `marks` by stage and by whose they are. `entered`: somebody is on the entrants' list. `parts`: a contest in parts
    has a case for each, and no marks of its own. `held`: the rules of the parts of its combined events.
    """

    contest: Contest
    rules: Rules
    teams: tuple[Team, ...]
    entrants: Mapping[str, Entrant]
    marks: Mapping[str | None, Mapping[str, Mark]]
    matches: tuple[Match, ...]
    papers: tuple[Adjustment, ...]
    absences: Mapping[str, Absence]
    decisions: tuple[Decision, ...]
    entered: bool
    parts: Mapping[str, "ContestCase"]
    held: tuple[Rules, ...]
    stages: tuple[StageFacts, ...] = field(compare=False, repr=False)
    lineup: Lineup = field(compare=False, repr=False)

    def with_mark(self, mark: Mark) -> "ContestCase":
        """With a mark that is another one, of somebody who is here already."""
        if self.parts:
            part = self.entrants[mark.who].part or ""
            changed_part = self.parts[part].with_mark(in_part(mark, part))
            return copied(self, parts={**self.parts, part: changed_part})
        named = mark.stage or self.rules.stages[0].id
        if mark.part:
            key = mark.part
            stages = tuple(facts.with_mark(mark) if facts.parts else facts for facts in self.stages)
            return copied(self, marks={**self.marks, key: {**self.marks[key], mark.who: mark}}, stages=stages)
        at = [one.id for one in self.rules.stages].index(named)
        facts = self.stages[at].with_mark(mark)
        stages = (*self.stages[:at], facts, *self.stages[at + 1 :])
        return copied(self, marks={**self.marks, named: facts.marks}, stages=stages)


@dataclass(slots=True)
class Facts:
    """The facts of one contest, in any order, or of one `part` of it."""

    part: str | None = None
    parts: list[Part] = field(default_factory=list)
    entrants: list[Entrant] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)
    papers: list[Adjustment] = field(default_factory=list)
    absences: list[AbsenceFact] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)


def case_of(
    contest: Contest, rules: Rules, teams: tuple[Team, ...], facts: Facts, known: Mapping[str, Rules]
) -> ContestCase:
    """The case of a contest out of its own facts; parts of it are held by rules that are `known` by name."""
    parts = _parts(contest, rules, teams, facts, known)
    if parts:
        facts = Facts(facts.part, entrants=facts.entrants, decisions=facts.decisions, absences=facts.absences)
        listed = {key: one for part in parts.values() for key, one in part.entrants.items()}
    else:
        listed = _listed(contest.id, facts, teams)
    first, by_stage = rules.stages[0].id, _by_stage(rules, facts.marks)
    absences = {fact.team: fact.kind for fact in facts.absences}
    matches = tuple(sorted((replace(one, stage=one.stage or first) for one in facts.matches), key=_as_played))
    papers = tuple(sorted(facts.papers, key=lambda one: (one.entrant or one.team or "", str(one))))
    return ContestCase(
        contest=contest,
        rules=rules,
        teams=teams,
        entrants=listed,
        marks=by_stage,
        matches=matches,
        papers=papers,
        absences=absences,
        decisions=tuple(facts.decisions),
        entered=bool(facts.entrants),
        parts=parts,
        held=tuple(known[one.rules] for stage in rules.stages for one in getattr(stage, "parts", ()) if one.rules),
        stages=tuple(
            _laid_out(stage, listed, by_stage, meetings, known)
            for stage, meetings in zip(rules.stages, _meetings(rules, listed, facts, matches, absences), strict=True)
        ),
        lineup=lineup(listed, teams, absences),
    )


def _by_stage(rules: Rules, marks: Iterable[Mark]) -> dict[str | None, dict[str, Mark]]:
    """The marks by stage, or by part of a combined event, and by whose they are."""
    by_stage: dict[str | None, dict[str, Mark]] = {stage.id: {} for stage in rules.stages}
    by_stage |= {part.id: {} for stage in rules.stages for part in getattr(stage, "parts", ())}
    for mark in marks:
        by_stage[mark.part or mark.stage or rules.stages[0].id][mark.who] = mark
    return by_stage


def _parts(
    contest: Contest, rules: Rules, teams: tuple[Team, ...], facts: Facts, known: Mapping[str, Rules]
) -> dict[str, ContestCase]:
    """A case for each part: its entrants and what they showed. What is known of whole teams holds in all of them."""
    if not facts.parts:
        return {}
    own = {
        part.id: Facts(part.id, papers=facts.papers, absences=facts.absences, decisions=facts.decisions)
        for part in sorted(facts.parts, key=lambda one: one.id)
    }
    part_of = {one.id: one.part for one in facts.entrants}
    for entrant in facts.entrants:
        own[str(entrant.part)].entrants.append(entrant)
    for mark in facts.marks:
        part = str(part_of.get(mark.who) or mark.part)
        own[part].marks.append(in_part(mark, part))
    for match in facts.matches:
        own[str(part_of[match.sides[0]])].matches.append(match)
    held = {part.id: replace(contest, id=part.id, title=part.title) for part in facts.parts}
    shared = replace(rules, team=TeamRule())
    rules_of = {part.id: known[part.rules] if part.rules else shared for part in facts.parts}
    return {key: case_of(held[key], rules_of[key], teams, own[key], known) for key in own}


def in_part(mark: Mark, part: str) -> Mark:
    """A mark as the part has it: the name of the part is said; another one is a part of its combined event."""
    return replace(mark, part=None) if mark.part == part else mark


def _laid_out(
    stage: Format,
    entrants: Mapping[str, Entrant],
    marks: Mapping[str | None, Mapping[str, Mark]],
    meetings: Meetings,
    known: Mapping[str, Rules],
) -> StageFacts:
    whole = stage_facts(entrants, marks[stage.id], stage.mark, meetings)
    parts = []
    for part in getattr(stage, "parts", ()):
        rules = known[part.rules] if part.rules else PLAIN
        held = rules.stages[0]
        facts = stage_facts(entrants, marks[part.id], held.mark, Meetings())
        parts.append(PartFacts(part.id, facts, partial(held.rank, order=rules.order, decisions=())))
    return with_parts(whole, tuple(parts)) if parts else whole


def _as_played(match: Match) -> tuple[str, ...]:
    return (match.stage or "", match.pool or "", match.unit or "", *match.sides, str(match))


def _meetings(
    rules: Rules,
    entrants: Mapping[str, Entrant],
    facts: Facts,
    matches: Sequence[Match],
    absences: Mapping[str, Absence],
) -> Iterator[Meetings]:
    """Of each stage: its matches, who plays in it and in which pool."""
    seeds = {key: seed for key, one in entrants.items() if one.seed and (seed := read_number(one.seed)) is not None}
    fair_play: dict[str, Number] = {}
    for paper in facts.papers:
        who = paper.entrant or paper.team or ""
        fair_play[who] = fair_play.get(who, 0) + paper.fair_play
    withdrew = tuple(key for key, one in entrants.items() if absences.get(one.team or key) in _QUIT)
    annulled = tuple(one for one in facts.decisions if one.kind == "annul")
    before: set[str | None] = set()
    for number, stage in enumerate(rules.stages):
        own = tuple(one for one in matches if one.stage == stage.id)
        named = {side: one.pool or "" for one in own for side in one.sides}
        playing = [key for key in entrants if number == 0 or key in named]
        pools = {key: (entrants[key].pool if number == 0 else None) or named.get(key, "") for key in playing}
        if getattr(stage, "carry", False):
            own += tuple(one for one in matches if one.stage in before and _same_pool(one, pools))
        before.add(stage.id)
        yield Meetings(own, pools, withdrew, annulled, fair_play, seeds)


def _same_pool(match: Match, pools: Mapping[str, str]) -> bool:
    first, second = match.sides
    return first in pools and second in pools and pools[first] == pools[second]


def listing(entrant: Entrant) -> tuple[int, str, str]:
    """The order in which equals are listed: the lower bib first, then by id."""
    bib = entrant.bib or ""
    plain = bib.isascii() and bib.isdigit() and len(bib) < 10
    return (int(bib) if plain else 10**9, bib, entrant.id)


def _listed(contest: str, facts: Facts, teams: Iterable[Team]) -> dict[str, Entrant]:
    guests = {one.id for one in teams if not one.displaces}
    listed = {entrant.id: entrant for entrant in sorted(facts.entrants, key=listing)}
    named = {mark.team for mark in facts.marks if mark.team} | {side for one in facts.matches for side in one.sides}
    own = sorted(named - listed.keys())
    listed.update({key: Entrant(id=key, contest=contest, team=key, part=facts.part) for key in own})
    for key, entrant in listed.items():
        if entrant.team in guests:
            listed[key] = replace(entrant, scores=False, displaces=False)
    return listed
