"""Verbs of the union's office: an event is written down, described, and what became of it is added, never changed."""

from dataclasses import dataclass, fields
from itertools import chain, count

from sqlmodel import Session, col, func, select

from spartakiad.competition.desk import Desk
from spartakiad.errors import Refusal
from spartakiad.models.union import City, EventCity, EventLine, EventPerson, EventSeries, EventStep, UnionEvent
from spartakiad.store.commands import Answer
from spartakiad.union.steps import check_step
from spartakiad.union.typed_events import Described, NewEvent, Stepped
from spartakiad.words.dates import MOSCOW
from spartakiad.words.keys import slug_of
from spartakiad.words.searching import folded

_LONGEST = 70  # signs of an address before its number
_TAKEN = ("audience", "form", "section")  # what it is about and where it is, each year says anew


@dataclass(frozen=True, slots=True)
class Plan:
    """Several events at once: all of them or none."""

    events: tuple[NewEvent, ...]


def add_event(desk: Desk, new: NewEvent) -> Answer:
    """Planned where it is not over yet, held otherwise; how it stands is its first step."""
    row = _added(desk, new)
    desk.note_union("events")
    return {"event": row.slug}


def add_plan(desk: Desk, plan: Plan) -> Answer:
    rows = [_added(desk, new) for new in plan.events]
    desk.note_union("events")
    return {"events": [row.slug for row in rows]}


def describe_event(desk: Desk, said: Described) -> Answer:
    """Raises Refusal stale where somebody else described it meanwhile."""
    row = changing(desk, said.slug, said.version)
    for name in (one.name for one in fields(said) if one.name not in ("slug", "version")):
        setattr(row, name, getattr(said, name))
    return changed(desk, row)


def step_event(desk: Desk, step: Stepped) -> Answer:
    """Raises Refusal as check_step does, or stale."""
    row = changing(desk, step.slug, step.version)
    check_step(row, step, desk.at.astimezone(MOSCOW).date())
    left = row.host
    _as_it_was(desk, row)
    row.mistaken = step.state == "mistaken"
    if row.mistaken:
        _step(desk, row, step.reason, row.host, step)
        return changed(desk, row)
    row.state, row.host = step.state, "" if step.state == "withdrawn" else step.host or row.host
    row.host_inferred = row.host_inferred and row.host == left
    if step.when:
        row.starts_on, row.ends_on, row.precision = step.when.first, step.when.last, step.when.precision
    _step(desk, row, step.reason, left if step.state == "withdrawn" else row.host, step)
    return changed(desk, row)


def changing(desk: Desk, slug: str, version: int) -> UnionEvent:
    """Raises Refusal not_found, or stale where it is not as the form showed it."""
    row = desk.session.exec(select(UnionEvent).where(col(UnionEvent.slug) == slug)).one_or_none()
    if row is None:
        raise Refusal("not_found")
    if row.version != version:
        raise Refusal("stale")
    return row


def changed(desk: Desk, row: UnionEvent) -> Answer:
    row.version, row.changed_at = row.version + 1, desk.at
    desk.session.flush()
    row.found_by = _found_by(desk.session, row)
    desk.note_union("events")
    return {"event": row.slug, "version": row.version}


def _added(desk: Desk, new: NewEvent) -> UnionEvent:
    first, last, precision = new.when.first, new.when.last, new.when.precision
    ahead = last >= desk.at.astimezone(MOSCOW).date()
    row = UnionEvent(
        slug=free_slug(desk.session, f"{slug_of(new.title)[:_LONGEST]}-{first.year}".strip("-")),
        title=new.title,
        kind=new.kind,
        state=new.state or ("planned" if ahead else "held"),
        starts_on=first,
        ends_on=last,
        precision=precision,
        host=new.host,
        theme=new.theme,
        form=new.form,
        section=new.section,
        edition=new.edition,
        place=new.place,
        position=_position(desk.session),
        changed_at=desk.at,
    )
    desk.session.add(row)
    desk.session.flush()
    if new.copy_of:
        _continue(desk, row, new.copy_of)
    _step(desk, row, "", row.host)
    desk.session.flush()
    row.found_by = _found_by(desk.session, row)
    return row


def _continue(desk: Desk, row: UnionEvent, former: str) -> None:
    """The next of a series, which is begun where the former one stood alone. What was not typed is as it was."""
    old = desk.session.exec(select(UnionEvent).where(col(UnionEvent.slug) == former)).one_or_none()
    if old is None:
        raise Refusal("not_found")
    if not old.series:
        slug = slug_of(old.title)[:_LONGEST] or former
        known = desk.session.exec(select(EventSeries).where(col(EventSeries.slug) == slug)).one_or_none()
        if known is None:
            desk.session.add(EventSeries(slug=slug, title=old.title))
        old.series = slug
    row.series = old.series
    for name in _TAKEN:
        if not getattr(row, name):
            setattr(row, name, getattr(old, name))
    kept = select(EventLine).where(col(EventLine.event_id) == old.id, col(EventLine.kind) == "organiser")
    for line in desk.session.exec(kept.order_by(col(EventLine.position))).all():
        desk.session.add(EventLine(event_id=row.id or 0, position=line.position, kind=line.kind, text=line.text))


def _step(desk: Desk, row: UnionEvent, reason: str, host: str, said: Stepped | None = None) -> None:
    known = select(func.max(EventStep.position)).where(col(EventStep.event_id) == row.id)
    last = desk.session.exec(known).one() or 0
    desk.session.add(
        EventStep(
            event_id=row.id or 0,
            position=last + 1,
            state=said.state if said else row.state,
            host=host,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            precision=row.precision,
            reason=reason,
            said_on=said.said_on if said else None,
            at=desk.at,
            by=desk.by.id,
        )
    )


def _as_it_was(desk: Desk, row: UnionEvent) -> None:
    """Before the first step of an event that was taken from sources, how it stood until now."""
    known = desk.session.exec(select(EventStep.id).where(col(EventStep.event_id) == row.id)).first()
    if known is not None:
        return
    own = {"state": row.state, "host": row.host, "sources": row.sources}
    days = {"starts_on": row.starts_on, "ends_on": row.ends_on, "precision": row.precision}
    desk.session.add(EventStep(event_id=row.id or 0, position=1, **own, **days))  # type: ignore[arg-type]
    desk.session.flush()


def free_slug(session: Session, wished: str) -> str:
    """As wished, with a number where it is taken."""
    taken = set(session.exec(select(UnionEvent.slug).where(col(UnionEvent.slug).startswith(wished, autoescape=True))))
    return next(one for one in chain([wished], (f"{wished}-{at}" for at in count(2))) if one not in taken)


def _position(session: Session) -> int:
    """After everything that was written down before."""
    return (session.exec(select(func.max(UnionEvent.position))).one() or 0) + 1


def _found_by(session: Session, row: UnionEvent) -> str:
    """What a search looks through, cities by their own names."""
    lines = session.exec(select(EventLine.text).where(col(EventLine.event_id) == row.id))
    people = session.exec(select(EventPerson).where(col(EventPerson.event_id) == row.id))
    slugs = session.exec(select(EventCity.city).where(col(EventCity.event_id) == row.id)).all()
    named = session.exec(select(City.title).where(col(City.slug).in_([row.host, *slugs])))
    own = (row.title, row.theme, row.occasion, row.place, row.audience, row.note)
    return folded(own, lines, (text for one in people for text in (one.name, one.post)), named)
