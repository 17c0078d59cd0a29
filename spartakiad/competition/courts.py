"""Hours and courts of a tournament: round after round, as many matches at one time as there are courts."""

from collections.abc import Sequence

from spartakiad.competition.plans import Plan

_DAY = 24 * 60  # minutes


def hours(plan: Plan, sizes: Sequence[int]) -> list[tuple[int, str]]:
    """Of every match, minutes after the hour of the timetable and its court; `sizes`: how many are in each round.

    A round begins when the one before is over, so nobody plays twice at one time; after `rounds_a_day` of them the
    next day begins. Where no courts are named there are no hours: (0, "").
    """
    if not plan.courts:
        return [(0, "")] * sum(sizes)
    found: list[tuple[int, str]] = []
    slot, day = 0, 0
    for turn, size in enumerate(sizes):
        if plan.rounds_a_day and turn and turn % plan.rounds_a_day == 0:
            slot, day = 0, day + 1
        for at in range(size):
            after = plan.delay + day * _DAY + (slot + at // len(plan.courts)) * plan.minutes
            found.append((after, plan.courts[at % len(plan.courts)]))
        slot += -(-size // len(plan.courts))
    return found
