"""Another person at the device of the one who typed: he compares with the paper and signs with his personal code."""

from collections.abc import Mapping

from spartakiad.accounts.pins.actions import TypedPin, check, keyed, try_pin
from spartakiad.accounts.pins.queries import with_pin
from spartakiad.accounts.roles import JUDGING, reaches
from spartakiad.competition.desk import Actor
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.halls.days import held_in
from spartakiad.web.forms import AnyRequest
from spartakiad.web.wiring import actor_in, me_in, settings_of, shell_of


def others(request: AnyRequest, state: State, games: str, contest: str) -> dict[int, str]:
    """Account → name of those who judge this contest, have a personal code, and are not the one at the device."""
    shell = shell_of(request)
    with shell.store.reader() as session:
        found = with_pin(session, shell.clock())
    return {
        number: name
        for number, (name, roles, halls) in found.items()
        if number != me_in(request).account
        and reaches(
            (*roles, *(held for hall in halls if hall.games == games for held in held_in(state, hall))),
            JUDGING,
            games,
            contest=contest,
        )
    }


async def who_compares(request: AnyRequest, typed: Mapping[str, str], games: str, contest: str) -> Actor:
    """Whoever is signed in, or the second person who proved himself by his code; the device stays this one.

    Raises Refusal bad_choice, required, pin_unset, pin_wrong or pin_paused.
    """
    chosen = typed.get("comparing", "")
    if not chosen:
        return actor_in(request)
    shell = shell_of(request)
    known = others(request, shell.now(games).state, games, contest)
    account = next((number for number in known if str(number) == chosen), None)
    if account is None:
        raise Refusal("bad_choice", "comparing")
    if not typed.get("pin"):
        raise Refusal("required", "pin")
    tried = TypedPin(account, keyed(settings_of(request).secret, typed["pin"]))
    check(await shell.write(try_pin, tried, actor_in(request)))
    return Actor(f"a{account}", actor_in(request).device)
