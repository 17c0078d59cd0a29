"""The calendar as a file for other calendars: every event once, as precise as it is known."""

from datetime import date, timedelta

import icalendar
import pytest
from litestar.handlers import HTTPRouteHandler

from spartakiad.documents.calendar_ics import calendar_ics
from spartakiad.site import annual
from spartakiad.site import calendar_files as files
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
    assert {"small-towns-round-table-2024", "sport-section-first-2024"} <= says
    assert says == {slug for slug, one in FACTS.events.items() if not one.when.start or one.when.within}


def test_an_entry_of_the_file_covers_known_days_and_no_more(shared_site: Site) -> None:
    spans = {
        slug: (one["DTSTART"].dt, one["DTEND"].dt - timedelta(days=1)) for slug, one in vevents(shared_site).items()
    }
    whole = {slug: one.when.span or () for slug, one in FACTS.events.items()}
    assert spans == {
        slug: span if FACTS.events[slug].when.exact else (span[0], span[0]) for slug, span in whole.items()
    }


@pytest.mark.parametrize(
    ("precision", "last", "said"),
    [
        ("month", date(2026, 11, 30), "Форум (срок: ноябрь 2026 г.)"),
        ("within", date(2026, 12, 31), "Форум (срок: в один из дней 1 ноября – 31 декабря 2026 г.)"),
        ("first_day", date(2026, 11, 1), "Форум"),
    ],
)
def test_a_term_is_said_and_never_a_bar_over_weeks(precision: str, last: date, said: str) -> None:
    body = calendar_ics([view(first=date(2026, 11, 1), last=last, precision=precision)], {})
    (entry,) = icalendar.Calendar.from_ical(body).walk("VEVENT")
    assert str(entry["SUMMARY"]).replace("\u00a0", " ") == said
    assert (entry["DTEND"].dt - entry["DTSTART"].dt).days == 1


@pytest.mark.parametrize(
    ("state", "status"),
    [("held", "CONFIRMED"), ("planned", "TENTATIVE"), ("moved", "TENTATIVE"), ("cancelled", "CANCELLED")],
)
def test_what_may_still_change_is_tentative(state: str, status: str) -> None:
    (entry,) = icalendar.Calendar.from_ical(calendar_ics([view(state=state)], {})).walk("VEVENT")
    assert entry["STATUS"] == status


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


@pytest.mark.parametrize(
    "handler",
    [files.ics, files.atom, files.xlsx, files.plan_pdf, annual.as_pdf, annual.as_docx],
    ids=lambda handler: str(handler.handler_name or handler.fn.__name__),
)
def test_a_file_is_made_beside_the_loop_that_serves_everybody(handler: HTTPRouteHandler) -> None:
    assert handler.sync_to_thread
