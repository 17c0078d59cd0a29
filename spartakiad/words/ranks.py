"""Ranks and titles of sport (разряды и звания), the lowest first, and how people write them."""

import re

from spartakiad.errors import Refusal

RANKS = ("б/р", "3юн", "2юн", "1юн", "III", "II", "I", "КМС", "МС", "ГР", "МСМК", "ЗМС")
_LONGEST = 200  # beyond it nobody names a rank
_NOTHING = re.compile(r"(?:б(?:ез)?|нету?|неим(?:еет)?)р(?:азр(?:яда)?)?|безразрядн(?:ик|ица)|нету?|неимеет|неприсвоен")
_OF = r"(?:россии|рос|рф|р|российскойфедерации|ссср)?"
_MASTER = r"м(?:аст(?:ера?)?)?с(?:п(?:орта?)?)?" + _OF
_WORLD = r"м(?:еж[а-я]{0,11})?к(?:л[а-я]{0,4})?"
_TITLES = {
    "КМС": re.compile(rf"к{_MASTER}|канд(?:идат)?в?(?:{_MASTER}|мастера?{_OF})"),
    "МС": re.compile(_MASTER),
    "ГР": re.compile(rf"гр|(?:международный)?гроссмейстер{_OF}"),
    "МСМК": re.compile(_MASTER + _WORLD + _OF),
    "ЗМС": re.compile(rf"з(?:асл(?:уж(?:енн(?:ый|ая|ого))?)?)?{_MASTER}"),
}
_BY_SIGHT = str.maketrans("kmcz", "\u043a\u043c\u0441\u0437")  # Latin letters that are taken for Russian ones
_BESIDE = re.compile(r"\(.*?\)|\[.*?\]|(?<=\S)[\s,]+по\s.*")  # «МС (подтверждён)», «1 разряд по лыжным гонкам»
_BETWEEN = re.compile(r"[\s.,;:()«»\"'/\\\u2010-\u2015\u2212-]+")
_GRADES = {"1": 1, "2": 2, "3": 3, "i": 1, "ii": 2, "iii": 3, "l": 1, "ll": 2, "lll": 3}
_GRADES |= {"\u0456": 1, "\u0456\u0456": 2, "\u0456\u0456\u0456": 3, "п": 2, "ш": 3}  # typed with Russian keys
_GRADES |= {"перв": 1, "втор": 2, "трет": 3}
_GRADE = r"(?P<grade>[1-3]|[il\u0456]{1,3}|[пш]|перв|втор|трет)(?:ый|ой|ий|ая|го|й|е)?"
_SPORT = r"(?:спортивный|спорт|сп)?"
_YOUNG = r"(?P<young>юношеский|юнош|юн|ю)"
_GROWN = r"(?:взрослый|взр|в)?"
_WORD = r"(?:разряд|разр|р)?"
_WRITTEN = (
    re.compile(rf"{_WORD}{_GRADE}{_SPORT}(?:{_YOUNG}|{_GROWN}){_SPORT}{_WORD}"),
    re.compile(rf"(?:{_YOUNG}|{_GROWN}){_SPORT}{_WORD}{_GRADE}"),
)


def rank_word(text: str) -> str:
    """As the lists print it, however it was written; "" where nothing stands.

    Raises Refusal rank_unknown, which says the whole of what was typed, or too_long.
    """
    typed = " ".join(text.split())
    if not typed or typed in RANKS:
        return typed
    if len(typed) > _LONGEST:
        raise Refusal("too_long", "rank", limit=_LONGEST, length=len(typed))
    plain = _plain(_BESIDE.sub("", typed)) or _plain(typed)
    if not plain or _NOTHING.fullmatch(plain):
        return RANKS[0]
    found = _title(plain) or _grade(plain)
    if not found:
        raise Refusal("rank_unknown", "rank", typed=typed, options=", ".join(RANKS))
    return found


def is_title(text: str) -> bool:
    """Whether it is a title of sport and nothing else: no grade, which may be a mere number."""
    return bool(_title(_plain(text)))


def is_within_ranks(rank: str, lowest: str, highest: str) -> bool:
    """`lowest`, `highest`: "" where nobody set one. A rank that nobody said is within none."""
    if not (lowest or highest):
        return True
    return rank in RANKS and RANKS.index(lowest or RANKS[0]) <= RANKS.index(rank) <= RANKS.index(highest or RANKS[-1])


def ranks_words(lowest: str, highest: str) -> str:
    """«с разрядом от II до КМС», «с разрядом не ниже II», «с разрядом не выше I»."""
    if lowest and highest:
        return f"с разрядом {lowest}" if lowest == highest else f"с разрядом от {lowest} до {highest}"
    return f"с разрядом не ниже {lowest}" if lowest else f"с разрядом не выше {highest}"


def _plain(text: str) -> str:
    return _BETWEEN.sub("", text.casefold().replace("ё", "е"))


def _title(plain: str) -> str:
    russian = plain.translate(_BY_SIGHT)
    return next((title for title, written in _TITLES.items() if written.fullmatch(russian)), "")


def _grade(plain: str) -> str:
    for written in _WRITTEN:
        found = written.fullmatch(plain)
        if found:
            grade = _GRADES[found["grade"]]
            return f"{grade}юн" if found["young"] else "I" * grade
    return ""
