"""Sentences of the annual report: every number, city and name comes from the year's events, none of them is stored."""

from collections.abc import Mapping, Sequence
from datetime import date

from spartakiad.words import dates
from spartakiad.words.numbers import number, plural

PARTS: Mapping[str, str] = {
    "together": "Форум и Собрание",
    "mass": "Массовые мероприятия",
    "conferences": "Конференции и круглые столы",
    "sections": "Заседания секций",
    "exchanges": "Информационные обмены",
    "festivals": "Фестивали, выставки, конкурсы",
    "partners": "Партнёры",
    "ahead": "Что впереди",
}
_IN_MONTH = (
    "январе",
    "феврале",
    "марте",
    "апреле",
    "мае",
    "июне",
    "июле",
    "августе",
    "сентябре",
    "октябре",
    "ноябре",
    "декабре",
)
_WAS_HELD: Mapping[str, str] = {
    **dict.fromkeys(("assembly", "section", "partner"), "прошло"),
    **dict.fromkeys(("spartakiad", "conference"), "прошла"),
}
_ORDINALS = ("первое", "второе", "третье")


def title(year: int, union: str) -> str:
    """`union`: the genitive of its full name."""
    return f"О работе {union} в {year} году"


def opening(year: int, counted: Sequence[tuple[str, int]]) -> str:
    """`counted`: the plural of each kind and how many events of it there were."""
    whole = sum(count for _, count in counted)
    kinds = "; ".join(f"{kind[:1].lower()}{kind[1:]} – {number(count)}" for kind, count in counted)
    events = plural(whole, "событие", "события", "событий")
    return f"В календаре Союза за {year} год {number(whole)} {events}: {kinds}."


