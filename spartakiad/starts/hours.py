"""When a list and everybody in it starts, in words."""

from datetime import datetime, timedelta

from spartakiad.competition.programme import Line
from spartakiad.competition.starters import list_of
from spartakiad.competition.state import StartList, State
from spartakiad.words.dates import MOSCOW, moment


def first_start(state: State, contest: str, delay: int) -> datetime | None:
    """The hour of the timetable and so many minutes; None where it has none."""
    slot = state.slots.get(contest)
    return slot.starts_at + timedelta(minutes=delay) if slot and slot.starts_at else None


def begins(state: State, part: Line) -> str:
    """«12:00» where this list does not begin with its contest, or its starters do not begin together; else ""."""
    listed = list_of(state, part)
    if listed is None or not (listed.delay or listed.offsets):
        return ""
    at = first_start(state, part.id, listed.delay)
    return at.astimezone(MOSCOW).strftime("%H:%M") if at else ""


def start_of(state: State, listed: StartList | None, entrant: str) -> str:
    """«10:05:30», without an hour in the timetable «+5:30»; "" where all start together or nothing is released."""
    if listed is None or entrant not in listed.offsets:
        return ""
    return hour_words(first_start(state, listed.contest, listed.delay), listed.offsets[entrant])


def played_at(state: State, contest: str, delay: int, court: str) -> str:
    """«19 февраля, 10:40, поле 2» of a match; "" where it has no court."""
    at = first_start(state, contest, delay) if court else None
    return ", ".join(filter(None, [moment(at) if at else "", court]))


def heat_of(listed: StartList | None, entrant: str) -> tuple[str, str]:
    """Heat and lane; "" where the list has none."""
    heat, lane = listed.heats.get(entrant, (0, 0)) if listed else (0, 0)
    return str(heat or ""), str(lane or "")


def where_and_when(state: State, listed: StartList | None, entrant: str) -> str:
    """«забег 2, дорожка 4, старт 10:05:30»."""
    heat, lane = heat_of(listed, entrant)
    at = start_of(state, listed, entrant)
    told = [f"забег {heat}" if heat else "", f"дорожка {lane}" if lane else "", f"старт {at}" if at else ""]
    return ", ".join(filter(None, told))


def hour_words(first: datetime | None, after: int) -> str:
    seconds = after // 1000
    if first is None:
        hours, rest = divmod(seconds, 3600)
        return f"+{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"+{rest // 60}:{rest % 60:02}"
    at = (first + timedelta(seconds=seconds)).astimezone(MOSCOW)
    return at.strftime("%H:%M:%S")
