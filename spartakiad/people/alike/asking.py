"""Whoever is typed looks like somebody who is known: the question, and what was answered to it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from spartakiad.people.alike.actions import PLAIN, Identity
from spartakiad.people.alike.near import Face, Somebody, alike, known_faces
from spartakiad.people.forms import Clean, Key
from spartakiad.words.alike import DIFFERS, version

APART = "apart"  # the answer that it is somebody else


class Look(NamedTuple):
    """Somebody that another looks like: a person who is known, or whoever stands in a row above.

    `token`: names him in a form; `row`: the number of that row, or None. `differs`: as of alike(); `typed`: whoever
    looks like him, as he was typed.
    """

    token: str
    face: Face
    names: tuple[str, str, str]
    row: int | None = None
    differs: str = ""
    typed: Clean | None = None

    @property
    def full(self) -> str:
        return " ".join(filter(None, self.names))

    @property
    def born_on(self) -> date:
        return self.face.key[1]

    @property
    def differing(self) -> str:
        return DIFFERS[self.differs]

    @property
    def versions(self) -> tuple[str, str]:
        """What differs as it was typed and as it is recorded."""
        assert self.typed is not None
        return version(self.differs, _names(self.typed), self.typed.born_on), version(
            self.differs, self.names, self.born_on
        )


class Answer(NamedTuple):
    """Who is meant: what is taken of him, the key by which he is known, what is to be remembered.

    `left_out`: the row says again what a row above says.
    """

    clean: Clean
    key: Key
    identity: Identity = PLAIN
    left_out: bool = False


class Looks:
    """Those whom a captain may be asked about; rows of a table are added as they are read."""

    def __init__(self, persons: Sequence[Somebody] = ()) -> None:
        self._near: defaultdict[str | date, list[Look]] = defaultdict(list)
        for one, face in zip(persons, known_faces(persons), strict=True):
            self._add(Look(one.public_id, face, (one.surname, one.name, one.patronymic)))

    def above(self, row: int, clean: Clean, face: Face) -> None:
        self._add(Look(f"row-{row}", face, _names(clean), row))

    def like(self, face: Face, typed: Clean) -> tuple[Look, ...]:
        name, born_on = face.key
        near = self._near[name] + self._near[born_on] + (self._near[face.uin_gto] if face.uin_gto else [])
        if not near:
            return ()
        found: dict[Key, Look] = {}
        for one in reversed(near):  # a person rather than his row
            if differs := alike(face, one.face):
                found[one.face.key] = one._replace(differs=differs, typed=typed)
        return tuple(found.values())

    def _add(self, look: Look) -> None:
        name, born_on = look.face.key
        self._near[name].append(look)
        self._near[born_on].append(look)
        if look.face.uin_gto:
            self._near[look.face.uin_gto].append(look)


def answered(said: str, clean: Clean, key: Key, looks: tuple[Look, ...]) -> Answer | None:
    """`said`: «apart», or «here.TOKEN», «there.TOKEN», «skip.TOKEN»: where his name stands right. None: nobody said."""
    if not looks:
        return Answer(clean, key)
    if said == APART:
        return Answer(clean, key, Identity(apart=tuple(one.face.key for one in looks)))
    how, _, token = said.partition(".")
    look = next((one for one in looks if one.token == token), None)
    if look is None:
        return None
    if look.row is not None:
        return Answer(clean, key, left_out=True) if how == "skip" else None
    if how == "here":
        return Answer(clean, look.face.key, Identity(renames=look.face.key))
    return Answer(_as_recorded(clean, look), look.face.key) if how == "there" else None


def _names(one: Clean) -> tuple[str, str, str]:
    return one.surname, one.name, one.patronymic


def _as_recorded(clean: Clean, look: Look) -> Clean:
    surname, name, patronymic = look.names
    return clean._replace(surname=surname, name=name, patronymic=patronymic, born_on=look.born_on)
