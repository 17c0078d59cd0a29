"""Migrations: bring a database to the newest schema, or say how it differs from the models.

Alembic is loaded when there is something to do: at a start over a current database it would take a tenth of the time.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from spartakiad.store import engines

if TYPE_CHECKING:
    from alembic.config import Config

_SCRIPTS = Path(__file__).parent / "migrations"
_REVISION = re.compile(r'^revision = "(\w+)"', re.MULTILINE)
_DOWN = re.compile(r"^down_revision = (.+)$", re.MULTILINE)


def configuration(url: str) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["url"] = url
    return config


def upgrade(url: str) -> None:
    if not is_current(url):
        from alembic import command

        command.upgrade(configuration(url), "head")


def is_current(url: str) -> bool:
    """Whether the database stands at the newest revision, and at no other. One that is not there is not made."""
    if not engines.is_there(url):
        return False
    engine = engines.reading(url)
    try:
        with engine.connect() as connection:
            found = {row[0] for row in connection.execute(text("SELECT version_num FROM alembic_version"))}
    except SQLAlchemyError:
        return False
    finally:
        engine.dispose()
    return found == heads()


def heads() -> set[str]:
    """Revisions that no other one comes after."""
    scripts = [path.read_text(encoding="utf-8") for path in (_SCRIPTS / "versions").glob("*.py")]
    after = " ".join(found for script in scripts for found in _DOWN.findall(script))
    return {name for script in scripts for name in _REVISION.findall(script) if f'"{name}"' not in after}
