"""Invented results of the demo: with a shared time, a disqualification and a shared place."""

FIGURE = {
    "petrozavodsk": "1",
    "vologda": "2",
    "cherepovets": "2",
    "pskov": "4",
    "syktyvkar": "5",
    "arkhangelsk": "6",
    "ivanovo": "7",
    "velikiy-novgorod": "8",
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
