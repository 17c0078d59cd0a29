"""Records of judges that nobody has decided about, told to whoever would go on without them."""

from collections.abc import Iterator
from contextlib import contextmanager

from spartakiad.accounts import queries as accounts
from spartakiad.competition.desk import Desk
from spartakiad.errors import Refusal
from spartakiad.people.queries import names_of
from spartakiad.results.inbox import inbox


@contextmanager
def records_told(desk: Desk, games: str) -> Iterator[None]:
    """Where a decision is refused because of them: whose each is, what was typed, by whom and when."""
    try:
        yield
    except Refusal as refusal:
        if refusal.kind != "records_wait":
            raise
        session, keys = desk.session, refusal.args_for_words["records"]
        cards = inbox(desk.state(games), names_of(session, games), accounts.names(session), accounts.devices(session))
        told = [
            f"{one.who} – {one.brought.raw} ({', '.join(filter(None, (one.brought.who, one.brought.when)))})"
            for one in cards
            if one.record in keys  # type: ignore[operator]
        ]
        raise refusal.at(refusal.field, told="; ".join(told)) from refusal
