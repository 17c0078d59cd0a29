"""People of a Games who look like somebody: pairs for the secretariat, who sees both and decides."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from spartakiad.models.people import Person
from spartakiad.people.alike.near import alike, face_of
from spartakiad.people.alike.queries import Part, near, parts_taken
from spartakiad.people.queries import full_name, people_of


@dataclass(frozen=True, slots=True)
class Seen:
    """One of a pair. `where`: the Games he was in, the newest first."""

    token: str
    name: str
    born_on: date
    uin_gto: str
    where: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """`differs`: as alike() says it."""

    first: Seen
    second: Seen
    differs: str


def pairs_in(session: Session, games: str) -> list[Pair]:
    """Of everybody who takes part; what was decided already is not asked again."""
    mine = _named(people_of(session, games).values())
    others, decided = near(session, [face_of(one) for one in mine])
    found = _pairs(mine, others, decided)
    wanted = {one.id or 0 for pair in found for one in pair}
    where = parts_taken(session, wanted) if wanted else {}
    return [Pair(_seen(one, where), _seen(other, where), alike(face_of(one), face_of(other))) for one, other in found]


def many_alike(session: Session, people: Iterable[Person], also: Collection[int] = ()) -> tuple[int, dict[int, str]]:
    """How many pairs there are to decide with one of these people in them; beside it, the names of `also`."""
    mine = _named(people)
    others, decided = near(session, [face_of(one) for one in mine], also)
    names = {number: full_name(others[number]) for number in also if number in others}
    return len(_pairs(mine, others, decided)), {number: name for number, name in names.items() if name}


def _named(people: Iterable[Person]) -> list[Person]:
    return [one for one in people if one.surname]


def _pairs(
    mine: list[Person], others: Mapping[int, Person], decided: set[tuple[int, int]]
) -> list[tuple[Person, Person]]:
    """Each once, the one who was known first before the other, but those that are `decided`."""
    looks = {number: face_of(one) for number, one in others.items() if one.surname}
    near_by: defaultdict[str | date, set[int]] = defaultdict(set)
    for number, face in looks.items():
        near_by[face.key[0]].add(number)
        near_by[face.key[1]].add(number)
    found = set()
    for one in mine:
        number, face = one.id or 0, face_of(one)
        for other in (near_by[face.key[0]] | near_by[face.key[1]]) - {number}:
            if alike(face, looks[other]):
                found.add((min(number, other), max(number, other)))
    return [(others[one], others[other]) for one, other in sorted(found - decided)]


def _seen(person: Person, where: dict[int, list[Part]]) -> Seen:
    taken = tuple(where.get(person.id or 0, ()))
    return Seen(person.public_id, full_name(person), person.born_on, person.uin_gto or "", taken)
