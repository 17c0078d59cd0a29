"""What another regulation would do to the standing as it is now, before anybody adopts it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from spartakiad.competition.memory import Now, scored
from spartakiad.standings.queries import RowView, overall


@dataclass(frozen=True, slots=True)
class Moved:
    """A team with its place and total by the regulation in force, and by the other one."""

    team: str
    place: str
    total: str
    new_place: str
    new_total: str

    @property
    def differs(self) -> bool:
        return (self.place, self.total) != (self.new_place, self.new_total)


def what_if(now: Now, document: Mapping[str, Any]) -> tuple[Moved, ...]:
    """In the order that would be. Raises Refusal regulation_broken for a document that cannot be scored."""
    before = {row.slug: row for row in overall(now).rows}
    after = overall(scored(now.slug, replace(now.state, regulation=document), None)).rows
    return tuple(_moved(before.get(row.slug), row) for row in after)


def _moved(before: RowView | None, after: RowView) -> Moved:
    place, total = (before.place, before.total) if before else ("–", "–")
    return Moved(after.team, place, total, after.place, after.total)
