"""Which two records may be of one human being."""

from datetime import date

import pytest

from spartakiad.people.alike.near import alike, faces_of
from spartakiad.people.forms import Clean

ANNA = Clean("Лыжина", "Анна", "Игоревна", "f", date(1990, 3, 5), "", uin_gto="24-44-0012345")


def other(
    surname: str = "Лыжина",
    name: str = "Анна",
    patronymic: str = "Игоревна",
    born_on: date = date(1990, 3, 5),
    sex: str = "f",
    uin: str = "",
) -> Clean:
    return Clean(surname, name, patronymic, sex, born_on, "", uin_gto=uin)


def said(one: Clean) -> str:
    return alike(*faces_of([ANNA, one]))


ASKED = [
    ("a letter is another one", other("Лыжана"), "name"),
    ("a letter is missing", other("Лыжна"), "name"),
    ("a letter is too many", other(name="Аннна"), "name"),
    ("neighbours changed places", other("Лыижна"), "name"),
    ("nobody wrote the patronymic", other(patronymic=""), "patronymic"),
    ("she married", other("Полярная"), "surname"),
    ("a figure of the day", other(born_on=date(1990, 3, 6)), "date"),
    ("a figure of the year", other(born_on=date(1980, 3, 5)), "date"),
    ("day and month changed places", other(born_on=date(1990, 5, 3)), "date"),
    ("the number is hers", other("Полярная", "Алла", "", date(1971, 1, 1), uin="24-44-0012345"), "uin"),
]
NOT_ASKED = [
    ("the same person", ANNA),
    ("ё and е, case", other("ЛЫЖИНА", "анна")),
    ("two letters", other("Лажана", patronymic="")),
    ("another name", other(name="Алла")),
    ("another name and surname", other("Полярная", "Алла")),
    ("married and without a patronymic", other("Полярная", patronymic="")),
    ("two figures", other(born_on=date(1990, 4, 6))),
    ("a letter and a figure", other("Лыжана", born_on=date(1990, 3, 6))),
    ("of the other sex", other("Лыжин", sex="m")),
]


@pytest.mark.parametrize(("one", "differs"), [(one, differs) for _, one, differs in ASKED], ids=[a for a, *_ in ASKED])
def test_so_little_is_asked_about(one: Clean, differs: str) -> None:
    assert (said(one), alike(*faces_of([one, ANNA]))) == (differs, differs)


@pytest.mark.parametrize("one", [one for _, one in NOT_ASKED], ids=[name for name, _ in NOT_ASKED])
def test_so_much_is_not(one: Clean) -> None:
    assert said(one) == ""
