"""Words for whoever was taken off the start: an athlete, or a team that left or did not come."""

from collections.abc import Mapping

HOW: Mapping[str, str] = {"withdrew": "снята", "no_show": "не вышла"}

TAKEN_OFF = ("снят", *HOW.values())


def absence_words(absence: str) -> str:
    """Of an athlete nothing is said of how."""
    return HOW.get(absence, "снят")
