"""Ranks and titles of sport (разряды и звания), the lowest first, and how people write them."""

import re

from spartakiad.errors import Refusal

RANKS = ("б/р", "3юн", "2юн", "1юн", "III", "II", "I", "КМС", "МС", "МСМК", "ЗМС")
_NOTHING = ("бр", "безразряда", "неимеет", "нет", "нету")
_TITLES = {
    "кмс": "КМС",
    "кандидатвмастераспорта": "КМС",
    "канд.вмастераспорта": "КМС",
    "кандидатвмастера": "КМС",
    "мс": "МС",
    "мастерспорта": "МС",
    "мсмк": "МСМК",
    "мастерспортамеждународногокласса": "МСМК",
    "змс": "ЗМС",
    "заслуженныймастерспорта": "ЗМС",
}
_OF_RUSSIA = re.compile(r"(россии|рф|р)$")
_BY_SIGHT = str.maketrans("kmcz", "\u043a\u043c\u0441\u0437")  # Latin letters that are taken for Russian ones
_BETWEEN = re.compile(r"[\s.,()«»\"'/\\\u2010-\u2015\u2212-]+")
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
    """As the lists print it, however it was written; "" where nothing stands. Raises Refusal rank_unknown."""
    typed = " ".join(text.split())
    plain = _BETWEEN.sub("", typed.casefold().replace("ё", "е"))
    if not typed or typed in RANKS:
        return typed
    if not plain or plain in _NOTHING:
        return RANKS[0]
    found = _title(plain) or _grade(plain)
    if not found:
        raise Refusal("rank_unknown", "rank", typed=typed[:40], options=", ".join(RANKS))
    return found


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


def _title(plain: str) -> str:
    russian = plain.translate(_BY_SIGHT)
    return _TITLES.get(russian) or _TITLES.get(_OF_RUSSIA.sub("", russian), "")


def _grade(plain: str) -> str:
    for written in _WRITTEN:
        found = written.fullmatch(plain)
        if found:
            grade = _GRADES[found["grade"]]
            return f"{grade}юн" if found["young"] else "I" * grade
    return ""
