"""Two records that may be of one human being: how they differ, where it is so little that a person has to say."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from spartakiad.models.people import Person
from spartakiad.people.forms import Clean, Key
from spartakiad.words.keys import search_keys

_NAMES = ("surname", "name", "patronymic")


class Face(NamedTuple):
    """What one is told from another by; `name`, `given`, `surname`, `patronymic` folded as in a key."""

    key: Key
    surname: str
    given: str
    patronymic: str
    sex: str
    uin_gto: str = ""


def faces_of(people: Sequence[Clean]) -> list[Face]:
    surnames, given, patronymics = (search_keys([getattr(one, part) for one in people]) for part in _NAMES)
    return [
        Face((surname + name + patronymic, one.born_on), surname, name, patronymic, one.sex, one.uin_gto)
        for surname, name, patronymic, one in zip(surnames, given, patronymics, people, strict=True)
    ]


class Somebody(NamedTuple):
    """What is known of a person that he may be told by, without the rest of the row."""

    id: int | None
    public_id: str
    surname: str
    name: str
    patronymic: str
    sex: str
    born_on: date
    search_key: str
    uin_gto: str | None


def face_of(person: Person | Somebody) -> Face:
    return known_faces([person])[0]


def known_faces(people: Sequence[Person | Somebody]) -> list[Face]:
    """The same of many at once."""
    folded = (search_keys([getattr(one, part) for one in people]) for part in _NAMES)
    return [
        Face((one.search_key, one.born_on), surname, name, patronymic, one.sex, one.uin_gto or "")
        for surname, name, patronymic, one in zip(*folded, people, strict=True)
    ]


def alike(one: Face, other: Face) -> str:
    """What differs: uin, name, date, surname or patronymic; "" of those who are the same, or plainly two."""
    if one.key == other.key or one.sex != other.sex:
        return ""
    if one.uin_gto and one.uin_gto == other.uin_gto:
        return "uin"
    if one.key[1] != other.key[1]:
        return "date" if one.key[0] == other.key[0] and _days_alike(one.key[1], other.key[1]) else ""
    if one_edit(one.key[0], other.key[0]):
        return "name"
    if one.given != other.given:
        return ""
    if one.surname == other.surname and "" in (one.patronymic, other.patronymic):
        return "patronymic"
    return "surname" if one.patronymic and one.patronymic == other.patronymic else ""


def one_edit(one: str, other: str) -> bool:
    """A letter more, less or another one, or two neighbours changed places."""
    if len(one) == len(other):
        off = [at for at, (first, second) in enumerate(zip(one, other, strict=True)) if first != second]
        if len(off) == 2 and off[1] == off[0] + 1:
            return one[off[0]] == other[off[1]] and one[off[1]] == other[off[0]]
        return len(off) == 1
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) != 1:
        return False
    at = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
    return shorter[at:] == longer[at + 1 :]


def _days_alike(one: date, other: date) -> bool:
    """One figure of the date is another, or day and month changed places."""
    figures = zip(f"{one:%d%m%Y}", f"{other:%d%m%Y}", strict=True)
    return sum(first != second for first, second in figures) == 1 or (one.day, one.month, one.year) == (
        other.month,
        other.day,
        other.year,
    )
