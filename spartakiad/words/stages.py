"""How stages of a contest and units of a bracket are called, by the names that a regulation gives them."""

import re
from collections.abc import Mapping

_STAGES: Mapping[str, str] = {
    "main": "",
    "groups": "Групповой этап",
    "circle": "Круговой турнир",
    "playoff": "Стыковые игры",
    "final": "Финал",
}
_UNITS: Mapping[str, str] = {
    "final": "Финал",
    "s": "Полуфинал",
    "q": "Четвертьфинал",
    "e": "Одна восьмая",
    "third": "За 3-е место",
    "fifth": "За 5-е место",
    "seventh": "За 7-е место",
    "ninth": "За 9-е место",
}


def stage_words(stage: str) -> str:
    """A name that is not known here is shown as the regulation has it."""
    return _STAGES.get(stage, stage)


def unit_words(unit: str) -> str:
    """«Финал», «Полуфинал 2»; a match of a round robin has a number."""
    found = re.fullmatch(r"([a-z]+)-?([0-9]*)", unit)
    words = _UNITS.get(found[1]) if found else None
    return f"{words} {found[2]}".strip() if found and words else unit


def pool_words(pool: str) -> str:
    return f"Группа {pool}" if pool else ""
