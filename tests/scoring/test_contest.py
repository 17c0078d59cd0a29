"""One contest: personal places, statuses, guests, teams out of members, and why a team has no place."""

from collections.abc import Callable

import pytest

from scoring import ContestResult, Result

SKI = """
contest = [{ id = "ski", rules = "ski" }]
team = [{ id = "A" }, { id = "B" }, { id = "C" }]
[rules.ski]
stages = [{ format = "list", mark = "time", precision = "0.1" }]
order = { clause = "4.2", blocks = [{ by = ["time", "finish"] }] }
"""


def start_list(**teams: str) -> str:
    """`A="a1 a2"`: entrants a1 and a2 of the team A; a star marks «лично», a degree sign «в/к»."""
    rows = [(name, team) for team, names in teams.items() for name in names.split()]
    switches = {"*": ", scores = false", "°": ", scores = false, displaces = false"}
    lines = [
        f'{{ id = "{name.rstrip("*°")}", contest = "ski", team = "{team}"{switches.get(name[-1], "")} }}'
        for name, team in rows
    ]
    return f"entrant = [{', '.join(lines)}]\n"


def protocol(marks: str) -> str:
    """`a1 10:00,0`, `a2 DNF`, `a3 10:00,0 DSQ`, one a line."""
    lines = []
    for name, *shown in (line.split() for line in marks.strip().splitlines()):
        times = [f', time = "{one}"' for one in shown if one[0].isdigit()]
        statuses = [f', status = "{one}"' for one in shown if one.isalpha()]
        finishes = [f", finish = {one[1:]}" for one in shown if one[0] == "#"]
        lines.append(f'{{ contest = "ski", entrant = "{name}"{"".join(times + statuses + finishes)} }}')
    return f"mark = [{', '.join(lines)}]\n"


@pytest.fixture
def held(scored: Callable[[str], Result]) -> Callable[..., ContestResult]:
    """The ski race, held by these rules for teams (TOML), with this start list and protocol."""

    def hold(entrants: str, marks: str, team: str = "", more: str = "") -> ContestResult:
        rules = f"[rules.ski.team]\n{team}\n" if team else ""
        return scored(entrants + protocol(marks) + more + SKI + rules).contests["ski"]

    return hold


Held = Callable[..., ContestResult]
PAIR = 'members = { kind = "best", k = 2, value = "time" }\nincomplete = "after_complete"\n'


def places(contest: ContestResult) -> dict[str, object]:
    return {row.key: row.place for row in contest.ranking.rows}


def team_places(contest: ContestResult) -> dict[str, object]:
    return {row.key: row.place for row in contest.teams.rows}


def test_equal_times_share_a_place_and_the_next_one_is_not_taken(held: Held) -> None:
    contest = held(start_list(A="a1 a2", B="b1"), "a1 10:00,0 \n a2 9:59,9 \n b1 9:59,9")
    assert places(contest) == {"a2": 1, "b1": 1, "a1": 3}


def test_the_order_at_the_line_outweighs_equal_clocks(held: Held) -> None:
    assert places(held(start_list(A="a1 a2"), "a1 9:59,9 #2 \n a2 9:59,9 #1")) == {"a2": 1, "a1": 2}


def test_statuses_stand_at_the_end_in_their_order_and_keep_what_was_shown(held: Held) -> None:
    contest = held(start_list(A="a1 a2 a3 a4"), "a1 DNS \n a2 9:00,0 DSQ \n a3 DNF \n a4 11:00,0")
    assert [(row.key, row.place, row.status) for row in contest.ranking.rows] == [
        ("a4", 1, None),
        ("a3", None, "DNF"),
        ("a2", None, "DSQ"),
        ("a1", None, "DNS"),
    ]


def test_a_status_says_what_was_shown_all_the_same(held: Held) -> None:
    why = held(start_list(A="a1"), "a1 9:00,0 DSQ").ranking.by_key["a1"].because()
    assert why is not None and (why.kind, why.args) == ("status", {"mark": "time", "shown": 540_000, "status": "DSQ"})


