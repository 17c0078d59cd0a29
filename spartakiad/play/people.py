"""Invented people of the demo. Names are put together by a fixed recipe: no such delegation ever existed."""

from datetime import date

from spartakiad.people.forms import Clean

_SURNAMES = (
    ("Берёзкин", "Берёзкина"),
    ("Заречный", "Заречная"),
    ("Лыжин", "Лыжина"),
    ("Морозов", "Морозова"),
    ("Озёров", "Озёрова"),
    ("Снегирёв", "Снегирёва"),
    ("Студёный", "Студёная"),
    ("Тропинин", "Тропинина"),
    ("Февралёв", "Февралёва"),
    ("Хвойный", "Хвойная"),
    ("Январёв", "Январёва"),
    ("Полярный-Северов", "Полярная-Северова"),
    ("Инеев", "Инеева"),
)
_WOMEN = ("Анна", "Вера", "Дарья", "Екатерина", "Любовь", "Мария", "Ольга", "Софья", "Алёна")
_MEN = ("Алексей", "Борис", "Глеб", "Дмитрий", "Игорь", "Николай", "Пётр", "Семён", "Фёдор")
_PATRONYMICS = (("Андреевич", "Андреевна"), ("Петрович", "Петровна"), ("Олегович", "Олеговна"), ("", ""))
_RANKS = ("", "III", "II", "I", "КМС")


def invented(team: int, seat: int, sex: str) -> Clean:
    """The athlete in this seat (0, 1, …) of the team of this number: always the same one."""
    woman = sex == "f"
    turn = team * 8 + seat + (4 if woman else 0)
    given = _WOMEN if woman else _MEN
    return Clean(
        surname=_SURNAMES[(turn * 5 + team) % len(_SURNAMES)][woman],
        name=given[(turn + team) % len(given)],
        patronymic=_PATRONYMICS[turn % len(_PATRONYMICS)][woman],
        sex=sex,
        born_on=date(1985 + turn % 20, 1 + turn * 7 % 12, 1 + turn * 11 % 28),
        rank=_RANKS[turn % len(_RANKS)],
    )
