"""A contest over a column of figures."""

import re

_COLUMN = 14  # letters that a heading of a column has room for
_VOWELS = "аеёиоуыэюя"
_ADJECTIVE = re.compile(r"[а-яё]{2}(ый|ий|ой|ая|яя|ое|ее|ые|(?<![ае]н)ие)$")


def column_title(title: str) -> str:
    """«Лыжные гонки, женщины» → «Лыжн. гонки ж»: enough for a column; the whole title is there for whoever asks.

    An adjective alone says nothing: «Зимний трейл» is «Зимн. трейл».
    """
    name, _, rest = title.rpartition(",") if "," in title else (title, "", "")
    first, *more = name.replace(",", "").split()
    told = [f"{first[:4].rstrip(_VOWELS)}.", more[0]] if more and _ADJECTIVE.search(first) else [first]
    return " ".join(part for part in (*map(_cut, told), rest.strip()[:1]) if part)


def _cut(word: str) -> str:
    return word if len(word) <= _COLUMN else f"{word[: _COLUMN - 1]}…"
