"""When an event takes place, as the office types it: days, a month, a quarter, a year, or that nobody knows."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from spartakiad.competition.texts import a_day
from spartakiad.errors import Refusal
from spartakiad.words.dates import MONTHS

LEAST, MOST = 1990, 2100  # years
LONGEST = 366  # days
EXAMPLE = "12–14.03.2027, март 2027, II квартал 2027, 2027 или «неизвестно, 2027»"
_YEAR = re.compile(r"(\d{4})(?: ?г(?:\.|од)?)?", re.ASCII | re.IGNORECASE)
_MONTH = re.compile(r"(?:в )?([а-я]{3,8}) (\d{4})(?: ?г(?:\.|ода?)?)?", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,2})[./](\d{4})", re.ASCII)
_QUARTER = re.compile(r"(I{1,3}|IV|[1-4])(?:-й)? ?(?:кв\.?|квартал) (\d{4})(?: ?г(?:\.|ода?)?)?", re.IGNORECASE)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_UNKNOWN = re.compile(r"(?:дата )?не ?известн[аоы]\W*(\d{4})?[ год.)]*", re.IGNORECASE)
_PART = re.compile(r"(?:(?:в )?(?:начал[оеа]|середин[аеы]|кон(?:ец|це|ца)) )?(.+)", re.IGNORECASE)
_HALF = re.compile(
    r"(I{1,2}|[12]|перв(?:ое|ом)|втор(?:ое|ом))(?:-[а-я]{1,2})? полугоди[ею] (\d{4})(?: ?г(?:\.|ода?)?)?", re.IGNORECASE
)
_MONTHS = re.compile(r"([а-я]{3,8}) ?[–—-] ?([а-я]{3,8}) (\d{4})(?: ?г(?:\.|ода?)?)?", re.IGNORECASE)
_SEASON = re.compile(r"(весн|лет|осен)(?:а|о|ь|ой|ом|ью) (\d{4})(?: ?г(?:\.|ода?)?)?", re.IGNORECASE)
_SEASONS = {"весн": 3, "лет": 6, "осен": 9}
_ALL_YEAR = re.compile(r"(?:весь|в течение|течение)?(?: года?)? ?(\d{4})(?: ?г(?:\.|од[а]?)?)?", re.IGNORECASE)
_SPAN = re.compile(r"\s*[–—]\s*|(?<=[\dа-я.])\s*-\s*(?=\d)|\s+по\s+")
_ONE_OF = "в один из дней "
_PLAIN_DAY, _DAY_AND_MONTH = re.compile(r"\d{1,2}", re.ASCII), re.compile(r"\d{1,2}[./]\d{1,2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Term:
    """`precision` as in UnionEvent."""

    first: date
    last: date
    precision: str


def understand_when(text: str, field: str) -> Term:
    """Raises Refusal required, year_of_unknown, out_of_bounds, days_out_of_order, or as a_day does."""
    clean = " ".join(text.split()).strip(" .,")
    if not clean:
        raise Refusal("required", field)
    term = next(filter(None, (read(clean) for read in _ROUGHLY)), None) or _unknown(clean, field) or _days(clean, field)
    if not LEAST <= term.first.year <= MOST:
        raise Refusal("out_of_bounds", field, least=LEAST, most=MOST)
    if not 0 <= (term.last - term.first).days < LONGEST:
        raise Refusal("days_out_of_order", field, most=LONGEST)
    return term


def written_when(first: date, last: date, precision: str) -> str:
    """The same as it is typed, for a form that is opened again."""
    if precision in ("year", "unknown"):
        return str(first.year) if precision == "year" else f"неизвестно, {first.year}"
    if precision == "month":
        return f"{first:%m.%Y}"
    if precision == "first_day":
        return f"с {first:%d.%m.%Y}"
    if precision == "within":
        return f"{_ONE_OF}{first:%d.%m.%Y} – {last:%d.%m.%Y}"
    return f"{first:%d.%m.%Y}" if first == last else f"{first:%d.%m.%Y} – {last:%d.%m.%Y}"


def _year(text: str) -> Term | None:
    found = _YEAR.fullmatch(text) or _ALL_YEAR.fullmatch(text)
    if not found or not int(found[1]):
        return None
    return _whole(int(found[1]), "year")


def _unknown(text: str, field: str) -> Term | None:
    """«неизвестно, 2027»: the year is the one in whose calendar it stands."""
    found = _UNKNOWN.fullmatch(text)
    if not found:
        return None
    if not found[1] or not int(found[1]):
        raise Refusal("year_of_unknown", field)
    return _whole(int(found[1]), "unknown")


def _whole(year: int, precision: str) -> Term:
    return Term(date(year, 1, 1), date(year, 12, 31), precision)


def _month(text: str) -> Term | None:
    """«март 2027», «в марте 2027 года», «03.2027»."""
    if found := _NUMBERED.fullmatch(text):
        return _months(int(found[2]), int(found[1]), 1, "month")
    found = _MONTH.fullmatch(_PART.sub(r"\1", text))
    return _months(int(found[2]), _numbered(found[1]), 1, "month") if found else None


def _numbered(name: str) -> int:
    """«март», «марта» and «марте» → 3; 0 of what is no month."""
    word = name.lower()
    if word in ("май", "мае"):
        return 5
    usual = (at for at, one in enumerate(MONTHS, 1) if re.fullmatch(rf"{one.rstrip('аья')}(?:[аеья]|)", word))
    return next(usual, 0)


def _several_months(text: str) -> Term | None:
    """«ноябрь–декабрь 2027», «I полугодие 2027», «весна 2027»."""
    if found := _MONTHS.fullmatch(text):
        first, last = _numbered(found[1]), _numbered(found[2])
        return _months(int(found[3]), first, last - first + 1, "within") if 0 < first < last else None
    if found := _HALF.fullmatch(text):
        later = found[1].lower() in ("ii", "2", "второе", "втором")
        return _months(int(found[2]), 7 if later else 1, 6, "within")
    if found := _SEASON.fullmatch(text):
        return _months(int(found[2]), _SEASONS[found[1].lower()], 3, "within")
    return None


def _quarter(text: str) -> Term | None:
    found = _QUARTER.fullmatch(text)
    if not found:
        return None
    number = _QUARTERS.get(found[1].upper()) or int(found[1])
    return _months(int(found[2]), 3 * number - 2, 3, "within")


def _months(year: int, month: int, count: int, precision: str) -> Term | None:
    if not 1 <= month <= 12 or not year:
        return None
    last = month + count - 1
    return Term(date(year, month, 1), date(year, last, monthrange(year, last)[1]), precision)


_ROUGHLY = (_year, _month, _quarter, _several_months)


def _days(text: str, field: str) -> Term:
    if text.lower().startswith(_ONE_OF):
        around = _days(text[len(_ONE_OF) :], field)
        return Term(around.first, around.last, "within")
    if text.lower().startswith("с ") and not _SPAN.search(text[2:]):
        first = a_day(text[2:], field, EXAMPLE)
        return Term(first, first, "first_day")
    parts = [] if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", text) else _SPAN.split(text.removeprefix("с "), maxsplit=1)
    if len(parts) < 2:
        day = a_day(text, field, EXAMPLE)
        return Term(day, day, "days")
    last = a_day(parts[1], field, EXAMPLE)
    return Term(a_day(_completed(parts[0], last), field, EXAMPLE), last, "days")


def _completed(text: str, last: date) -> str:
    """«12» of «12–14.03.2027»: what is not said of the first day is as of the last one."""
    if _PLAIN_DAY.fullmatch(text):
        return f"{text}.{last:%m.%Y}"
    if _DAY_AND_MONTH.fullmatch(text):
        return f"{text.replace('/', '.')}.{last.year}"
    return text if re.search(r"\d{4}", text) else f"{text} {last.year}"
