"""Whom a row of a file means: by his number, then by his name; teams by what they are called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from spartakiad.competition.programme import Line
from spartakiad.words.keys import search_key, slug_of

_TITLES = frozenset({"g", "gor", "gorod", "komanda", "sbornaya", "sbornaja"})  # before the name of a city
_CLOSE = 0.75
_NEAR = 3
_MOST_LOOKED_FOR = 20  # strangers of one file: a file of strangers is another contest's


@dataclass(frozen=True, slots=True)
class Starter:
    """Somebody of the start list, with the list he stands in. `bib`: what he wears there, "" where nobody wears one."""

    entrant: str
    bib: str
    name: str
    team_title: str
    line: Line

    @property
    def label(self) -> str:
        return self.name if self.line.by_teams else f"№ {self.bib} {self.name}"

    @property
    def typed(self) -> str:
        """What stands for him in the field of a form."""
        return self.name if self.line.by_teams else self.bib


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says of who it is about; `part`: of the contest, or "" where the row does not tell.

    `number`: in the Games, by which our own protocol calls whoever did not consent to publication.
    """

    bib: str = ""
    name: str = ""
    team: str = ""
    part: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Met:
    """Who it is, or nobody with those who are called alike. `doubted`: the number is his, the name is another's."""

    starter: Starter | None
    near: tuple[Starter, ...] = ()
    doubted: bool = False


class Starters:
    """Everybody who is on the start lists of a contest, to be found by what files say."""

    def __init__(self, starters: Sequence[Starter]) -> None:
        self.all = starters
        self._numbers = {one.bib: one for one in starters if not one.line.by_teams}
        self._words = {one.entrant: _words(one.name) for one in starters}
        self._looked_for = 0
        self._called_by = {one.entrant: [*map(_words, one.name.split(" "))] for one in starters}
        self._keys = {" ".join(sum(self._called_by[one.entrant][:2], ())): one for one in starters}

    def find(self, said: Said, *, by_name: bool = False) -> Met:
        """`by_name`: the numbers of the file are its own."""
        if said.number in self._words:
            return Met(next(one for one in self.all if one.entrant == said.number))
        named = self._named(said)
        starter = None if by_name else self._numbers.get(said.bib.lstrip("0№ "))
        if starter is not None:
            return Met(starter, doubted=self._contradicts(starter, said.name))
        if len(named) == 1:
            return Met(named[0])
        return Met(None, tuple(named[:_NEAR]) or self._near(said.name or said.team))

    def typed(self, text: str) -> Starter | None:
        """Whom a judge means: a number, or the name of a team."""
        number = self._numbers.get(text.strip().lstrip("№ "))
        called = self._called(text) if number is None else []
        return number or (called[0] if len(called) == 1 else None)

    def _named(self, said: Said) -> list[Starter]:
        """Of namesakes those of the team and of the part that the row tells."""
        words = _words(said.name)
        found = [one for one in self.all if words and not one.line.by_teams and self._agrees(one, words)]
        found = found or self._called(said.name or said.team, whole=bool(said.name))
        of_team = [one for one in found if set(_words(one.team_title)) & set(_words(said.team))]
        of_part = [one for one in of_team or found if one.line.part == said.part]
        return of_part or of_team or found

    def _called(self, text: str, *, whole: bool = False) -> list[Starter]:
        """Teams: the very name, else (unless it is the `whole` of what is said) all of whose words are said."""
        words = set(_words(text)) - _TITLES
        teams = [one for one in self.all if one.line.by_teams and words]
        exact = [one for one in teams if set(self._words[one.entrant]) - _TITLES == words]
        return exact or [one for one in teams if not whole and set(self._words[one.entrant]) - _TITLES <= words]

    def _contradicts(self, starter: Starter, name: str) -> bool:
        """Whether a name is somebody else's; where we know none ourselves (it was erased) nothing contradicts."""
        known = self._words[starter.entrant] != (starter.entrant,)
        return bool(name) and known and not self._agrees(starter, _words(name))

    def _agrees(self, starter: Starter, words: Sequence[str]) -> bool:
        """The surname, and the first name or its initial where there is more than a surname."""
        surname, first = [*self._called_by[starter.entrant], (), ()][:2]
        if not surname or not set(surname) <= set(words):
            return False
        others = set(words) - set(surname)
        if not others or not first:
            return True
        return set(first) <= others or any(len(one) == 1 and one == first[0][0] for one in others)

    def _near(self, text: str) -> tuple[Starter, ...]:
        """Whoever is called alike and has the first letter of his surname in common."""
        words = _words(text)
        self._looked_for += 1
        if not words or self._looked_for > _MOST_LOOKED_FOR:
            return ()
        letters = {word[0] for word in words}
        keys = [key for key in self._keys if key[:1] in letters]
        return tuple(self._keys[key] for key in get_close_matches(" ".join(words), keys, _NEAR, _CLOSE))


def part_called(group: str, lists: Sequence[Line]) -> str:
    """The part that a group of a file is, by the words of its title; "" where none or several fit."""
    words = set(_words(group))
    fit = [one.part for one in lists if words and one.part_title and _alike(set(_words(one.part_title)), words)]
    return fit[0] if len(fit) == 1 else ""


def _alike(ours: set[str], theirs: set[str]) -> bool:
    return ours <= theirs or theirs <= ours


def _words(text: str) -> tuple[str, ...]:
    """Each word by the letters of one alphabet, so that «Снегова», «СНЕГОВА» and «Snegova» are one."""
    return tuple(filter(None, (_letters(word) for word in re.split(r"[\s,.;()«»\"–-]+", text))))


def _letters(word: str) -> str:
    russian = re.search("[а-яё]", word, re.IGNORECASE)
    return slug_of(search_key(word) if russian else word)
