"""The verb of «Новая Спартакиада»: everything of its one form, or nothing."""

from dataclasses import dataclass, replace
from itertools import chain, count

from sqlmodel import Session

from spartakiad.accounts.actions import NewGrant, grant
from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.cards import FillGamesCard
from spartakiad.competition.decide.timetable import NameVenue
from spartakiad.competition.desk import Desk
from spartakiad.errors import Refusal
from spartakiad.games.actions import NewGames, make_games
from spartakiad.games.forms import Planned
from spartakiad.games.queries import slugs
from spartakiad.store.commands import Answer

INVENTED = "rehearsal"


@dataclass(frozen=True, slots=True)
class Plan:
    """`maker`: the account that becomes the chief secretary of these Games."""

    planned: Planned
    maker: int


def plan(desk: Desk, wish: Plan) -> Answer:
    """A Games in draft under the next free slug, whose chief secretary is whoever made it."""
    planned = wish.planned
    slug = _free_slug(desk.session, planned.games)
    try:
        made = make_games(desk, replace(planned.games, slug=slug))
    except Refusal as refusal:  # parts of a former regulation that do not hold without one another
        broken = refusal.kind == "regulation_broken"
        raise refusal.at("copy_of" if broken else refusal.field) from None
    grant(desk, NewGrant(wish.maker, Role.CHIEF_SECRETARY.value, games=slug))
    desk.carry_out(slug, FillGamesCard(planned.entries_until, planned.texts))
    for venue in planned.venues:
        own = (venue.slug, venue.title, venue.town, venue.address, venue.person, venue.phone)
        desk.carry_out(slug, NameVenue(*own))
    return made


def _free_slug(session: Session, games: NewGames) -> str:
    """As wished, else `winter-2027`; what is taken gets a number. An invented one takes no season's name away."""
    taken = slugs(session)
    usual = INVENTED if games.demo else f"{games.season.replace('_', '-')}-{games.starts_on.year}"
    plain = games.slug or usual
    numbered = (f"{plain}-{number}" for number in count(2))
    return next(one for one in chain([plain], numbered) if one not in taken)
