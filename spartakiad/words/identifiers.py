"""Numbers of people that a regulation asks for, in words."""

from collections.abc import Sequence

from spartakiad.words.fields import TITLES


def needed_words(kinds: Sequence[str], clause: str) -> str:
    """«У каждого спортсмена в заявке указывают УИН ГТО (п. 4.6).»; "" where nothing is asked for."""
    return f"У каждого спортсмена в заявке указывают {_named(kinds, clause)}." if kinds else ""


def _named(kinds: Sequence[str], clause: str) -> str:
    return ", ".join(TITLES[one] for one in kinds) + (f" (п. {clause})" if clause else "")
