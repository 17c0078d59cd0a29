"""How a list starts, as the form of its page says it."""

from collections.abc import Mapping
from datetime import timedelta

from spartakiad.competition.bibs import TYPED
from spartakiad.competition.plans import PURSUIT, TOGETHER, Plan
from spartakiad.competition.state import State
from spartakiad.competition.texts import an_hour
from spartakiad.errors import Refusal
from spartakiad.words.dates import clock

_LONGEST = 4  # digits


def typed_plan(state: State, contest: str, typed: Mapping[str, str]) -> Plan:
    """Only what belongs to the kind of start and of numbers that was chosen; other fields are left out."""
    start, bibs = typed.get("start", TOGETHER), typed.get("bibs", "number")
    after, _, after_part = typed.get("after", "").partition("|")
    apart = start in ("interval", "waves")
    ranges = [name for name, text in typed.items() if text.strip() and _named(name, bibs)]
    return Plan(
        start=start,
        delay=minutes_after(state, contest, typed.get("begins", "")),
        every=_span(typed, "every") if start != TOGETHER else 0,
        at_once=_number(typed, "at_once") if apart else 1,
        after=after if start == PURSUIT else "",
        after_part=after_part if start == PURSUIT else "",
        closed=_span(typed, "closed") if start == PURSUIT else 0,
        bibs=bibs,
        first=tuple((name.partition("-")[2], _number(typed, name)) for name in ranges),
        typed=_of_each(typed) if bibs == TYPED else (),
        courts=tuple(filter(None, (one.strip() for one in typed.get("courts", "").split(",")))),
        minutes=_number(typed, "minutes") if typed.get("minutes", "").strip() else 0,
        rounds_a_day=_number(typed, "rounds_a_day") if typed.get("rounds_a_day", "").strip() else 0,
        lanes=_number(typed, "lanes") if typed.get("lanes", "").strip() else 0,
    )


def shown_plan(state: State, contest: str, plan: Plan) -> dict[str, str]:
    """The fields of the form as they stand."""
    slot = state.slots.get(contest)
    begins = clock(slot.starts_at + timedelta(minutes=plan.delay)) if slot and slot.starts_at and plan.delay else ""
    return {
        "start": plan.start,
        "begins": begins,
        "every": _written(plan.every),
        "at_once": str(plan.at_once),
        "after": f"{plan.after}|{plan.after_part}" if plan.after else "",
        "closed": _written(plan.closed),
        "bibs": plan.bibs,
        "courts": ", ".join(plan.courts),
        "minutes": str(plan.minutes or ""),
        "rounds_a_day": str(plan.rounds_a_day or ""),
        "lanes": str(plan.lanes or ""),
        **{f"range-{whose}" if whose else "range": str(number) for whose, number in plan.first},
        **{f"bib-{who}": bib for who, bib in plan.typed},
    }


def _named(field: str, bibs: str) -> bool:
    """Whether the field names a range of the kind of numbers that was chosen."""
    name, _, whose = field.partition("-")
    if name != "range" or bibs not in ("order", "sex", "team"):
        return False
    return not whose if bibs == "order" else (whose in ("f", "m")) == (bibs == "sex") and bool(whose)


def _of_each(typed: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name.removeprefix("bib-"), text.strip()) for name, text in typed.items() if name.startswith("bib-"))


def minutes_after(state: State, contest: str, text: str) -> int:
    """Minutes after the hour of the timetable. Raises Refusal bad_time, no_hour."""
    if not text.strip():
        return 0
    hour, minute = (int(part) for part in an_hour(text, "begins").split(":"))
    slot = state.slots.get(contest)
    if slot is None or slot.starts_at is None:
        raise Refusal("no_hour", "begins")
    on, off = (int(part) for part in clock(slot.starts_at).split(":"))
    return (hour - on) * 60 + minute - off


def _span(typed: Mapping[str, str], name: str) -> int:
    """«30» and «1:30» in seconds, 0 of an empty field. Raises Refusal bad_span."""
    text = typed.get(name, "").strip().replace(".", ":")
    minutes, colon, seconds = text.rpartition(":")
    if not text:
        return 0
    parts = (minutes or "0", seconds)
    if not all(part.isascii() and part.isdigit() and len(part) <= _LONGEST for part in parts):
        raise Refusal("bad_span", name)
    if colon and int(seconds) >= 60:
        raise Refusal("bad_span", name)
    return int(parts[0]) * 60 + int(seconds)


def _number(typed: Mapping[str, str], name: str) -> int:
    text = typed.get(name, "").strip()
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST):
        raise Refusal("bad_number" if text else "required", name)
    return int(text)


def _written(seconds: int) -> str:
    if not seconds:
        return ""
    return str(seconds) if seconds < 60 else f"{seconds // 60}:{seconds % 60:02}"
