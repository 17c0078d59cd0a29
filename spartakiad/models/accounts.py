"""Accounts of staff: who they are, what they may do and where, how they come in."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from spartakiad.models.base import Moment


class Account(SQLModel, table=True):
    """Somebody who signs in. There are no passwords: people come in by an invitation.

    `shut_at`: when the secretariat closed the door on him; a new invitation opens it again.
    `pin`: his personal code, keyed (see accounts/pins/actions.py), "" if he chose none; `pin_at`: when he chose it.
    """

    __tablename__ = "account"
    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(max_length=22, unique=True)
    name: str = Field(max_length=200)
    phone: str = Field(default="", max_length=40)
    created_at: datetime = Field(sa_type=Moment)
    shut_at: datetime | None = Field(default=None, sa_type=Moment)
    pin: str = Field(default="", max_length=64, sa_column_kwargs={"server_default": text("''")})
    pin_at: datetime | None = Field(default=None, sa_type=Moment)


class PinTry(SQLModel, table=True):
    """A wrong personal code that somebody typed for an account; `device`: on which, as device_of() tells them apart."""

    __tablename__ = "pin_try"
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    at: datetime = Field(sa_type=Moment)
    device: str = Field(default="", max_length=64, sa_column_kwargs={"server_default": text("''")})


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


class VenueCard(SQLModel, table=True):
    """A printed card by which the judges of a hall come in: one venue on one day. Issued anew, it keeps its number.

    `seed`: with the installation's secret, what the code of the card and its words are made of; `word_hash`: the code
    words, keyed with that secret. `places`: how many devices at once; `tries_from`: since when wrong words count;
    `full_at`: when a device last found no place.
    """

    __tablename__ = "venue_card"
    __table_args__ = (UniqueConstraint("games", "venue", "day"), CheckConstraint("places > 0", name="places"))
    id: int | None = Field(default=None, primary_key=True)
    games: str = Field(max_length=60)
    venue: str = Field(max_length=60)
    day: date
    seed: str = Field(max_length=22)
    token_hash: str = Field(max_length=64, unique=True)
    word_hash: str = Field(max_length=64)
    places: int
    issue: int = Field(default=1)
    made_by: str = Field(max_length=40)
    made_at: datetime = Field(sa_type=Moment)
    tries_from: datetime = Field(sa_type=Moment)
    full_at: datetime | None = Field(default=None, sa_type=Moment)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)


class CardTry(SQLModel, table=True):
    """Wrong code words that somebody typed from a device."""

    __tablename__ = "card_try"
    id: int | None = Field(default=None, primary_key=True)
    card_id: int = Field(foreign_key="venue_card.id", index=True)
    device_hash: str = Field(max_length=64)
    at: datetime = Field(sa_type=Moment)


class SignIn(SQLModel, table=True):
    """A session of a device: made new at sign-in, known only by the hash of its token, revocable at once.

    `card_id`: by which venue card, if by one; `device_hash`: of the secret by which that device is known again.
    `unsent`: how many records it said it could not send yet, at `told_at`.
    """

    __tablename__ = "sign_in"
    __table_args__ = (CheckConstraint("unsent >= 0", name="unsent"),)
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    token_hash: str = Field(max_length=64, unique=True)
    device: str = Field(max_length=40)
    made_at: datetime = Field(sa_type=Moment)
    last_contact: datetime = Field(sa_type=Moment)
    expires_at: datetime = Field(sa_type=Moment)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)
    card_id: int | None = Field(default=None, foreign_key="venue_card.id", index=True)
    device_hash: str = Field(default="", max_length=64, sa_column_kwargs={"server_default": text("''")})
    unsent: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    told_at: datetime | None = Field(default=None, sa_type=Moment)
