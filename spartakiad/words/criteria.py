"""How criteria and their values are called inside a sentence."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from scoring.matches import UNBEATEN
from spartakiad.words.numbers import number

CRITERIA: Mapping[str, str] = {
    "time": "время",
    "finish": "порядок на финише",
    "place": "место",
    "net_time": "чистое время",
    "gun_time": "время от первого старта",
    "laps": "число кругов",
    "distance": "дальность",
    "attempts": "лучшая попытка, затем вторая, третья",
    "height": "высота",
    "failures_at": "неудачи на последней взятой высоте",
    "failures_to": "неудачи на всех высотах до неё",
    "jump_off": "перепрыжка",
    "series_back": "последняя серия, затем предыдущие",
    "key": "дополнительный показатель",
    "tie_break": "дополнительный показатель",
    "body_weight": "собственный вес",
    "score": "результат",
    "sum": "сумма",
    "first_member": "лучший участник",
    "last_member": "последний зачётный участник",
    "next_member": "следующий участник",
    "total": "сумма очков",
    "completed": "число пройденных частей",
    "part_points": "очки в решающей части",
    "part_place": "место в решающей части",
    "parts_won": "в скольких частях выше соперника",
    "places": "число первых, вторых, третьих мест",
    "sorted_values": "лучшие результаты по порядку",
    "value_in": "очки в решающем виде",
    "place_in": "место в решающем виде",
    "sorted_places": "места по порядку, с лучшего",
    "sum_of_all": "сумма всех видов, включая не идущие в зачёт",
    "head_to_head": "в скольких видах выше соперника",
    "entered": "число видов с местом",
    "starters": "число участников с результатом",
    "adjustments": "поощрения и штрафы",
    "decision": "решение",
}
MATCH_CRITERIA: Mapping[str, str] = {
    "points": "очки",
    "wins": "победы",
    "draws": "ничьи",
    "losses": "поражения",
    "clean_wins": "победы в основное время",
    "clean_losses": "поражения в основное время",
    "score_diff": "разность забитых и пропущенных",
    "score_for": "забитые",
    "score_against": "пропущенные",
    "score_ratio": "соотношение забитых и пропущенных",
    "set_diff": "разность партий",
    "set_ratio": "соотношение партий",
    "sets_for": "выигранные партии",
    "ball_diff": "разность мячей",
    "ball_ratio": "соотношение мячей",
    "balls_for": "выигранные мячи",
    "sonneborn_berger": "коэффициент Бергера",
    "fair_play": "штрафные очки за поведение",
    "seed": "номер посева",
    "best_outside": "встречи с сильнейшими из остальных",
}


def criterion_words(criterion: Any) -> str:
    name = str(criterion).removeprefix("h2h_")
    text = CRITERIA.get(name) or MATCH_CRITERIA.get(name, name)
    return f"{text} во встречах между ними" if name != criterion else text


def criterion_value(value: Any) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "–".join(criterion_value(one) for one in value)
    if isinstance(value, int | Fraction):
        return "MAX" if value == UNBEATEN else number(value)
    return "нет" if value is None else str(value)
