"""Terms of scoring as they stand inside a sentence."""

from collections.abc import Mapping

ABSENCES: Mapping[str, str] = {
    "not_entered": "не заявлялись",
    "no_show": "не явились",
    "withdrew": "снялись",
    "disqualified": "дисквалифицированы",
    "incomplete": "неполный состав",
    "pending": "ещё не выступали",
    "playing": "ещё играют",
    "unplaced": "без места",
}
ABSENT_RULES: Mapping[str, str] = {
    "n": "как место, равное числу команд",
    "n+1": "как место на одно ниже числа команд",
    "last": "как последнее место",
    "last+1": "как место за последним",
}
