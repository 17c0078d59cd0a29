"""Two things that every reference is checked by: an id is given once, and a name is one that is known."""

from collections.abc import Callable, Iterable
from typing import Any

from scoring.problems import nearest
from scoring.spot import Spot


def once(rows: Iterable[Any], spot: Spot, what: str, identity: Callable[[Any], object]) -> None:
    seen: set[object] = set()
    for index, row in enumerate(rows):
        found = identity(row)
        if found in seen:
            parts = found if isinstance(found, tuple) else (found,)
            spot.at(index).note("duplicate_id", what=what, id=" / ".join(str(part) for part in parts if part))
        seen.add(found)


def known(what: str, wanted: str | None, ids: Iterable[str], spot: Spot, key: str) -> None:
    if wanted is not None and wanted not in ids:
        spot.at(key).note("unknown_reference", what=what, id=wanted[:100], nearest=nearest(wanted, ids))
