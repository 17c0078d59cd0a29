"""What the cell «Виды» of a pasted table means: the lists of the programme that it names and this person fits."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spartakiad.competition.applicants import FITTING, Applicant, check_fits, fitting
from spartakiad.competition.decide.delegations import takes_entries
from spartakiad.competition.programme import Line, lines
from spartakiad.competition.quotas import check_room, ways
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.words.states import words

_AS = re.compile(r"\s*[(–—-]*\s*\b(запасн\w+|запас|зап|лично|в/к|вне конкурса)\b\.?\s*\)?\s*$", re.IGNORECASE)
_ROLES = {"з": "reserve", "л": "personal", "в": "guest"}  # by the first letter of these words


@dataclass(frozen=True, slots=True)
class Put:
    """Where a cell puts somebody, and as what."""

    list: Line
    role: str

    @property
    def title(self) -> str:
        return self.list.title if self.role == "team" else f"{self.list.title} ({words(self.role, 'role')})"


class Placing:
    """The programme as the cells of one table name it; whoever is placed takes room from those below him."""

    def __init__(self, state: State, team: str, sexes: Mapping[str, str]) -> None:
        """`sexes` of whoever is in the application already, by number."""
        self._state = state
        self._team = state.teams[team].title
        self._whole = {contest.id: contest for contest in lines(state)}
        self._programme = [one for contest in self._whole.values() for one in contest.lists]
        self._said: dict[str, list[tuple[str, str, list[Line]]]] = {}
        self._takes: dict[tuple[str, str], bool] = {}
        self._in_list: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._in_contest: dict[str, Counter[str]] = defaultdict(Counter)
        for entry in state.entries.values():
            if entry.team == team != entry.entrant:
                self._count(entry.contest, entry.part, ways(entry.role, sexes.get(entry.entrant, "")))

    def placed(self, text: str, who: Applicant) -> tuple[Put, ...]:
        """A list for each contest that the cell names. Raises Refusal at the cell for what is not plain."""
        if text not in self._said:
            self._said[text] = list(_named(self._programme, text))
        found: list[Put] = []
        for named, role, those in self._said[text]:
            one = _the_one(named, those, who)
            if role in FITTING:
                check_fits(one, who)
            if not self._open(one):
                raise Refusal("entries_closed", "contests", state=self._state.state)
            if any(other.list.id == one.id and other.list.part != one.part for other in found):
                raise Refusal("one_part_each", "contests", contest=one.title)
            self._check_room(one, ways(role, who.sex))
            found += [] if any(other.list == one for other in found) else [Put(one, role)]
        for put in found:
            self._count(put.list.id, put.list.part, ways(put.role, who.sex))
        return tuple(found)

    def _open(self, one: Line) -> bool:
        key = (one.id, one.part)
        if key not in self._takes:
            self._takes[key] = takes_entries(self._state, *key)
        return self._takes[key]

    def _count(self, contest: str, part: str, counted: Sequence[str]) -> None:
        for way in counted:
            self._in_list[contest, part][way] += 1
            self._in_contest[contest][way] += 1

    def _check_room(self, one: Line, counted: Sequence[str]) -> None:
        """In the list and in the whole contest. Raises Refusal as check_room does."""
        for line, taken in ((one, self._in_list[one.id, one.part]), (self._whole[one.id], self._in_contest[one.id])):
            if line.quotas:
                check_room(line.quotas, counted, taken, contest=line.title, team=self._team, clause=line.clause)


def _named(programme: Sequence[Line], text: str) -> Iterator[tuple[str, str, list[Line]]]:
    """The cell taken apart at its commas; a title may have some of its own. A dash between them names nothing."""
    pieces = [piece.strip() for piece in text.split(",") if _words(piece)]
    while pieces:
        runs = ((end, *_as(", ".join(pieces[:end]))) for end in range(len(pieces), 0, -1))
        read = ((end, named, role, _called(programme, named)) for end, named, role in runs)
        end, named, role, those = next((one for one in read if one[3]), (0, "", "", []))
        if not those:
            raise Refusal("no_such_contest", "contests", typed=pieces[0])
        yield named, role, those
        pieces = pieces[end:]


def _as(text: str) -> tuple[str, str]:
    """«Лыжи (запасной)»: what is named, and as what."""
    found = _AS.search(text)
    return (text[: found.start()], _ROLES[found[1][0].casefold()]) if found and found.start() else (text, "team")


def _called(programme: Sequence[Line], text: str) -> list[Line]:
    """Lists of this name; where there is none, those whose names begin with these words."""
    words = _words(text)
    exact = [one for one in programme if words in _names(one)]
    return exact or [one for one in programme if any(name[: len(words)] == words for name in _names(one))]


def _names(one: Line) -> list[list[str]]:
    """«Лыжные гонки: 3 км, женщины», «Лыжные гонки», «3 км, женщины»."""
    whole = one.title.removesuffix(f": {one.part_title}")
    return [_words(name) for name in (one.title, whole, one.part_title) if name]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().replace("ё", "е"))


def _the_one(named: str, those: list[Line], who: Applicant) -> Line:
    found = fitting([one for one in those if not one.by_teams], who)
    if len(found) == 1:
        return found[0]
    if all(one.by_teams for one in those):
        raise Refusal("team_only", "contests", contest=those[0].title)
    if not found:
        raise Refusal("no_part_fits", "contests", contest=named, who=who.entrant)
    parts = [f"«{one.part_title or one.title}»" for one in found]
    raise Refusal("part_needed", "contests", contest=named, parts=parts)
