"""Reading the result of a match as a judge types it: «3:2», «3-2 ОТ», «2:3 Б», «25:20 20:25 15:13», «+:-»."""

import re
from dataclasses import dataclass

from scoring.marks.reading import Refusal, refuse
from scoring.marks.typed import LONGEST, clean, without_blanks

MOST = 9999  # goals or points of one side
_PAIR = re.compile(r"([0-9]+)\s*[:\-–—]\s*([0-9]+)")
_ABSENT = re.compile(r"([+\-–−])\s*[:/]\s*([+\-–−])")
_DECIDED = {"от": "overtime", "ot": "overtime", "б": "shootout", "пб": "shootout", "so": "shootout"}
_LOOKALIKES = str.maketrans("ot", "от")


@dataclass(frozen=True, slots=True)
class MeetingReading:
    """`score` of the two sides, or `sets` one by one; `forfeit`: which sides did not come, 0 and 1."""

    score: tuple[int, int] | None = None
    sets: tuple[tuple[int, int], ...] = ()
    forfeit: tuple[int, ...] = ()
    decided: str | None = None


def read_meeting(raw: str) -> MeetingReading | Refusal:
    """Typed text → a result of two sides. A shoot-out in brackets is refused: its goal belongs into the score."""
    text = without_blanks(raw)
    if not text or len(text) > LONGEST or any(mark.isdigit() and mark not in "0123456789" for mark in text):
        found = clean(raw)
        return found if isinstance(found, Refusal) else refuse("not_a_result")
    absent = _ABSENT.fullmatch(text)
    if absent:
        return _forfeited(absent[1], absent[2])
    if "(" in text:
        return refuse("bracketed_result")
    words = re.fullmatch(rf"({_PAIR.pattern})\s*([^\W\d_]+)\.?", text.casefold())
    if words:
        decided = _DECIDED.get(words[4]) or _DECIDED.get(words[4].translate(_LOOKALIKES))
        return _played(words[1], decided) if decided else refuse("not_a_result")
    return _played(text, None)


def _forfeited(first: str, second: str) -> MeetingReading | Refusal:
    away = tuple(side for side, sign in enumerate((first, second)) if sign != "+")
    return MeetingReading(forfeit=away) if away else refuse("not_a_result")


def _played(text: str, decided: str | None) -> MeetingReading | Refusal:
    games = [one for one in re.split(r"\s*[,;]\s*|(?<=[0-9])\s+(?=[0-9]+\s*[:\-–—])", text) if one]
    pairs = [_PAIR.fullmatch(one) for one in games]
    if not games or not all(pairs):
        return refuse("not_a_result")
    scores = tuple((int(pair[1]), int(pair[2])) for pair in pairs if pair)
    if any(goals > MOST for pair in scores for goals in pair):
        return refuse("out_of_reach", most=MOST)
    if len(scores) > 1:
        return MeetingReading(sets=scores)
    if decided and scores[0][0] == scores[0][1]:
        return refuse("decided_equal", decided=decided)
    return MeetingReading(score=scores[0], decided=decided)
