"""Results of matches as other programs write them: round, two teams and a score, or everybody by everybody."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spartakiad.competition.matches import Match
from spartakiad.intake.results import NUMBERS, ResultLine
from spartakiad.results.file_who import Said, Starters

_PAIR = re.compile(r"(\d+|[+\-–−])\s*([:\-–—/])\s*(\d+|[+\-–−])")
_SCORE = re.compile(r"\d+\s*[:\-–—]\s*\d+(?:\s*(?:от|пб|б|ot|so)\b)?", re.IGNORECASE)
_SETS = re.compile(r"\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A row that tells a result of two, as their names and the score from the side of the first."""

    first: str
    second: str
    score: str


def is_cross(lines: Sequence[ResultLine]) -> bool:
    """A column for each opponent, and none for the other side."""
    return bool(lines) and not any(line["second"] for line in lines) and any(line["2"] for line in lines)


def meetings_in(lines: Sequence[ResultLine]) -> Iterator[tuple[ResultLine, Meeting]]:
    """Of a table of everybody by everybody each pair once, from the row of the upper one."""
    if not is_cross(lines):
        for line in lines:
            score = line["result"] or ":".join(filter(None, (line["score_first"], line["score_second"])))
            yield line, Meeting(line["first"] or line["team"], line["second"], played(score))
        return
    names = [line["team"] or line["first"] or line["full"] for line in lines]
    for at, line in enumerate(lines):
        for number in NUMBERS[at + 1 : len(lines)]:
            found = _SCORE.search(line[number])
            if found:
                yield line, Meeting(names[at], names[int(number) - 1], found[0])


def played(score: str) -> str:
    """«3:1 (25:20, 20:25, …)» says the sets, which say the rest."""
    sets = _SETS.search(score)
    return sets[1].strip() if sets and len(_PAIR.findall(sets[1])) > 1 else score


def turned(score: str) -> str:
    """The same from the side of the other."""
    return _PAIR.sub(r"\3\2\1", score)


@dataclass(slots=True)
class Matches:
    """The matches of a contest, to be found by who meets; of several between the same two each is found once."""

    matches: Sequence[Match]
    starters: Starters
    _taken: dict[str, int] = field(default_factory=dict)

    def find(self, meeting: Meeting) -> tuple[Match, str] | None:
        """The match, and the score from the side of its first."""
        sides = [self.starters.find(Said(name=name, team=name)).starter for name in (meeting.first, meeting.second)]
        if None in sides:
            return None
        first, second = (side.entrant for side in sides if side)
        same = [one for one in self.matches if {first, second} == set(one.sides)]
        pair = " ".join(sorted((first, second)))
        at = self._taken.get(pair, 0)
        if at >= len(same):
            return None
        self._taken[pair] = at + 1
        return same[at], meeting.score if same[at].sides == (first, second) else turned(meeting.score)


def named(meeting: Meeting) -> Mapping[str, str]:
    return {"first": meeting.first, "second": meeting.second}
