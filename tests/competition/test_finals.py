"""A final out of heats: by the rule of the regulation, and of those who are level nobody is guessed."""

import pytest

import scoring
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import Post, ReleaseStarts
from spartakiad.competition.decide.delegations import Enter, JoinAthlete
from spartakiad.competition.decide.draws import DrawByHand
from spartakiad.competition.decide.finals import ReleaseFinal, TakeFinalBack
from spartakiad.competition.decide.marks import CheckMark, EnterMark
from spartakiad.competition.decide.plans import PlanStarts
from spartakiad.competition.decide.records import SettleRecord, TakeRecord, waiting
from spartakiad.competition.decide.setup import StateGames
from spartakiad.competition.document import document
from spartakiad.competition.finals import Edge, coming
from spartakiad.competition.plans import Plan
from spartakiad.competition.programme import line
from spartakiad.competition.sights import line_of
from tests.competition.conftest import Refused
from tests.competition.playing import CHECKS, Played, drafted

SPRINT = """
format = 1
contest = [{ id = "run", title = "Бег 100 м", rules = "run" }]
[rules.run]
order = { blocks = [{ by = ["time"] }], end = "share" }
team = { members = { kind = "best", k = 1 } }
stages = [
  { id = "heats", format = "list", mark = "time" },
  { id = "final", format = "list", mark = "time", qualify = 1, next_best = 2 },
]
"""
# Two heats of three: № 1–3 of Vologda in the first, № 4–6 of Pskov in the second.
TIMES = {"1": "12,0", "2": "12,5", "3": "13,0", "4": "12,2", "5": "12,4", "6": "14,0"}


def released(lanes: int = 0) -> Played:
    games = drafted(SPRINT)
    for number in TIMES:
        team = "vologda" if int(number) < 4 else "pskov"
        games.do(JoinAthlete(number, team, int(number), True))
        games.do(Enter("run", number, team, "team", "f"))
        games.do(Admit(number, "admitted"))
    games.do(StateGames("under_way"))
    games.do(PlanStarts("run", "main", Plan(lanes=lanes)))
    games.do(DrawByHand("run", "main", tuple((n, f"{1 if int(n) < 4 else 2}/{(int(n) - 1) % 3 + 1}") for n in TIMES)))
    games.do(ReleaseStarts("run"))
    return games


def run(games: Played, **times: str) -> Played:
    for name, raw in times.items():
        number = name.removeprefix("n")
        stage = "final" if number in finalists(games) else "main"
        before = games.state.marks.get(("run", "main", stage, number))
        games.do(EnterMark("run", number, raw, before.version if before else 0))
        mark = games.state.marks["run", "main", stage, number]
        games.do(CheckMark("run", number, mark.version, "confirmed"), CHECKS)
    return games


def heats(lanes: int = 0, **other: str) -> Played:
    return run(released(lanes), **{f"n{number}": other.get(f"n{number}", raw) for number, raw in TIMES.items()})


def finalists(games: Played) -> list[str]:
    listed = games.state.starts.get("starts:run:main:final:main")
    return [entrant for entrant, _ in listed.starts] if listed else []


def places(games: Played) -> dict[str, object]:
    rows = scoring.score(scoring.parse(document(games.state))).contests["run"].ranking.rows
    return {row.key: row.place for row in rows}


def test_the_first_of_each_heat_and_the_next_best_come_into_the_final() -> None:
    games = heats()
    games.do(ReleaseFinal("run", "main"))
    assert finalists(games) == ["1", "4", "5", "2"]


def test_the_best_has_the_lane_in_the_middle() -> None:
    games = heats(lanes=4)
    games.do(ReleaseFinal("run", "main"))
    assert games.state.starts["starts:run:main:final:main"].heats == {
        "1": (0, 2),
        "4": (0, 3),
        "5": (0, 1),
        "2": (0, 4),
    }


def test_the_final_decides_its_places_and_the_heats_those_below() -> None:
    games = heats()
    games.do(ReleaseFinal("run", "main"))
    run(games, n1="12,9", n4="12,1", n5="12,3", n2="12,2")
    assert places(games) == {"4": 1, "2": 2, "5": 3, "1": 4, "3": 5, "6": 6}
    assert games.do(Post("run"))


def test_who_is_level_at_the_edge_is_named_and_somebody_says_who_goes_on(refused: Refused) -> None:
    games = heats(n2="12,4", n3="12,4")
    edge = Edge(0, 2, ("2", "3", "5"))
    assert coming(games.state, line(games.state, "run")).edges == (edge,)
    said = refused(games, ReleaseFinal("run", "main"))
    assert (said.kind, said.field, said.args_for_words["left"]) == ("final_level", "chosen", 2)
    assert refused(games, ReleaseFinal("run", "main", ("2",), "жребий")).kind == "final_level"
    assert refused(games, ReleaseFinal("run", "main", ("2", "5"))).kind == "reason_needed"
    games.do(ReleaseFinal("run", "main", ("2", "5"), "жребий"))
    assert finalists(games) == ["1", "4", "2", "5"]


