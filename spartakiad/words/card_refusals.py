"""Sentences about venue cards, for those who come in by them and those who hand them out."""

from collections.abc import Mapping

CARDS: Mapping[str, str] = {
    "not_in_hall": "На вашей площадке сегодня этого вида нет: его перенесли, или карточка от другой площадки. "
    "Внесённое раньше сохранено. Спросите в секретариате.",
}
