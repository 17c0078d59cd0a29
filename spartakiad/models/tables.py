"""All tables in one metadata: what migrations compare with and tests create."""

from sqlmodel import SQLModel

from spartakiad.models import accounts, entries, games, journal, papers, people, union

metadata = SQLModel.metadata
modules = (accounts, entries, games, journal, papers, people, union)
