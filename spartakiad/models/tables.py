"""All tables in one metadata: what migrations compare with and tests create."""

from sqlmodel import SQLModel

from spartakiad.models import accounts, ceremony, entries, games, journal, papers, people, union

metadata = SQLModel.metadata
modules = (accounts, ceremony, entries, games, journal, papers, people, union)
