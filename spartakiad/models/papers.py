"""Papers that were photographed at a venue, kept as they came, and files that were published, kept as they went."""

from datetime import datetime

from sqlmodel import Field, LargeBinary, SQLModel

from spartakiad.models.base import Moment


class Photo(SQLModel, table=True):
    """A picture or scan of a paper; facts name it by its digest, so that it cannot be exchanged unseen."""

    __tablename__ = "photo"
    digest: str = Field(primary_key=True, max_length=64)
    media_type: str = Field(max_length=40)
    content: bytes = Field(sa_type=LargeBinary)
    at: datetime = Field(sa_type=Moment)


class SheetFile(SQLModel, table=True):
    """A published PDF, byte for byte; facts name it by its digest. `content`: None once a person was erased."""

    __tablename__ = "sheet_file"
    digest: str = Field(primary_key=True, max_length=64)
    games: str = Field(max_length=60, index=True)
    content: bytes | None = Field(default=None, sa_type=LargeBinary)
    at: datetime = Field(sa_type=Moment)
