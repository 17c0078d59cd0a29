"""The only way a name becomes public."""

from dataclasses import dataclass
from datetime import date

from spartakiad.words.cases import participant

OF_AGE = 18  # years; a younger person's paper is signed by a parent or another legal representative


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name as staff see it, with what a public page may add for those who consented."""

    surname: str
    name: str
    patronymic: str
    birth_year: int
    rank: str

    @property
    def full(self) -> str:
        return " ".join(word for word in (self.surname, self.name, self.patronymic) if word)


@dataclass(frozen=True, slots=True)
class PublicName:
    """What a public page shows: with consent surname and name, birth year and rank, without it none of them."""

    text: str
    birth_year: str
    rank: str


def public_name(person: PersonName | None, number: str, city: str, shown: bool) -> PublicName:
    """Surname and name with consent to publication; «Участник № 27, Вологда» without it or after erasure."""
    if person is None or not shown:
        return PublicName(participant(number, city), "", "")
    return PublicName(f"{person.surname} {person.name}", str(person.birth_year), person.rank)


def full_name(person: PersonName | None, number: str, city: str) -> PublicName:
    """As a paper of the secretariat has it, which is not published."""
    if person is None:
        return PublicName(participant(number, city), "", "")
    return PublicName(person.full, str(person.birth_year), person.rank)


def is_minor(born_on: date, on: date) -> bool:
    """Whether somebody has not had his eighteenth birthday by that day."""
    return (on.year - born_on.year, on.month, on.day) < (OF_AGE, born_on.month, born_on.day)
