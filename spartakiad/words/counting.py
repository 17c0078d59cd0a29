"""How many of whom: what is counted is typed in the genitive plural («спортсменов») and takes the form its number asks.

A noun that is not known and does not go by a rule stays as it was typed.
"""

import re
from collections.abc import Mapping

from spartakiad.words.numbers import number, plural

PRECISIONS: Mapping[str, str] = {"exact": "", "about": "около\u00a0", "more": "более\u00a0"}

# Genitive plural: one, and the genitive of one, which is the form after two, three and four.
_NOUNS: Mapping[str, tuple[str, str]] = {
    "человек": ("человек", "человека"),
    "команд": ("команда", "команды"),
    "участниц": ("участница", "участницы"),
    "спортсменок": ("спортсменка", "спортсменки"),
    "площадок": ("площадка", "площадки"),
    "делегаций": ("делегация", "делегации"),
    "организаций": ("организация", "организации"),
    "школ": ("школа", "школы"),
    "глав": ("глава", "главы"),
    "гостей": ("гость", "гостя"),
    "детей": ("ребёнок", "ребёнка"),
    "семей": ("семья", "семьи"),
    "врачей": ("врач", "врача"),
    "судей": ("судья", "судьи"),
    "специалистов": ("специалист", "специалиста"),
    "образований": ("образование", "образования"),
    "учреждений": ("учреждение", "учреждения"),
    "поселений": ("поселение", "поселения"),
    "муниципалитетов": ("муниципалитет", "муниципалитета"),
}
_RULES = ((re.compile(r"([^-]+тел)ей"), "ь", "я"), (re.compile(r"([^-]+[бвгдзклмнпрст])ов"), "", "а"))
_HARD = ("к", "г", "х")  # «ий» after these is no soft ending
_FEMALE, _NEUTER, _MEN = ("а", "я"), ("е", "о"), ("глава", "судья")


def count(value: int, precision: str, who: str) -> str:
    """«более 100 человек», «20 городов Союза», «1 муниципальное образование», «около 1 участника»."""
    return f"{PRECISIONS[precision]}{number(value)}\u00a0{_agreed(value, precision, who)}".rstrip()


def came(value: int | None, precision: str, who: str) -> str:
    """The verb before them: «Участвовал 21 спортсмен», «Участвовала 1 команда», «Участвовали 22 спортсмена»."""
    if value is None or precision != "exact" or plural(value, "1", "2", "5") != "1":
        return "Участвовали"
    one = next((forms[0] for word in who.split() if (forms := _forms(word))), "")
    return "Участвовала" if _female(one) else "Участвовало" if one.endswith(_NEUTER) else "Участвовал"


def _agreed(value: int, precision: str, who: str) -> str:
    """The noun and the adjectives before it; what follows the noun stays."""
    words = who.split()
    at = next((at for at, word in enumerate(words) if _forms(word)), None)
    many = precision == "exact" and plural(value, "1", "2", "5") == "5"
    if at is None or many or (precision != "exact" and plural(value, "1", "2", "2") != "1"):
        return who
    one, of_one = _forms(words[at]) or ("", "")
    few = plural(value, "1", "2", "5") == "2"
    noun = of_one if few or precision != "exact" else one
    before = words[:at] if few else [_adjective(word, one, of=precision != "exact") for word in words[:at]]
    return " ".join([*before, noun, *words[at + 1 :]])


def _forms(word: str) -> tuple[str, str] | None:
    if word in _NOUNS:
        return _NOUNS[word]
    found = ((rule.fullmatch(word), one, of) for rule, one, of in _RULES)
    return next(((hit[1] + one, hit[1] + of) for hit, one, of in found if hit), None)


def _adjective(word: str, noun: str, *, of: bool) -> str:
    """«муниципальных» before one: «муниципальное», of one: «муниципального»."""
    if not word.endswith(("ых", "их")):
        return word
    stem, soft = word[:-2], word.endswith("их")
    truly_soft = soft and not stem.endswith(_HARD)
    if _female(noun):
        return stem + (("ей" if truly_soft else "ой") if of else "ая")
    if of:
        return stem + ("его" if truly_soft else "ого")
    if noun.endswith(_NEUTER):
        return stem + ("ее" if truly_soft else "ое")
    return stem + ("ий" if soft else "ый")


def _female(noun: str) -> bool:
    return noun.endswith(_FEMALE) and noun not in _MEN
