"""Free text that people type: trimmed, without characters that hide or turn other text, not longer than it may be."""

import re
import unicodedata
from datetime import date, datetime, time

from spartakiad.errors import Refusal
from spartakiad.words.dates import MONTHS

SENTENCE = 500
PHRASE = 200


def free_text(text: str, field: str, limit: int) -> str:
    """The text as it is kept. Raises Refusal too_long."""
    apart = " ".join(unicodedata.normalize("NFC", text).split())
    clean = " ".join("".join(sign for sign in apart if unicodedata.category(sign) not in _HIDDEN).split())
    if len(clean) > limit:
        raise Refusal("too_long", field, limit=limit, length=len(clean))
    return clean


_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?: ?г\.?)?", re.ASCII)
_SHORT = re.compile(r"(\d{1,2}[./-]\d{1,2}[./-])(\d{2})(?: ?г\.?)?", re.ASCII)
_IN_WORDS = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})(?: ?г(?:\.|ода)?)?", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


def a_day(text: str, field: str, example: str = "19.02.2027") -> date:
    """05.03.1990, «5 марта 1990 г.», 1990-03-05. Raises Refusal required, bad_date, short_year or no_such_day."""
    clean = text.strip()
    if not clean:
        raise Refusal("required", field)
    if found := _DAY_FIRST.fullmatch(clean):
        day, month, year = map(int, found.groups())
    elif found := _SHORT.fullmatch(clean):
        raise Refusal("short_year", field, example=f"{found[1]}20{found[2]}")
    elif found := _IN_WORDS.fullmatch(clean):
        day, month, year = int(found[1]), 1 + MONTHS.index(found[2].lower()), int(found[3])
    elif found := _YEAR_FIRST.fullmatch(clean):
        year, month, day = map(int, found.groups())
    else:
        raise Refusal("bad_date", field, example=example)
    try:
        return date(year, month, day)
    except ValueError:
        raise Refusal("no_such_day", field, typed=clean) from None


_NEAR = range(2000, 2100)  # years in which a paper ends


def end_of_paper(text: str, field: str) -> date:
    """The last day of a paper. Raises Refusal as a_day does, and far_year for 0001 and 9999."""
    found = a_day(text, field)
    if found.year not in _NEAR:
        raise Refusal("far_year", field, typed=text.strip())
    return found


def with_century(text: str, latest: date, span: int) -> str:
    """05.03.90 with the one century in which it is no later than `latest` and at most `span` years before it; as it was
    typed where there is none, or more than one."""
    found = _SHORT.fullmatch(text.strip())
    if found is None:
        return text
    short = int(found[2])
    century = latest.year - latest.year % 100
    years = [year for year in (century + short, century + short - 100) if latest.year - span < year <= latest.year]
    return f"{found[1]}{years[0]}" if len(years) == 1 else text


_HIDDEN = ("Cc", "Cf", "Co", "Cn", "Cs")  # what controls a printer or the direction of a line, private and broken signs


def an_hour(text: str, field: str) -> str:
    """«9:30», «09.30», «930», «9» → a moment of the day, "09:30". Raises Refusal bad_time or required at the field."""
    clean = text.strip().replace(".", ":")
    if clean.isascii() and clean.isdigit() and len(clean) <= len("0930"):
        clean = f"{clean}:00" if len(clean) <= len("09") else f"{clean[:-2]}:{clean[-2:]}"
    clean = clean.rjust(5, "0")
    try:
        return f"{time.fromisoformat(clean):%H:%M}"
    except ValueError:
        raise Refusal("bad_time" if text.strip() else "required", field) from None


def a_moment(on: str, at: str, day_field: str, time_field: str) -> str:
    """A day and an hour of Moscow as facts keep them, "2027-02-18T11:00". Raises Refusal as a_day and an_hour do."""
    return f"{a_day(on, day_field).isoformat()}T{an_hour(at, time_field)}"


def is_moment(text: str) -> bool:
    """Whether it is one that there is: no 45th of the 13th month."""
    try:
        return _MOMENT.fullmatch(text) is not None and bool(datetime.fromisoformat(text))
    except ValueError:
        return False


_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}", re.ASCII)
