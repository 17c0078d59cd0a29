"""Numbers as Russian prints them: decimal comma, thin grouping, plurals."""

from collections.abc import Sequence
from fractions import Fraction

_NAMED = 3  # equal teams that a sentence still names


def number(value: int | Fraction) -> str:
    """34, 17,5, 0,14: at most two digits after the comma; exact inside, rounded in print only."""
    exact = Fraction(value)
    if exact.denominator == 1:
        return _grouped(exact.numerator)
    hundredths = round(abs(exact) * 100)
    whole, rest = divmod(hundredths, 100)
    return f"{'−' if exact < 0 else ''}{_grouped(whole)},{f'{rest:02d}'.rstrip('0') or '0'}"


def signed(value: int | Fraction) -> str:
    """+14, −3, 0: how much more or less."""
    return f"{'+' if value > 0 else ''}{number(value)}"


def plural(n: int, one: str, few: str, many: str) -> str:
    """1 очко, 2 очка, 5 очков; 11 очков, 21 очко."""
    last_two, last = abs(n) % 100, abs(n) % 10
    if 11 <= last_two <= 14:
        return many
    return one if last == 1 else few if 2 <= last <= 4 else many


def counted(n: int, one: str, few: str, many: str) -> str:
    """«5 очков» with a space that does not break."""
    return f"{number(n)}\u00a0{plural(n, one, few, many)}"


def points(value: int | Fraction) -> str:
    """«34 очка», «17,5 очка»: after a fraction the word stands in the genitive singular."""
    exact = Fraction(value)
    if exact.denominator != 1:
        return f"{number(exact)}\u00a0очка"
    return counted(exact.numerator, "очко", "очка", "очков")


def equals(teams: Sequence[str]) -> str:
    """Several that are equal: by name, and of more than three how many they are."""
    if len(teams) > _NAMED:
        return counted(len(teams), "команда", "команды", "команд")
    return f"{', '.join(teams[:-1])} и {teams[-1]}"


def in_clause(clause: str) -> str:
    """« (п. 4.2)» with a space that does not break, "" where no clause is named."""
    return f" (п.\u00a0{clause})" if clause else ""


def dialled(phone: str) -> str:
    """What the key of a telephone link dials: «+7 (817) 200-00-01» → +78172000001, an extension after a comma."""
    main, _, extension = phone.lower().partition("доб")
    digits = "".join(sign for sign in main if sign.isdigit() or sign == "+")
    inner = "".join(filter(str.isdigit, extension))
    return f"{digits},{inner}" if inner else digits


def _grouped(n: int) -> str:
    sign = "−" if n < 0 else ""
    return sign + f"{abs(n):,}".replace(",", "\u2009") if abs(n) >= 10000 else f"{sign}{abs(n)}"