def test_all_who_are_level_may_go_on() -> None:
    games = heats(n2="12,4", n3="12,4")
    games.do(ReleaseFinal("run", "main", ("2", "3", "5"), "дорожек хватает"))
    assert finalists(games) == ["1", "4", "2", "3", "5"]


def test_the_firsts_of_one_heat_who_are_level_are_asked_about_too() -> None:
    games = heats(n2="12,0")
    assert coming(games.state, line(games.state, "run")).edges[0] == Edge(1, 1, ("1", "2"))
    games.do(ReleaseFinal("run", "main", ("2",), "фотофиниш"))
    assert finalists(games) == ["1", "2", "4", "5"]


def test_a_final_waits_for_every_heat_and_for_the_paper(refused: Refused) -> None:
    games = released()
    games.do(EnterMark("run", "1", "12,0", 0))
    assert refused(games, ReleaseFinal("run", "main")).kind == "no_marks"
    run(games, **{f"n{number}": raw for number, raw in TIMES.items() if number != "1"})
    assert refused(games, ReleaseFinal("run", "main")).kind == "not_all_confirmed"


def test_without_the_final_nothing_is_posted(refused: Refused) -> None:
    games = heats()
    assert refused(games, Post("run")).kind == "final_wanted"
    games.do(ReleaseFinal("run", "main"))
    assert refused(games, Post("run")).kind == "no_marks"


def test_a_final_taken_back_opens_the_heats_until_it_is_run(refused: Refused) -> None:
    games = heats()
    games.do(ReleaseFinal("run", "main"))
    assert refused(games, ReleaseFinal("run", "main")).kind == "final_out"
    assert refused(games, TakeFinalBack("run", "main", "")).kind == "reason_needed"
    games.do(TakeFinalBack("run", "main", "описка в забеге"))
    run(games, n2="13,5")
    games.do(ReleaseFinal("run", "main"))
    assert finalists(games) == ["1", "4", "5", "3"]
    run(games, n1="12,0")
    assert refused(games, TakeFinalBack("run", "main", "поздно")).kind == "final_begun"


def test_a_list_without_a_final_has_none(refused: Refused) -> None:
    games = drafted()
    assert refused(games, ReleaseFinal("ski", "main")).kind == "not_found"


@pytest.mark.parametrize("lanes", [3])
def test_there_are_lanes_for_everybody(refused: Refused, lanes: int) -> None:
    assert refused(heats(lanes), ReleaseFinal("run", "main")).kind == "lanes_few"


def test_a_late_correction_of_a_heat_is_no_result_of_the_final(refused: Refused) -> None:
    games = heats()
    seen = games.state.marks["run", "main", "main", "1"].version
    games.do(ReleaseFinal("run", "main"))
    assert refused(games, EnterMark("run", "1", "12,4", seen)).kind == "heat_over"
    games.do(TakeRecord("r1", "run", "1", "12,4", seen=seen))
    assert [one.why for one in waiting(games.state)] == ["heat_over"]
    games.do(EnterMark("run", "1", "12,4", 0))
    assert games.state.marks["run", "main", "final", "1"].raw == "12,4"


def test_nobody_else_comes_for_one_who_would_not_have_come() -> None:
    games = heats()
    games.do(ReleaseFinal("run", "main", without=("6",), reason="травма"))
    assert finalists(games) == ["1", "4", "5", "2"]


def test_what_waited_since_the_heats_is_no_result_of_the_final(refused: Refused) -> None:
    games = heats()
    games.do(TakeRecord("r1", "run", "1", "12,4", line=line_of(games.state, line(games.state, "run"), "1")), "a3")
    assert [one.why for one in waiting(games.state)] == ["mark_changed"]
    newest = refused(games, ReleaseFinal("run", "main")).args_for_words["newest"]
    games.do(ReleaseFinal("run", "main", despite=newest))
    assert refused(games, SettleRecord("r1", "taken", "1", reason="по бумаге")).kind == "heat_over"
    games.do(SettleRecord("r1", "dropped", reason="финал уже составлен"))


def test_for_one_who_does_not_come_the_next_best_does(refused: Refused) -> None:
    games = heats()
    assert refused(games, ReleaseFinal("run", "main", without=("1", "3"))).kind == "reason_needed"
    games.do(ReleaseFinal("run", "main", without=("1", "3"), reason="травма"))
    final = games.state.starts["starts:run:main:final:main"]
    assert (finalists(games), final.without) == (["4", "5", "2", "6"], ("1", "3"))
    run(games, n4="12,1", n5="12,3", n2="12,2", n6="12,9")
    assert places(games) == {"4": 1, "2": 2, "5": 3, "6": 4, "1": 5, "3": 6}
