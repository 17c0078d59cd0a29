"""The schema on both databases: migrations, and the constraints that hold when the code above them does not."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from alembic import command
from alembic.util import CommandError
from sqlalchemy import CheckConstraint, text
from sqlalchemy.exc import StatementError
from sqlmodel import Session, col, select

from spartakiad.competition.shell import Shell
from spartakiad.models.accounts import Account
from spartakiad.models.people import Person
from spartakiad.models.tables import metadata
from spartakiad.store import migrate
from spartakiad.words.keys import sort_key
from tests.store.databases import refusal_of

_FACT = (
    "INSERT INTO fact (stream_id, number, kind, subject, version, payload, actor, device, command_key, at,"
    " previous_hash, hash)"
)
_COMMAND = "INSERT INTO command (key, body_hash, verb, actor, device, at, status, answer)"
_SIGN_IN = "INSERT INTO sign_in (account_id, token_hash, device, made_at, last_contact, expires_at, unsent)"
REFUSED = {
    "ck_apart_order": "INSERT INTO apart (one_id, other_id, decided_by, at) SELECT 2, 1, '', at FROM command LIMIT 1",
    "ck_athlete_admission": "UPDATE athlete SET admission = 'perhaps'",
    "ck_athlete_number": "UPDATE athlete SET number = -1",
    "ck_city_membership": "UPDATE city SET membership = 'perhaps'",
    "ck_command_status": f"{_COMMAND} SELECT 'new', '', '', '', '', at, 'perhaps', '' FROM command",
    "ck_consent_kind": "UPDATE consent SET kind = 'photographs'",
    "ck_cup_holding_state": "UPDATE cup_holding SET state = 'perhaps'",
    "ck_delegation_state": "UPDATE delegation SET state = 'perhaps'",
    "ck_entry_role": "UPDATE entry SET role = 'perhaps'",
    "ck_fact_basis": f"{_FACT[:-1]}, basis)"
    " SELECT stream_id, 1000000, '', 'new', 1, '', '', '', '', at, '', '', 'dream' FROM fact",
    "ck_fact_number": f"{_FACT} SELECT stream_id, 0, '', 'new', 1, '', '', '', '', at, '', '' FROM fact",
    "ck_fact_version": f"{_FACT} SELECT stream_id, 1000000, '', 'new', 0, '', '', '', '', at, '', '' FROM fact",
    "ck_games_dates": "UPDATE games SET starts_on = '2026-02-02', ends_on = '2026-02-01'",
    "ck_games_season": "UPDATE games SET season = 'spring'",
    "ck_games_state": "UPDATE games SET state = 'perhaps'",
    "ck_official_person_post": "INSERT INTO official_person (team_id, post, surname, name, patronymic, search_key)"
    " SELECT id, 'mascot', '', '', '', '' FROM team",
    "ck_person_sex": "UPDATE person SET sex = '?'",
    "ck_role_grant_contest_of_games": "UPDATE role_grant SET games = '', contest = 'trail', team = ''",
    "ck_role_grant_team_of_games": "UPDATE role_grant SET games = '', team = 'vologda', contest = ''",
    "ck_sign_in_unsent": f"{_SIGN_IN} SELECT id, 'new', '', created_at, created_at, created_at, -1 FROM account",
    "ck_union_event_cities_precision": "UPDATE union_event SET cities_precision = 'perhaps'",
    "ck_union_event_dates": "UPDATE union_event SET starts_on = '2026-02-02', ends_on = '2026-02-01'",
    "ck_union_event_people_precision": "UPDATE union_event SET people_precision = 'perhaps'",
    "ck_union_event_precision": "UPDATE union_event SET precision = 'perhaps'",
    "ck_union_event_state": "UPDATE union_event SET state = 'perhaps'",
    "ck_venue_card_places": "INSERT INTO venue_card (games, venue, day, seed, token_hash, word_hash, places, issue,"
    " made_by, made_at, tries_from) SELECT '', '', '2026-02-20', '', '', '', 0, 1, '', at, at FROM command",
}


def test_the_migrations_reach_the_newest_schema(url: str) -> None:
    assert migrate.is_current(url)


def test_the_migrated_schema_is_the_one_of_the_models(url: str) -> None:
    command.check(migrate.configuration(url))


def test_a_column_that_no_migration_made_is_found(shell: Shell, url: str) -> None:
    with shell.store.writer.engine.begin() as connection:
        connection.execute(text("ALTER TABLE athlete DROP COLUMN rank"))
    with pytest.raises(CommandError, match="New upgrade operations detected"):
        command.check(migrate.configuration(url))


def test_every_check_of_the_models_is_tried_here() -> None:
    checks = [
        rule for table in metadata.tables.values() for rule in table.constraints if isinstance(rule, CheckConstraint)
    ]
    assert sorted(REFUSED) == sorted(str(rule.name) for rule in checks)


def test_the_database_itself_refuses_values_that_must_not_be(demo_shell: Shell) -> None:
    assert {name: name in refusal_of(demo_shell.store, sql) for name, sql in REFUSED.items()} == dict.fromkeys(
        REFUSED, True
    )


def test_the_database_itself_refuses_a_line_of_a_list_that_is_not_there(shell: Shell) -> None:
    orphan = "INSERT INTO team (games_id, slug, title, city, sort_key) VALUES (77, 'a', 'a', 'a', 'a')"
    assert "foreign key" in refusal_of(shell.store, orphan).lower()


def test_a_moment_comes_back_aware_and_in_utc(shell: Shell) -> None:
    moscow = datetime(2026, 2, 19, 2, 30, tzinfo=timezone(timedelta(hours=3)))
    with Session(shell.store.writer.engine) as session:
        session.add(Account(public_id="one", name="Секретарь", created_at=moscow))
        session.commit()
    with shell.store.reader() as session:
        back = session.exec(select(Account)).one().created_at
    assert (back.isoformat(), back.tzinfo) == ("2026-02-18T23:30:00+00:00", UTC)


def test_a_moment_without_a_zone_is_not_taken(shell: Shell) -> None:
    with Session(shell.store.writer.engine) as session:
        session.add(Account(public_id="one", name="Секретарь", created_at=datetime(2026, 2, 19)))  # noqa: DTZ001
        with pytest.raises(StatementError, match="a moment without a zone"):
            session.flush()


def test_names_with_yo_and_of_any_case_stand_in_the_same_order_on_both_databases(shell: Shell) -> None:
    surnames = ("Яковлев", "ежов", "Жуков", "Ёлкин", "Елкин", "Ёжиков", "ЕРМАКОВ")
    with Session(shell.store.writer.engine) as session:
        session.add_all(person_named(surname) for surname in surnames)
        session.commit()
    with shell.store.reader() as session:
        found = list(session.exec(select(Person.surname).order_by(col(Person.sort_key))))
    assert found == ["Ёжиков", "ежов", "Ёлкин", "Елкин", "ЕРМАКОВ", "Жуков", "Яковлев"]


def person_named(surname: str) -> Person:
    born = datetime(1990, 1, 1, tzinfo=UTC).date()
    return Person(
        public_id=surname, surname=surname, name="", sex="f", born_on=born, sort_key=sort_key(surname), search_key=""
    )
