"""The union's year and its past Games in Russian: kinds, dates as far as they are known, counts, figures."""

from collections.abc import Mapping
from datetime import date

from spartakiad.words import dates
from spartakiad.words.counting import PRECISIONS as _PRECISIONS
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
    "mistaken": "внесено по ошибке",
}
GAPS: Mapping[str, str] = {
    "outcome": "срок прошёл, а состоялось ли – не записано",
    "new_host": "город отказался, а нового нет",
    "date": "не внесена точная дата",
    "term": "не внесён даже месяц",
    "host": "не внесён город проведения",
    "people": "не внесено число участников",
    "cities": "не названы города-участники",
    "answered": "не внесено, сколько городов ответило",
    "decisions": "не внесены решения секции",
}
PRECISIONS: Mapping[str, str] = {"exact": "ровно", "about": "около", "more": "более"}
SUMS: Mapping[str, str] = {"exact": "", "about": "около\u00a0", "more": "не менее\u00a0"}
FORMS: Mapping[str, str] = {"in_person": "очно", "video": "по видеосвязи", "mixed": "очно и по видеосвязи"}
ROLES: Mapping[str, str] = {
    "moderator": "Модератор",
    "speaker": "Выступления",
    "presenter": "Вручение наград",
    "awarded": "Среди награждённых",
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


def when(first: date, last: date, precision: str) -> str:
    """«1–4 февраля 2024 г.», «в один из дней 1–4 февраля 2024 г.», «с 27 августа 2024 г.», «январь 2024 г.»."""
    if precision in ("year", "unknown"):
        return f"{first.year}\u00a0г." if precision == "year" else "дата неизвестна"
    if precision == "month":
        named = dates.month(first)
        return f"{named[:1].lower()}{named[1:]}"
    if precision == "first_day":
        return f"с\u00a0{dates.day(first)}"
    return f"в один из дней {dates.span(first, last)}" if precision == "within" else dates.span(first, last)


def onto(first: date, last: date, precision: str) -> str:
    """As it stands after «перенесено»: «на 12–14 марта 2031 г.», «на срок 1 июля – 30 сентября 2031 г.»."""
    if precision == "unknown":
        return "на неизвестный срок"
    if precision == "within":
        return f"на один из дней {dates.span(first, last)}"
    return f"на {dates.day(first) if precision == 'first_day' else when(first, last, precision)}"


def gave_up(city: str, title: str, reason: str, on: date | None) -> str:
    """«Город Псков отказался от проведения V зимней Спартакиады (12 января 2038 г.); причина – нет льда»."""
    said = f" ({dates.day(on)})" if on else ""
    return f"Город {city} отказался от проведения {_of_games(title)}{said}" + (
        f"; причина – {reason}" if reason else ""
    )


def _of_games(title: str) -> str:
    """The genitive of a title of the union's own Games, of any other in quotation marks."""
    short = title.removesuffix(" Союза городов Центра и Северо-Запада России")
    for name, of_name in SEASONS.values():
        for said, of_said in ((name, of_name), (_capital(name), _capital(of_name))):
            if short.endswith(said):
                return short.removesuffix(said) + of_said
    return f"Спартакиады «{title}»"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def days(first: date, last: date, precision: str) -> str:
    """«1–4», «29.08 – 1.09», «28.12.2034 – 5.01.2035», «с 27»; «–» where only days around it are known."""
    if precision in ("month", "year", "unknown"):
        return "–"
    if precision == "first_day":
        return f"с\u00a0{first.day}"
    if first.year != last.year:
        return f"{first.day}.{first:%m}.{first.year} – {last.day}.{last:%m}.{last.year}"
    if first.month != last.month:
        span = f"{first.day}.{first:%m} – {last.day}.{last:%m}"
        return f"один из дней {span}" if precision == "within" else span
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
    return f"{numeral} {name}" if numeral else _capital(name)


def of_title(title: str, numeral: str, season: str) -> str:
    """«III зимней Спартакиады», «Спартакиады «Название»»: as it stands after «победитель»."""
    return f"{numeral}\u00a0{SEASONS[season][1]}" if numeral else f"Спартакиады «{title}»"


def figure(what: str, value: int, precision: str) -> str:
    """«8 городов», «около 400 спортсменов»: after «около» and «более» the whole stands in the genitive."""
    one, few, many = _FIGURES[what]
    noun = plural(value, one, few, many) if precision == "exact" else plural(value, few, many, many)
    return f"{_PRECISIONS[precision]}{number(value)}\u00a0{noun}"
