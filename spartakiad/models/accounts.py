"""Accounts of staff: who they are, what they may do and where, how they come in."""

from datetime import datetime

from sqlalchemy import CheckConstraint, text
from sqlmodel import Field, SQLModel

from spartakiad.models.base import Moment


class Account(SQLModel, table=True):
    """Somebody who signs in. There are no passwords: people come in by an invitation.

    `shut_at`: when the secretariat closed the door on him; a new invitation opens it again.
    """

    __tablename__ = "account"
    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(max_length=22, unique=True)
    name: str = Field(max_length=200)
    phone: str = Field(default="", max_length=40)
    created_at: datetime = Field(sa_type=Moment)
    shut_at: datetime | None = Field(default=None, sa_type=Moment)


class Grant(SQLModel, table=True):
    """A role in a scope: a Games, perhaps one team or contest of it; the union's office has none.

    `given_by`: the actor who gave it, a captain or a chief judge too.
    """

    __tablename__ = "role_grant"
    __table_args__ = (
        CheckConstraint("team = '' OR games <> ''", name="team_of_games"),
        CheckConstraint("contest = '' OR games <> ''", name="contest_of_games"),
    )
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    role: str = Field(max_length=30)
    games: str = Field(default="", max_length=60)
    team: str = Field(default="", max_length=60)
    contest: str = Field(default="", max_length=60)
    given_at: datetime = Field(sa_type=Moment)
    given_by: str = Field(default="", max_length=40, sa_column_kwargs={"server_default": text("''")})
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)


class Invitation(SQLModel, table=True):
    """A one-time link for one account, kept as a hash; a new one voids the earlier ones."""

    __tablename__ = "invitation"
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    token_hash: str = Field(max_length=64, unique=True)
    made_by: str = Field(max_length=40)
    made_at: datetime = Field(sa_type=Moment)
    expires_at: datetime = Field(sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)


class SignIn(SQLModel, table=True):
    """A session of a device: made new at sign-in, known only by the hash of its token, revocable at once."""

    __tablename__ = "sign_in"
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    token_hash: str = Field(max_length=64, unique=True)
    device: str = Field(max_length=40)
    made_at: datetime = Field(sa_type=Moment)
    last_contact: datetime = Field(sa_type=Moment)
    expires_at: datetime = Field(sa_type=Moment)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)
