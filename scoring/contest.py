"""One contest: its stages into a personal ranking, that into a ranking of teams, and why a team has no place."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from scoring.criteria.team import Squad
from scoring.document import ContestCase
from scoring.facts import Entrant
from scoring.formats.stage import Format, StageFacts
from scoring.order import Decision
from scoring.ranking import Ranking, chain
from scoring.rules.members import Personal
from scoring.rules.value import Size
from scoring.statuses import Absence, Status
from scoring.team import team, with_unplaced


@dataclass(frozen=True, slots=True)
class ContestResult:
    """What comes of one contest.

    `held`: somebody who is not a guest has a mark. `complete`: everybody entered has a mark or a status; where teams
    are the entrants and none is listed, every team has a mark, a status or a known absence. `absences` has every team
    without a place; `size` counts teams and `entrants_size` entrants, for values that go by how many there are.
    """

    id: str
    entrants: Mapping[str, Entrant]
    entrants_size: Size
    held: bool
    complete: bool
    ranking: Ranking
    teams: Ranking
    squads: Mapping[str, Squad]
    absences: Mapping[str, Absence]
    size: Size
    case: ContestCase

    @property
    def used(self) -> tuple[Decision, ...]:
        return (*self.ranking.used, *self.teams.used)


def score_contest(case: ContestCase) -> ContestResult:
    """Scores one contest out of its case, and of nothing else."""
    entrants = _entrants(case)
    stages = [(stage, _facts(case, stage, entrants)) for stage in case.rules.stages]
    rankings = [stage.rank(facts, case.rules.order, case.decisions) for stage, facts in reversed(stages)]
    last, shown = stages[-1]
    ranking = chain(rankings, case.rules.order.places)
    starters = ranking.classified + sum(one.status is not Status.DNS for one in ranking.unplaced if not one.guest)
    counted = sum(one.scores for one in case.teams)
    held = bool(ranking.placed) or not all(one.guest for one in ranking.unplaced)
    size = Size(counted, starters, ranking.classified)
    personal = Personal(ranking, entrants, size, partial(last.value, shown))
    facts = {fact.team: fact.kind for fact in case.absences}
    teams = team(personal, case.rules.team, case.decisions, facts)
    absences = _absences(case, personal, teams.ranking, teams.squads)
    away = (Absence.NOT_ENTERED, Absence.NO_SHOW, Absence.WITHDREW, Absence.PENDING)
    return ContestResult(
        id=case.contest.id,
        entrants=entrants,
        entrants_size=size,
        held=held,
        complete=held and _complete(case, entrants, ranking),
        ranking=personal.ranking,
        teams=with_unplaced(teams, absences, case.rules.team),
        squads=teams.squads,
        absences=absences,
        size=Size(
            teams=counted,
            present=sum(one.displaces and absences.get(one.id) not in away for one in case.teams),
            classified=teams.ranking.classified,
        ),
        case=case,
    )


def _entrants(case: ContestCase) -> dict[str, Entrant]:
    """By id, in listing order; a team with a mark of its own is an entrant too. A guest team's members are guests."""
    guests = {one.id for one in case.teams if not one.displaces}
    listed = {entrant.id: entrant for entrant in case.entrants}
    own = sorted({mark.team for mark in case.marks if mark.team} - listed.keys())
    listed.update({key: Entrant(id=key, contest=case.contest.id, team=key) for key in own})
    for key, entrant in listed.items():
        if entrant.team in guests:
            listed[key] = replace(entrant, scores=False, displaces=False)
    return listed


def _facts(case: ContestCase, stage: Format, entrants: Mapping[str, Entrant]) -> StageFacts:
    """The facts of one stage. A mark that names no stage belongs to the only one, or to the first."""
    first = case.rules.stages[0].id
    return StageFacts(entrants, {mark.who: mark for mark in case.marks if (mark.stage or first) == stage.id})


def _complete(case: ContestCase, entrants: Mapping[str, Entrant], ranking: Ranking) -> bool:
    """A mark that only says when somebody started is not one yet, and is not in the ranking."""
    if case.entrants:
        return entrants.keys() <= ranking.listed
    known = ranking.listed | {fact.team for fact in case.absences}
    return {one.id for one in case.teams if one.scores} <= known


def _absences(
    case: ContestCase, personal: Personal, ranking: Ranking, squads: Mapping[str, Squad]
) -> dict[str, Absence]:
    facts = {fact.team: fact.kind for fact in case.absences}
    members: dict[str, list[str]] = {one.id: [] for one in case.teams}
    guests = {one.id for one in case.teams if not one.displaces}
    for key, entrant in personal.entrants.items():
        if not (entrant.scores and entrant.displaces) and entrant.team not in guests:
            continue
        for name in {entrant.team, *(credit.team for credit in entrant.credit)} & members.keys():
            members[str(name)].append(key)
    unplaced = [one.id for one in case.teams if ranking.place(one.id) is None]
    needed = case.rules.team.members.needed
    short = {key for key, squad in squads.items() if squad.wanting and needed > 1}
    return {key: facts.get(key) or _absence(members[key], personal, short=key in short) for key in unplaced}


def _absence(members: list[str], personal: Personal, *, short: bool) -> Absence:
    """Of a team without a place and without a known reason."""
    if not members:
        return Absence.NOT_ENTERED
    rows = [personal.ranking.by_key.get(key) for key in members]
    if not all(rows):
        return Absence.PENDING
    statuses = {row.status for row in rows if row}
    if statuses == {Status.DNS}:
        return Absence.NO_SHOW
    if statuses == {Status.DSQ}:
        return Absence.DISQUALIFIED
    return Absence.INCOMPLETE if short else Absence.UNPLACED
