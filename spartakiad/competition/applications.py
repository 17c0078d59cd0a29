"""What an application holds at a moment, and how two such moments differ: a paper is of one of them."""

from dataclasses import dataclass

from spartakiad.competition.applied import Filed
from spartakiad.competition.state import State

_DRAFT = Filed(0)


@dataclass(frozen=True, slots=True)
class Difference:
    """Numbers of athletes: `came` and `went` (whoever was replaced is in both), `changed`: their contests did."""

    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.changed)


def as_filed(state: State, team: str, revision: int) -> Filed:
    """The application as it stands now."""
    people = frozenset((one.number, one.person) for one in state.athletes_of(team))
    mine = [one for one in state.entries.values() if one.team == team]
    return Filed(revision, people, frozenset((one.entrant, one.contest, one.part, one.role) for one in mine))


def differs(before: Filed, after: Filed) -> Difference:
    came, went = after.people - before.people, before.people - after.people
    stayed = {number for number, _ in after.people & before.people} | _teams(before) | _teams(after)
    changed = {entrant for entrant, *_ in before.entries ^ after.entries if entrant in stayed}
    return Difference(_numbers(came), _numbers(went), tuple(sorted(changed)))


def unfiled(state: State, team: str) -> Difference:
    """What has changed since the application was submitted last."""
    filed = state.teams[team].filed or _DRAFT
    return differs(filed, as_filed(state, team, filed.revision))


def outdated(state: State, team: str) -> Difference:
    """What has changed since the paper that the commission holds; nothing while it holds none."""
    original = state.teams[team].original
    return differs(original, as_filed(state, team, original.revision)) if original else Difference()


def revision(state: State, team: str) -> tuple[int, bool]:
    """Of the application as it stands, and whether it was submitted so."""
    filed = state.teams[team].filed
    if filed and not unfiled(state, team):
        return filed.revision, True
    return (filed.revision if filed else 0) + 1, False


def _teams(filed: Filed) -> set[str]:
    """A team that is an entrant itself."""
    return {entrant for entrant, *_ in filed.entries if not entrant.isdecimal()}


def _numbers(people: frozenset[tuple[str, int]]) -> tuple[str, ...]:
    return tuple(sorted((number for number, _ in people), key=int))
