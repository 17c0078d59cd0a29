"""Whether a text names somebody: his surname in any of its Russian cases, his name beside it."""

import re

_ENDINGS_OF = (
    "а я у ю е ы и й ь о ой ей ою ею ом ем ым им ам ям ах ях ых их ый ий ая яя ую юю ое ее ые ие ого его ому ему ов ев "
    "ами ями ыми ими ья ью ье ьи ьем ьей"
)
_ENDINGS = frozenset(_ENDINGS_OF.split())
_LONGEST_FIRST = sorted(_ENDINGS, key=len, reverse=True)
_SHORTEST = 2  # letters of a stem
_FLEETING = re.compile(r"[ео](?=[бвгджзйклмнпрстфхцчшщ]$)")  # Немец, Немца; Орёл, Орла


def names_him(text: str, surname: str) -> bool:
    """Each word of the surname stands there, as it is or declined: «заменена Лыжиной» names Лыжина."""
    said = _words(text)
    wanted = [stem(word) for word in _words(surname)]
    return bool(wanted) and all(any(_is_form(word, root) for word in said) for root in wanted)


def names_beside(text: str, name: str) -> bool:
    """Also the name or its first letter stands there."""
    letter, root = name[:1].casefold().replace("ё", "е"), stem(name.casefold().replace("ё", "е"))
    return any(word == letter or _is_form(word, root) for word in _words(text))


def same_stem(one: str, other: str) -> bool:
    """Лыжин, Лыжина: a text that names one of them may mean the other."""
    return [stem(word) for word in _words(one)] == [stem(word) for word in _words(other)]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().replace("ё", "е"))


def stem(word: str) -> str:
    """Without its ending of a case, where one is seen."""
    ending = next((end for end in _LONGEST_FIRST if word.endswith(end) and len(word) - len(end) >= _SHORTEST), "")
    return word.removesuffix(ending) if ending not in ("ов", "ев") else word


def _is_form(word: str, stem: str) -> bool:
    return any(
        word.startswith(one) and (word == one or word[len(one) :] in _ENDINGS)
        for one in {stem, _FLEETING.sub("", stem) if len(stem) > _SHORTEST else stem}
    )
