"""A captain and a coach send ids of another city in every place of every route: nothing is told, nothing is touched."""

from collections.abc import Iterator

import pytest

from spartakiad.accounts.roles import Role
from tests.doors.cabinets import ALL, KINDS, Cabinet, Route, cabinet_of, foreign_values, own_values
from tests.doors.keeping import Kept
from tests.doors.owners import owned, unowned
from tests.doors.swapping import NOWHERE, Attempt, Swap, by_hand, exchanged
from tests.doors.two_cities import CONTEST, GAMES, OTHER_CONTEST, OWN, SQUADS, THEIRS, captain_of_both, coach, furnish
from tests.doors.visiting import Site, Visitor

WALKERS = (Role.CAPTAIN, Role.COACH)
FORMS = {"athletes": "athletes", "import": "import", "replacement": "athletes/{}/replacement"}
STAFF = (Role.COMMISSION, Role.CHIEF_SECRETARY)  # whose forms have fields that no captain is shown
# What everybody may look at is the same for both.
EVERY = [(role, route) for role in WALKERS for route in ALL if role is Role.CAPTAIN or not route.public]
OPEN = [(role, route) for role, route in EVERY if route.lets(role) or route.public]
WRITING = [(role, route) for role, route in EVERY if route.lets(role) and route.method == "POST"]

# Their forms stand on a page once a start list is out, or while nobody is named; test_scratching and test_preliminary
# send them for another city.
LISTED = ("/scratch", "/scratch/{athlete:str}/back", "/preliminary")


@pytest.fixture(scope="module")
def people(shared_site: Site) -> dict[str, Visitor]:
    furnish(shared_site)
    return {
        "captain": shared_site.captain(OWN),
        "coach": coach(shared_site),
        "captain of both": captain_of_both(shared_site),
        **{role: shared_site.signed_in(role) for role in STAFF},
    }


@pytest.fixture(scope="module")
def cabinets(people: dict[str, Visitor]) -> dict[str, Cabinet]:
    contests = [f"/team/{GAMES}/{OWN}/contests/{contest}" for contest in (CONTEST, SQUADS)]
    walked = {role: cabinet_of(people[role], *contests) for role in WALKERS}
    return walked | {role: cabinet_of(people[role], most=1) for role in STAFF}


@pytest.fixture(scope="module")
def swap(shared_site: Site, cabinets: dict[str, Cabinet], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Swap]:
    """The clock stands: otherwise everybody's next look would be noted anew each time."""
    at = shared_site.shell.clock()
    shared_site.shell.clock = lambda: at
    kept = Kept(shared_site, tmp_path_factory.mktemp("kept"))
    yield Swap(shared_site, kept)
    kept.close()


@pytest.mark.parametrize(("role", "route"), EVERY, ids=str)
def test_no_address_leads_to_another_city(
    swap: Swap, people: dict[str, Visitor], cabinets: dict[str, Cabinet], role: Role, route: Route
) -> None:
    """Each id of the address is another city's in turn; on his own routes also one of any other kind, or of nothing."""
    ours, theirs, cabinet = own_values(swap.ours), foreign_values(swap.theirs), cabinets[role]
    for name in route.parameters:
        assert name in ours, f"{route}: what stands for {name}? Say it in KINDS or in OF_NO_CITY"
        for said in dict.fromkeys([theirs[name], *(swap.ids() if route.lets(role) else NOWHERE)]):
            path = route.at({**ours, name: said})
            his = path in cabinet.addresses or said in swap.ours.get(KINDS.get(name, ""), ())
            his |= (role, name, said) == (Role.CAPTAIN, "contest", OTHER_CONTEST)
            attempt = Attempt(route.method, path, said, form=cabinet.shown(route))
            refused = not (route.public or his)
            assert swap.faults(people[role], attempt, public=route.public, refused=refused) == []


@pytest.mark.parametrize(("role", "route"), EVERY, ids=str)
def test_no_address_that_is_right_but_for_its_city_leads_there(
    swap: Swap, people: dict[str, Visitor], cabinets: dict[str, Cabinet], role: Role, route: Route
) -> None:
    """All ids of one's own, as the captain of that city would send them."""
    theirs = own_values(swap.theirs)
    attempt = Attempt(route.method, route.at(theirs), theirs["team"], form=cabinets[role].shown(route))
    refused = not route.public and bool({*route.parameters} & {*KINDS})
    assert swap.faults(people[role], attempt, public=route.public, refused=refused) == []


@pytest.mark.parametrize(("role", "route"), WRITING, ids=str)
def test_no_field_leads_to_another_city(
    swap: Swap, people: dict[str, Visitor], cabinets: dict[str, Cabinet], role: Role, route: Route
) -> None:
    """In every field of a form that stands on his pages: in what it holds, and in its name where that names one.

    Where he has no form, because others who are signed in are meant, there is nothing for him whatever he sends.
    """
    forms, names = cabinets[role].forms(route), cabinets[role].shown(*ALL)
    assert forms or not route.has_role or route.path.endswith(LISTED), f"{route}: no page of a {role} has a form for it"
    blind = [Attempt("POST", route.path, said, form=dict.fromkeys(names, said)) for said in swap.ids()]
    for attempt in [one for form in forms for one in exchanged(swap, form)] or blind:
        assert swap.faults(people[role], attempt, refused=not forms) == []


