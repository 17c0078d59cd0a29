"""What may become of an event as it stands: steps that contradict it, or the calendar, are refused."""

from datetime import date

from spartakiad.errors import Refusal
from spartakiad.models.union import UnionEvent
from spartakiad.union.typed_events import Stepped
from spartakiad.union.typed_when import LEAST

_REASONED = ("moved", "withdrawn", "cancelled", "mistaken")
_ENDED = ("withdrawn", "cancelled")


def check_step(row: UnionEvent, step: Stepped, today: date) -> None:
    """Raises Refusal reason_needed, nothing_moved, move_unsaid, not_over_yet, no_host_to_leave, already_so, day_ahead
    or out_of_bounds."""
    if step.state in _REASONED and not step.reason:
        raise Refusal("reason_needed", "reason")
    if step.said_on and step.said_on > today:
        raise Refusal("day_ahead", "said_on")
    if step.said_on and step.said_on.year < LEAST:
        raise Refusal("out_of_bounds", "said_on", least=LEAST, most=today.year)
    if (step.state == row.state and step.state in (*_ENDED, "held") and not row.mistaken) or (
        step.state == "mistaken" and row.mistaken
    ):
        raise Refusal("already_so", "became")
    if step.state == "withdrawn" and not row.host:
        raise Refusal("no_host_to_leave", "became")
    _check_days(row, step, today)


def _check_days(row: UnionEvent, step: Stepped, today: date) -> None:
    changed = _elsewhere(row, step) or _at_another_time(row, step)
    if step.state == "moved" and not changed:
        raise Refusal("nothing_moved", "when")
    if step.state == "planned" and changed and row.state not in _ENDED:
        raise Refusal("move_unsaid", "became")
    if step.state == "held" and (step.when.first if step.when else row.starts_on) > today:
        raise Refusal("not_over_yet", "became")


def _elsewhere(row: UnionEvent, step: Stepped) -> bool:
    return bool(step.host) and step.host != row.host and bool(row.host)


def _at_another_time(row: UnionEvent, step: Stepped) -> bool:
    """«12–14 марта» of what was planned for March says it more exactly and moves nothing."""
    if step.when is None:
        return False
    if step.state == "moved":
        return (step.when.first, step.when.last) != (row.starts_on, row.ends_on)
    return not row.starts_on <= step.when.first <= step.when.last <= row.ends_on
