"""Who scores for which team, as the entrants' list says it: no mark changes any of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.facts import Entrant, Team
from scoring.numbers import Number
from scoring.statuses import Absence

AWAY = (Absence.NOT_ENTERED, Absence.NO_SHOW, Absence.WITHDREW, Absence.PENDING)  # not there, or not there yet


@dataclass(frozen=True, slots=True)
class Lineup:
    """`scorers`: whoever may score for a team, and for which; `squads`: these teams, credited ones among them.

    `credits`: of those whose points are shared by several teams, these and their shares. `sent`: of each team those by
    whom its absence is told; `away`: why each of the other teams is absent; `gone`: how many of these, guests
    apart, are not there or not there yet. `displacing`: the teams that are no guests; `counted`: how many are in the
    standings at all.
    """

    scorers: Mapping[str, str]
    squads: tuple[str, ...]
    credits: Mapping[str, tuple[tuple[str, Number], ...]]
    sent: Mapping[str, tuple[str, ...]]
    away: Mapping[str, Absence]
    gone: int
    displacing: frozenset[str]
    counted: int


def lineup(entrants: Mapping[str, Entrant], teams: Sequence[Team], absences: Mapping[str, Absence]) -> Lineup:
    """Of everybody listed; `absences` are those known beforehand."""
    scorers = {key: one.team for key, one in entrants.items() if one.team and one.scores and one.displaces}
    credits = {
        key: tuple((credit.team, credit.share) for credit in one.credit)
        for key, one in entrants.items()
        if one.credit and one.scores and one.displaces
    }
    displacing = frozenset(one.id for one in teams if one.displaces)
    sent = _sent(entrants, {one.id for one in teams} - displacing)
    away = {one.id: absences.get(one.id, Absence.NOT_ENTERED) for one in teams if one.id not in sent}
    return Lineup(
        scorers=scorers,
        squads=tuple(sorted({*scorers.values(), *(team for those in credits.values() for team, _ in those)})),
        credits=credits,
        sent=sent,
        away=away,
        gone=sum(kind in AWAY and team in displacing for team, kind in away.items()),
        displacing=displacing,
        counted=sum(one.scores for one in teams),
    )


def _sent(entrants: Mapping[str, Entrant], guests: set[str]) -> dict[str, tuple[str, ...]]:
    sent: dict[str, list[str]] = {}
    for key, entrant in entrants.items():
        if (entrant.scores and entrant.displaces) or entrant.team in guests:
            for name in {entrant.team, *(credit.team for credit in entrant.credit)}:
                if name is not None:
                    sent.setdefault(name, []).append(key)
    return {team: tuple(keys) for team, keys in sent.items()}