def test_a_place_says_which_mark_it_stands_on(held: Held) -> None:
    why = held(start_list(A="a1"), "a1 9:00,0").ranking.by_key["a1"].because()
    shown = {"mark": "time", "shown": 540_000, "criterion": "time", "value": 540_000}
    assert why is not None and (why.kind, why.clause, why.args) == ("mark", "4.2", shown)


def test_a_guest_is_listed_and_takes_no_place(held: Held) -> None:
    contest = held(start_list(A="a1 g°", B="b1"), "g 9:00,0 \n a1 9:30,0 \n b1 9:40,0")
    assert [(row.key, row.place, row.guest) for row in contest.ranking.rows] == [
        ("a1", 1, False),
        ("b1", 2, False),
        ("g", None, True),
    ]


def test_everybody_of_a_guest_team_is_a_guest(scored: Callable[[str], Result]) -> None:
    document = start_list(A="a1", B="b1") + protocol("a1 9:00,0 \n b1 9:30,0") + SKI
    guests = document.replace('{ id = "A" }', '{ id = "A", scores = false, displaces = false }')
    assert places(scored(guests).contests["ski"]) == {"b1": 1, "a1": None}


def test_one_who_runs_for_himself_takes_a_place_and_does_not_score(held: Held) -> None:
    contest = held(start_list(A="a1 a2 p*", B="b1 b2"), "p 8:00,0\na1 9:00,0\na2 9:00,0\nb1 9:10,0\nb2 9:10,0", PAIR)
    assert (places(contest)["a1"], contest.squads["A"].sum) == (2, 1_080_000)


def test_a_place_taken_away_stays_empty(held: Held) -> None:
    more = 'decision = [{ kind = "vacate", contest = "ski", entrant = "a2", document = "Решение № 3" }]\n'
    contest = held(start_list(A="a1 a2 a3"), "a1 9:00,0 \n a2 9:10,0 DSQ \n a3 9:20,0", more=more)
    assert places(contest) == {"a1": 1, "a3": 3, "a2": None}


def test_penalties_are_added_where_the_rules_price_them(scored: Callable[[str], Result]) -> None:
    rules = SKI.replace('precision = "0.1"', 'precision = "0.1", penalty = { miss = "1:00" }')
    marks = 'mark = [{ contest = "ski", entrant = "a1", time = "9:00", penalties = { miss = [1, 1] } }]\n'
    why = scored(start_list(A="a1") + marks + rules).contests["ski"].ranking.by_key["a1"].because()
    assert why is not None and why.args["value"] == 660_000


def test_a_relay_time_is_the_sum_of_its_legs(scored: Callable[[str], Result]) -> None:
    marks = 'mark = [{ contest = "ski", team = "A", legs = ["9:00", "9:30,5"] }]\n'
    why = scored(marks + SKI).contests["ski"].ranking.by_key["A"].because()
    assert why is not None and why.args["value"] == 1_110_500


def test_the_best_two_times_make_the_team(held: Held) -> None:
    contest = held(start_list(A="a1 a2 a3", B="b1 b2"), "a1 9:00,0\na2 9:50,0\na3 9:40,0\nb1 9:20,0\nb2 9:30,0", PAIR)
    assert team_places(contest) == {"A": 1, "B": 2}


def test_a_team_place_names_the_members_that_counted(held: Held) -> None:
    contest = held(start_list(A="a1 a2 a3"), "a1 9:00,0\na2 9:50,0\na3 9:40,0", PAIR)
    why = contest.teams.by_key["A"].because()
    assert why is not None and why.args == {
        "members": [{"entrant": "a1", "value": 540_000}, {"entrant": "a3", "value": 580_000}],
        "value": "time",
        "sum": 1_120_000,
        "needed": 2,
    }


def test_an_incomplete_team_stands_below_complete_ones(held: Held) -> None:
    contest = held(start_list(A="a1 a2", B="b1", C="c1"), "a1 20:00,0\na2 20:00,0\nb1 9:00,0\nc1 8:00,0", PAIR)
    assert team_places(contest) == {"A": 1, "C": 2, "B": 3}


def test_an_incomplete_team_may_have_no_place(held: Held) -> None:
    rule = 'members = { kind = "best", k = 2, value = "time" }\n'
    contest = held(start_list(A="a1 a2", B="b1"), "a1 20:00,0\na2 20:00,0\nb1 9:00,0", rule)
    assert (team_places(contest), contest.absences["B"]) == ({"A": 1, "B": None}, "incomplete")


