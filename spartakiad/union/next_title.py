"""«29-й конкурс» and «IV зимняя Спартакиада» of the year after."""

import re

_TENS, _ONES = ("", "X", "XX", "XXX", "XL"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_WORD = re.compile(r"\d+|[IVXL]+\b", re.ASCII)


def next_title(title: str, edition: int | None) -> str:
    """Its number in the series, where the title names it, is one more."""
    if not edition:
        return title
    named = {str(edition): str(edition + 1), roman(edition): roman(edition + 1)}
    return _WORD.sub(lambda found: named.get(found[0], found[0]), title)


def roman(number: int) -> str:
    """From 1 to 49, "" of any other."""
    return f"{_TENS[number // 10]}{_ONES[number % 10]}" if 0 < number < 50 else ""
