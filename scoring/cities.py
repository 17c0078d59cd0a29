"""A standing of cities, where a city may send several teams: its best one in each contest, or all of them together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from scoring.contest import ContestResult
from scoring.criteria.team import Squads
from scoring.facts import Adjustment, Credit, Entrant, Team
from scoring.numbers import Number, exact
from scoring.ranking import Ranking, as_numbered, in_line, numbering
from scoring.statuses import Absence

_NEAREST = tuple(reversed(Absence))  # of several absences, the one that says most


def city_of(team: Team) -> str:
    """A team that names no city stands for itself."""
    return team.city or team.id


def as_cities(teams: Iterable[Team]) -> list[Team]:
    """The cities as teams, by name: one scores if one of its teams does."""
    by_city: dict[str, list[Team]] = {}
    for team in teams:
        by_city.setdefault(city_of(team), []).append(team)
    return [
        Team(id=city, title=city, scores=any(one.scores for one in own), displaces=any(one.displaces for one in own))
        for city, own in sorted(by_city.items())
    ]


def counting(teams: Iterable[Team], *, named: bool) -> dict[str, str]:
    """Whose results are their city's: of each team that counts, the city.

    A team outside the standings counts for a city only where the regulation has `named` it, or where the city sends no
    other one; what the city has is shown then, without a place.
    """
    kept = list(teams)
    scoring = {city_of(one) for one in kept if one.scores}
    return {one.id: city_of(one) for one in kept if named or one.scores or city_of(one) not in scoring}


def papers_of(papers: Iterable[Adjustment], cities: Mapping[str, str]) -> list[Adjustment]:
    """What was given to a team is given to its city."""
    return [replace(one, team=cities[one.team]) for one in papers if one.team and one.team in cities]


def by_city(contest: ContestResult, cities: Mapping[str, str], places: str) -> ContestResult:
    """The contest with each city in the place of its best team; with places of their `own`, other teams take none."""
    best: dict[str, str] = {}
    for group in contest.teams.placed:
        for team in group.keys:
            if team in cities:
                best.setdefault(cities[team], team)
    return replace(
        _entrants_of(contest, cities),
        teams=_of_best(contest.teams, {team: city for city, team in best.items()}, places),
        squads=Squads.of({city: contest.squads[team] for city, team in best.items() if team in contest.squads}),
        absences=_absences(contest.absences, cities, best),
    )


def all_of_city(contest: ContestResult, cities: Mapping[str, str]) -> ContestResult:
    """The contest with the teams as they are, and of a city only whether it is absent altogether."""
    placed = {cities[team] for team in contest.teams.equals if team in cities}
    absences = _absences(contest.absences, cities, placed)
    return replace(_entrants_of(contest, cities), absences=absences, cities=cities)


def _entrants_of(contest: ContestResult, cities: Mapping[str, str]) -> ContestResult:
    entrants = {key: _of_city(one, cities) for key, one in contest.entrants.items()}
    return replace(
        contest,
        entrants=entrants,
        parts={key: _entrants_of(part, cities) for key, part in contest.parts.items()},
    )


def _of_city(entrant: Entrant, cities: Mapping[str, str]) -> Entrant:
    """Whose points all go to teams that do not count scores for nobody."""
    credit = _credit(entrant, cities)
    scores = entrant.scores and (bool(credit) or not entrant.credit)
    return replace(entrant, team=cities.get(entrant.team or ""), credit=credit, scores=scores)


def _credit(entrant: Entrant, cities: Mapping[str, str]) -> tuple[Credit, ...]:
    """The shares of the cities: those of their teams, added up."""
    shares: dict[str, Number] = {}
    for credit in entrant.credit:
        if credit.team in cities:
            city = cities[credit.team]
            shares[city] = exact(shares.get(city, 0) + credit.share)
    return tuple(Credit(team=city, share=share) for city, share in shares.items())


def _of_best(teams: Ranking, best: Mapping[str, str], places: str) -> Ranking:
    """The ranking of the teams that are the best of their city, under the names of the cities."""
    team_of = {city: team for team, city in best.items()}
    kept = [group.only(best[key] for key in group.keys if key in best) for group in teams.placed]
    kept = [group for group in kept if group.keys]
    undecided = tuple(group for group in (_named(keys, best) for keys in teams.undecided) if len(group) > 1)
    renamed = replace(
        teams,
        unplaced=(),
        undecided=undecided,
        basis=lambda city: teams.basis(team_of[city]),
        ties=lambda city: teams.ties(team_of[city]),
    )
    if places == "own":
        line, spans = in_line([group.keys for group in kept])
        return replace(renamed, line=line, spans=spans, numbering=numbering("skip"))
    return as_numbered(renamed, kept)


def _named(keys: Sequence[str], best: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(best[key] for key in keys if key in best)


def _absences(absences: Mapping[str, Absence], cities: Mapping[str, str], placed: Iterable[str]) -> dict[str, Absence]:
    """Of every city none of whose teams has a place, the absence that came nearest to one."""
    away: dict[str, list[Absence]] = {}
    for team, absence in absences.items():
        if team not in cities:
            continue
        away.setdefault(cities[team], []).append(absence)
    there = set(placed)
    return {city: min(kinds, key=_NEAREST.index) for city, kinds in away.items() if city not in there}
