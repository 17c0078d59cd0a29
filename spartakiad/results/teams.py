"""Teams of a contest as frozen rows: their places, what they add up to, who counted for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scoring import Row
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import Line
from spartakiad.competition.reading import mark_kind
from spartakiad.competition.state import State
from spartakiad.people.names import PublicName
from spartakiad.words.numbers import number

_SUMS = {"place": "Сумма мест", "points": "Сумма очков"}  # of members; of their marks it is a result like any other


@dataclass(frozen=True, slots=True)
class TeamRow:
    """`what`: how the result of a team is called. `city`: its slug. `counting`: whose results its place is made of."""

    place: str
    tied: bool
    team: str
    title: str
    members: str
    result: str
    what: str
    city: str
    counting: tuple[str, ...] = ()


def team_row(now: Now, found: Line, row: Row, public: Mapping[str, PublicName]) -> TeamRow:
    reason = row.because()
    args: Mapping[str, Any] = reason.args if reason else {}
    members, title = args.get("members", ()), now.state.teams[row.key].title
    return TeamRow(
        place="" if row.place is None else number(row.place),
        tied=row.tied,
        team=row.key,
        title=title,
        members=_by_part(now.state, found, members, public, title) if found.parts else _names(members, public, title),
        result=_sum(found, args),
        what=_SUMS.get(args.get("value", ""), "Результат"),
        city=now.state.teams[row.key].city,
        counting=() if row.place is None else tuple(one["entrant"] for one in members),
    )


def _sum(found: Line, args: Mapping[str, Any]) -> str:
    """What the members add up to: as their marks are written, points and places as a number."""
    if "sum" not in args:
        return ""
    own = args["value"] == found.lists[0].mark
    return (mark_kind(found).write if own else number)(args["sum"])


def _names(members: Sequence[Mapping[str, Any]], public: Mapping[str, PublicName], team: str) -> str:
    """Whoever is not named is «Участник № 5» here: his city is what the line is about."""
    told = (public[one["entrant"]].text for one in members if one["entrant"] in public)
    return ", ".join(name.removesuffix(f", {team}") for name in told)


def _by_part(
    state: State, found: Line, members: Sequence[Mapping[str, Any]], public: Mapping[str, PublicName], team: str
) -> str:
    """«3 км, женщины: Лыжина Анна; эстафета»: whoever counts, in the order of the parts; a team is not named again."""
    of = {entry.entrant: entry.part for entry in state.entries_of(found.id)}
    shown = []
    for part in found.parts:
        mine = [one for one in members if of.get(one["entrant"]) == part.part]
        names = _names(mine, public, team)
        shown += [f"{part.part_title}: {names}" if names else part.part_title] if mine else []
    return "; ".join(shown)