def joined(words: Sequence[str]) -> str:
    """«Вологды», «Вологды и Пскова», «Вологды, Пскова и Твери»."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} и {words[-1]}"


def held(kind: str, name: str, when: str, where: str) -> str:
    """«III зимняя Спартакиада прошла 1–4 февраля 2024 г. в Петрозаводске.»"""
    return " ".join(filter(None, [name, _WAS_HELD.get(kind, "прошёл"), when, where])).rstrip(".") + "."


def not_held(name: str, became: str, when: str, where: str, reason: str) -> str:
    """«Форум: отменено, март 2024 г.; причина – паводок.»"""
    said = ", ".join(filter(None, [became, when, where]))
    return f"{name}: {said}".rstrip(".") + (f"; причина – {reason}." if reason else ".")


def on_days(first: date, last: date, precision: str) -> str:
    """As it stands after «прошёл»; "" where only the year is known."""
    if precision in ("year", "unknown"):
        return ""
    if precision == "month":
        return f"в {_IN_MONTH[first.month - 1]} {first.year} года"
    if precision == "first_day":
        return f"с {dates.day(first)}"
    return f"в один из дней {dates.span(first, last)}" if precision == "within" else dates.span(first, last)


def place(form: str, where: str, inferred: bool) -> str:
    """«в Котласе», «по видеосвязи с центром в Тихвине»; `where` is prepositional."""
    if form == "video":
        return f"по видеосвязи с центром {where}" if where else "по видеосвязи"
    return f"{where} (город указан предположительно)" if where and inferred else where


def occasion(name: str) -> str:
    return f"Приурочено к событию: {name}."


def theme(text: str) -> str:
    return f"Тема – «{text}»."


def topics(texts: Sequence[str]) -> str:
    return f"В программе: {'; '.join(f'«{text}»' for text in texts)}."


def took_part(who: str, cities: Sequence[str]) -> str:
    """`who`: «около 400 спортсменов» or whoever came; `cities` in the genitive."""
    whence = f" из {joined(cities)}" if cities else ""
    if who:
        return f"Участвовали {who}{whence}."
    return f"Участвовали представители {joined(cities)}." if cities else ""


def made_up_of(audience: str) -> str:
    return f"Состав: {audience}."


def by_video(cities: Sequence[str]) -> str:
    return f"По видеосвязи – {joined(cities)}."


def districts(names: Sequence[str]) -> str:
    return f"Участвовали и районы: {'; '.join(names)}."


def represented(count: str) -> str:
    return f"Всего представлено: {count}."


def spoke_for(cities: Sequence[str]) -> str:
    """`cities` in the genitive."""
    return f"Слово брали представители {joined(cities)}."


def people(role: str, names: Sequence[str]) -> str:
    """`role`: what they did."""
    one = {"moderator": "Модератор", "presenter": "Вручение наград"}
    many = {"moderator": "Модераторы", "speaker": "Выступили", "presenter": "Вручение наград", "awarded": "Награждены"}
    if role in one and len(names) == 1:
        return f"{one[role]} – {names[0]}."
    return f"{many[role]}: {'; '.join(names)}."


def person(name: str, post: str, city: str) -> str:
    """«Олег Белак (Нарьян-Мар)», «Анна Дю, председатель Совета Сыктывкара»."""
    named = f"{name}, {post[:1].lower()}{post[1:]}" if post else name
    return f"{named} ({city})" if city else named


def organisers(names: Sequence[str]) -> str:
    return f"Организаторы: {'; '.join(names)}." if len(names) > 1 else f"Организатор – {names[0]}."


def experts(names: Sequence[str]) -> str:
    return f"Экспертами выступили: {'; '.join(names)}."


def podium(places: Sequence[Sequence[str]]) -> str:
    """`places`: cities in the genitive by place; a shared place has several."""
    told = [
        f"{_ORDINALS[at]} место – {'команда города' if len(cities) == 1 else 'команды городов'} {joined(cities)}"
        for at, cities in enumerate(places[: len(_ORDINALS)])
        if cities
    ]
    return f"В общем зачёте {', '.join(told)}."


def cup(city: str) -> str:
    """`city` in the genitive."""
    return f"Переходящий кубок вручён команде города {city}."


def no_cup() -> str:
    return "Кому вручён переходящий кубок, в календаре не записано."


def answered(name: str, cities: int | None) -> str:
    """A line of the list of information exchanges."""
    if cities is None:
        return f"{name}: число ответивших городов не внесено"
    verb = "ответил" if plural(cities, "1", "2", "5") == "1" else "ответили"
    return f"{name}: {verb} {number(cities)} {plural(cities, 'город', 'города', 'городов')}"


def festivals(count: int) -> str:
    noun = plural(
        count, "фестиваль, выставку или конкурс", "фестиваля, выставки и конкурса", "фестивалей, выставок и конкурсов"
    )
    return f"Союз поддержал {number(count)} {noun}, по городам:"


def line_of_city(city: str, titles: Sequence[str]) -> str:
    """«Котлас – «Синяя птица»; «Новые имена»»."""
    return f"{city} – {'; '.join(titles)}"


def exchanges(count: int) -> str:
    noun = plural(count, "информационный обмен", "информационных обмена", "информационных обменов")
    return f"Между городами проведено {number(count)} {noun}:"


def with_partners(names: Sequence[str]) -> str:
    return f"Союз участвовал в событиях, которые проводили: {'; '.join(names)}."


def partners(names: Sequence[str]) -> str:
    return f"Постоянные партнёры: {'; '.join(names)}."


def hoped_for(names: Sequence[str]) -> str:
    return f"Союз рассчитывает на сотрудничество: {'; '.join(names)}."


def mandate(year: int) -> str:
    return f"В {year} году заканчивается срок полномочий выборных органов Союза: их предстоит избрать заново."


def next_year(year: int) -> str:
    return f"В календаре {year} года стоят:"


def listed(name: str, when: str, where: str, became: str) -> str:
    """A line of what lies ahead."""
    return ", ".join(filter(None, [name, when, where, became]))


def decided(text: str) -> str:
    """Before a list of decisions."""
    return f"{text} Решения:"


def later(text: str) -> str:
    """What became of a decision."""
    return f"Позднее: {text}"


def nothing_known() -> str:
    return "Сведений в календаре нет."
