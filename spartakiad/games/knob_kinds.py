"""What stands in a field of a regulation: how it is typed, and what the document has for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from spartakiad.competition.texts import PHRASE, free_text
from spartakiad.errors import Refusal
from spartakiad.words.weights import category_word, weight_words

_FRACTION = re.compile(r"(\d{1,6})/(\d{1,6})")
_DECIMAL = re.compile(r"-?\d{1,6}([.,]\d{1,6})?")


class Kind(Protocol):
    """`read` turns what was typed into the document's value or raises Refusal; `shown` is its other side.

    `options`: what can be chosen, pairs (typed, words); empty where it is typed freely. Whoever asks names the field.
    """

    @property
    def options(self) -> tuple[tuple[str, str], ...]: ...
    def read(self, typed: str) -> object: ...
    def shown(self, value: object) -> str: ...


@dataclass(frozen=True, slots=True)
class Whole:
    least: int
    most: int
    options: tuple[tuple[str, str], ...] = ()

    def read(self, typed: str) -> object:
        if not (typed.isascii() and typed.isdigit() and len(typed) < 8):
            raise Refusal("bad_number")
        if not self.least <= int(typed) <= self.most:
            raise Refusal("out_of_bounds", least=self.least, most=self.most)
        return int(typed)

    def shown(self, value: object) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class Amount:
    """Points, a weight: «2», «0,5», «1/3». `words`: what may be said in the place of a number; `positive`: above 0."""

    words: Mapping[str, str] = field(default_factory=dict)
    positive: bool = False
    options: tuple[tuple[str, str], ...] = ()

    def read(self, typed: str) -> object:
        said = next((value for value, words in self.words.items() if typed.lower() == words), None)
        if said is not None:
            return said
        fraction = _FRACTION.fullmatch(typed)
        if fraction and int(fraction[2]) and (int(fraction[1]) or not self.positive):
            return typed
        if not _DECIMAL.fullmatch(typed.replace("−", "-")):
            raise Refusal("bad_amount", options=list(self.words.values()))
        plain = typed.replace("−", "-").replace(",", ".")
        if self.positive and float(plain) <= 0:
            raise Refusal("bad_amount", options=["больше нуля"])
        return plain if "." in plain else int(plain)

    def shown(self, value: object) -> str:
        return self.words.get(str(value), str(value).replace(".", ","))


@dataclass(frozen=True, slots=True)
class Amounts:
    """A table of points: «9, 7, 5, 3», «9 7 5 3». Where blanks or semicolons part them, a comma in one is a decimal."""

    options: tuple[tuple[str, str], ...] = ()

    def read(self, typed: str) -> object:
        parted = re.split(r"\s*;\s*|,?\s+", typed) if re.search(r"[\s;]", typed) else typed.split(",")
        return [Amount().read(one) for one in parted if one]

    def shown(self, value: object) -> str:
        return " ".join(Amount().shown(one) for one in value) if isinstance(value, list | tuple) else str(value)


@dataclass(frozen=True, slots=True)
class Categories:
    """Of weight: «63 73 85 +85», «до 63 кг, до 85 кг, свыше 85 кг»."""

    options: tuple[tuple[str, str], ...] = ()

    def read(self, typed: str) -> object:
        parted = [one for one in re.split(r"[;,]\s+|;", typed) if one.strip()]
        several = parted if len(parted) > 1 else typed.split()
        found = [category_word(one) for one in several]
        if not all(found):
            raise Refusal("bad_categories")
        return found

    def shown(self, value: object) -> str:
        return " ".join(map(weight_words, value)) if isinstance(value, list | tuple) else str(value)


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[tuple[str, str], ...]

    def read(self, typed: str) -> object:
        if typed not in dict(self.options):
            raise Refusal("bad_choice")
        return typed

    def shown(self, value: object) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no; no is what holds where nothing is said."""

    yes: str
    no: str

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        return (("", self.no), ("yes", self.yes))

    def read(self, typed: str) -> object:
        if typed != "yes":
            raise Refusal("bad_choice")
        return True

    def shown(self, value: object) -> str:
        return "yes" if value else ""


@dataclass(frozen=True, slots=True)
class Words:
    options: tuple[tuple[str, str], ...] = ()

    def read(self, typed: str) -> object:
        text = free_text(typed, "title", PHRASE)
        if not text:
            raise Refusal("required")
        return text

    def shown(self, value: object) -> str:
        return str(value)
