"""Ways of drawing: small draws that can be read aloud, and laws over any draw."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spartakiad.competition.drawing.slips import Draw, Groups, Slip, key_of, lot, seal
from spartakiad.competition.drawing.ways import WAYS


def slips(**teams: str) -> tuple[Slip, ...]:
    """Members of each team: vologda="1 2 3"."""
    return tuple(Slip(one, team) for team, those in teams.items() for one in those.split())


def drawn(way: str, those: tuple[Slip, ...], key: str = "2027", groups: int = 1) -> Groups:
    return WAYS[way].run(Draw(key, those, groups))


def side_by_side(order: tuple[str, ...], those: tuple[Slip, ...]) -> int:
    team = {slip.entrant: slip.team for slip in those}
    return sum(team[one] == team[other] for one, other in pairwise(order))


TEAMS = st.lists(st.integers(0, 6), min_size=1, max_size=6)
KEYS = st.text("0123456789abcdef", min_size=4, max_size=20)


@st.composite
def many(draw: st.DrawFn) -> tuple[Slip, ...]:
    """Some teams of some members, some of them seeded and some with a turn."""
    sizes = draw(TEAMS)
    found = []
    for number, size in enumerate(sizes):
        turns = draw(st.permutations(range(size + 1)))
        seeded = draw(st.lists(st.integers(0, 4), min_size=size, max_size=size))
        found += [Slip(f"{number}{at}", f"t{number}", seeded[at], turns[at]) for at in range(size)]
    return tuple(found)


def test_a_lot_is_a_hash_that_anybody_can_make() -> None:
    assert (lot("2027", "17")[:16], seal("2027")[:16]) == ("a81bf74c7feec506", "5313e5bf17148de8")


def test_what_captains_called_is_a_part_of_the_key() -> None:
    assert (key_of("2027", ""), key_of("2027", "57")) == ("2027", "2027:57")


def test_the_smallest_lot_is_drawn_first() -> None:
    those = slips(vologda="1 2", pskov="3")
    assert drawn("random", those) == (tuple(sorted("123", key=lambda one: lot("2027", one))),)


def test_in_rounds_one_of_each_team_goes_and_a_captain_says_who_goes_first() -> None:
    those = (
        Slip("1", "vologda", turn=2),
        Slip("2", "vologda", turn=1),
        Slip("3", "pskov"),
        Slip("4", "pskov", turn=1),
    )
    (order,) = drawn("apart", those)
    first, second = sorted(("vologda", "pskov"), key=lambda team: lot("2027", team))
    turns = {"vologda": ["2", "1"], "pskov": ["4", "3"]}
    assert order == (turns[first][0], turns[second][0], turns[first][1], turns[second][1])


def test_a_large_team_is_parted_by_the_small_ones() -> None:
    those = slips(a="1 2 3 4", b="5 6", c="7")
    (order,) = drawn("apart", those)
    assert [slip in "1234" for slip in order] == [True, False, True, False, True, False, True]


def test_the_strongest_starts_last() -> None:
    those = (Slip("1", "a", seeding=2), Slip("2", "b", seeding=1), Slip("3", "c"), Slip("4", "d"))
    (order,) = drawn("strongest_last", those)
    assert (set(order[:2]), order[2:]) == ({"3", "4"}, ("1", "2"))


@pytest.mark.parametrize("way", WAYS)
@given(those=many(), key=KEYS, groups=st.integers(1, 4))
def test_everybody_is_drawn_exactly_once(way: str, those: tuple[Slip, ...], key: str, groups: int) -> None:
    found = [one for group in drawn(way, those, key, groups) for one in group if one]
    assert Counter(found) == Counter(slip.entrant for slip in those)


@pytest.mark.parametrize("way", WAYS)
@given(those=many(), key=KEYS, groups=st.integers(1, 4), shuffled=st.randoms())
def test_the_same_seed_gives_the_same_draw_in_whatever_order_the_slips_lie(
    way: str, those: tuple[Slip, ...], key: str, groups: int, shuffled: object
) -> None:
    other = list(those)
    shuffled.shuffle(other)  # type: ignore[attr-defined]
    assert drawn(way, those, key, groups) == drawn(way, tuple(other), key, groups)


@given(those=many(), key=KEYS)
def test_teams_are_kept_apart_whenever_that_is_possible(those: tuple[Slip, ...], key: str) -> None:
    (order,) = drawn("apart", those, key)
    largest = max(Counter(slip.team for slip in those).values(), default=0)
    assert side_by_side(order, those) == max(0, 2 * largest - len(those) - 1)


@given(size=st.integers(1, 5), teams=st.integers(2, 6), key=KEYS)
def test_each_round_of_equal_teams_has_one_of_each(size: int, teams: int, key: str) -> None:
    those = tuple(Slip(f"{team}-{one}", f"t{team}") for team in range(teams) for one in range(size))
    (order,) = drawn("apart", those, key)
    rounds = [order[at : at + teams] for at in range(0, len(order), teams)]
    assert [{one[0] for one in those} for those in rounds] == [{str(team) for team in range(teams)}] * size


@pytest.mark.parametrize("way", ["random", "apart"])
def test_no_place_is_kept_for_anybody(way: str) -> None:
    """Over many seeds everybody has been first, and about as often as anybody else."""
    those = slips(vologda="1 2", pskov="3 4", kirov="5 6")
    first = Counter(drawn(way, those, str(key))[0][0] for key in range(600))
    assert set(first) == set("123456") and max(first.values()) < 2 * min(first.values())
