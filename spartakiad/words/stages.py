"""How stages of a contest and units of a bracket are called, by the names that a regulation gives them."""

import re
from collections.abc import Mapping, Sequence

from scoring.feeds import read_feed

_STAGES: Mapping[str, str] = {
    "main": "",
    "groups": "Групповой этап",
    "heats": "Забеги",
    "circle": "Круговой турнир",
    "playoff": "Стыковые игры",
    "final": "Финал",
}
_UNITS: Mapping[str, str] = {
    "final": "Финал",
    "s": "Полуфинал",
    "q": "Четвертьфинал",
    "e": "Одна восьмая",
    "x": "Одна шестнадцатая",
    "y": "Одна тридцать вторая",
    "third": "За 3-е место",
    "fifth": "За 5-е место",
    "seventh": "За 7-е место",
    "ninth": "За 9-е место",
}
_AHEAD = (
    *(("y", "в одной тридцать второй"), ("x", "в одной шестнадцатой"), ("e", "в одной восьмой")),
    *(("q", "в четвертьфиналах"), ("s", "в полуфиналах"), ("final", "в финале"), ("f", "в финале")),
    *(("playoff", "в стыковых играх"), ("play-off", "в стыковых играх"), ("third", "в игре за 3-е место")),
)
SETTLED = "место уже не изменится"  # of whom a bracket has given his, while others still play
_OUT_OF = {"winner": "победитель", "loser": "проигравший"}


def ahead_words(ahead: Sequence[str], parts: Sequence[str] = ()) -> str:
    """«Места разыграют в полуфиналах»; "" where nothing is ahead. `parts`: of which lists of a contest it is said."""
    if not ahead:
        return ""
    kinds = {re.sub(r"[-0-9]+$", "", one) for one in ahead}
    said = next((words for kind, words in _AHEAD if kind in kinds), "в следующих играх")
    if parts:
        return f"{', '.join(parts)}: места разыграют {said}; до этого за вид нет очков ни у одной команды."
    return f"Места разыграют {said}; до этого за вид нет ни очков, ни медалей."


def stage_words(stage: str) -> str:
    """A name that is not known here is shown as the regulation has it."""
    return _STAGES.get(stage, stage)


def unit_words(unit: str) -> str:
    """«Финал», «Полуфинал 2»; a match of a round robin has a number."""
    if places := re.fullmatch(r"([0-9]+)to([0-9]+)-([0-9]+)", unit):
        return f"За {places[1]}–{places[2]}-е места, игра {places[3]}"
    found = re.fullmatch(r"([a-z]+)-?([0-9]*)", unit)
    words = _UNITS.get(found[1]) if found else None
    return f"{words} {found[2]}".strip() if found and words else unit


def feed_words(told: str, *, first: bool) -> str:
    """Who comes into a match while nobody knows him: «победитель: полуфинал 1», «1-е место, группа А».

    `first`: of the first stage, where a place is the number of a lot.
    """
    feed = read_feed(told)
    if feed is None:
        return told
    if feed.unit:
        return f"{_OUT_OF[feed.by]}: {unit_words(feed.unit).lower()}"
    if first:
        return f"номер {feed.place}"
    return ", ".join(filter(None, [f"{feed.place}-е место", pool_words(feed.pool).replace("Г", "г", 1)]))


def pool_words(pool: str) -> str:
    return f"Группа {pool}" if pool else ""


def line_words(told: Mapping[str, str]) -> str:
    """Whose line of a sheet: «№ 12, забег 2, дорожка 4», «Тверь – Псков»."""
    heat, lane, stage = told.get("heat"), told.get("lane"), stage_words(told["stage"])
    if "sides" in told:
        return ", ".join(filter(None, [stage, f"«{told['sides']}»"]))
    bib = f"№ {told['bib']}" if told["bib"] else "строку без номера"
    where = [f"забег {heat}" if heat else "", f"дорожка {lane}" if lane else ""]
    return ", ".join(filter(None, [bib, stage.lower(), *where]))
