"""What an application holds at a moment, and how two such moments differ: a paper is of one of them."""

from dataclasses import dataclass

from spartakiad.competition.applied import Filed, OfficialPerson
from spartakiad.competition.state import State

_DRAFT = Filed(0)


@dataclass(frozen=True, slots=True)
class Difference:
    """Numbers of athletes: `came` and `went` (whoever was replaced is in both), `changed`: their contests did.

    Of a number that is another person's now too: he need not start in all that the first one was entered for.

    `described`: whose name, rank or coach is another; `officials_came`, `officials_went`: whoever comes along.
    """

    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    described: tuple[str, ...] = ()
    officials_came: tuple[OfficialPerson, ...] = ()
    officials_went: tuple[OfficialPerson, ...] = ()

    def __bool__(self) -> bool:
        people = self.came or self.went or self.officials_came or self.officials_went
        return bool(people or self.changed or self.described)


def as_filed(state: State, team: str, revision: int) -> Filed:
    """The application as it stands now."""
    athletes = state.athletes_of(team)
    mine = [one for one in state.entries.values() if one.team == team]
    return Filed(
        revision,
        frozenset((one.number, one.person) for one in athletes),
        frozenset((one.entrant, one.contest, one.part, one.role, one.category) for one in mine),
        frozenset((one.number, one.rank, one.coach, one.named, one.city) for one in athletes),
        frozenset(one for one in state.officials.values() if one.team == team),
    )


def differs(before: Filed, after: Filed) -> Difference:
    came, went = after.people - before.people, before.people - after.people
    stayed = {number for number, _ in after.people & before.people} | _teams(before) | _teams(after)
    kept = stayed | {number for number, _ in before.people} & {number for number, _ in after.people}
    changed = {entrant for entrant, *_ in before.entries ^ after.entries if entrant in kept}
    described = {number for number, *_ in before.described ^ after.described if number in stayed}
    officials = after.officials - before.officials, before.officials - after.officials
    return Difference(
        _numbers(came),
        _numbers(went),
        tuple(sorted(changed)),
        tuple(sorted(described, key=int)),
        *(tuple(sorted(some, key=lambda one: one.number)) for some in officials),
    )


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
