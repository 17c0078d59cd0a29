"""Kilograms and weight categories: how people type them, how they are printed."""

import re
from collections.abc import Mapping, Sequence

from spartakiad.errors import Refusal

_WEIGHT = re.compile(r"0*(\d{1,3})(?:[.,](\d{1,2}))?(?:кг|kg)?\.?", re.ASCII)
_CATEGORY = re.compile(r"(до|свыше|более|больше|\+|-|–)?(\d{2,3})(?:[.,](\d))?(\+)?(?:кг|kg)?\.?")
_OVER = ("свыше", "более", "больше", "+")
_WHO = (("f", "женщины"), ("m", "мужчины"))


def weight_word(text: str) -> str:
    """«84,60», «84.6 кг», «084,6» → "84.6". Raises Refusal required or weight_unread."""
    plain = "".join(text.split()).casefold()
    if not plain:
        raise Refusal("required", "weight")
    found = _WEIGHT.fullmatch(plain)
    if found is None:
        raise Refusal("weight_unread", "weight", typed=text.strip()[:40])
    grams = (found[2] or "").rstrip("0")
    return f"{found[1]}.{grams}" if grams else found[1]


def weight_words(weight: str) -> str:
    """«84,6»."""
    return weight.replace(".", ",")


def category_word(text: str) -> str:
    """«до 85 кг», «85», «-85» → "85"; «свыше 85», «+85», «85+» → "+85"; "" for anything else."""
    found = _CATEGORY.fullmatch("".join(text.split()).casefold())
    if found is None:
        return ""
    number = f"{found[2]}.{found[3]}" if found[3] and found[3] != "0" else found[2]
    return f"+{number}" if found[1] in _OVER or found[4] else number


def category_words(category: str) -> str:
    """«до 85 кг», «свыше 85 кг»."""
    told = weight_words(category.removeprefix("+"))
    return f"{'свыше' if category.startswith('+') else 'до'} {told} кг"


def weights_rules(needed: bool, categories: Mapping[str, Sequence[str]], own: str) -> str:
    """«Взвешивание обязательно; весовые категории: женщины до 63 кг, свыше 63 кг»; "" where nobody is weighed."""
    if own:
        return f"Весовая категория {category_words(own)}"
    told = [f"{who} {', '.join(map(category_words, categories[sex]))}" for sex, who in _WHO if categories.get(sex)]
    named = f"; весовые категории: {'; '.join(told)}" if told else ""
    return f"Взвешивание обязательно{named}" if needed else ""
