"""From a contest to a team's cell: the place sent through the value, an absence through its rule, papers on top."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from scoring.contest import ContestResult
from scoring.facts import Adjustment
from scoring.lazy import by_the_thousand, lazy
from scoring.numbers import Number, exact
from scoring.ranking import Equals
from scoring.regulation import Standing
from scoring.rules.absent import AbsentValue, PlaceOfAbsence
from scoring.rules.count import Candidate
from scoring.rules.priced import priced
from scoring.rules.value import RawValue, points
from scoring.standing import Cell, Share, Terms
from scoring.statuses import Absence

_new_cell = by_the_thousand(Cell)


class Pricing:
    """One contest priced for one standing. `points` has every team that gets something for it, papers included.

    `summed`: places of entrants, or of all the teams of a city, are worth points, and a team has the sum of these.
    """

    def __init__(self, contest: ContestResult, standing: Standing, papers: Sequence[Adjustment]) -> None:
        self.contest = contest
        self.absent = standing.absent_in(contest.id)
        value = standing.value_in(contest.id)
        size = contest.entrants_size if value.of == "entrants" else contest.size
        clause = self.absent.clause or standing.absent.clause
        weight, of_teams = standing.weight_of(contest.case.contest), standing.cities == "all" and value.of == "team"
        self.terms = Terms(value, weight, size, clause, of_teams, standing.count)
        self.summed = of_teams or value.of == "entrants"
        self.papers: dict[str, list[Adjustment]] = {}
        for paper in papers:
            if paper.team and paper.contest == contest.id:
                self.papers.setdefault(paper.team, []).append(paper)
        self.base = self._base()
        self.points = self._with_papers() if self.papers else self.base

    @lazy
    def withholds(self) -> bool:
        """Whether somebody has a value here that is not simply one of those that may count."""
        return self.contest.held and any([rule and rule.counts != "if_best" for rule in self.absences.values()])

    @lazy
    def absences(self) -> Mapping[Absence, AbsentValue | None]:
        """The kinds of absence that there are, and what is given for each."""
        return {kind: self.absent.of(kind) for kind in set(self.contest.absences.values())}

    def candidate(self, team: str) -> Candidate | None:
        """The team's value as the counting rule sees it; None where there is nothing that may count."""
        value, counts = self.points.get(team), self.counts(team)
        if value is None or counts == "never":
            return None
        return Candidate(self.contest.id, value, self.contest.teams.place(team), counts)

    def counts(self, team: str) -> str:
        absent = self._absent(team)
        return absent.counts if absent else "if_best"

    def absence(self, team: str) -> Absence | None:
        if team in self.contest.teams.equals or team in self.shares:
            return None
        return self.contest.absences.get(team, Absence.UNPLACED)

    def places(self, team: str) -> tuple[Number, ...]:
        """The places a countback sees: a team's own, or those of its entrants where these are worth points."""
        if self.summed:
            return tuple([share.place for share in self.shares.get(team, ())])
        place = self.contest.teams.places.get(team)
        return () if place is None else (place,)

    def cell(self, team: str, counted: frozenset[str]) -> Cell:
        """The team's cell, where `counted` are all the contests that count for it."""
        contest, shares, papers = self.contest, self.shares, self.papers
        place: Number | None = None
        first: int | None = None
        absence, sharing = None, 0
        if team in contest.teams.equals:
            keys, first, place, taken = contest.teams.equals[team]
            sharing = taken or len(keys)
        else:
            absence = self.absence(team)
        fields = (
            contest.id,
            place,
            self.points.get(team),
            contest.id in counted,
            absence,
            contest.held,
            self.base.get(team),
            first,
            sharing,
            tuple(shares[team]) if team in shares else (),
            self.absent.of(absence) if absence and contest.held else None,
            tuple(papers[team]) if team in papers else (),
            self.terms,
            counted,
        )
        return _new_cell(fields)

    def _absent(self, team: str) -> AbsentValue | None:
        absence = self.absence(team) if self.contest.held else None
        return self.absent.of(absence) if absence else None

    def _base(self) -> dict[str, Number]:
        """What each team gets before papers, present or absent."""
        summed, weight = self.summed, self.terms.weight
        sums = self._of_teams()
        if not summed and weight == 1 and not self.contest.absences:
            return sums
        if summed:
            sums = {team: sum(one.points * one.share for one in shares) for team, shares in self.shares.items()}
        if weight != 1 or summed:
            sums = {team: exact(worth * weight) for team, worth in sums.items()}
        return self._absent_points() | sums if self.contest.held else sums

    def _of_teams(self) -> dict[str, Number]:
        """What the place of each team is worth, or what it has where that goes straight through."""
        value, teams = self.terms.value, self.contest.teams
        if value.of == "entrants":
            return {}
        if isinstance(value, RawValue):
            return value.of_results(self.contest.shown)
        return dict(priced(value, teams, self.terms.size))

    def _with_papers(self) -> dict[str, Number]:
        changed = {team: self.base.get(team, 0) + sum(one.points for one in self.papers[team]) for team in self.papers}
        return {**self.base, **{team: exact(value) for team, value in changed.items()}}

    def _absent_points(self) -> dict[str, Number]:
        """What the absent get, reckoned once for each kind of absence."""
        given = {kind: self._worth(rule) for kind, rule in self.absences.items()}
        absences = self.contest.absences.items()
        return {team: value for team, kind in absences if (value := given[kind]) is not None}

    def _worth(self, absent: AbsentValue | None) -> Number | None:
        """A number is points as written; a place below the field goes through the value, and so through the weight."""
        if absent is None:
            return None
        if not isinstance(absent.value, PlaceOfAbsence):
            return absent.value
        place = absent.value.place(self.terms.value, self.terms.size, self.contest.teams.last)
        return exact(self.terms.value.worth(place, self.terms.size) * self.terms.weight)

    @lazy
    def shares(self) -> Mapping[str, list[Share]]:
        """Where entrants' places are worth points: each scoring entrant's, to his team or, by shares, to several."""
        value = self.terms.value
        shares: dict[str, list[Share]] = defaultdict(list)
        if self.terms.of_teams:
            worths = ((team, worth) for team, worth in self._of_teams().items() if team in self.contest.cities)
            for team, worth in worths:
                shares[self.contest.cities[team]].append(Share(team, self.contest.teams.equals[team].place, worth))
            return dict(shares)
        if value.of != "entrants":
            return shares
        for part in () if self.contest.ahead else self.contest.lists:
            for team, share in self._shares_in(part):
                shares[team].append(share)
        return dict(shares)

    def _shares_in(self, part: ContestResult) -> Iterator[tuple[str, Share]]:
        value, scoring = self.terms.value, self._scoring(part)
        firsts = Counter(equals.first for _, equals, _ in scoring)
        for key, equals, credits in scoring:
            first, sharing = equals.first, equals.sharing
            if value.beyond_quota == "skip":
                sharing = firsts[first]
                first = 1 + sum(count for other, count in firsts.items() if other < first)
            worth = points(value, first, sharing, part.entrants_size, midway=equals.place != equals.first)
            yield from ((team, Share(key, equals.place, worth, share)) for team, share in credits)

    def _scoring(self, part: ContestResult) -> list[tuple[str, Equals, list[tuple[str, Number]]]]:
        """The placed entrants of a list who score, within the quota of their teams, the best first."""
        quota = self.terms.value.scorers
        taken: Counter[str] = Counter()
        scoring = []
        for key, equals in part.ranking.equals.items():
            credits = [(team, share) for team, share in self._credits(key) if quota is None or taken[team] < quota]
            if credits:
                taken.update(team for team, _ in credits)
                scoring.append((key, equals, credits))
        return scoring

    def _credits(self, key: str) -> list[tuple[str, Number]]:
        entrant = self.contest.entrants[key]
        if not entrant.scores:
            return []
        if entrant.credit:
            return [(credit.team, credit.share) for credit in entrant.credit]
        return [(entrant.team, 1)] if entrant.team else []
