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
_ORDINALS = ("первое", "второе", "третье")


def title(year: int, union: str) -> str:
    """`union`: the genitive of its full name."""
    return f"О работе {union} в {year} году"


def opening(year: int, counted: Sequence[tuple[str, int]], ahead: int, cancelled: int, left: int) -> str:
    """`counted`: the plural of each kind and how many events of it were held; then how many were not, and why."""
    whole = sum(count for _, count in counted)
    kinds = "; ".join(f"{kind[:1].lower()}{kind[1:]} – {number(count)}" for kind, count in counted)
    events = plural(whole, "событие", "события", "событий")
    one = plural(whole, "прошло", "прошли", "прошло")
    held = f"В {year} году {one} {number(whole)} {events}: {kinds}." if whole else f"Итогов {year} года пока нет."
    others = (("запланировано", ahead), ("отменено", cancelled), ("перенесено на другой год", left))
    said = ", ".join(f"{words} – {number(count)}" for words, count in others if count)
    return f"{held} {'Кроме того' if whole else 'В календаре'}: {said}." if said else held


def went_on(lines: Sequence[str]) -> str:
    """What had begun in the year before."""
    return f"С прошлого года продолжалось: {'; '.join(lines)}."


def joined(words: Sequence[str]) -> str:
    """«Вологды», «Вологды и Пскова», «Вологды, Пскова и Твери»."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} и {words[-1]}"


def on_days(first: date, last: date, precision: str) -> str:
    """As it stands after «прошёл»; "" where only the year is known."""
    if precision in ("year", "unknown"):
        return ""
    if precision == "month":
        return f"в {_IN_MONTH[first.month - 1]} {first.year} года"
    if precision == "first_day":
        return f"с {dates.day(first)}"
    return f"в один из дней {dates.span(first, last)}" if precision == "within" else dates.span(first, last)


def place(form: str, where: str, venue: str, inferred: bool) -> str:
    """«в Котласе (Дом культуры)», «по видеосвязи с центром в Тихвине»; `where` is prepositional."""
    if form == "video":
        where = f"по видеосвязи с центром {where}" if where else "по видеосвязи"
    aside = ", ".join(filter(None, [venue, "город указан предположительно" if where and inferred else ""]))
    return " ".join(filter(None, [where, f"({aside})" if aside else ""]))


def occasion(name: str) -> str:
    """A Year is no event, and neither is an anniversary."""
    if name.startswith(("Год ", "Десятилетие ")):
        return f"Посвящение – {name}."
    return f"К дате: {name}." if "-летие" in name else f"В рамках события: {name}."


def theme(text: str) -> str:
    return f"Тема – «{text}»."


def topics(texts: Sequence[str]) -> str:
    return f"В программе: {'; '.join(f'«{text}»' for text in texts)}."


def took_part(came: str, who: str, cities: Sequence[str], others: bool = False) -> str:
    """`came`: the verb; `who`: «около 400 спортсменов» or whoever; `cities` in the genitive, `others` are not named."""
    named_cities = f"{', '.join(cities)} и других" if others and cities else joined(cities)
    if who:
        return f"{came} {who}{f' из {named_cities}' if cities else ''}."
    return f"Участвовали представители {named_cities}." if cities else ""


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


def among_speakers(cities: Sequence[str]) -> str:
    """Where only those who spoke are named, perhaps not all of them. `cities` in the genitive."""
    return f"Среди выступивших – представители {joined(cities)}."


def people(role: str, names: Sequence[str]) -> str:
    """`role`: what they did."""
    one = {"moderator": "Модератор", "presenter": "Вручение наград"}
    many = {"moderator": "Модераторы", "speaker": "Выступили", "presenter": "Вручение наград"}
    if role == "awarded":
        return f"Среди награждённых – {'; '.join(names)}."
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


def answered(name: str, cities: int | None) -> str:
    """A line of the list of information exchanges; the number where it is known."""
    if cities is None:
        return name
    verb_of = "ответил" if plural(cities, "1", "2", "5") == "1" else "ответили"
    return f"{name}: {verb_of} {number(cities)} {plural(cities, 'город', 'города', 'городов')}"


def festivals(count: int) -> str:
    noun = plural(
        count, "фестиваль, выставку или конкурс", "фестиваля, выставки и конкурса", "фестивалей, выставок и конкурсов"
    )
    return f"Союз поддержал {number(count)} {noun}, по городам:"


def line_of_city(city: str, titles: Sequence[str]) -> str:
    """«Котлас – «Синяя птица»; «Новые имена»»; the titles alone where no city is known."""
    return " – ".join(filter(None, [city, "; ".join(titles)]))


def exchanges(count: int) -> str:
    noun = plural(count, "информационный обмен", "информационных обмена", "информационных обменов")
    return f"Между городами {plural(count, 'проведён', 'проведены', 'проведено')} {number(count)} {noun}:"


def besides(many: bool) -> str:
    """Before what was not held, after what was if there is any."""
    return "Кроме того, в календаре:" if many else "В календаре:"


def with_partners(names: Sequence[str]) -> str:
    return f"Союз участвовал в событиях, которые проводили: {'; '.join(names)}."


def partners(names: Sequence[str]) -> str:
    return f"Постоянные партнёры: {'; '.join(names)}."


def hoped_for(names: Sequence[str]) -> str:
    return f"Союз рассчитывает на сотрудничество: {'; '.join(names)}."


def mandate(year: int) -> str:
    return f"В {year} году заканчивается срок полномочий выборных органов Союза: их предстоит избрать заново."


def next_year(year: int, count: int) -> str:
    return f"В календаре {year} года {plural(count, 'стоит', 'стоят', 'стоят')}:"


def listed(name: str, when: str, where: str, became: str) -> str:
    """A line of what lies ahead."""
    return ", ".join(filter(None, [name, when, where, became]))


def intended(event: str, text: str) -> str:
    """What was meant to be done, beside the event at which it was said."""
    return f"{event}: {text}"


def decided(text: str, count: int) -> str:
    """Before a list of decisions."""
    return f"{text} {'Решение' if count == 1 else 'Решения'}:"


def later(text: str) -> str:
    """What became of a decision."""
    return f"Позднее: г{text[1:]}" if text.startswith("Город ") else f"Позднее: {text}"
