"""How a list starts and which numbers are worn: hours, gaps of a pursuit, ranges, what cannot be."""

import tomllib

import pytest

from spartakiad.competition.bibs import wearer, worn
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import ReleaseStarts
from spartakiad.competition.decide.delegations import Enter, JoinAthlete
from spartakiad.competition.decide.draws import DrawByHand
from spartakiad.competition.decide.marks import EnterMark
from spartakiad.competition.decide.plans import PlanStarts
from spartakiad.competition.decide.setup import AdoptRegulation, StateGames
from spartakiad.competition.document import document
from spartakiad.competition.plans import Known, Plan
from spartakiad.competition.state import StartList
from tests.competition.conftest import Refused
from tests.competition.playing import Played, drafted, entered, raced

PURSUIT = """
format = 1
contest = [{ id = "ski", title = "Лыжи", rules = "ski" }, { id = "chase", title = "Погоня", rules = "chase" }]
[rules.ski]
stages = [{ format = "list", mark = "time", precision = "0.1" }]
order = { blocks = [{ by = ["time"] }] }
team = { members = { kind = "best", k = 1, value = "time" } }
[rules.chase]
stages = [{ format = "list", mark = "time", precision = "0.1" }]
order = { blocks = [{ by = ["gun_time"] }] }
team = { members = { kind = "best", k = 1, value = "time" } }
"""


def planned(**plan: object) -> Played:
    """The ski race of four, drawn 3, 1, 4, 2, with this plan."""
    games = entered()
    games.do(DrawByHand("ski", "main", (("1", "2"), ("2", "4"), ("3", "1"), ("4", "3"))))
    games.do(PlanStarts("ski", "main", Plan(**plan)))  # type: ignore[arg-type]
    return games


def listed(games: Played, contest: str = "ski", **known: object) -> StartList:
    games.do(ReleaseStarts(contest, known=Known(**known)))  # type: ignore[arg-type]
    return games.state.starts[f"starts:{contest}:main:main:main"]


def test_all_start_together_where_nobody_says_otherwise() -> None:
    assert listed(entered()).offsets == {}


def test_one_after_another_every_half_minute_in_the_order_that_was_drawn() -> None:
    found = listed(planned(start="interval", every=30))
    assert found.offsets == {"3": 0, "1": 30_000, "4": 60_000, "2": 90_000}


def test_in_waves_so_many_at_once() -> None:
    found = listed(planned(start="waves", every=60, at_once=3, delay=15))
    assert (found.offsets, found.delay) == ({"3": 0, "1": 0, "4": 0, "2": 60_000}, 15)


def chased(**plan: object) -> Played:
    """Four are entered into a pursuit after the ski race."""
    games = drafted(PURSUIT)
    for number, team in (("1", "vologda"), ("2", "vologda"), ("3", "pskov"), ("4", "pskov")):
        games.do(JoinAthlete(number, team, int(number), True))
        games.do(Enter("chase", number, team, "team", "f"))
        games.do(Admit(number, "admitted"))
    games.do(StateGames("under_way"))
    games.do(PlanStarts("chase", "main", Plan(start="pursuit", after="ski", after_part="main", **plan)))  # type: ignore[arg-type]
    return games


GAPS = {"2": 0, "4": 15_700, "1": 75_300}


def test_a_pursuit_goes_by_the_gaps_of_the_race_before_cut_to_whole_seconds() -> None:
    found = listed(chased(), "chase", gaps=GAPS)
    assert found.offsets == {"2": 0, "4": 15_000, "1": 75_000, "3": 75_000}


def test_behind_a_limit_all_start_together_and_whoever_has_no_gap_after_them() -> None:
    found = listed(chased(closed=60, every=30), "chase", gaps=GAPS)
    assert found.offsets == {"2": 0, "4": 15_000, "1": 60_000, "3": 90_000}


def test_the_start_comes_by_itself_into_the_mark_unless_the_judge_types_another() -> None:
    games = chased()
    listed(games, "chase", gaps=GAPS)
    games.do(EnterMark("chase", "4", "30:00,0", 0))
    games.do(EnterMark("chase", "1", "29:00,0; с1:10", 0))
    games.do(EnterMark("chase", "2", "дискв", 0))
    values = {key[3]: mark.value for key, mark in games.state.marks.items()}
    assert values == {
        "4": {"time": "30:00.0", "start": "15.000"},
        "1": {"time": "29:00.0", "start": "1:10.000"},
        "2": {},
    }


def test_numbers_are_the_athletes_own_where_nobody_says_otherwise() -> None:
    assert listed(entered()).bibs == {"1": "1", "2": "2", "3": "3", "4": "4"}


@pytest.mark.parametrize(
    ("plan", "bibs"),
    [
        ({"bibs": "order", "first": (("", 101),)}, {"3": "101", "1": "102", "4": "103", "2": "104"}),
        ({"bibs": "sex", "first": (("f", 1), ("m", 101))}, {"3": "1", "1": "101", "4": "2", "2": "102"}),
        ({"bibs": "team", "first": (("vologda", 11), ("pskov", 21))}, {"3": "21", "1": "11", "4": "22", "2": "12"}),
        (
            {"bibs": "typed", "typed": (("1", "7"), ("2", "8"), ("3", "9"), ("4", "77"))},
            {"3": "9", "1": "7", "4": "77", "2": "8"},
        ),
    ],
)
def test_numbers_go_by_ranges_in_the_order_of_the_start(plan: dict[str, object], bibs: dict[str, str]) -> None:
    sexes = {"1": "m", "2": "m", "3": "f", "4": "f"}
    assert listed(planned(**plan), sexes=sexes).bibs == bibs


