"""What became of an event, in the gender of what it is: «форум прошёл», «конференция отменена», «чтения перенесены»."""

import re
from collections.abc import Mapping

_MALE, _FEMALE, _NEUTER, _MANY = range(4)
_NOUNS: Mapping[str, int] = {
    **dict.fromkeys(
        (
            "форум",
            "семинар",
            "вебинар",
            "конкурс",
            "фестиваль",
            "марафон",
            "стол",
            "обмен",
            "съезд",
            "праздник",
            "турнир",
            "слёт",
            "слет",
            "день",
            "концерт",
            "митинг",
            "совет",
            "пленум",
            "мастер-класс",
            "кубок",
            "чемпионат",
            "пробег",
            "забег",
            "смотр",
            "тренинг",
            "визит",
            "конгресс",
            "саммит",
            "диктант",
            "субботник",
            "карнавал",
            "парад",
            "бал",
            "вечер",
            "час",
            "мониторинг",
        ),
        _MALE,
    ),
    **dict.fromkeys(
        (
            "конференция",
            "спартакиада",
            "выставка",
            "встреча",
            "презентация",
            "олимпиада",
            "неделя",
            "школа",
            "акция",
            "сессия",
            "ярмарка",
            "экскурсия",
            "эстафета",
            "игра",
            "лекция",
            "дискуссия",
            "стажировка",
            "регата",
            "викторина",
            "премия",
            "экспедиция",
            "видеоконференция",
        ),
        _FEMALE,
    ),
    **dict.fromkeys(
        ("собрание", "заседание", "совещание", "событие", "первенство", "мероприятие", "обсуждение", "награждение"),
        _NEUTER,
    ),
    **dict.fromkeys(("игры", "чтения", "соревнования", "курсы", "дни", "слушания", "гонки", "старты"), _MANY),
}
_KINDS: Mapping[str, str] = {
    "assembly": "собрание",
    "forum": "форум",
    "round_table": "круглый стол",
    "spartakiad": "Спартакиада",
    "contest": "конкурс",
    "conference": "конференция",
    "section": "заседание секции",
    "exchange": "информационный обмен",
    "festival": "событие",
    "partner": "событие партнёров",
}
_VERBS: Mapping[str, tuple[str, str, str, str]] = {
    "held": ("прошёл", "прошла", "прошло", "прошли"),
    "planned": ("запланирован", "запланирована", "запланировано", "запланированы"),
    "moved": ("перенесён", "перенесена", "перенесено", "перенесены"),
    "cancelled": ("отменён", "отменена", "отменено", "отменены"),
}


def named(title: str, kind: str) -> str:
    """The title where it says what it is, «Лес: конференция» where it does not: a verb can follow either."""
    return title if _gender(title) is not None else f"{title}: {_KINDS[kind]}"


def verb(title: str, kind: str, state: str) -> str:
    """`state` is one of those that have a verb of their own."""
    own = _gender(title)
    whole = _gender(_KINDS[kind]) if own is None else own
    return _VERBS[state][_MALE if whole is None else whole]


def held(kind: str, name: str, when: str, where: str) -> str:
    """«III зимняя Спартакиада прошла 1–4 февраля 2024 г. в Петрозаводске.»"""
    return ended(" ".join(filter(None, [named(name, kind), verb(name, kind, "held"), when, where])))


def ahead(kind: str, name: str, onto: str, where: str) -> str:
    """«Форум запланирован на март 2031 г. в Пскове.»"""
    return ended(" ".join(filter(None, [named(name, kind), verb(name, kind, "planned"), onto, where])))


def moved(kind: str, name: str, onto: str, where: str, reason: str) -> str:
    """«Форум перенесён на 10 февраля 2032 г. в Пскове; причина – паводок.»"""
    said = " ".join(filter(None, [named(name, kind), verb(name, kind, "moved"), onto, where]))
    return ended(said + _because(reason))


def cancelled(kind: str, name: str, when: str, where: str, reason: str) -> str:
    """«Конференция отменена (срок – март 2024 г., в Пскове); причина – паводок.»"""
    return ended(f"{named(name, kind)} {verb(name, kind, 'cancelled')}{_was_to_be(when, where)}{_because(reason)}")


def withdrawn(kind: str, name: str, city: str, when: str, reason: str) -> str:
    """«Форум: город Псков отказался принимать (срок – март 2024 г.); причина – паводок.»"""
    who = f"город {city} отказался" if city else "принимающий город отказался"
    return ended(f"{name}: {who} принимать{_was_to_be(when, '')}{_because(reason)}")


def former_days(when: str, reason: str) -> str:
    return ended(f"Прежний срок – {when}" + (f"; причина переноса – {reason}" if reason else ""))


def ended(text: str) -> str:
    """One dot at the end, which «г.» has already."""
    return text if text.endswith(".") else f"{text}."


def _was_to_be(when: str, where: str) -> str:
    said = ", ".join(filter(None, [when, where]))
    return f" (срок – {said})" if said else ""


def _because(reason: str) -> str:
    return f"; причина – {reason}" if reason else ""


def _gender(title: str) -> int | None:
    """Of the first noun that is known, before any name in quotation marks."""
    words = re.findall(r"[\w-]+", title.partition("«")[0].lower())
    parts = (part for word in words for part in (word, *word.split("-")))
    return next((_NOUNS[part] for part in parts if part in _NOUNS), None)
