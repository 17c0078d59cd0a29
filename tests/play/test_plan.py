"""The plan of a rehearsal: the same for the same seed, with every trouble in it, and its steps lead to its truth."""

from collections import Counter
from datetime import date

import pytest

from spartakiad.play.rehearsal import facts, scenes, scored
from spartakiad.play.rehearsal.network import AGAIN, CUT, DOWN, HALF, LOST, TWICE
from spartakiad.play.rehearsal.plan import Phone, Plan, Size, plan
from spartakiad.play.rehearsal.script import Tap

DAY = date(2027, 2, 19)
SIZES = (Size(3, 1), Size(3, 2), Size(4, 3), Size(6, 10), Size(16, 60), Size(4, 4, "darts"))


def made(seed: int, size: Size = SIZES[3]) -> Plan:
    return plan(seed, size, DAY)


def in_order(found: Plan) -> list[tuple[Phone, Tap]]:
    """Contest by contest, as each judge works, and by the clock in each."""
    contests = [found.taps_of(contest.id) for contest in found.held]
    return [one for taps in contests for one in sorted(taps, key=lambda one: one[1].minute)]


def test_a_seed_makes_one_plan() -> None:
    assert (made(7) == made(7), made(7) == made(8)) == (True, False)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seed", range(5))
def test_whoever_plays_the_steps_in_their_order_comes_to_the_truth(seed: int, size: Size) -> None:
    found, standing = made(seed, size), {}
    for _, tap in in_order(found):
        step = tap.step
        if step.comes in (scenes.ENTERED, scenes.MENDED) or step.verdict == scenes.TAKEN:
            standing[step.contest, step.who] = step.raw
        elif step.comes == scenes.TAKEN_BACK:
            del standing[step.contest, step.who]
    assert standing == {(contest, line.who): line.shown.raw for contest, lines in found.lines.items() for line in lines}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seed", range(5))
def test_records_are_numbered_as_they_are_typed_and_nobody_waits_for_what_comes_later(seed: int, size: Size) -> None:
    done: set[tuple[str, int]] = set()
    for phone, tap in in_order(made(seed, size)):
        assert tap.n == 1 + sum(device == phone.device for device, _ in done)
        assert tap.waits is None or tap.waits in done
        assert 0 <= tap.after < tap.n
        done.add((phone.device, tap.n))


def test_everything_that_can_befall_is_in_it() -> None:
    found = made(1)
    steps = [tap.step for phone in found.phones for tap in phone.taps]
    outcomes = (scenes.ENTERED, scenes.NOTHING, scenes.HELD, scenes.MENDED, scenes.TAKEN_BACK)
    assert {step.comes for step in steps} == set(outcomes)
    assert {step.why for step in steps} - {""} == {"mark_changed", "mark_unreadable", "not_entered"}
    assert {step.verdict for step in steps} - {""} == {scenes.TAKEN, scenes.DROPPED}
    assert {step.moment for step in steps} - {""} == set(scenes.MOMENTS)
    troubles = Counter(one.kind for phone in found.phones for one in phone.troubles.values())
    assert set(troubles) == {DOWN, LOST, CUT, HALF, TWICE, AGAIN}


def test_the_late_bus_costs_a_start_and_brings_somebody_else() -> None:
    found = made(1)
    first = next(line for line in found.lines["ski-women"] if line.who == f"{found.late}/0")
    assert first.shown.value == {"status": "DNS"}
    assert facts.planned(found, "g")["athlete.replaced", f"{found.late}/1"] == 1


def test_a_contest_that_is_left_to_people_has_a_start_list_and_nothing_else() -> None:
    planned = facts.planned(made(1, SIZES[-1]), "g")
    kinds = Counter(kind for kind, *about in planned.elements() if "darts" in about)
    assert kinds == {"entry.made": 16, "starts.listed": 1, "contest.stated": 1}
    assert ("games.stated", "closed") not in planned


@pytest.mark.parametrize("size", SIZES)
def test_its_standings_have_every_team(size: Size) -> None:
    found = made(1, size)
    tables = scored.standings(found)
    assert {team for team, *_ in tables["standing overall"]} == set(found.teams)
