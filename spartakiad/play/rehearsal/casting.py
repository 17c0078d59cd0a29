"""Whom a rehearsal invents: towns that are on no map and people who bear no real surname."""

from datetime import date

from spartakiad.people.forms import Clean

TEAMS = (
    "Примерск",
    "Пробногорск",
    "Учебное",
    "Репетинск",
    "Вымыслово",
    "Черновик",
    "Макетово",
    "Эскизный",
    "Тренировск",
    "Игрушкино",
    "Понарошино",
    "Показов",
    "Набросок",
    "Заготовка",
    "Невсерьёзово",
    "Якобы",
)
WOMEN, MEN = 4, 4  # of each team
SEATS = WOMEN + MEN
REPLACED, SPARE = 1, SEATS  # of the late team: who cannot come, and the seat of the woman who comes in for her
_BIRDS = (
    *("Иволгин", "Синицын", "Скворцов", "Дятлов", "Зябликов", "Чижов", "Стрижов", "Грачёв", "Галкин", "Сойкин"),
    *("Клестов", "Снегирёв", "Журавлёв", "Цаплин", "Кукушкин", "Соловьёв", "Перепёлкин", "Щеглов", "Коршунов"),
)
_HERS = ("Анна", "Вера", "Дарья", "Зоя", "Инна", "Клара", "Лидия", "Нина", "Ольга")
_HIS = ("Антон", "Борис", "Виктор", "Глеб", "Денис", "Егор", "Илья", "Лев", "Роман")


def athlete(team: int, seat: int) -> Clean:
    """Whoever sits in this seat of this team; nobody else has the same name."""
    woman = seat < WOMEN or seat == SPARE
    turn = team * (SEATS + 1) + seat
    bird, given = _BIRDS[turn % len(_BIRDS)], (_HERS if woman else _HIS)[turn // len(_BIRDS)]
    surname = f"Пробная-{bird}а" if woman else f"Пробный-{bird}"
    return Clean(surname, given, "", "f" if woman else "m", date(1985 + turn % 20, 1 + turn % 12, 1 + turn % 28), "")


def full_name(team: int, seat: int) -> str:
    """As the start list has it."""
    person = athlete(team, seat)
    return f"{person.surname} {person.name}"
