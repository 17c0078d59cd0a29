"""Invented results of the demo: a shared time, a disqualification, a shared place, teams with equal totals."""

FIGURE = {
    "petrozavodsk": "1",
    "velikiy-novgorod": "2",
    "syktyvkar": "2",
    "pskov": "4",
    "vologda": "5",
    "arkhangelsk": "6",
    "ivanovo": "7",
    "cherepovets": "8",
}
_SHORTEST = {"ski-women": 14 * 600, "ski-men": 25 * 600}  # tenths of a second
_SPREAD = {"ski-women": 19, "ski-men": 23}


def ski_times(contest: str, starters: int) -> list[str]:
    """One typed mark for each starter in starting order; two of them equal, the last but two disqualified."""
    tenths = [_SHORTEST[contest] + (place * 37 % starters) * _SPREAD[contest] + place % 7 for place in range(starters)]
    tenths[5] = tenths[11]
    typed = [f"{value // 600}:{value % 600 // 10:02}.{value % 10}" for value in tenths]
    typed[-3] = "дискв"
    return typed
