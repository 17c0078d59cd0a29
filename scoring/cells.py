"""From a contest to a team's cell: the place sent through the value, an absence through its rule, papers on top."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from scoring.contest import ContestResult
from scoring.facts import Adjustment
from scoring.numbers import Number, exact
from scoring.ranking import Equals
from scoring.regulation import Standing
from scoring.rules.absent import AbsentValue, PlaceOfAbsence
from scoring.rules.value import points
from scoring.standing import Cell, Share, Terms
from scoring.statuses import Absence


class Pricing:
    """One contest priced for one standing: makes the cell of any team, not yet saying whether it counts."""

    def __init__(self, contest: ContestResult, standing: Standing, papers: Sequence[Adjustment]) -> None:
        self.contest = contest
        self.absent = standing.absent_in(contest.id)
        value = standing.value_in(contest.id)
        weight = standing.weight_of(contest.case.contest)
        size = contest.entrants_size if value.of == "entrants" else contest.size
        self.terms = Terms(value, weight, size, self.absent.clause or standing.absent.clause, standing.count)
        self.papers: dict[str, list[Adjustment]] = defaultdict(list)
        for paper in papers:
            if paper.contest == contest.id:
                self.papers[paper.team].append(paper)
        self.shares = self._shares() if value.of == "entrants" else {}

    def cell(self, team: str) -> Cell:
        equals = self.contest.teams.equals.get(team)
        shares = tuple(self.shares.get(team, ()))
        absence = None if equals or shares else self.contest.absences.get(team, Absence.UNPLACED)
        absent = self.absent.of(absence) if absence and self.contest.held else None
        base = self._absent_points(absent) if absence else self._points(equals, shares)
        papers = tuple(self.papers.get(team, ()))
        points = base if not papers else exact((base or 0) + sum(paper.points for paper in papers))
        return Cell(
            contest=self.contest.id,
            place=equals.place if equals else None,
            points=points,
            counted=points is not None,
            absence=absence,
            held=self.contest.held,
            base=base,
            sharing=equals.sharing if equals else 0,
            shares=shares,
            absent=absent,
            adjustments=papers,
            terms=self.terms,
        )

    def _points(self, equals: Equals | None, shares: Sequence[Share]) -> Number:
        if equals is None or self.terms.value.of == "entrants":
            return exact(sum(one.points * one.share for one in shares) * self.terms.weight)
        return exact(points(self.terms.value, equals.first, equals.sharing, self.terms.size) * self.terms.weight)

    def _absent_points(self, absent: AbsentValue | None) -> Number | None:
        """A number is points as written; a place below the field goes through the value, and so through the weight."""
        if absent is None:
            return None
        if not isinstance(absent.value, PlaceOfAbsence):
            return absent.value
        place = absent.value.place(self.terms.value, self.terms.size, self.contest.teams.last)
        return exact(self.terms.value.worth(place, self.terms.size) * self.terms.weight)

    def _shares(self) -> Mapping[str, list[Share]]:
        """Each scoring entrant's points to his team or, by shares, to several."""
        value = self.terms.value
        scoring = self._scoring()
        firsts = Counter(equals.first for _, equals, _ in scoring)
        shares: dict[str, list[Share]] = defaultdict(list)
        for key, equals, credits in scoring:
            first, sharing = equals.first, equals.sharing
            if value.beyond_quota == "skip":
                sharing = firsts[first]
                first = 1 + sum(count for other, count in firsts.items() if other < first)
            worth = points(value, first, sharing, self.terms.size)
            for team, share in credits:
                shares[team].append(Share(key, equals.place, worth, share))
        return shares

    def _scoring(self) -> list[tuple[str, Equals, list[tuple[str, Number]]]]:
        """The placed entrants who score, within the quota of their teams, the best first."""
        quota = self.terms.value.scorers
        taken: Counter[str] = Counter()
        scoring = []
        for key, equals in self.contest.ranking.equals.items():
            credits = self._credits(key)
            if credits and (quota is None or all(taken[team] < quota for team, _ in credits)):
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


def places(cell: Cell) -> tuple[Number, ...]:
    """The places a countback sees: the team's own, or those of its entrants where these are worth points."""
    if cell.shares:
        return tuple(share.place for share in cell.shares)
    return () if cell.place is None or cell.absence else (cell.place,)
