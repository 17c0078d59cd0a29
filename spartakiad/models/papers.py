"""Papers that were photographed at a venue, kept as they came."""

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
