"""Two who look alike, in the demo and in a Games before it."""

from datetime import date

from spartakiad.accounts.roles import Role
from spartakiad.competition.apply import fold
from spartakiad.competition.desk import SYSTEM
from spartakiad.entries.actions import NewAthletes, add_athletes
from spartakiad.people.alike.pairs import Pair, pairs_in
from spartakiad.people.forms import Clean
from spartakiad.people.queries import full_names
from spartakiad.store import journal
from tests.doors.visiting import Site

PAGE = "/office/demo/alike"
ANNA = Clean("Буранова", "Анна", "Игоревна", "f", date(1990, 3, 5), "I")
TYPO = ANNA._replace(surname="Бурамова")


def joins(site: Site, team: str, *people: Clean, games: str = "demo") -> list[str]:
    """Their numbers."""
    new = NewAthletes(games, team, people)
    return [str(one) for one in site.shell.write_now(add_athletes, new, SYSTEM)["athletes"]]  # type: ignore[attr-defined]


def pairs(site: Site, games: str = "demo") -> list[Pair]:
    with site.shell.store.reader() as session:
        return pairs_in(session, games)


def names(site: Site) -> dict[str, str]:
    """By number, of whoever is called so or nearly so."""
    state = site.shell.now("demo").state
    with site.shell.store.reader() as session:
        known = full_names(session, [one.person for one in state.athletes.values()])
    return {n: known[one.person] for n, one in state.athletes.items() if known[one.person].startswith("Бура")}


def decide(site: Site, right: str) -> int:
    """`right`: the surname whose record is right, or apart."""
    (pair,) = pairs(site)
    tokens = {one.name.split()[0]: one.token for one in (pair.first, pair.second)}
    form = {"first": pair.first.token, "second": pair.second.token, "right": tokens.get(right, right)}
    return site.signed_in(Role.COMMISSION).post(PAGE, form).status_code


def folded(site: Site) -> bool:
    with site.shell.store.reader() as session:
        state = fold(journal.read(session, "games:demo"))
        return state == site.shell.now("demo").state and journal.verify(session, "games:demo") is None