@pytest.mark.parametrize(("role", "route"), OPEN, ids=str)
def test_no_query_leads_to_another_city(
    swap: Swap, people: dict[str, Visitor], cabinets: dict[str, Cabinet], role: Role, route: Route
) -> None:
    """Everything that any form or address of his calls by a name is asked for at once."""
    form, names = cabinets[role].shown(route), {*KINDS, *cabinets[role].shown(*ALL)}
    path = route.at(own_values(swap.ours))
    for said in swap.seen() if route.is_paper or route.public else swap.ids():
        attempt = Attempt(route.method, path, said, query=dict.fromkeys(names, said), form=form)
        assert swap.faults(people[role], attempt, public=route.public) == []


@pytest.mark.parametrize(("role", "route"), WRITING, ids=str)
def test_a_field_that_a_form_does_not_show_is_not_taken_from_it(
    swap: Swap, people: dict[str, Visitor], cabinets: dict[str, Cabinet], role: Role, route: Route
) -> None:
    """Sent by hand, the fields of all other forms there are leave what the form alone leaves."""
    shown, taken = cabinets[role].shown(route), []
    everywhere = {name: value for cabinet in cabinets.values() for name, value in cabinet.shown(*ALL).items()}
    more = {name: value for name, value in everywhere.items() if name not in shown}
    for form in cabinets[role].forms(route):
        alone, together = (swap.left_by(people[role], attempt) for attempt in by_hand(form, more))
        assert alone == together
        taken.append(alone[0] < 400)
    assert any(taken) or not route.has_role or route.path.endswith(LISTED), (
        f"{route}: no form of his was filled so that it is taken"
    )


@pytest.mark.parametrize("form", ["athletes", "import", "replacement"])
def test_whoever_types_somebody_like_one_of_another_city_hears_nothing_of_him(
    swap: Swap, people: dict[str, Visitor], form: str
) -> None:
    """Almost his name, or his very name or number; and that he is meant, by his own id, answers nothing either."""
    token, route = swap.theirs["person.public_id"][-1], f"/team/{GAMES}/{OWN}/{FORMS[form]}"
    for typed in (THEIRS | {"surname": "Псковитена"}, THEIRS, THEIRS | {"surname": "Другова", "born_on": "01.01.1990"}):
        for same in ("", "apart", f"here.{token}", f"there.{token}"):
            sent = typed | {"same": same, "reason": "травма", "allowed": "Петров"}
            if form == "replacement":
                sent["surname"] = f"{typed['surname']} {typed['name']}"
            if form == "import":
                sent = {f"r0-{name}": value for name, value in sent.items()}
            attempt = Attempt("POST", route.format(swap.ours["athlete.number"][-1]), " ".join(sent.values()), form=sent)
            assert swap.faults(people["captain"], attempt) == []


def test_no_id_signs_anybody_in(shared_site: Site, swap: Swap) -> None:
    """Also what is kept of the sessions and the links of another city."""
    for said in filter(str.isascii, swap.ids()):
        stranger = shared_site.visitor()
        stranger.client.cookies.set("spartakiad", said)
        assert stranger.get("/me").headers["location"] == "/sign-in"


def test_whoever_holds_both_cities_is_caught_on_every_page_of_the_other(
    swap: Swap, people: dict[str, Visitor], cabinets: dict[str, Cabinet]
) -> None:
    """The proof of these tests: where no scope stands in between, what they look for is there."""
    ours, theirs, cabinet = own_values(swap.ours), foreign_values(swap.theirs), cabinets[Role.CAPTAIN]
    found = []
    own = [one for one in ALL if one.lets(Role.CAPTAIN) and "team" in one.parameters]
    for route in [one for one in own if not one.path.endswith(LISTED)]:
        caught = []
        for contest in (CONTEST, SQUADS):
            path = route.at({**ours, **theirs, "games": GAMES, "contest": contest})
            attempt = Attempt(route.method, path, theirs["team"], form=cabinet.shown(route))
            caught += swap.faults(people["captain of both"], attempt, refused=True)
        assert caught, f"{route}: nothing was noticed"
        found += caught
    for what in ("status 200", "status 303", "led to", "tells «19.09.1994»", "tells «Псковитина", " was recorded"):
        assert any(what in one for one in found), what
    for table in ("athlete", "official_person", "account"):
        assert any(one.startswith(f"('{table}'") for one in found), table


def test_every_table_is_somebodys_or_of_all(shared_site: Site, swap: Swap) -> None:
    """Rows of a new table that nothing leads to from a team would be looked at by none of these tests."""
    with shared_site.shell.store.reader() as session:
        assert unowned(owned(session)) == set()
