"""Alembic's environment: the writing engine, all tables, batch mode because SQLite cannot alter a table in place."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel.sql.sqltypes import AutoString

from spartakiad.models.base import Moment
from spartakiad.models.tables import metadata
from spartakiad.store import engines


def spell(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """How a new migration writes column types: in plain SQLAlchemy, but for our own."""
    if kind == "type" and isinstance(item, AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    if kind == "type" and isinstance(item, Moment):
        autogen.imports.add("from spartakiad.models.base import Moment")
        return "Moment()"
    return False


def run() -> None:
    engine = engines.writing(context.config.attributes["url"])
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=metadata,
            render_as_batch=True,
            render_item=spell,
            compare_type=True,
            compare_server_default=True,
        )
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


run()
