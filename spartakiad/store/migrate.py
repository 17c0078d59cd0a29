"""Migrations: bring a database to the newest schema, or say how it differs from the models."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from spartakiad.store import engines

_SCRIPTS = Path(__file__).parent / "migrations"


def configuration(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["url"] = url
    return config


def upgrade(url: str) -> None:
    command.upgrade(configuration(url), "head")


def is_current(url: str) -> bool:
    engine = engines.reading(url)
    with engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_heads()
    engine.dispose()
    return set(found) == set(ScriptDirectory.from_config(configuration(url)).get_heads())
