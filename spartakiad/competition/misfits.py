"""What of the applications is not as a regulation wants it: it was changed after they were made, or a rank was."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spartakiad.competition.applicants import FITTING, Applicant, unfit_for
from spartakiad.competition.eligibility import identifiers_of, limits
from spartakiad.competition.expiries import lapse_refusal, lapses
from spartakiad.competition.programme import MAIN, Line, line, lines
from spartakiad.competition.quotas import tally
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

People = Mapping[str, Applicant]  # by number


@dataclass(frozen=True, slots=True)
class Misfit:
    """`athlete`: his number, or "" where it is of the whole team; `contest`: "" where it is of no contest alone;
    `paper`: the one it is about."""

    team: str
    why: Refusal
    athlete: str = ""
    contest: str = ""
    paper: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What one is told from another by; how many are too many is not."""
        over = str(self.why.args_for_words.get("over", ""))
        return self.team, self.athlete, self.contest, self.why.kind, over, self.paper


def misfits(state: State, people: People) -> list[Misfit]:
    """Of whole teams first, then of these athletes by number."""
    sexes = {number: one.sex for number, one in people.items()}
    of_teams = [one for team in state.teams for one in over(state, team, sexes)]
    return [*of_teams, *(one for who in people.values() for one in misfits_of(state, who))]


def misfits_of(state: State, who: Applicant) -> Iterator[Misfit]:
    """Of one athlete: what he lacks, what he does not fit, where he is once too often. An erased one asks nothing."""
    if state.athletes[who.entrant].erased:
        return
    needed, clause = identifiers_of(state.regulation)
    if any(one not in who.identifiers for one in needed):
        yield Misfit(who.team, Refusal("identifier_missing", needed[0], clause=clause), who.entrant)
    for lapse in lapses(state, who.entrant):
        yield Misfit(who.team, lapse_refusal(state, lapse), who.entrant, lapse.contest, lapse.paper.id)
    mine = [one for one in state.entries.values() if one.entrant == who.entrant and one.role in FITTING]
    for entry in mine:
        for why in unfit_for(line(state, entry.contest).list_of(entry.part), who):
            yield Misfit(who.team, why, who.entrant, entry.contest)
    most = limits(state.regulation)
    entered = sum(one.role == "team" for one in mine)
    if most.contests is not None and entered > most.contests:
        told = {"entered": entered, "quota": most.contests, "clause": most.clause}
        yield Misfit(who.team, Refusal("contests_over", **told), who.entrant)


def over(state: State, team: str, sexes: Mapping[str, str]) -> Iterator[Misfit]:
    """More than a delegation may have, more than a quota; `sexes` of its athletes, by number."""
    most, entered = limits(state.regulation), len(state.athletes_of(team))
    if most.athletes is not None and entered > most.athletes:
        told = {"team": state.teams[team].title, "quota": most.athletes, "clause": most.clause}
        yield Misfit(team, Refusal("delegation_over", entered=entered, **told))
    for contest in lines(state):
        for one in (contest, *contest.parts):
            yield from _over_quota(state, one, team, sexes)


def _over_quota(state: State, one: Line, team: str, sexes: Mapping[str, str]) -> Iterator[Misfit]:
    mine = [entry for entry in state.entries_of(one.id) if entry.team == team != entry.entrant]
    taken = tally([entry for entry in mine if one.part in (MAIN, entry.part)], sexes)
    for way, most in one.quotas.items():
        if taken[way] > most:
            told = {"contest": one.title, "team": state.teams[team].title, "clause": one.clause}
            why = Refusal("quota_over", over=way, entered=taken[way], quota=most, **told)
            yield Misfit(team, why, contest=one.id)
