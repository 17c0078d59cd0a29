"""Searching as people type: «елка» finds «ёлка», «ПСКОВ» finds Псков, «в Петрозаводске» finds Петрозаводск."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spartakiad.words.keys import sort_key

MOST_SIGNS = 200
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SMALL = frozenset(("в", "во", "на", "из", "с", "со", "и", "о", "об", "от", "для", "по", "к", "у", "г", "город"))
_ENDING = re.compile(
    r"(?:ами|ями|ого|его|ому|ему|ыми|ими|ость|ости|ией|ий|ый|ой|ая|яя|ое|ее|ые|ие|ых|их|ым|им"
    r"|ом|ем|ам|ям|ах|ях|ов|ев|ей|ую|юю|ия|ии|ию|[аеёиоуыэюяйь])$"
)
_STEM = 3  # letters that a word keeps whatever its ending


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: cities by slug, each to be there, and stems of the other words, each to be found."""

    cities: tuple[str, ...]
    stems: tuple[str, ...]


def fold(text: str) -> str:
    """Small letters, ё as е, one space between words."""
    return " ".join(sort_key(text).partition("\x1f")[0].split())


def folded(*groups: Iterable[str | None]) -> str:
    """All that is said in these texts, in one line."""
    return fold(" ".join(text for group in groups for text in group if text))


def understood(typed: str, cities: Mapping[str, Sequence[str]]) -> Asked:
    """`cities`: by slug, the forms that the name of each takes; the longest name that fits is meant."""
    words = _WORD.findall(fold(typed[:MOST_SIGNS]))
    forms = {tuple(_WORD.findall(fold(form))): slug for slug, said in cities.items() for form in said if form}
    longest = max(map(len, forms), default=0)
    found: list[str] = []
    stems: list[str] = []
    at = 0
    while at < len(words):
        taken = next((n for n in range(longest, 0, -1) if tuple(words[at : at + n]) in forms), 0)
        if taken:
            found.append(forms[tuple(words[at : at + taken])])
        elif words[at] not in _SMALL:
            stems.append(stem(words[at]))
        at += taken or 1
    return Asked(tuple(dict.fromkeys(found)), tuple(dict.fromkeys(stems)))


def stem(word: str) -> str:
    """«конференции» and «конференция» have one; what is short stays as it is."""
    cut = _ENDING.sub("", word)
    return cut if len(cut) >= _STEM else word
