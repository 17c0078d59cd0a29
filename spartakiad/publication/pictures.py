"""Pictures of venues' papers: kept once under their digest, shown to the staff only, and not for ever."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, delete

from spartakiad.competition.decide.papers import PicturePaper
from spartakiad.competition.desk import Desk
from spartakiad.intake.pictures import Received
from spartakiad.models.papers import Photo
from spartakiad.store.commands import Answer

KEPT = timedelta(days=180)  # protests, jury and archive have what they need by then; the digest stays in the journal


@dataclass(frozen=True, slots=True)
class NewPicture:
    games: str
    contest: str
    part: str
    photo: Received


@dataclass(frozen=True, slots=True)
class Until:
    """Pictures that came before this moment are dropped."""

    moment: datetime


def keep_photo(desk: Desk, photo: Received) -> str:
    """The picture's digest, under which it is kept once."""
    name = hashlib.sha256(photo.content).hexdigest()
    if desk.session.get(Photo, name) is None:
        desk.session.add(Photo(digest=name, media_type=photo.media_type, content=photo.content, at=desk.at))
    return name


def add_picture(desk: Desk, wish: NewPicture) -> Answer:
    name = keep_photo(desk, wish.photo)
    return {"facts": len(desk.carry_out(wish.games, PicturePaper(wish.contest, wish.part, name)))}


def drop_pictures(desk: Desk, wish: Until) -> Answer:
    """By the rule of retention; facts go on naming them by their digests."""
    gone = desk.session.exec(delete(Photo).where(col(Photo.at) < wish.moment))
    return {"dropped": gone.rowcount}
