"""A case: everything one contest is scored from, laid out once so that scoring it looks nothing up twice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from scoring.columns import StageFacts, stage_facts
from scoring.facts import AbsenceFact, Entrant, Mark, Team
from scoring.order import Decision
from scoring.regulation import Contest, Rules
from scoring.statuses import Absence

Members = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ContestCase:
    """Equal cases have equal results, whatever order their facts came in.

    `entrants` by id in listing order: a team with a mark of its own is one too, and a guest team's members are guests.
    `marks` by stage and by whose they are. `entered`: somebody is on the entrants' list. `squads`: of each team those
    who may score for it; `sent`: those by whom its absence is told, credited ones among them.
    """

    contest: Contest
    rules: Rules
    teams: tuple[Team, ...]
    entrants: Mapping[str, Entrant]
    marks: Mapping[str | None, Mapping[str, Mark]]
    absences: Mapping[str, Absence]
    decisions: tuple[Decision, ...]
    entered: bool
    stages: tuple[StageFacts, ...] = field(compare=False, repr=False)
    scorers: Mapping[str, str] = field(compare=False, repr=False)
    sent: Members = field(compare=False, repr=False)

    def with_mark(self, mark: Mark) -> "ContestCase":
        """With a mark that is another one, of somebody who is here already."""
        named = mark.stage or self.rules.stages[0].id
        changed = [one.id == named for one in self.rules.stages]
        stages = tuple(facts.with_mark(mark) if new else facts for facts, new in zip(self.stages, changed, strict=True))
        return replace(self, marks={**self.marks, named: stages[changed.index(True)].marks}, stages=stages)


def case_of(
    contest: Contest,
    rules: Rules,
    teams: tuple[Team, ...],
    facts: tuple[Iterable[Entrant], Iterable[Mark], Iterable[AbsenceFact], Iterable[Decision]],
) -> ContestCase:
    """The case of a contest out of its own facts, in any order."""
    entrants, marks, absences, decisions = facts
    by_stage: dict[str | None, dict[str, Mark]] = {stage.id: {} for stage in rules.stages}
    for mark in marks:
        by_stage[mark.stage or rules.stages[0].id][mark.who] = mark
    entries = sorted(entrants, key=listing)
    listed = _listed(contest.id, entries, teams, (mark for those in by_stage.values() for mark in those.values()))
    return ContestCase(
        contest=contest,
        rules=rules,
        teams=teams,
        entrants=listed,
        marks=by_stage,
        absences={fact.team: fact.kind for fact in absences},
        decisions=tuple(decisions),
        entered=bool(entries),
        stages=tuple(stage_facts(listed, by_stage[stage.id], stage.mark) for stage in rules.stages),
        scorers={key: one.team for key, one in listed.items() if one.team and one.scores and one.displaces},
        sent=_sent(listed, teams),
    )


def listing(entrant: Entrant) -> tuple[int, str, str]:
    """The order in which equals are listed: the lower bib first, then by id."""
    bib = entrant.bib or ""
    plain = bib.isascii() and bib.isdigit() and len(bib) < 10
    return (int(bib) if plain else 10**9, bib, entrant.id)


def _listed(
    contest: str, entries: Iterable[Entrant], teams: Iterable[Team], marks: Iterable[Mark]
) -> dict[str, Entrant]:
    guests = {one.id for one in teams if not one.displaces}
    listed = {entrant.id: entrant for entrant in entries}
    own = sorted({mark.team for mark in marks if mark.team} - listed.keys())
    listed.update({key: Entrant(id=key, contest=contest, team=key) for key in own})
    for key, entrant in listed.items():
        if entrant.team in guests:
            listed[key] = replace(entrant, scores=False, displaces=False)
    return listed


def _sent(entrants: Mapping[str, Entrant], teams: Iterable[Team]) -> Members:
    guests = {one.id for one in teams if not one.displaces}
    sent: dict[str, list[str]] = {}
    for key, entrant in entrants.items():
        if (entrant.scores and entrant.displaces) or entrant.team in guests:
            for name in {entrant.team, *(credit.team for credit in entrant.credit)}:
                if name is not None:
                    sent.setdefault(name, []).append(key)
    return {team: tuple(keys) for team, keys in sent.items()}
