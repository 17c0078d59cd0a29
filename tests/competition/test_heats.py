"""A start list in heats: drawn by lot or by strength, typed from slips, with lanes and an hour for each heat."""

import pytest

from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import ReleaseStarts
from spartakiad.competition.decide.draws import DrawByHand, GiveSeedings, MakeDraw, SealDraw
from spartakiad.competition.decide.plans import PlanStarts
from spartakiad.competition.drawing.record import read, verified, written
from spartakiad.competition.plans import Plan
from spartakiad.competition.state import StartList
from tests.competition.conftest import Refused
from tests.competition.playing import Played, entered

TYPED = (("1", "1/3"), ("2", "2/1"), ("3", "1/4"), ("4", "2 / 2"))


def listed(games: Played) -> StartList:
    games.do(ReleaseStarts("ski"))
    return games.state.starts["starts:ski:main:main:main"]


def drawn(way: str, size: int = 2, **plan: object) -> Played:
    games = entered()
    games.do(GiveSeedings("ski", "main", (("1", 1), ("3", 2), ("2", 3), ("4", 4))))
    games.do(SealDraw("ski", "main", way, "2718", size=size))
    games.do(MakeDraw("ski", "main"))
    games.do(PlanStarts("ski", "main", Plan(**plan)))  # type: ignore[arg-type]
    return games


def test_as_many_heats_as_the_size_of_one_asks_for_with_one_of_each_team() -> None:
    games = drawn("heats")
    assert games.state.draws["ski", "main"].record.groups == 2
    heats = listed(games).heats
    teams = {"1": "v", "2": "v", "3": "p", "4": "p"}
    assert [sorted(teams[who] for who, (heat, _) in heats.items() if heat == number) for number in (1, 2)] == [
        ["p", "v"],
        ["p", "v"],
    ]


def test_the_strongest_are_in_the_middle_lanes_of_their_heats() -> None:
    found = listed(drawn("heats_seeded", lanes=6))
    assert found.heats == {"1": (1, 3), "4": (1, 4), "3": (2, 3), "2": (2, 4)}


def test_each_heat_has_its_hour() -> None:
    found = listed(drawn("heats_seeded", start="heats", every=300))
    assert found.offsets == {"1": 0, "4": 0, "3": 300_000, "2": 300_000}


def test_heats_and_lanes_are_typed_from_slips_and_stay_where_somebody_is_gone() -> None:
    games = entered()
    games.do(DrawByHand("ski", "main", TYPED))
    assert games.state.draws["ski", "main"].record.drawn == (("", "", "1", "3"), ("2", "4"))
    games.do(Admit("2", "refused", clause="4.5", reason="нет справки"))
    assert listed(games).heats == {"1": (1, 3), "3": (1, 4), "4": (2, 2)}


@pytest.mark.parametrize(
    ("changed", "kind", "field"),
    [
        (("4", "2/1"), "slip_twice", "2"),
        (("4", "7"), "slip_no_lane", "4"),
        (("4", ""), "slip_no_lane", "4"),
        (("4", "4/1"), "slip_no_heat", "4"),
    ],
)
def test_lanes_that_do_not_add_up_are_refused_at_the_slip(
    refused: Refused, changed: tuple[str, str], kind: str, field: str
) -> None:
    said = refused(entered(), DrawByHand("ski", "main", (*TYPED[:-1], changed)))
    assert (said.kind, said.field) == (kind, field)


def test_a_heat_larger_than_there_are_lanes_is_refused(refused: Refused) -> None:
    assert refused(drawn("heats", size=4, lanes=3), ReleaseStarts("ski")).kind == "lanes_few"


@pytest.mark.parametrize(("size", "kind"), [(0, "required"), (1, "out_of_bounds"), (99, "out_of_bounds")])
def test_how_many_are_in_a_heat_has_to_be_said(refused: Refused, size: int, kind: str) -> None:
    said = refused(entered(), SealDraw("ski", "main", "heats", "2718", size=size))
    assert (said.kind, said.field) == (kind, "size")


def test_a_draw_into_heats_is_verified_too() -> None:
    record = drawn("heats").state.draws["ski", "main"].record
    assert verified(read(written(record))).holds
    assert not verified(read(written(record) | {"drawn": [["1", "2"], ["3", "4"]]})).holds