def test_whoever_wears_a_number_is_found_by_it_and_the_mark_knows_who_he_is() -> None:
    games = planned(bibs="order", first=(("", 101),))
    listed(games)
    assert (wearer(games.state, "ski", "102"), worn(games.state, "ski", "1"), wearer(games.state, "ski", "1")) == (
        "1",
        "102",
        "",
    )
    rows = document(games.state)["entrant"]
    assert {row["id"]: row["bib"] for row in rows if row["contest"] == "ski"}["1"] == "102"


def test_the_same_number_twice_is_refused(refused: Refused) -> None:
    games = planned(bibs="sex", first=(("f", 1), ("m", 2)))
    said = refused(games, ReleaseStarts("ski", known=Known(sexes={"1": "m", "2": "m", "3": "f", "4": "f"})))
    assert (said.kind, said.args_for_words["bib"]) == ("bib_twice", "2")


def test_whoever_has_no_range_has_no_number_and_is_named(refused: Refused) -> None:
    games = planned(bibs="sex", first=(("f", 1),))
    said = refused(games, ReleaseStarts("ski", known=Known(sexes={"1": "m", "2": "f", "3": "f", "4": "f"})))
    assert (said.kind, said.args_for_words["who"]) == ("bib_missing", "1")


@pytest.mark.parametrize(
    ("plan", "kind", "field"),
    [
        ({"start": "somehow"}, "bad_choice", "start"),
        ({"bibs": "somehow"}, "bad_choice", "bibs"),
        ({"start": "interval"}, "required", "every"),
        ({"start": "interval", "every": 9999}, "out_of_bounds", "every"),
        ({"start": "waves", "every": 60, "at_once": 1}, "out_of_bounds", "at_once"),
        ({"start": "pursuit"}, "choice_needed", "after"),
        ({"start": "pursuit", "after": "ski", "after_part": "main"}, "bad_choice", "after"),
        ({"delay": 5000}, "out_of_bounds", "begins"),
        ({"bibs": "order"}, "required", "range"),
        ({"bibs": "order", "first": (("", 0),)}, "out_of_bounds", "range"),
        ({"bibs": "typed"}, "required", "bib-1"),
        ({"bibs": "typed", "typed": (("1", "7"), ("2", "7"), ("3", "8"), ("4", "9"))}, "bib_twice", "bib-2"),
        ({"bibs": "typed", "typed": (("1", "7a"), ("2", "7"), ("3", "8"), ("4", "9"))}, "bad_number", "bib-1"),
        ({"bibs": "typed", "typed": (("99", "7"),)}, "not_found", None),
    ],
)
def test_a_plan_that_cannot_be_kept_is_refused_at_its_field(
    refused: Refused, plan: dict[str, object], kind: str, field: str | None
) -> None:
    said = refused(entered(), PlanStarts("ski", "main", Plan(**plan)))  # type: ignore[arg-type]
    assert (said.kind, said.field) == (kind, field)


def test_a_list_under_way_keeps_its_plan(refused: Refused) -> None:
    assert refused(raced(), PlanStarts("ski", "main", Plan(start="interval", every=30))).kind == "wrong_state"


def test_only_what_is_not_as_usual_is_written_down() -> None:
    games = planned(start="interval", every=30)
    (fact,) = [one for one in games.journal if one.kind == "starts.planned"]
    assert fact.payload == {"contest": "ski", "part": "main", "plan": {"start": "interval", "every": 30}}
    assert games.do(PlanStarts("ski", "main", Plan(start="interval", every=30))) == []


PARTS = """
format = 1
contest = [{ id = "ski", title = "Лыжи", rules = "ski" }]
part = [{ contest = "ski", id = "short", title = "3 км" }, { contest = "ski", id = "long", title = "5 км" }]
[rules.ski]
stages = [{ format = "list", mark = "time" }]
order = { blocks = [{ by = ["time"] }] }
team = { members = { kind = "best", k = 1, value = "time" } }
"""


def test_one_number_is_not_worn_on_two_distances_of_a_contest(refused: Refused) -> None:
    games = drafted()
    games.do(AdoptRegulation(tomllib.loads(PARTS)))
    for number, part in (("1", "short"), ("2", "long")):
        games.do(JoinAthlete(number, "vologda", int(number), True))
        games.do(Enter("ski", number, "vologda", "team", "f", part=part))
        games.do(Admit(number, "admitted"))
        games.do(PlanStarts("ski", part, Plan(bibs="order", first=(("", 5),))))
    games.do(ReleaseStarts("ski", "short"))
    assert refused(games, ReleaseStarts("ski", "long")).kind == "bib_taken"
    games.do(PlanStarts("ski", "long", Plan(bibs="order", first=(("", 6),))))
    games.do(ReleaseStarts("ski", "long"))
    assert worn(games.state, "ski", "2") == "6"
