"""What was typed about a person → a clean value, or a refusal at each field."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from spartakiad.competition.texts import PHRASE, a_day, end_of_paper, free_text, with_century
from spartakiad.errors import Refusal
from spartakiad.intake.columns import Cells
from spartakiad.words.fields import TITLES
from spartakiad.words.keys import search_keys
from spartakiad.words.officials import POSTS, post_of
from spartakiad.words.ranks import rank_word

NAME_LIMIT = 100
_LETTER = "A-Za-zÀ-ɏЀ-ԯ"  # Latin and Cyrillic with what Komi, Karelian and other names need
_NAME = re.compile(rf"[{_LETTER}]+(?:[-'’ .]{{1,2}}[{_LETTER}]+)*\.?")
_USUAL = re.compile(r"[А-ЯЁ][а-яё]{1,39}")  # most names of any table, at once what they have to be
_STRESS = "\u0301"
_RUSSIAN = re.compile(r"[А-Яа-яЁё]")
_LATIN = re.compile(r"[A-Za-z]")
_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD])
_OLDEST = 100
_YOUNGEST = 3  # of whoever competes: a younger one is a year that was typed wrong, or in two digits
_BETWEEN = r"[-\u2010-\u2015\u2212]?"  # any hyphen or dash, or none
_UIN = re.compile(rf"(\d{{2}}){_BETWEEN}(\d{{2}}){_BETWEEN}(\d{{7}})", re.ASCII)
_PARTICLES = ("оглы", "кызы", "заде")  # of a patronymic
_SEXES = {"ж": "f", "жен": "f", "женский": "f", "f": "f", "м": "m", "муж": "m", "мужской": "m", "m": "m"}


Key = tuple[str, date]  # by what one human being is known again: the folded name and the day of birth


@dataclass(frozen=True, slots=True)
class Official:
    """Whoever comes with a team and does not compete. `post`: a kind of words.officials.POSTS."""

    post: str
    surname: str
    name: str
    patronymic: str


class Clean(NamedTuple):
    """An athlete as understood. `medical_until`, `insurance_until`: None where nobody said."""

    surname: str
    name: str
    patronymic: str
    sex: str
    born_on: date
    rank: str
    coach: str = ""
    uin_gto: str = ""
    medical_until: date | None = None
    insurance_until: date | None = None

    @property
    def key(self) -> Key:
        return keys_of([self])[0]


def keys_of(people: Sequence[Clean]) -> list[Key]:
    names = search_keys([f"{one.surname} {one.name} {one.patronymic}" for one in people])
    return [(name, one.born_on) for name, one in zip(names, people, strict=True)]


def understand(typed: Cells, today: date) -> Clean | list[Refusal]:
    """A clean athlete, or every refusal at once. `today` bounds the birth date."""
    return _athlete([_read(field, getattr(typed, field), today) for field in _ATHLETE])


def understand_rows(rows: Sequence[Cells], today: date) -> list[Clean | Official | list[Refusal]]:
    """Of a table: an official where a row names a post, else an athlete. What many cells say is read once."""
    said = dict(zip(Cells._fields, zip(*rows, strict=True), strict=True)) if rows else {}
    columns, plain = [], True
    for field in ("post", *_ATHLETE):
        found = {text: _read(field, text, today) for text in set(said.get(field, ()))}
        plain = plain and not any(isinstance(one, Refusal) for one in found.values())
        columns.append([found[text] for text in said.get(field, ())])
    if plain and not any(columns[0]):
        return list(map(Clean, *columns[1:]))  # nothing is wrong in the whole table
    return [_row(row, post, values) for row, (post, *values) in zip(rows, zip(*columns, strict=True), strict=True)]


def _row(typed: Cells, post: str | Refusal, values: list[Any]) -> Clean | Official | list[Refusal]:
    if isinstance(post, Refusal):
        return [post]
    return understand_official({**typed._asdict(), "post": post}) if post else _athlete(values)


def _athlete(values: list[Any]) -> Clean | list[Refusal]:
    return [one for one in values if isinstance(one, Refusal)] or Clean(*values)


def _read(field: str, text: str, today: date) -> Any:
    """What a cell says, or why it cannot be taken."""
    try:
        return _READERS[field](text, today)
    except Refusal as refusal:
        return refusal


def understand_official(typed: Mapping[str, str], prefix: str = "") -> Official | list[Refusal]:
    """`prefix`: how the names of the fields begin where refusals are shown."""
    values = {}
    refusals = []
    readers: Mapping[str, Callable[[str], str]] = {"post": _post, **_NAMES}
    for field, read in readers.items():
        try:
            values[field] = read(typed[field])
        except Refusal as refusal:
            refusals.append(Refusal(refusal.kind, prefix + field, **{"label": TITLES[field], **refusal.args_for_words}))
    return refusals or Official(**values)


def _post(text: str) -> str:
    if text not in POSTS:
        raise Refusal("bad_choice" if text else "choice_needed", "post")
    return text


def name_word(text: str, field: str, needed: bool) -> str:
    """A surname, name or patronymic: letters, hyphen, apostrophe, space; NFC; invisible characters dropped."""
    if _USUAL.fullmatch(text):
        return text
    composed = unicodedata.normalize("NFC", text.translate(_INVISIBLE)).replace(_STRESS, "")
    clean = " ".join(composed.split())
    if not clean:
        if needed:
            raise Refusal("required", field)
        return ""
    if len(clean) > NAME_LIMIT:
        raise Refusal("too_long", field, limit=NAME_LIMIT, length=len(clean))
    if not _NAME.fullmatch(clean):
        wrong = next((c for c in clean if not re.match(rf"[{_LETTER}'’ .-]", c)), clean[-1])
        raise Refusal("bad_text", field, wrong=_visible(wrong))
    for word in clean.split():
        if _RUSSIAN.search(word) and (latin := _LATIN.search(word)):
            raise Refusal("mixed_alphabets", field, word=word, letter=latin.group())
    return _capitalised(clean)


def _capitalised(name: str) -> str:
    """ЛЫЖИНА and лыжина as Лыжина; what has capitals and small letters already is left as its bearer writes it."""
    if len(name) == 1 or name not in (name.upper(), name.lower()):
        return name
    words = re.split(r"([-. ])", name.lower())
    return "".join(word if word in _PARTICLES else word[:1].upper() + word[1:] for word in words)


def _visible(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}"


def sex_word(text: str) -> str:
    """«ж», «м» and how people write them; f or m."""
    sex = _SEXES.get(text.strip().casefold().rstrip("."))
    if sex is None:
        raise Refusal("bad_choice" if text.strip() else "choice_needed", "sex", options="ж или м")
    return sex


def birth_date(text: str, today: date) -> date:
    """05.03.1990, 5.3.90 or 1990-03-05; a day that exists, three to a hundred years ago."""
    whole = text if text[-4:].isdigit() else with_century(text, today, _OLDEST)
    born = a_day(whole, "born_on", "05.03.1990")
    if born > today:
        raise Refusal("future_birth", "born_on")
    if today.year - born.year > _OLDEST:
        raise Refusal("too_old_birth", "born_on", limit=_OLDEST)
    if today.year - born.year < _YOUNGEST:
        raise Refusal("too_young_birth", "born_on", limit=_YOUNGEST)
    return born


def uin_word(text: str) -> str:
    """УИН ГТО as its registry writes it, 24-44-0012345, however its hyphens were typed; "" where nothing stands."""
    plain = "".join(text.split())
    if not plain or not re.sub(_BETWEEN, "", plain):
        return ""
    found = _UIN.fullmatch(plain)
    if found is None:
        typed = " ".join(text.split())
        if len(typed) > PHRASE:
            raise Refusal("too_long", "uin_gto", limit=PHRASE, length=len(typed))
        raise Refusal("bad_uin", "uin_gto", typed=typed)
    return "-".join(found.groups())


_READERS: Mapping[str, Callable[[str, date], Any]] = {
    "surname": lambda text, _: name_word(text, "surname", True),
    "name": lambda text, _: name_word(text, "name", True),
    "patronymic": lambda text, _: name_word(text, "patronymic", False),
    "sex": lambda text, _: sex_word(text),
    "born_on": birth_date,
    "rank": lambda text, _: rank_word(text),
    "coach": lambda text, _: text and free_text(text, "coach", PHRASE),
    "uin_gto": lambda text, _: uin_word(text),
    "medical_until": lambda text, _: end_of_paper(text, "medical_until") if text.strip() else None,
    "insurance_until": lambda text, _: end_of_paper(text, "insurance_until") if text.strip() else None,
    "post": lambda text, _: post_of(text),
}
_ATHLETE = Clean._fields
_NAMES: Mapping[str, Callable[[str], str]] = {
    "surname": lambda text: name_word(text, "surname", True),
    "name": lambda text: name_word(text, "name", True),
    "patronymic": lambda text: name_word(text, "patronymic", False),
}
