"""How two records of what may be one human being differ, and what each of them says there."""

from collections.abc import Mapping
from datetime import date

from spartakiad.words.dates import day

DIFFERS: Mapping[str, str] = {
    "name": "буква в имени",
    "date": "дата рождения",
    "surname": "фамилия",
    "patronymic": "отчество – есть не у обоих",
    "uin": "имя или дата, а УИН один",
}


def version(differs: str, names: tuple[str, str, str], born_on: date) -> str:
    """What one record says where the other says otherwise: a day alone where only that differs."""
    if differs == "date":
        return day(born_on)
    if differs == "surname":
        return names[0]
    full = " ".join(filter(None, names))
    return f"{full}, {day(born_on)}" if differs == "uin" else full
