"""Why a number is what it is: a kind, the clause of the regulation that says so, and the particulars. No sentences."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from scoring.lazy import by_the_thousand

ReasonKind = Literal[
    # how a row of a ranking stands
    "mark",  # criterion, value: placed by what was shown
    "status",  # status: no place
    "guest",  # «в/к»: listed, takes no place
    "vacated",  # document, why: the place was taken away and stays empty
    "matches",  # played, won, drawn, lost, points, score, sets, balls, pool
    "matches_annulled",  # withdrew, or the matches were declared void: no place
    "bracket",  # unit, place: the match that gave the place
    "combined",  # parts: [{part, mark, shown, place, points}], total
    "own_place",  # entrant, place: the team stands where its own entry stands
    "members",  # members: [{entrant, value, share where it is one}], sum, needed
    "team_unplaced",  # absence, members, needed
    # how equals were told apart, or were not
    "tie_broken",  # criterion, value, among
    "criterion_missing",  # criterion, among: one of the equals lacks it, so it decided nothing
    "decided",  # decision, document, why, among
    "shared",  # with
    "undecided",  # with
    # a team's cell in a standing
    "place_points",  # place, sharing, rule, worths (of the places taken up), shared, weight, points; n
    "entrants_points",  # entrants: [{entrant, place, share, points}]
    "teams_points",  # teams: [{team, place, points}]: all the teams of a city
    "absence",  # absence, rule, points
    "not_held",  # nobody has a mark in this contest yet
    "beyond_best",  # k
    "dropped",  # d: among the worst D, which do not count
    "other_choice",  # contests: of several to choose from, these count
    "never_counts",  # absence
    "adjustment",  # points, why, document
    # a row of a standing
    "total",  # total, counted
    "not_classified",  # entered, minimum
    "nothing_held",
    "contests_held",  # held, of: another number of contests than the regulation counts on
    # the cup
    "cup_missing",  # contests
    "cup_first_place",  # teams: one, or those who share it
    "cup_tied",  # teams
    "cup_decided",  # document, why, among
]
REASON_KINDS: frozenset[str] = frozenset(get_args(ReasonKind))


NO_ARGS: Mapping[str, object] = {}


class Reason(NamedTuple):
    """`args` hold ids, exact numbers, and lists and mappings of these; `clause` is the regulation's own numbering."""

    kind: ReasonKind
    clause: str | None = None
    args: Mapping[str, object] = NO_ARGS


new_reason = by_the_thousand(Reason)
