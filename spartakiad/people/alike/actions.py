"""Two records turn out to be one human being, or are said to be two: a person decides, and it is remembered."""

from collections.abc import Sequence
from dataclasses import dataclass

from spartakiad.accounts.actions import new_token
from spartakiad.competition.decide.persons import MergePersons, RenameAthlete, ShowAthlete
from spartakiad.competition.desk import Desk
from spartakiad.competition.holders import held_by
from spartakiad.errors import Refusal
from spartakiad.models.people import Apart, Consent, Person
from spartakiad.people.actions import register
from spartakiad.people.alike.near import alike, face_of
from spartakiad.people.alike.queries import apart_from, person_of
from spartakiad.people.forms import Clean, Key
from spartakiad.people.queries import has_consent, numbers_of, papers_of, person_at
from spartakiad.store.commands import Answer
from spartakiad.words.keys import sort_key


@dataclass(frozen=True, slots=True)
class Identity:
    """What whoever typed somebody said of those who look like him.

    `renames`: he is that one, whose name or birth date was written wrong; `apart`: he is none of these.
    """

    renames: Key | None = None
    apart: tuple[Key, ...] = ()


PLAIN = Identity()  # of whoever looks like nobody


@dataclass(frozen=True, slots=True)
class TwoPeople:
    """By their public ids. `same`: they are one, and what stands of the first is right."""

    first: str
    second: str
    same: bool


def identified(desk: Desk, clean: Clean, identity: Identity) -> Person:
    """The person that was meant, known by what was typed from now on."""
    meant = person_at(desk.session, identity.renames) if identity.renames else None
    if meant is not None:
        _rename(desk, meant, clean)
    person = register(desk, clean)
    for key in identity.apart:
        other = person_at(desk.session, key)
        if other is not None and other.id != person.id:
            _keep_apart(desk, person.id or 0, other.id or 0)
    return person


def decide_pair(desk: Desk, wish: TwoPeople) -> Answer:
    """Raises Refusal pair_decided where there is nothing to decide any more, both_compete as MergePersons does."""
    first, second = person_of(desk.session, wish.first), person_of(desk.session, wish.second)
    if first is None or second is None or not (first.surname and second.surname):
        raise Refusal("pair_decided")
    pair = _ordered(first.id or 0, second.id or 0)
    if not alike(face_of(first), face_of(second)) or pair in apart_from(desk.session, pair):
        raise Refusal("pair_decided")
    if wish.same:
        _merge(desk, second, first)
    else:
        _keep_apart(desk, *pair)
    return {"same": wish.same}


def _rename(desk: Desk, person: Person, clean: Clean) -> None:
    """Every Games that shows him hears of it."""
    key, born_on = clean.key
    person.surname, person.name, person.patronymic = clean.surname, clean.name, clean.patronymic
    person.sort_key = sort_key(f"{clean.surname} {clean.name} {clean.patronymic}")
    person.search_key, person.born_on = key, born_on
    person.version += 1
    desk.session.flush()
    for slug, number in numbers_of(desk.session, person.id or 0):
        desk.carry_out(slug, RenameAthlete(str(number)))


def _merge(desk: Desk, person: Person, into: Person) -> None:
    """Numbers, papers and decisions of the one are the other's; of the one an empty row is left."""
    gone, kept = person.id or 0, into.id or 0
    for slug in list(desk.memory.games):
        if held_by(desk.memory.games[slug].state, gone):
            desk.carry_out(slug, MergePersons(gone, kept))
    _move_papers(desk, gone, kept)
    _move_pairs(desk, gone, kept)
    number, person.uin_gto = person.uin_gto, None
    person.surname = person.name = person.patronymic = person.sort_key = ""
    person.search_key = f"merged-{new_token()}"
    person.born_on = person.born_on.replace(month=1, day=1)
    desk.session.flush()
    into.uin_gto = into.uin_gto or number
    shown = has_consent(desk.session, kept)
    for slug, athlete in numbers_of(desk.session, kept):
        desk.carry_out(slug, ShowAthlete(str(athlete), shown))


def _move_papers(desk: Desk, gone: int, kept: int) -> None:
    """They go on counting the versions of each kind."""
    for kind, papers in _by_kind(papers_of(desk.session, gone)).items():
        mine = _by_kind(papers_of(desk.session, kept)).get(kind, [])
        for version, paper in enumerate(papers, start=len(mine) + 1):
            paper.person_id, paper.version = kept, version
    desk.session.flush()


def _by_kind(papers: Sequence[Consent]) -> dict[str, list[Consent]]:
    found: dict[str, list[Consent]] = {}
    for one in sorted(papers, key=lambda one: one.version):
        found.setdefault(one.kind, []).append(one)
    return found


def _move_pairs(desk: Desk, gone: int, kept: int) -> None:
    for pair in apart_from(desk.session, (gone,)):
        other = next(one for one in pair if one != gone)
        if other != kept:
            _keep_apart(desk, kept, other)


def _keep_apart(desk: Desk, one: int, other: int) -> None:
    pair = _ordered(one, other)
    if pair not in apart_from(desk.session, pair):
        desk.session.add(Apart(one_id=pair[0], other_id=pair[1], decided_by=desk.by.id, at=desk.at))
        desk.session.flush()


def _ordered(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)
