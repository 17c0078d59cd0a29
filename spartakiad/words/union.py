"""The union's year and its past Games in Russian: kinds, dates as far as they are known, counts, figures."""

from collections.abc import Mapping
from datetime import date

from spartakiad.words import dates
from spartakiad.words.numbers import number, plural

EVENT_KINDS: Mapping[str, str] = {
    "assembly": "Собрание",
    "forum": "Форум",
    "round_table": "Круглый стол",
    "spartakiad": "Спартакиада",
    "contest": "Конкурс",
    "conference": "Конференция",
    "section": "Заседание секции",
    "exchange": "Информационный обмен",
    "festival": "Фестиваль, выставка или конкурс",
    "partner": "Событие партнёров",
}
EVENT_GROUPS: Mapping[str, str] = {
    "assembly": "Собрания",
    "forum": "Форумы",
    "spartakiad": "Спартакиады",
    "section": "Заседания секций",
    "conference": "Конференции",
    "round_table": "Круглые столы",
    "contest": "Конкурсы",
    "exchange": "Информационные обмены",
    "festival": "Фестивали, выставки, конкурсы",
    "partner": "События партнёров",
}
EVENT_STATES: Mapping[str, tuple[str, str]] = {
    "planned": ("open", "запланировано"),
    "moved": ("protested", "перенесено"),
    "withdrawn": ("protested", "город отказался"),
    "cancelled": ("refused", "отменено"),
}
STEPS: Mapping[str, str] = {
    "planned": "запланировано",
    "moved": "перенесено",
    "withdrawn": "принимающий город отказался",
    "held": "состоялось",
    "cancelled": "отменено",
}
GAPS: Mapping[str, str] = {
    "outcome": "срок прошёл, а состоялось ли – не записано",
    "new_host": "город отказался, а нового нет",
    "date": "не внесена точная дата",
    "host": "не внесён город проведения",
    "people": "не внесено число участников",
    "cities": "не названы города-участники",
    "answered": "не внесено, сколько городов ответило",
    "decisions": "не внесены решения секции",
}
PRECISIONS: Mapping[str, str] = {"exact": "ровно", "about": "около", "more": "более"}
FORMS: Mapping[str, str] = {"in_person": "очно", "video": "по видеосвязи", "mixed": "очно и по видеосвязи"}
ROLES: Mapping[str, str] = {
    "moderator": "Модератор",
    "speaker": "Выступления",
    "presenter": "Вручение наград",
    "awarded": "Награждены",
}
LINES: Mapping[str, str] = {
    "topic": "О чём говорили",
    "organiser": "Организаторы",
    "district": "Также районы",
    "expert": "Эксперты",
    "decision": "Решение",
    "intention": "Намерение",
    "award": "Награждение",
    "withdrawal": "Отказ города",
}
ACCOUNTS: Mapping[str, str] = {
    "took_part": "Участвовали",
    "named": "Названы среди участников",
    "applied": "Подали заявки",
    "announced": "Объявлены до начала",
}
CITY_ACCOUNTS: Mapping[str, str] = {
    "took_part": "город участвовал",
    "named": "город назван среди участников",
    "applied": "город подал заявку",
    "announced": "участие объявлено до начала",
}
SEASONS: Mapping[str, tuple[str, str]] = {
    "winter": ("зимняя Спартакиада", "зимней Спартакиады"),
    "summer": ("летняя Спартакиада", "летней Спартакиады"),
    "winter_sports": ("Спартакиада зимних видов спорта", "Спартакиады зимних видов спорта"),
}
INFERRED: Mapping[str, str] = {
    "series": "сезон",
    "number": "номер",
    "year": "год",
    "state": "проведение",
}
INEXACT = "точная дата не указана"
_FIGURES: Mapping[str, tuple[str, str, str]] = {
    "teams": ("команда", "команды", "команд"),
    "cities": ("город", "города", "городов"),
    "athletes": ("спортсмен", "спортсмена", "спортсменов"),
    "participants": ("участник", "участника", "участников"),
    "sports": ("вид спорта", "вида спорта", "видов спорта"),
    "contests": ("вид программы", "вида программы", "видов программы"),
    "venues": ("площадка", "площадки", "площадок"),
}
_PRECISIONS: Mapping[str, str] = {"exact": "", "about": "около\u00a0", "more": "более\u00a0"}


def when(first: date, last: date, precision: str) -> str:
    """«1–4 февраля 2024 г.», «в один из дней 1–4 февраля 2024 г.», «с 27 августа 2024 г.», «Январь 2024 г.»."""
    if precision in ("year", "unknown"):
        return f"{first.year}\u00a0г." if precision == "year" else "дата неизвестна"
    if precision == "month":
        return dates.month(first)
    if precision == "first_day":
        return f"с\u00a0{dates.day(first)}"
    return f"в один из дней {dates.span(first, last)}" if precision == "within" else dates.span(first, last)


def days(first: date, last: date, precision: str) -> str:
    """«1–4», «29–1.09» of a span into the next month, «с 27», «–» where only the month is known."""
    if precision in ("month", "year", "unknown"):
        return "–"
    if precision == "first_day":
        return f"с\u00a0{first.day}"
    if first.month != last.month:
        return f"{first.day}–{last.day}.{last.month:02d}"
    return str(first.day) if first == last else f"{first.day}–{last.day}"


def short_title(title: str, numeral: str, season: str) -> str:
    """«III зимняя Спартакиада» of the union's own numbered Games; the whole title of any other."""
    return f"{numeral}\u00a0{SEASONS[season][0]}" if numeral else title


def season_of(title: str) -> str:
    """«XXI летняя Спартакиада» → summer; "" where the title does not say."""
    found = (season for season, (name, _) in SEASONS.items() if name.lower() in title.lower())
    return next(found, "")


def games_title(numeral: str, season: str) -> str:
    """«V зимняя Спартакиада Союза городов Центра и Северо-Запада России»; without a numeral «Зимняя …»."""
    name = f"{SEASONS[season][0]} Союза городов Центра и Северо-Запада России"
    return f"{numeral} {name}" if numeral else f"{name[:1].upper()}{name[1:]}"


def of_title(title: str, numeral: str, season: str) -> str:
    """«III зимней Спартакиады», «Спартакиады «Название»»: as it stands after «победитель»."""
    return f"{numeral}\u00a0{SEASONS[season][1]}" if numeral else f"Спартакиады «{title}»"


def count(value: int, precision: str, who: str) -> str:
    """«более 100 человек», «20 городов Союза», «23 города»; `who` comes in the genitive plural."""
    first, _, rest = who.partition(" ")
    forms = next((forms for forms in _FIGURES.values() if forms[2] == first), None)
    if forms is not None and precision == "exact":
        first = plural(value, *forms)
    return f"{_PRECISIONS[precision]}{number(value)}\u00a0{' '.join(word for word in (first, rest) if word)}"


def figure(what: str, value: int, precision: str) -> str:
    """«8 городов», «около 400 спортсменов»: after «около» and «более» the whole stands in the genitive."""
    one, few, many = _FIGURES[what]
    noun = plural(value, one, few, many) if precision == "exact" else plural(value, few, many, many)
    return count(value, precision, noun)