def test_a_missing_member_may_cost_a_place_below_the_last(held: Held) -> None:
    rule = 'members = { kind = "best", k = 2, value = "place" }\nincomplete = "last+2"\n'
    contest = held(start_list(A="a1 a2", B="b1"), "b1 9:00,0\na1 9:10,0\na2 9:20,0", rule)
    assert (contest.squads["B"].sum, team_places(contest)) == (1 + 5, {"A": 1, "B": 2})


def test_members_may_bring_points_for_their_places(held: Held) -> None:
    points = 'points = { kind = "table", table = [20, 17, 15], beyond = 1, shared = "mean" }'
    rule = f'members = {{ kind = "best", k = 2, value = "points", {points} }}\n'
    contest = held(start_list(A="a1 a2", B="b1 b2"), "a1 9:00,0\nb1 9:10,0\nb2 9:10,0\na2 9:20,0", rule)
    assert {key: squad.sum for key, squad in contest.squads.items()} == {"A": 21, "B": 32}


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        ("first_member", {"A": 1, "B": 2}),
        ("last_member", {"B": 1, "A": 2}),
        ("next_member", {"B": 1, "A": 2}),
        ("sum", {"A": 1, "B": 1}),
    ],
)
def test_teams_with_equal_sums_are_told_apart_by_a_member(held: Held, criterion: str, expected: dict[str, int]) -> None:
    rule = PAIR + f'order = {{ blocks = [{{ by = ["sum"] }}, {{ by = ["{criterion}"] }}] }}\n'
    marks = "a1 9:00,0\na2 9:40,0\na3 9:59,0\nb1 9:20,0\nb2 9:20,0\nb3 9:50,0"
    assert team_places(held(start_list(A="a1 a2 a3", B="b1 b2 b3"), marks, rule)) == expected


def test_a_next_member_that_one_team_lacks_decides_nothing(held: Held) -> None:
    rule = PAIR + 'order = { blocks = [{ by = ["sum"] }, { by = ["next_member"] }] }\n'
    contest = held(start_list(A="a1 a2 a3", B="b1 b2"), "a1 9:00,0\na2 9:40,0\na3 9:59,0\nb1 9:20,0\nb2 9:20,0", rule)
    tie = contest.teams.by_key["A"].tie()
    assert tie is not None and tie.kind == "criterion_missing"


@pytest.mark.parametrize(
    ("marks", "absence"),
    [
        ("b1 9:00,0", "pending"),
        ("b1 9:00,0\na1 DNS\na2 DNS", "no_show"),
        ("b1 9:00,0\na1 DSQ\na2 DSQ", "disqualified"),
        ("b1 9:00,0\na1 DNS\na2 DNF", "unplaced"),
    ],
)
def test_why_a_team_has_no_place_follows_from_its_entrants(held: Held, marks: str, absence: str) -> None:
    assert held(start_list(A="a1 a2", B="b1"), marks).absences == {"A": absence, "C": "not_entered"}


def test_a_known_absence_outweighs_the_marks(held: Held) -> None:
    more = 'absence = [{ contest = "ski", team = "A", kind = "withdrew" }]\n'
    contest = held(start_list(A="a1", B="b1"), "a1 9:00,0\nb1 9:10,0", more=more)
    assert (team_places(contest), contest.absences["A"]) == ({"B": 2, "A": None}, "withdrew")


def test_a_team_still_on_the_course_is_pending_not_incomplete(held: Held) -> None:
    rule = 'members = { kind = "best", k = 2, value = "time" }\n'
    assert held(start_list(A="a1 a2"), "a1 9:00,0", rule).absences["A"] == "pending"


@pytest.mark.parametrize(
    ("marks", "complete"), [("a1 9:00,0\nb1 DNS", True), ("a1 9:00,0", False), ("a1 9:00,0\nb1 #2", False)]
)
def test_a_contest_is_complete_when_everybody_entered_has_a_result_or_a_status(
    held: Held, marks: str, complete: bool
) -> None:
    assert held(start_list(A="a1", B="b1"), marks).complete == complete
