"""What stands in the fields of an event's card, and how two people's changes to it come together."""

from collections.abc import Mapping
from datetime import date

from spartakiad.errors import Refusal
from spartakiad.union.event_page import EventPage
from spartakiad.union.typed_events import LINES, ROLES
from spartakiad.web.forms import Said
from spartakiad.words import union as words


def written(page: EventPage, titles: Mapping[str, str]) -> dict[str, str]:
    """By the names of the fields; of an account a line a topic, a line a person. `titles` of cities."""
    event = page.event
    own = {
        "event_kind": event.kind,
        "title": event.title,
        "theme": event.theme,
        "occasion": page.occasion,
        "audience": page.audience,
        "event_place": event.place,
        "form": event.form,
        "section": event.section,
        "edition": _number(event.edition),
        "people": _number(event.attendance),
        "people_precision": page.people_precision,
        "people_who": page.people_who,
        "cities": _number(event.present),
        "cities_precision": page.cities_precision,
        "cities_who": page.cities_who,
        "answers_by": _day(event.answers_by),
        "summary_by": _day(event.summary_by),
        "note": page.note,
    }
    return own | _account(page, titles)


def together(typed: Mapping[str, str], now: Mapping[str, str]) -> Said:
    """A form that was made of what stood before: each field as whoever changed it left it.

    Where both did, the typed one, and what stands is said there. A form tells what it showed: `was-title`.
    """
    mine, refusals = dict(typed), [Refusal("changed_meanwhile")]
    for name in now.keys() & typed.keys():
        said, was = (typed.get(one, typed[name]).replace("\r\n", "\n").strip() for one in (name, f"was-{name}"))
        if said in (was, now[name]):
            mine[name] = now[name]
        elif was != now[name].strip():
            refusals.append(Refusal("also_changed", name, stands=now[name] or "пусто"))
    return Said(tuple(refusals), mine)


def _account(page: EventPage, titles: Mapping[str, str]) -> dict[str, str]:
    told = {
        kind: "\n".join(one.text for one in page.lines.get(words.LINES[kind], ()) if not one.games) for kind in LINES
    }
    for role in ROLES:
        named = page.people.get(words.ROLES[role], ())
        told[role] = "\n".join(
            ", ".join(filter(None, [one.name, one.post])) + (f" ({titles[one.city]})" if one.city in titles else "")
            for one in named
        )
    return told


def _number(count: int | None) -> str:
    return str(count or "")


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""
