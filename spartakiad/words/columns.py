"""A contest over a column of figures."""

import re
from collections.abc import Iterator, Sequence

_COLUMN = 14  # letters that a heading of a column has room for
_VOWELS = "аеёиоуыэюя"
_WORD = re.compile(r"\d[\d×x.]*(?: к?м\b)?|(?:(?:в|на|с|со|до|от|по|без) )?[^\s,]+")
_ADJECTIVE = re.compile(r"[а-яё]{2}(ый|ий|ой|ая|яя|ое|ее|ые|(?<![ае]н)ие)$")


def column_titles(titles: Sequence[str]) -> tuple[str, ...]:
    """Of a programme: no two alike, as far as their titles differ: «Плавание 50 м, м» and «Плавание 100 м, м»."""
    short = [column_title(one) for one in titles]
    among = [[other for other, its in zip(titles, short, strict=True) if its == mine] for mine in short]
    told = [
        mine if len(alike) == 1 else _apart(one, alike) for one, mine, alike in zip(titles, short, among, strict=True)
    ]
    return tuple(mine if told.count(mine) == 1 else one for one, mine in zip(titles, told, strict=True))


def column_title(title: str) -> str:
    """«Лыжные гонки, женщины» → «Лыжн. гонки ж»: enough for a column; the whole title is there for whoever asks.

    An adjective alone says nothing: «Зимний трейл» is «Зимн. трейл».
    """
    name, sex = _parted(title)
    return f"{_sport(name)} {sex}".strip()


def _parted(title: str) -> tuple[str, str]:
    """Its name and «ж» or «м», or whatever letter stands for the last words."""
    name, _, rest = title.rpartition(",") if "," in title else (title, "", "")
    return name, rest.strip()[:1]


def _sport(name: str) -> str:
    first, *more = name.replace(",", "").split()
    told = [f"{first[:4].rstrip(_VOWELS)}.", more[0]] if more and _ADJECTIVE.search(first) else [first]
    return " ".join(map(_cut, told))


def _cut(word: str) -> str:
    return word if len(word) <= _COLUMN else f"{word[: _COLUMN - 1]}…"


def _apart(title: str, alike: Sequence[str]) -> str:
    """With what the others do not all say too: a distance, a style."""
    common = set.intersection(*(set(_said(one)) for one in alike))
    name, sex = _parted(title)
    own = " ".join(_shorter(one) for one in _said(name) if one not in common)
    return ", ".join(filter(None, (f"{_sport(name)} {own}", sex))) if own else column_title(title)


def _said(title: str) -> Iterator[str]:
    """Word by word; a number has its unit with it."""
    return (one.replace(" ", "\u00a0") for one in _WORD.findall(title))


def _shorter(word: str) -> str:
    """«вольн.», «брасс», «50 м»."""
    return f"{word[:5].rstrip(_VOWELS)}." if _ADJECTIVE.search(word) else _cut(word)
