"""What everybody reads while results are held for the ceremony."""

from datetime import date, datetime

from spartakiad.words.dates import MOSCOW, clock, moment


def held_words(at: datetime, last: date | None) -> str:
    """«Результаты на 13:40. Итоги объявят на церемонии»: with its day, unless that is the `last` one of the Games."""
    when = clock(at) if at.astimezone(MOSCOW).date() == last else moment(at)
    return f"Результаты на {when}. Итоги объявят на церемонии"
