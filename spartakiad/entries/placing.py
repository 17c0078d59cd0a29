"""What the cell «Виды» of a pasted table means: the lists of the programme that it names and this person fits."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spartakiad.competition.ages import Born, is_within
from spartakiad.competition.applicants import FITTING, Applicant, check_fits, fitting
from spartakiad.competition.decide.delegations import takes_entries
from spartakiad.competition.programme import Line, lines
from spartakiad.competition.quotas import check_room, ways
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.people.applicants import Wished
from spartakiad.people.forms import Clean
from spartakiad.words.entered import entered_words
from spartakiad.words.mentions import stem
from spartakiad.words.weights import category_word

_AS = re.compile(r"\s*[(–—-]*\s*\b(запасн\w+|запас|зап|лично|в/к|вне конкурса)\b\.?\s*\)?\s*$", re.IGNORECASE)
_CATEGORY = re.compile(
    r"\s*[(–—,-]*\s*((?:до|свыше|более)?\s*\+?\d{2,3}(?:[.,]\d)?\+?\s*(?:кг)?)\.?\s*\)?\s*$", re.IGNORECASE
)
_STEM = 3  # letters of a word that is told by its stem
_ROLES = {"з": "reserve", "л": "personal", "в": "guest"}  # by the first letter of these words


@dataclass(frozen=True, slots=True)
class Put:
    """Where a cell puts somebody, as what, and in which category of weight."""

    list: Line
    role: str
    category: str = ""

    @property
    def title(self) -> str:
        return entered_words(self.list.title, self.role, self.category)

    @property
    def wished(self) -> Wished:
        return Wished(self.list.id, self.role, self.list.part, self.category)


@dataclass(frozen=True, slots=True)
class Named:
    """What a piece of a cell names: lists of the programme, a role, a category or ""."""

    text: str
    lists: list[Line]
    role: str = "team"
    category: str = ""


class Placing:
    """The programme as the cells of one table name it; whoever is placed takes room from those below him."""

    def __init__(self, state: State, team: str, sexes: Mapping[str, str]) -> None:
        """`sexes` of whoever is in the application already, by number."""
        self._state = state
        self._slug, self._team = team, state.teams[team].title
        self._whole = {contest.id: contest for contest in lines(state)}
        self._programme = [one for contest in self._whole.values() for one in contest.lists]
        self._said: dict[str, list[Named]] = {}
        self._born: dict[str, list[Born]] = {}
        self._chosen: dict[tuple[object, ...], tuple[Put, ...]] = {}
        self._takes: dict[tuple[str, str], bool] = {}
        self._in_list: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._in_contest: dict[str, Counter[str]] = defaultdict(Counter)
        for entry in state.entries.values():
            if entry.team == team != entry.entrant:
                self._count(entry.contest, entry.part, ways(entry.role, sexes.get(entry.entrant, "")))

    def placed(self, text: str, who: Clean) -> tuple[Put, ...]:
        """A list for each contest that the cell names. Raises Refusal at the cell for what is not plain."""
        alike = self._alike(text, who)
        if alike not in self._chosen:
            name = f"{who.surname} {who.name}"
            self._chosen[alike] = self._choose(text, Applicant(name, self._slug, who.sex, who.born_on, who.rank))
        found = self._chosen[alike]
        for put in found:
            self._check_room(put.list, ways(put.role, who.sex))
        for put in found:
            if put.list.quotas or self._whole[put.list.id].quotas:
                self._count(put.list.id, put.list.part, ways(put.role, who.sex))
        return found

    def _alike(self, text: str, who: Clean) -> tuple[object, ...]:
        """All by which the lists that a cell names tell people apart: those alike in it are put where the first was."""
        if text not in self._said:
            self._said[text] = list(_named(self._programme, text))
            bounds = {one.born for named in self._said[text] for one in named.lists}
            self._born[text] = [one for one in bounds if one != (None, None)]
        return (text, who.sex, who.rank, *(is_within(who.born_on, one) for one in self._born[text]))

    def _choose(self, text: str, who: Applicant) -> tuple[Put, ...]:
        found: list[Put] = []
        for named in self._said[text]:
            one = _the_one(named, who)
            if named.role in FITTING:
                check_fits(one, who)
            if not self._open(one):
                raise Refusal("entries_closed", "contests", state=self._state.state)
            if any(other.list.id == one.id and other.list.part != one.part for other in found):
                raise Refusal("one_part_each", "contests", contest=one.title)
            found += (
                []
                if any(other.list == one for other in found)
                else [Put(one, named.role, "" if one.weights.own else named.category)]
            )
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


def _named(programme: Sequence[Line], text: str) -> Iterator[Named]:
    """The cell taken apart at its commas and semicolons; a title may have commas of its own. A dash names nothing."""
    pieces = [piece.strip() for piece in re.split("[,;]", text) if _words(piece)]
    while pieces:
        runs = ((end, _read(programme, ", ".join(pieces[:end]))) for end in range(len(pieces), 0, -1))
        end, named = next(((end, named) for end, named in runs if named.lists), (0, None))
        if named is None:
            raise Refusal("no_such_contest", "contests", typed=pieces[0])
        yield named
        pieces = pieces[end:]


def _read(programme: Sequence[Line], text: str) -> Named:
    """«Лыжи (запасной)»: what is named, and as what; «Гири (до 85 кг)»: in which category, where it has such ones."""
    found = _AS.search(text)
    text, role = (text[: found.start()], _ROLES[found[1][0].casefold()]) if found and found.start() else (text, "team")
    whole = _called(programme, text)
    bracket = _CATEGORY.search(text)
    category = category_word(bracket[1]) if bracket and not whole else ""
    if not (bracket and category):
        return Named(text, whole, role)
    lists = _called(programme, text[: bracket.start()])
    weighed = [one for one in lists if category in (*one.weights.of.get("f", ()), *one.weights.of.get("m", ()))]
    return Named(text, weighed, role, category)


def _called(programme: Sequence[Line], text: str) -> list[Line]:
    """Lists of this name; else those whose names begin with these words; else, «Лыжи», with the stem of a lone word."""
    words = _words(text)
    exact = [one for one in programme if words in _names(one)]
    begun = exact or [one for one in programme if any(name[: len(words)] == words for name in _names(one))]
    if begun or len(words) != 1 or len(stem(words[0])) < _STEM:
        return begun
    return [one for one in programme if any(name[0].startswith(stem(words[0])) for name in _names(one) if name)]


def _names(one: Line) -> list[list[str]]:
    """«Лыжные гонки: 3 км, женщины», «Лыжные гонки», «3 км, женщины»."""
    whole = one.title.removesuffix(f": {one.part_title}")
    return [_words(name) for name in (one.title, whole, one.part_title) if name]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().replace("ё", "е"))


def _the_one(named: Named, who: Applicant) -> Line:
    athletes = [one for one in named.lists if not one.by_teams]
    if not athletes:
        raise Refusal("team_only", "contests", contest=named.lists[0].title)
    of_weight = [one for one in athletes if named.category in ("", one.weights.own)]
    found = fitting(of_weight or athletes, who)
    if not found:
        raise Refusal("no_part_fits", "contests", contest=named.text, who=who.entrant)
    if len(found) > 1:
        parts = [f"«{one.part_title or one.title}»" for one in found]
        raise Refusal("part_needed", "contests", contest=named.text, parts=parts)
    if named.category and not found[0].weights.own and named.category not in found[0].weights.of.get(who.sex, ()):
        raise Refusal("category_of_other_sex", "contests", contest=found[0].title, category=named.category)
    return found[0]
