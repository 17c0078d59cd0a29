"""Every address that everybody may look at, taken from the application's own list of routes."""

import itertools
import re
from collections.abc import Iterator, Mapping

from spartakiad.app import ROUTES
from spartakiad.competition.state import State
from spartakiad.web.access import PUBLIC
from spartakiad.web.assets import asset

# What these two show is made of nothing that a Games could change.
NOT_OF_GAMES = {"/invitation/{token}", "/static/{digest}/{name}"}
SLUGS = {"/cities/{slug}": ("vologda", "pskov"), "/calendar/events/{slug}": ("nowhere",)}
SLUGS |= {"/calendar/series/{slug}": ("winter-spartakiad",), "/calendar/sections/{slug}": ("sport",)}


def templates() -> list[str]:
    """Public routes as «/games/{games}», as the application has them, whoever adds one."""
    public = [handler for handler in [*ROUTES, asset] if handler.opt.get("who") == PUBLIC]
    looked_at = [handler for handler in public if "GET" in handler.http_methods]
    return sorted({re.sub(r":\w+", "", path) for handler in looked_at for path in handler.paths})


def addresses(state: State) -> Iterator[tuple[str, str]]:
    """Route and address, for everything of the demo that a route can name; no parameter may be unknown here."""
    known: Mapping[str, tuple[str, ...]] = {
        "games": ("demo",),
        "team": tuple(state.teams),
        "contest": tuple(state.contests),
        "year": ("2024", "2026"),
        "month": ("1", "2"),
        "number": ("1", "2"),
        "revision": ("1", "2"),
    }
    for route in templates():
        if route in NOT_OF_GAMES:
            continue
        names = re.findall(r"{(\w+)}", route)
        places = {**known, "slug": SLUGS.get(route, ())}
        assert [name for name in names if name not in places] == [], f"say what stands in {route}, so that it is frozen"
        for values in itertools.product(*(places[name] for name in names)):
            yield route, route.format(**dict(zip(names, values, strict=True)))
    for number, revision in itertools.product(range(1, len(state.contests) + 1), (1, 2)):
        yield "/verify", f"/verify?games=demo&number={number}&revision={revision}"


def bodies(visitor: object, state: State) -> dict[tuple[str, str], tuple[int, bytes]]:
    """What everybody gets at each address."""
    answers = {one: visitor.get(one[1]) for one in addresses(state)}  # type: ignore[attr-defined]
    return {one: (answer.status_code, answer.content) for one, answer in answers.items()}
