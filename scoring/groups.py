"""A group of teams out of all who competed: the results as if the others had not been there."""

from collections.abc import Collection
from dataclasses import replace

from scoring.contest import ContestResult
from scoring.facts import Entrant
from scoring.lineup import AWAY
from scoring.ranking import Ranking, numbering
from scoring.rules.value import Size


def within(contest: ContestResult, teams: Collection[str]) -> ContestResult:
    """The contest with the entrants and teams of a group only, their places counted anew."""
    entrants = {key: mine for key, one in contest.entrants.items() if (mine := _of_group(one, teams))}
    places = contest.case.rules.order.places
    ranking = _only(contest.ranking, entrants, places)
    of_teams = _only(contest.teams, teams, places)
    absences = {key: absence for key, absence in contest.absences.items() if key in teams}
    members = [one for one in contest.case.teams if one.id in teams]
    return replace(
        contest,
        entrants=entrants,
        entrants_size=Size(len(members), len(ranking.listed), ranking.classified),
        ranking=ranking,
        parts={key: within(part, teams) for key, part in contest.parts.items()},
        teams=of_teams,
        absences=absences,
        size=Size(
            teams=len(members),
            present=sum(one.displaces and absences.get(one.id) not in AWAY for one in members),
            classified=of_teams.classified,
        ),
    )


def _of_group(entrant: Entrant, teams: Collection[str]) -> Entrant | None:
    """An entrant of the group, or one whose points are shared by somebody of it; with these shares only."""
    shares = tuple(one for one in entrant.credit if one.team in teams)
    if not shares and entrant.team not in teams:
        return None
    return replace(entrant, credit=shares, scores=entrant.scores and (bool(shares) or not entrant.credit))


def _only(ranking: Ranking, keys: Collection[str], places: str) -> Ranking:
    return replace(
        ranking.only(keys, numbering("skip" if places == "given" else places)),
        unplaced=tuple(one for one in ranking.unplaced if one.key in keys),
        undecided=tuple(group for group in ranking.undecided if all(key in keys for key in group)),
    )
