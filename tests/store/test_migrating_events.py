"""A database with events of before: nothing of them is lost when the table is made anew, and they can be found."""

from pathlib import Path

from alembic import command
from sqlalchemy import create_engine, text

from spartakiad.store import migrate

EVENT = (
    "INSERT INTO union_event (slug, title, kind, state, starts_on, ends_on, precision, host, host_inferred, form,"
    " section, games, occasion, theme, audience, people_precision, people_who, cities_precision, cities_who, note,"
    " quote, sources, position, version) VALUES ('tree', 'Ёлка  Союза', 'festival', 'held', '2024-12-01',"
    " '2024-12-31', 'month', '', 0, '', '', '', '', '', '', 'exact', '', 'exact', '', '', '', '', 1, 1)"
)
CITY = (
    "INSERT INTO event_city (event_id, position, city, online, speaking) SELECT id, 1, 'pskov', 1, 0 FROM union_event"
)


def test_an_event_of_before_keeps_its_lines_and_is_found(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'before.sqlite'}"
    command.upgrade(migrate.configuration(url), "0014")
    engine = create_engine(url)
    with engine.begin() as link:
        link.execute(text(EVENT))
        link.execute(text(CITY))
    migrate.upgrade(url)
    with engine.begin() as link:
        found = link.execute(text("SELECT found_by FROM union_event")).all()
        cities = link.execute(text("SELECT id, city, online, outside FROM event_city")).all()
    engine.dispose()
    assert (found, cities) == ([("елка союза",)], [(1, "pskov", 1, 0)])
