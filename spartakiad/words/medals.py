"""The medal table in sentences."""

from collections.abc import Sequence

from spartakiad.words.numbers import counted, equals


def leading_words(first: Sequence[str], metals: Sequence[int]) -> str:
    """Whoever is first, with gold, silver and bronze; `first`: none while nothing is won."""
    if not first:
        return "Медалей ещё нет."
    gold, silver, bronze = metals
    told = f"золото:\u00a0{gold}, серебро:\u00a0{silver}, бронза:\u00a0{bronze}"
    if len(first) == 1:
        return f"Впереди {first[0]}\u00a0– {told}."
    return f"Впереди поровну {equals(first)}\u00a0– {told}."


def rests_on_words(official: int, provisional: int) -> str:
    """On how many lists of results the medals rest; the two figures are never mixed."""
    text = f"Официально разыграно: {counted(official, 'комплект', 'комплекта', 'комплектов')} медалей"
    return f"{text}, предварительно ещё {provisional}" if provisional else text


def won_words(official: Sequence[int], more: int) -> str:
    """«золото 1, бронза 2; предварительно ещё 1»; "" where nothing is won."""
    metals = zip(("золото", "серебро", "бронза"), official, strict=True)
    told = ", ".join(f"{metal}\u00a0{many}" for metal, many in metals if many)
    return "; ".join(filter(None, (told, f"предварительно ещё\u00a0{more}" if more else "")))
