"""The head of a Games that is being held: what stands above each of its pages."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session, col, select

from spartakiad.competition.memory import Now
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.models.games import Games
from spartakiad.models.union import City
from spartakiad.words.dates import MOSCOW, day, span
from spartakiad.words.freezing import held_words


@dataclass(frozen=True, slots=True)
class GamesHead:
    """`entries_until`: when the application closes; `phone`: of the secretariat; None and "" where nobody said."""

    slug: str
    title: str
    state: str
    host: str
    host_title: str
    dates: str
    demo: bool
    first: date | None = None
    last: date | None = None
    entries_until: datetime | None = None
    phone: str = ""

    @property
    def days(self) -> list[tuple[str, str]]:
        """Each day of the Games, "2027-02-18" with its words; none where the dates are not known."""
        if not (self.first and self.last):
            return []
        every = [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]
        return [(one.isoformat(), day(one)) for one in every]


def held_of(now: Now, head: GamesHead) -> str:
    """What has to stand above whatever is shown of a Games whose results are held; "" where they are not."""
    return held_words(now.hold.at, head.last) if now.hold else ""


def head_of(session: Session, slug: str, state: State) -> GamesHead:
    """Title, host and dates of a Games. Raises Refusal not_found."""
    query = select(Games, City).outerjoin(City, col(City.slug) == col(Games.host)).where(col(Games.slug) == slug)
    found = session.exec(query).one_or_none()
    if found is None:
        raise Refusal("not_found")
    games, city = found
    dates = span(games.starts_on, games.ends_on) if games.starts_on and games.ends_on else games.dates_note
    title = city.title if city else ""
    days, until = (games.starts_on, games.ends_on), state.card.entries_until
    deadline = datetime.fromisoformat(until).replace(tzinfo=MOSCOW) if until else None
    own = (games.demo, *days, deadline, state.card.phone)
    return GamesHead(slug, games.title, state.state, games.host, title, dates, *own)
