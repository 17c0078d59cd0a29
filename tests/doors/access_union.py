"""The rows of the access table for the union's year: the calendar, the annual report, the cup, the office's desk."""

EVERYBODY = "everybody"
OFFICE = "office"

UNION: dict[str, tuple[str, int]] = {
    "GET /calendar": (EVERYBODY, 200),
    "GET /calendar/all": (EVERYBODY, 200),
    "GET /calendar/next": (EVERYBODY, 200),
    "GET /calendar/{year}": (EVERYBODY, 200),
    "GET /calendar/{year}/{month}": (EVERYBODY, 200),
    "GET /calendar/{year}/plan": (EVERYBODY, 200),
    "GET /calendar/{year}/plan.pdf": (EVERYBODY, 200),
    "GET /calendar/events/{slug}": (EVERYBODY, 404),
    "GET /calendar/series/{slug}": (EVERYBODY, 404),
    "GET /calendar/sections/{slug}": (EVERYBODY, 404),
    "GET /calendar.ics": (EVERYBODY, 200),
    "GET /calendar.atom": (EVERYBODY, 200),
    "GET /calendar.xlsx": (EVERYBODY, 200),
    "GET /union/report/{year}": (EVERYBODY, 200),
    "GET /union/report/{year}/report.pdf": (EVERYBODY, 200),
    "GET /union/report/{year}/report.docx": (EVERYBODY, 200),
    "GET /union/statistics": (EVERYBODY, 200),
    "GET /office/union/years/{year}": (OFFICE, 200),
    "GET /office/union/new": (OFFICE, 200),
    "POST /office/union/new": (OFFICE, 422),
    "GET /office/union/plan": (OFFICE, 200),
    "POST /office/union/plan": (OFFICE, 422),
    "POST /office/union/plan/events": (OFFICE, 422),
    "GET /office/union/events/{slug}": (OFFICE, 404),
    "POST /office/union/events/{slug}": (OFFICE, 404),
    "POST /office/union/events/{slug}/steps": (OFFICE, 404),
    "POST /office/union/events/{slug}/cities": (OFFICE, 404),
    "POST /office/union/events/{slug}/account": (OFFICE, 404),
    "POST /office/union/events/{slug}/decisions": (OFFICE, 404),
    "GET /cities": (EVERYBODY, 200),
    "GET /cities/{slug}": (EVERYBODY, 404),
    "GET /cup": (EVERYBODY, 200),
}
