"""What is still possible, in sentences."""

from collections.abc import Sequence
from itertools import groupby


def lead_words(contenders: Sequence[str], *, sure: bool) -> str:
    """Who may be first when everything has ended."""
    if sure:
        return f"Первое место решено: {contenders[0]} при любом исходе."
    if len(contenders) == 1:
        return f"Первым может стать только один город – {contenders[0]}."
    return f"Первыми могут стать: {', '.join(contenders)}."


TOO_MANY = "Что ещё возможно, не посчитано: слишком много исходов."


def depends_words(open_: Sequence[str], protests: Sequence[int], settled: Sequence[int]) -> str:
    """On what places depend, and which do not."""
    if not open_ and not protests:
        return "Все виды зачёта закончены, протестов в них нет: места не зависят ни от чего."
    free = f" От этого не зависят места: {ranges(settled)}." if settled else " От этого зависят все места."
    return waits_words(open_, protests) + free


def waits_words(open_: Sequence[str], protests: Sequence[int]) -> str:
    """What is still open, and which protests wait."""
    waits = f"Ещё не решено: {', '.join(open_)}." if open_ else "Все виды закончены."
    filed = ""
    if protests:
        waiting = "Ждёт решения протест" if len(protests) == 1 else "Ждут решения протесты"
        filed = f" {waiting} № {', '.join(map(str, protests))}."
    return waits + filed


def place_range(best: int, worst: int) -> str:
    """«2», «2–5»."""
    return str(best) if best == worst else f"{best}–{worst}"


def ranges(numbers: Sequence[int]) -> str:
    """«1–3, 5»: runs of numbers, each once."""
    told = []
    for _, run in groupby(enumerate(dict.fromkeys(numbers)), key=lambda one: one[1] - one[0]):
        found = [number for _, number in run]
        told.append(place_range(found[0], found[-1]))
    return ", ".join(told)


def own_place_words(contest: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """What a contender's own place in the only open contest is worth to it; `spans`: best and worst, by that place."""
    sure = next((place for place, (_, worst) in enumerate(spans) if worst > 1), len(spans))
    able = max((place for place, (best, _) in enumerate(spans, 1) if best == 1), default=0)
    if sure == len(spans):
        return (f"Будет первой при любом своём месте в виде «{contest}».",)
    told = [f"Хватит {_or_better(sure)} в виде «{contest}», как бы ни выступили остальные."]
    if not sure:
        told = [f"Даже победы в виде «{contest}» самой по себе мало: нужно, чтобы отстали соперники."]
    if able > max(sure, 1):
        told.append(f"На {place_range(sure + 1, able)}-м месте решит то, как выступят соперники.")
    if able < len(spans):
        told.append(f"Ниже {able}-го места первой уже не быть.")
    return tuple(told)


def _or_better(place: int) -> str:
    return "победы" if place == 1 else f"{place}-го места или выше"
