"""What the short marks beside results mean: said under a list where they occur."""

from collections.abc import Iterable, Mapping

SHARED = "="
_MEANT: Mapping[str, str] = {
    SHARED: "место разделено",
    "ОТ": "решено в дополнительное время",
    "Б": "решено по броскам (буллитам, пенальти)",
    "+:–": "игры не было: один из соперников не вышел",
    "о": "удачная попытка",
    "х": "неудачная попытка",
    "–": "попытка пропущена",
    "н/ст": "не стартовал",
    "н/фин": "не финишировал",
    "дискв.": "дисквалифицирован",
    "в/к": "вне конкурса",
    "лично": "только в личном зачёте",
    "И": "игры",
    "В": "выигрыши",
    "Н": "ничьи",
    "П": "поражения",
    "З–П": "забито и пропущено, с разницей",
    "О": "очки",
}
_WALKOVERS = {"–:+", "–:–"}
_TRIED = {"о", "х", "–"}


def meanings(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Of the marks that occur in these texts, each with what it means."""
    found = {_mark(word.strip("(),·")) for text in texts for word in text.split()}
    tried = {letter for text in texts for word in text.split() if set(word) <= _TRIED for letter in word}
    return tuple((mark, meant) for mark, meant in _MEANT.items() if mark in found | tried)


def heads_of(sets: bool) -> tuple[str, ...]:
    """Headings of a cross table; where there are `sets`, what was scored stands under words of its own."""
    return ("И", "В", "Н", "П", "О") if sets else ("И", "В", "Н", "П", "З–П", "О")


def told(texts: Iterable[str]) -> str:
    """The same as a line of a document; "" where there is nothing to explain."""
    return "; ".join(f"{mark} – {meant}" for mark, meant in meanings(texts))


def _mark(word: str) -> str:
    return "+:–" if word in _WALKOVERS else word
