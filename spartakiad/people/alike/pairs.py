"""People of a Games who look like somebody: pairs for the secretariat, who sees both and decides."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from spartakiad.models.people import Person
from spartakiad.people.alike.near import alike, face_of
from spartakiad.people.alike.queries import Part, apart_from, looking_like, parts_taken
from spartakiad.people.queries import people_of


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


def pairs_in(session: Session, games: str, numbers: set[str] | None = None) -> list[Pair]:
    """Of everybody who takes part, or of these numbers only; what was decided already is not asked again."""
    mine = [one for number, one in people_of(session, games).items() if numbers is None or number in numbers]
    found = _pairs([one for one in mine if one.surname], session)
    wanted = {one.id or 0 for pair in found for one in pair}
    decided = apart_from(session, wanted) if wanted else set()
    where = parts_taken(session, wanted) if wanted else {}
    return [
        Pair(_seen(one, where), _seen(other, where), alike(face_of(one), face_of(other)))
        for one, other in found
        if (one.id or 0, other.id or 0) not in decided
    ]


def _pairs(mine: list[Person], session: Session) -> list[tuple[Person, Person]]:
    """Each once, the one who was known first before the other."""
    faces = {one.id or 0: face_of(one) for one in mine}
    others = {one.id or 0: one for one in looking_like(session, list(faces.values()))}
    looks = {number: face_of(one) for number, one in others.items()}
    near: defaultdict[str | date, set[int]] = defaultdict(set)
    for number, face in looks.items():
        near[face.key[0]].add(number)
        near[face.key[1]].add(number)
    found = set()
    for number, face in faces.items():
        for other in (near[face.key[0]] | near[face.key[1]]) - {number}:
            if alike(face, looks[other]):
                found.add((min(number, other), max(number, other)))
    return [(others[one], others[other]) for one, other in sorted(found)]


def _seen(person: Person, where: dict[int, list[Part]]) -> Seen:
    name = " ".join(filter(None, (person.surname, person.name, person.patronymic)))
    taken = tuple(where.get(person.id or 0, ()))
    return Seen(person.public_id, name, person.born_on, person.uin_gto or "", taken)
