"""The union's calendar is read the same from either database."""

from spartakiad.competition.shell import Shell
from spartakiad.union.event_page import pages_of_year
from spartakiad.union.listing import Wanted, all_found
from spartakiad.union.queries import cities, event_years, events
from spartakiad.union.series import section_page
from spartakiad.union.statistics import statistics


def test_lists_of_the_calendar_are_the_same_whichever_database_holds_it(demo_shell: Shell, module_shell: Shell) -> None:
    assert read(demo_shell) == read(module_shell) and read(demo_shell)["2024"]


def read(shell: Shell) -> dict[str, list[str]]:
    with shell.store.reader() as session:
        return {
            "years": [str(year) for year in event_years(session)],
            "2024": [event.slug for event in events(session, 2024)],
            "found": [event.slug for event in all_found(session, Wanted(q="спартакиада"), cities(session))],
            "statistics": [repr(statistics(session))],
            "section": [repr(section_page(session, "sport"))],
            "pages": [page.event.slug for page in pages_of_year(session, 2024)],
        }
