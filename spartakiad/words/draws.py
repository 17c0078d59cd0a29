"""Draws in Russian: how each way of drawing is called and what it does."""

from collections.abc import Mapping

WAYS: Mapping[str, tuple[str, str]] = {
    "random": ("По жребию", "Порядок решает один жребий, команды не разводятся."),
    "apart": (
        "По жребию, команды врозь",
        "Кругами: по одному от команды в каждом круге. Очередь команд – по жребию; кто из команды в каком круге, "
        "решает её представитель, а без него жребий.",
    ),
    "strongest_last": (
        "Сильнейшие в конце",
        "Сначала по жребию все без номера посева, затем с номером: первый номер – последним.",
    ),
    "by_hand": ("По билетам", "Билеты тянули на заседании, номера вписаны с бумаги."),
}


def way_title(way: str) -> str:
    return WAYS[way][0]


def way_words(way: str) -> str:
    return WAYS[way][1]


def verdict_words(holds: bool, seal_holds: bool) -> str:
    if holds:
        return "Совпадает: это число было опечатано, и оно даёт тот же порядок."
    if not seal_holds:
        return "Не совпадает: опечатано было другое число."
    return "Не совпадает: это число даёт другой порядок."
