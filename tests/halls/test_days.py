"""Which day of a hall it is, and what is held there on it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from spartakiad.accounts.roles import Hall, Held, Role
from spartakiad.competition.state import Slot, State
from spartakiad.halls.days import NOTHING, contests_of, day_of, halls, held_in, night_end
from spartakiad.words.dates import MOSCOW

FIRST, NEXT = date(2027, 2, 20), date(2027, 2, 21)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 2, day, hour, minute, tzinfo=MOSCOW)


def held(**slots: Slot) -> State:
    return State(slots=slots)


@pytest.mark.parametrize(
    ("moment", "day"),
    [(at(20, 4), FIRST), (at(20, 23, 59), FIRST), (at(21, 0), FIRST), (at(21, 3, 59), FIRST), (at(21, 4), NEXT)],
)
def test_a_day_of_a_hall_lasts_into_the_night(moment: datetime, day: date) -> None:
    assert (day_of(moment), day_of(moment.astimezone(UTC))) == (day, day)


def test_it_is_over_when_the_next_one_begins() -> None:
    assert night_end(FIRST) == at(21, 4)
    assert day_of(night_end(FIRST)) == NEXT


def test_contests_come_in_the_order_of_their_moments() -> None:
    state = held(late=Slot(at(20, 17), 60, "ice"), early=Slot(at(20, 9), 60, "ice"), other=Slot(at(20, 9), 60, "base"))
    assert contests_of(state, "ice", FIRST) == ["early", "late"]
    assert halls(state) == [(FIRST, "base"), (FIRST, "ice")]


def test_what_goes_on_over_the_end_of_a_day_belongs_to_both() -> None:
    state = held(chess=Slot(at(20, 20), 12 * 60, "ice"), until_four=Slot(at(21, 2), 120, "ice"))
    assert contests_of(state, "ice", FIRST) == ["chess", "until_four"]
    assert contests_of(state, "ice", NEXT) == ["chess"]


def test_what_was_put_off_is_held_nowhere() -> None:
    state = held(ski=Slot(None, 60, "base"))
    assert (halls(state), contests_of(state, "base", FIRST)) == ([], [])


def test_a_card_opens_what_is_held_and_where_nothing_is_its_judges_still_belong_to_the_games() -> None:
    hall, slot = Hall(1, "games", "ice", FIRST), Slot(at(20, 9), 60, "ice")
    assert held_in(held(figure=slot), hall) == (Held(Role.JUDGE, "games", contest="figure"),)
    moved = Slot(slot.starts_at and slot.starts_at + timedelta(days=1), 60, "ice")
    assert held_in(held(figure=moved), hall) == (Held(Role.JUDGE, "games", contest=NOTHING),)
