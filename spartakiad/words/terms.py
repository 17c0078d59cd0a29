"""Terms of scoring as they stand inside a sentence."""

from collections.abc import Mapping

ABSENCES: Mapping[str, str] = {
    "not_entered": "не заявлялись",
    "no_show": "не явились",
    "withdrew": "снялись",
    "disqualified": "дисквалифицированы",
    "incomplete": "неполный состав",
    "pending": "ещё не выступали",
    "unplaced": "без места",
}
CRITERIA: Mapping[str, str] = {
    "time": "время",
    "finish": "порядок на финише",
    "place": "место",
    "score": "результат",
    "sum": "сумма",
    "first_member": "лучший участник",
    "last_member": "последний зачётный участник",
    "next_member": "следующий участник",
    "total": "сумма очков",
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
ABSENT_RULES: Mapping[str, str] = {
    "n": "как место, равное числу команд",
    "n+1": "как место на одно ниже числа команд",
    "last": "как последнее место",
    "last+1": "как место за последним",
}
