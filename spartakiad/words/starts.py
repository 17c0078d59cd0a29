"""How a list starts and what its starters wear, in Russian."""

from collections.abc import Mapping, Sequence

from spartakiad.words.numbers import counted

STARTS: Mapping[str, tuple[str, str]] = {
    "together": ("Общий", "Все сразу."),
    "interval": ("Раздельный", "По одному или по нескольку через равное время."),
    "waves": ("Группами", "Столько-то человек сразу, следующие через равное время."),
    "heats": ("Забегами", "Забег за забегом через равное время."),
    "pursuit": ("Гонка преследования", "Отставания из другой гонки; судье они подставятся сами."),
}
BIBS: Mapping[str, tuple[str, str]] = {
    "number": ("Номер участника", "Тот же, что во всей Спартакиаде."),
    "order": ("По порядку старта", "С какого номера – назовёте вы."),
    "sex": ("Женщинам и мужчинам свои", "Например, женщинам с 1, мужчинам со 101."),
    "team": ("Каждой команде свои", "Например, Вологде с 11, Пскову с 21."),
    "typed": ("Вписать самим", "Номер каждому, с бумаги."),
}


def start_words(start: str, every: int, at_once: int) -> str:
    """«раздельный, по 2 через 30 секунд»; of a common start «общий»."""
    title = STARTS[start][0].lower()
    if start not in ("interval", "waves", "heats"):
        return title
    group = f", по {at_once}" if at_once > 1 else ""
    return f"{title}{group} через {_span(every)}"


def court_words(courts: Sequence[str], minutes: int, rounds_a_day: int) -> str:
    """«корт 1, корт 2, игра 40 минут, в день 3 тура»; without courts a match has no hour."""
    if not courts:
        return "поля и часы игр не названы"
    told = [", ".join(courts), f"игра {counted(minutes, 'минута', 'минуты', 'минут')}"]
    return ", ".join([*told, f"в день {counted(rounds_a_day, 'тур', 'тура', 'туров')}"] if rounds_a_day else told)


def bib_words(bibs: str) -> str:
    return BIBS[bibs][0].lower()


def _span(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    told = [counted(minutes, "минуту", "минуты", "минут")] if minutes else []
    return " ".join([*told, counted(rest, "секунду", "секунды", "секунд")] if rest else told)
