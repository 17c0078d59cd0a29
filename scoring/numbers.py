"""Exact numbers: int or Fraction, never a float. A value with denominator 1 is always an int."""

import re
from fractions import Fraction

Number = int | Fraction

LONGEST = 40  # characters of a number in a document; a longer one is a mistake, and slow to read

_WRITTEN = re.compile(r"-?[0-9]+(?:[.,][0-9]+|/[0-9]+)?")


def exact(value: Number) -> Number:
    """The same value, as an int wherever it is whole."""
    if isinstance(value, int):
        return value
    return value.numerator if value.denominator == 1 else value


def read_number(text: str) -> Number | None:
    """«12», «0.1», «0,1», «1/7» → the exact number; None for anything else (no exponents, no foreign digits)."""
    if len(text) > LONGEST or not _WRITTEN.fullmatch(text) or re.search(r"/0+\Z", text):
        return None
    return exact(Fraction(text.replace(",", ".")))


def spell(value: Number) -> int | str:
    """The form of the output: an int, or "n/d"."""
    value = exact(value)
    return value if isinstance(value, int) else f"{value.numerator}/{value.denominator}"
