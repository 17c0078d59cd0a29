"""Outcomes of contests that are still open: an order of the teams of each, and what it makes of a standing."""

from collections.abc import Mapping
from typing import Any

from scoring.document import Document, parse
from scoring.engine import Result, score
from scoring.standing import Table

_GIVEN = "given-in-an-outcome"
_RULES: Mapping[str, Any] = {
    "stages": [{"format": "list", "mark": "place"}],
    "order": {"blocks": [{"by": ["place"]}], "places": "given"},
}
Orders = Mapping[str, tuple[str, ...]]  # contest → its teams in the order of an outcome


class Outcomes:
    """A document whose open contests have places given by hand: the ranks of a standing by an order of each."""

    def __init__(self, raw: Mapping[str, Any], standing: str, open_: Mapping[str, tuple[str, ...]]) -> None:
        self.open, self.standing = open_, standing
        rows = [{**row, "rules": _GIVEN} if row["id"] in open_ else row for row in raw["contest"]]
        facts = {
            name: [one for one in raw.get(name, ()) if one.get("contest") not in open_]
            for name in ("part", "entrant", "mark", "match")
        }
        marks = [
            {"contest": contest, "team": team, "place": place}
            for contest, teams in open_.items()
            for place, team in enumerate(teams, 1)
        ]
        changed = {"contest": rows, "rules": {**raw["rules"], _GIVEN: _RULES}, **facts}
        changed["mark"] = [*facts["mark"], *marks]
        self._document: Document = parse({**raw, **changed})
        self._orders: dict[str, tuple[str, ...]] = dict(open_)
        self._result = score(self._document)

    def ranks(self, orders: Orders) -> dict[str, int]:
        """Team → one more than how many stand before it."""
        self.table(orders)
        return ranks(self._result, self.standing)

    def table(self, orders: Orders) -> Table:
        """The standing as this outcome makes it."""
        for contest, order in orders.items():
            before = self._orders[contest]
            for place, (team, old) in enumerate(zip(order, before, strict=True), 1):
                if team != old:
                    self._document = self._document.with_mark({"contest": contest, "team": team, "place": place})
            self._orders[contest] = tuple(order)
        self._result = score(self._document, self._result)
        return self._result.standings[self.standing]


def ranks(result: Result, standing: str) -> dict[str, int]:
    """One more than how many stand before: the same under every way of numbering places. Whoever has none is last."""
    rows = result.standings[standing].rows
    places = [row.place for row in rows if row.place is not None]
    return {
        row.team: 1 + (len(places) if row.place is None else sum(place < row.place for place in places)) for row in rows
    }
