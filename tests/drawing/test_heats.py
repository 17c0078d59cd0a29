"""Heats and lanes: even, teams spread, the strong in different heats and in the middle."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spartakiad.competition.drawing.slips import Draw, Slip
from spartakiad.competition.drawing.ways import WAYS
from spartakiad.competition.lanes import from_the_middle, laid_out, squeezed_in
from tests.drawing.test_ways import KEYS, many


def heats(way: str, those: tuple[Slip, ...], groups: int, key: str = "2027") -> tuple[tuple[str, ...], ...]:
    return WAYS[way].run(Draw(key, those, groups))


@pytest.mark.parametrize(
    ("lanes", "order"),
    [(8, [4, 5, 3, 6, 2, 7, 1, 8]), (6, [3, 4, 2, 5, 1, 6]), (5, [3, 4, 2, 5, 1]), (1, [1])],
)
def test_the_strongest_swims_in_the_middle(lanes: int, order: list[int]) -> None:
    assert from_the_middle(lanes) == order


@pytest.mark.parametrize("way", ["heats", "heats_seeded"])
@given(those=many(), key=KEYS, groups=st.integers(1, 6))
def test_heats_are_even(way: str, those: tuple[Slip, ...], key: str, groups: int) -> None:
    sizes = [len(heat) for heat in heats(way, those, groups, key)]
    assert max(sizes) - min(sizes) <= 1


@given(those=many(), key=KEYS, groups=st.integers(1, 6))
def test_of_a_team_no_heat_has_more_than_it_must(those: tuple[Slip, ...], key: str, groups: int) -> None:
    team = {slip.entrant: slip.team for slip in those}
    sizes = Counter(team.values())
    for heat in heats("heats", those, groups, key):
        assert all(many <= -(-sizes[of] // groups) for of, many in Counter(team[one] for one in heat).items())


@given(key=KEYS, groups=st.integers(2, 6), strong=st.integers(1, 6))
def test_the_strong_are_in_different_heats_and_first_there(key: str, groups: int, strong: int) -> None:
    seeded = [Slip(f"s{at}", f"t{at}", seeding=at) for at in range(1, min(strong, groups) + 1)]
    others = [Slip(f"o{at}", f"t{at}") for at in range(10)]
    found = heats("heats_seeded", (*seeded, *others), groups, key)
    assert sorted(heat[0] for heat in found if heat[0].startswith("s")) == [slip.entrant for slip in seeded]


def test_a_snake_goes_to_and_fro() -> None:
    those = tuple(Slip(str(at), f"t{at}", seeding=at) for at in range(1, 10))
    assert heats("heats_seeded", those, 3) == (("1", "6", "7"), ("2", "5", "8"), ("3", "4", "9"))


def test_a_snake_leaves_its_track_where_a_team_would_meet_itself() -> None:
    those = tuple(Slip(str(at), team, seeding=at) for at, team in enumerate("ABBA", 1))
    assert heats("heats_seeded", those, 2) == (("1", "3"), ("2", "4"))


def test_lanes_are_given_one_after_another_or_from_the_middle() -> None:
    groups = (("a", "b", "c"), ("d", "e"))
    assert laid_out(groups, 8, middle=False, typed=False) == {
        "a": (1, 1),
        "b": (1, 2),
        "c": (1, 3),
        "d": (2, 1),
        "e": (2, 2),
    }
    found = laid_out(groups, 8, middle=True, typed=False)
    assert (found, list(found)) == (
        {"a": (1, 4), "b": (1, 5), "c": (1, 3), "d": (2, 4), "e": (2, 5)},
        ["c", "a", "b", "d", "e"],
    )


def test_whoever_is_gone_leaves_his_lane_empty_and_whoever_is_late_takes_a_free_one() -> None:
    heats = laid_out((("a", "", "c"), ("d", "e", "f")), 3, middle=False, typed=False)
    assert squeezed_in(heats, ["late", "later"], 3) == {
        "a": (1, 1),
        "late": (1, 2),
        "c": (1, 3),
        "d": (2, 1),
        "e": (2, 2),
        "f": (2, 3),
        "later": (2, 0),
    }
