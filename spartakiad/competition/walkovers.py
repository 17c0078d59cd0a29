"""What becomes of the matches of whoever was scratched: given to the other side, void, or nothing is said of them."""

from collections.abc import Mapping
from typing import Any

from spartakiad.competition.matches import Match, matches_of, stage_id
from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.state import State


def sides_away(state: State, contest: str, match: Match) -> list[int]:
    """Which sides of a match were scratched: 0, 1, both or none."""
    return [at for at, side in enumerate(match.sides) if (contest, side) in state.scratches]


def unplayed(state: State, contest: str, match: Match) -> bool:
    mark = state.marks.get((contest, MAIN, match.stage, match.key))
    return mark is None or mark.check == "rejected"


def walked_over(state: State, contest: Line, match: Match) -> Mapping[str, Any] | None:
    """In a bracket whoever meets nobody goes on; of two who both do not come, nobody does.

    What was entered of a match of a scratched athlete is held out: he was to meet nobody yet.
    """
    away = sides_away(state, contest.id, match)
    void = any(match.sides[at] in state.athletes for at in away) or unplayed(state, contest.id, match)
    return {"forfeit": away} if away and in_bracket(contest, match) and void else None


def in_bracket(contest: Line, match: Match) -> bool:
    return _stage_of(contest, match).get("format") == "knockout"


def walkovers(state: State, contest: Line) -> list[tuple[Match, Mapping[str, Any]]]:
    told = ((one, walked_over(state, contest, one)) for one in matches_of(state, contest.id))
    return [(one, value) for one, value in told if value]


def settled(state: State, contest: Line, match: Match) -> bool:
    """Nobody has to enter it: the bracket or the regulation says what it is worth, or that it is nothing.

    Where the regulation is silent, matches of a team that has played before are entered one by one.
    """
    away = sides_away(state, contest.id, match)
    if not away:
        return False
    said = bool(_stage_of(contest, match).get("withdrawn"))
    return in_bracket(contest, match) or said or not _played(state, contest, match, away)


def _played(state: State, contest: Line, match: Match, away: list[int]) -> bool:
    """Whether any of those who are away has played in this stage."""
    gone = {match.sides[at] for at in away}
    mine = [one for one in matches_of(state, contest.id) if one.stage == match.stage and gone.intersection(one.sides)]
    return any(not unplayed(state, contest.id, one) for one in mine)


def _stage_of(contest: Line, match: Match) -> Mapping[str, Any]:
    names = {stage_id(contest, number): stage for number, stage in enumerate(contest.stages)}
    return names.get(match.stage, {})
