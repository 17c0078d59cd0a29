"""The calendar as a file for other calendars: every event once, as precise as it is known."""

from datetime import date, timedelta

import icalendar

from spartakiad.documents.calendar_ics import calendar_ics
from spartakiad.union.queries import EventView
from tests.doors.reading import FACTS
from tests.doors.visiting import Site

MONDAY = date(2026, 11, 23)


def view(**changes: object) -> EventView:
    plain: dict[str, object] = {"slug": "forum", "title": "Форум", "kind": "conference", "state": "held"}
    plain |= {"first": MONDAY, "last": MONDAY, "precision": "days", "host": "", "games": "", "theme": ""}
    return EventView(**{**plain, "people": "", "cities": "", "version": 1, **changes})  # type: ignore[arg-type]


def vevents(site: Site) -> dict[str, icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(site.visitor().get("/calendar.ics").content)
    return {str(one["UID"]).partition("@")[0]: one for one in calendar.walk("VEVENT")}


def test_the_file_for_calendars_has_every_event_once(shared_site: Site) -> None:
    assert sorted(vevents(shared_site)) == sorted(FACTS.events)


def test_the_file_for_calendars_says_where_a_date_is_not_exact(shared_site: Site) -> None:
    says = {slug for slug, one in vevents(shared_site).items() if "точная дата не указана" in one["DESCRIPTION"]}
    assert says == {slug for slug, one in FACTS.events.items() if not one.when.exact}


def test_an_entry_of_the_file_covers_the_known_span(shared_site: Site) -> None:
    spans = {
        slug: (one["DTSTART"].dt, one["DTEND"].dt - timedelta(days=1)) for slug, one in vevents(shared_site).items()
    }
    assert spans == {slug: one.when.span for slug, one in FACTS.events.items()}


def test_an_entry_of_the_file_never_claims_time(shared_site: Site) -> None:
    assert {one["TRANSP"] for one in vevents(shared_site).values()} == {"TRANSPARENT"}


def test_the_file_has_no_bare_line_end(shared_site: Site) -> None:
    body = shared_site.visitor().get("/calendar.ics").content
    assert (body.count(b"\r"), body.count(b"\n")) == (body.count(b"\r\n"),) * 2


def test_a_title_cannot_add_a_line_to_the_file() -> None:
    body = calendar_ics([view(title="Форум\r\nATTACH:x\rATTACH:y")], {})
    assert [str(one["SUMMARY"]) for one in icalendar.Calendar.from_ical(body).walk("VEVENT")] == [
        "Форум ATTACH:x ATTACH:y"
    ]


def test_the_same_events_always_give_the_same_file() -> None:
    assert calendar_ics([view()], {}) == calendar_ics([view()], {})


def test_a_changed_event_has_a_higher_sequence() -> None:
    entry = icalendar.Calendar.from_ical(calendar_ics([view(version=3)], {})).walk("VEVENT")[0]
    assert entry["SEQUENCE"] == 2


def test_the_file_is_sent_as_a_calendar(shared_site: Site) -> None:
    assert shared_site.visitor().get("/calendar.ics").headers["content-type"] == "text/calendar; charset=utf-8"
