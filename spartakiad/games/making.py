"""The verb of «Новая Спартакиада»: everything of its one form, or nothing."""

from dataclasses import dataclass

from spartakiad.accounts.actions import NewGrant, grant
from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.cards import FillGamesCard
from spartakiad.competition.decide.timetable import NameVenue
from spartakiad.competition.desk import Desk
from spartakiad.errors import Refusal
from spartakiad.games.actions import make_games
from spartakiad.games.forms import Planned
from spartakiad.store.commands import Answer


@dataclass(frozen=True, slots=True)
class Plan:
    """`maker`: the account that becomes the chief secretary of these Games."""

    planned: Planned
    maker: int


def plan(desk: Desk, wish: Plan) -> Answer:
    """A Games in draft, whose chief secretary is whoever made it."""
    planned, slug = wish.planned, wish.planned.games.slug
    try:
        made = make_games(desk, planned.games)
    except Refusal as refusal:  # parts of a former regulation that do not hold without one another
        broken = refusal.kind == "regulation_broken"
        raise Refusal(refusal.kind, "copy_of" if broken else refusal.field, **refusal.args_for_words) from None
    grant(desk, NewGrant(wish.maker, Role.CHIEF_SECRETARY.value, games=slug))
    desk.carry_out(slug, FillGamesCard(planned.entries_until, planned.texts))
    for venue in planned.venues:
        own = (venue.slug, venue.title, venue.town, venue.address, venue.person, venue.phone)
        desk.carry_out(slug, NameVenue(*own))
    return made
