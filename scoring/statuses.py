"""The two enums of not having a place: a status stands beside a mark, an absence is a team's in a contest.

They equal their texts, so they have the hash of these too (Enum has that of the name, reckoned in Python each time).
"""

from enum import StrEnum


class Status(StrEnum):
    """Why a mark has no place. Display words differ by sport and live outside the engine."""

    DNS = "DNS"  # did not start
    DNF = "DNF"  # did not finish
    DSQ = "DSQ"  # disqualified
    LAP = "LAP"  # lapped and taken off the course
    NM = "NM"  # no valid mark
    OTL = "OTL"  # over the time limit
    MED = "MED"  # withdrawn by the doctor

    __hash__ = str.__hash__


class Absence(StrEnum):
    """Why a team has no place in a contest."""

    NOT_ENTERED = "not_entered"
    NO_SHOW = "no_show"
    WITHDREW = "withdrew"
    DISQUALIFIED = "disqualified"
    INCOMPLETE = "incomplete"  # fewer members with a result than the rule needs
    PENDING = "pending"  # may still get one
    PLAYING = "playing"  # of a contest whose places are still played for: nobody has any yet
    UNPLACED = "unplaced"  # started, and nobody got a place

    __hash__ = str.__hash__
