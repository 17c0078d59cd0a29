"""Documents that are odd in one place: refused by name, or scored without a surprise."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from scoring import Document, DocumentError, Problem, Result, load_text, score
from tests.scoring.test_matches import places, protocol

JURY = 'contest = [{ id = "c", rules = "r" }]\nteam = [{ id = "A" }, { id = "B" }]\n[rules.r]\n'
POWER = 'parts = [{{ id = "p", value = {{ kind = "power", a = 1, b = 0, c = {c} }} }}]\n'


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (JURY + '[[standing]]\nid = "o"\nvalue = { kind = "raw", precision = 0 }\n', "standing[0].value.precision"),
        (JURY + POWER.format(c='"1.0000001"'), "rules.r.stages[0].parts[0].value.c"),
        (JURY + POWER.format(c=1_000_000), "rules.r.stages[0].parts[0].value.c"),
        (JURY + '[[standing]]\nid = "o"\ncount = { kind = "best", k = 99999999999999999999 }\n', "standing[0].count.k"),
    ],
)
def test_a_number_that_nobody_could_mean_is_refused(
    refused: Callable[[str], list[Problem]], text: str, path: str
) -> None:
    assert [(one.kind, one.path) for one in refused(text)] == [("out_of_range", path)]


def test_a_number_of_five_thousand_digits_is_refused_when_it_is_read() -> None:
    with pytest.raises(DocumentError):
        load_text("format = 0x" + "f" * 5000, "toml")


def test_two_marks_in_one_stage_are_one_too_many_even_if_one_of_them_names_it(
    refused: Callable[[str], list[Problem]],
) -> None:
    marks = 'mark = [{ contest = "c", team = "A", place = 1 }, { contest = "c", team = "A", stage = "h", place = 2 }]\n'
    found = refused(marks + JURY + 'stages = [{ id = "h", format = "list" }]\n')
    assert [(one.kind, one.path) for one in found] == [("duplicate_id", "mark[1]")]


def test_where_nobody_has_a_place_the_absent_are_not_priced_above_the_first(scored: Callable[[str], Result]) -> None:
    marks = 'mark = [{ contest = "c", team = "A", status = "DSQ" }, { contest = "c", team = "B", status = "DSQ" }]\n'
    table = scored(marks + JURY + '[[standing]]\nid = "o"\nabsent = { any = "last" }\n').standings["o"]
    assert {row.team: row.total for row in table.rows} == {"A": 2, "B": 2}


@pytest.mark.parametrize(
    "mark",
    [
        {"contest": "c", "team": "A", "entrant": "A", "place": 2},
        {"contest": "c", "place": 2},
        {"contest": "c", "team": "1", "place": 2},
    ],
)
def test_a_changed_mark_is_held_to_what_a_document_is(
    parsed: Callable[[str], Document], mark: dict[str, object]
) -> None:
    facts = (
        'entrant = [{ id = "1", contest = "c", team = "A" }]\nmark = [{ contest = "c", entrant = "1", place = 1 }]\n'
    )
    document = parsed(facts + JURY)
    with pytest.raises(DocumentError):
        document.with_mark(mark)


def test_the_part_of_a_combined_event_is_one_list(refused: Callable[[str], list[Problem]]) -> None:
    stages = (
        'stages = [{ format = "list", mark = "score" }, { id = "b", format = "round_robin", points = { win = 1 } }]'
    )
    part = '{ id = "p", rules = "two", value = { kind = "n_down" } }'
    text = f"{JURY}parts = [{part}]\n[rules.two]\n{stages}\n"
    assert [(one.kind, one.path) for one in refused(text)] == [("nested_parts", "rules.r.parts")]


TWO_PARTS = """
contest = [{ id = "c", rules = "r" }]
team = [{ id = "A" }, { id = "B" }]
part = [{ contest = "c", id = "m" }, { contest = "c", id = "w" }]
entrant = [{ contest = "c", id = "1", team = "A", part = "m" }, { contest = "c", id = "2", team = "B", part = "w" }]
"""


def test_those_who_meet_are_in_one_part(refused: Callable[[str], list[Problem]]) -> None:
    text = TWO_PARTS + 'match = [{ contest = "c", sides = ["1", "2"], score = [1, 0] }]\n'
    text += '[rules.r]\nstages = [{ format = "round_robin", points = { win = 1 } }]\n'
    text += '[rules.r.team.members]\nkind = "best"\nk = 1\n'
    assert [(one.kind, one.path) for one in refused(text)] == [("other_part", "match[0].sides[1]")]


def test_the_order_of_parts_does_not_show(scored: Callable[[str], Result]) -> None:
    text = TWO_PARTS.replace('"B", part', '"A", part') + 'mark = [{ contest = "c", entrant = "1", place = 1 },'
    text += '{ contest = "c", entrant = "2", place = 1 }]\n[rules.r.team.members]\nkind = "best"\nk = 1\n'
    turned = text.replace('"m" }, { contest = "c", id = "w" }', '"w" }, { contest = "c", id = "m" }')
    assert turned != text
    counted = [scored(one).contests["c"].squads["A"].counted for one in (text, turned)]
    assert counted[0] == counted[1]


def test_the_mark_of_a_team_is_not_that_of_an_entrant_who_is_called_like_it(
    refused: Callable[[str], list[Problem]],
) -> None:
    text = 'entrant = [{ contest = "c", id = "B", team = "A" }]\nmark = [{ contest = "c", team = "B", place = 1 }]\n'
    assert [(one.kind, one.path) for one in refused(text + JURY)] == [("duplicate_id", "mark[0].team")]


def test_a_place_that_was_never_taken_cannot_be_vacated(scored: Callable[[str], Result]) -> None:
    text = 'mark = [{ contest = "c", team = "A", status = "DSQ" }, { contest = "c", team = "B", place = 1 }]\n'
    text += 'decision = [{ kind = "vacate", contest = "c", entrant = "A" }]\n'
    result = scored(text + JURY)
    assert [row.key for row in result.contests["c"].ranking.rows] == ["B", "A"]
    assert result.contests["c"].complete
    assert len(result.unused) == 1


def test_a_place_between_two_is_worth_what_it_says(scored: Callable[[str], Result]) -> None:
    text = 'mark = [{ contest = "c", team = "A", place = 1 }, { contest = "c", team = "B", place = 1 }]\n'
    text += JURY + 'order = { blocks = [{ by = ["place"] }], places = "mean" }\n'
    text += '[[standing]]\nid = "o"\nvalue = { kind = "place" }\nwins = "least"\n'
    cells = [row.cells[0] for row in scored(text).standings["o"].rows]
    assert [(cell.place, cell.points) for cell in cells] == [(Fraction(3, 2), Fraction(3, 2))] * 2


def test_a_mark_of_a_part_changes_nothing_in_a_later_list(parsed: Callable[[str], Document]) -> None:
    shown = '{{ contest = "c", team = "{}", part = "p", place = {} }}'
    text = f"mark = [{shown.format('A', 1)}, {shown.format('B', 2)}]\n"
    rules = 'stages = [{ id = "q", format = "combined", parts = [{ id = "p", value = { kind = "n_down" } }] },'
    rules += '{ id = "f", format = "list", mark = "score" }]\n'
    before = parsed(text + JURY + rules)
    mark = {"contest": "c", "team": "A", "part": "p", "place": 3}
    after = parsed(text.replace("place = 1", "place = 3") + JURY + rules)
    assert before.with_mark(mark).cases == after.cases


def test_an_order_asks_for_a_part_that_there_is(refused: Callable[[str], list[Problem]]) -> None:
    part = '{ id = "run", value = { kind = "n_down" } }'
    order = 'order = { blocks = [{ by = ["total"] }, { by = ["part_points"], part = "jump" }] }'
    found = refused(f"{JURY}parts = [{part}]\n{order}\n")
    assert [(one.kind, one.args["id"]) for one in found] == [("unknown_reference", "jump")]
    twice = refused(f"{JURY}parts = [{part}, {part}]\n")
    assert [one.kind for one in twice] == ["duplicate_id"]


def test_a_quota_counts_parts_that_there_are(refused: Callable[[str], list[Problem]]) -> None:
    groups = (
        '[rules.r.team.members]\nkind = "quota"\ngroups = [{ k = 1, parts = ["m"] }, { k = 1, parts = ["women"] }]\n'
    )
    found = refused(TWO_PARTS + "[rules.r]\n" + groups)
    assert [(one.kind, one.path) for one in found] == [
        ("unknown_reference", "rules.r.team.members.groups[1].parts"),
    ]


def test_other_rules_of_a_part_are_another_case(parsed: Callable[[str], Document]) -> None:
    text = JURY + 'parts = [{ id = "run", rules = "l", value = { kind = "table", table = [5, 3] } }]\n[rules.l]\n'
    text += 'stages = [{ format = "list", mark = "time", precision = "0.01", penalty = { m = "0:01" } }]\n'
    shown = '{{ contest = "c", team = "{}", part = "run", time = "{}", penalties = {{ m = {} }} }}'
    marks = f"mark = [{shown.format('A', '9.10', 1)}, {shown.format('B', '9.11', 0)}]\n"
    before, after = parsed(marks + text), parsed((marks + text).replace("0:01", "0:00"))
    results = (score(before), score(after, score(before)))
    places = [{row.key: row.place for row in one.contests["c"].ranking.rows} for one in results]
    assert places == [{"B": 1, "A": 2}, {"A": 1, "B": 2}]


def test_a_vacated_place_stays_empty_above_the_heats_too(scored: Callable[[str], Result]) -> None:
    stages = 'stages = [{ id = "h", format = "list", mark = "time" }, { id = "f", format = "list", mark = "time" }]\n'
    teams = JURY.replace('{ id = "B" }', '{ id = "B" }, { id = "C" }, { id = "D" }')
    heats = [("A", "h", 10), ("B", "h", 11), ("C", "h", 12), ("D", "h", 13), ("A", "f", 9), ("B", "f", 10)]
    marks = ", ".join(
        f'{{ contest = "c", team = "{who}", stage = "{at}", time = "{time}" }}' for who, at, time in heats
    )
    text = f'mark = [{marks}]\ndecision = [{{ kind = "vacate", contest = "c", entrant = "A" }}]\n{teams}{stages}'
    rows = scored(text).contests["c"].ranking.rows
    assert {row.key: row.place for row in rows} == {"B": 2, "C": 3, "D": 4, "A": None}


def test_whoever_is_left_of_two_equals_keeps_what_both_had(scored: Callable[[str], Result]) -> None:
    marks = ", ".join(f'{{ contest = "c", team = "{who}", place = {place} }}' for who, place in (("A", 1), ("B", 1)))
    text = f'mark = [{marks}]\ndecision = [{{ kind = "vacate", contest = "c", entrant = "B" }}]\n'
    text += JURY + '[[standing]]\nid = "o"\nvalue = { kind = "n_down", shared = "mean" }\n'
    row = scored(text).standings["o"].by_team["A"]
    assert (row.cells[0].points, row.cells[0].sharing) == (Fraction(3, 2), 2)


def test_a_decision_used_in_a_contest_taken_over_stays_used(parsed: Callable[[str], Document]) -> None:
    marks = 'mark = [{ contest = "c", team = "A", place = 1 }, { contest = "c", team = "B", place = 1 }]\n'
    text = marks + 'decision = [{ kind = "lot", contest = "c", order = ["B", "A"] }]\n' + JURY
    assert score(parsed(text), score(parsed(text))).unused == ()


def test_two_equal_rivals_outside_are_one_since_nothing_says_which_is_the_better() -> None:
    order = {"blocks": [{"by": ["points", "score_diff"]}, {"by": ["best_outside"]}]}
    played = "A-B 0:0, A-C 1:0, A-D 0:1, B-C 0:1, B-D 1:0, C-D 0:0, A-E 2:0, B-E 2:0, C-E 1:0, D-E 1:0"
    assert places(protocol(played, order=order)) == "A=B C=D E"


@pytest.mark.parametrize("text", ['team = [{ id = "" }]', 'contest = [{ id = "  ", rules = "r" }]\n[rules.r]'])
def test_a_blank_name_is_none(refused: Callable[[str], list[Problem]], text: str) -> None:
    assert [(one.kind, one.args["key"]) for one in refused(text + "\n")] == [("missing_key", "id")]


def test_half_a_sign_is_refused_when_it_is_read() -> None:
    with pytest.raises(DocumentError):
        load_text(r'{"format": 1, "team": [{"id": "\ud800"}]}', "json")
    assert load_text(r'{"title": "\ud83c\udfbf"}', "json") == {"title": "🎿"}


def test_a_cup_decided_in_another_standing_is_not_this_one(scored: Callable[[str], Result]) -> None:
    marks = 'mark = [{ contest = "c", team = "A", place = 1 }, { contest = "c", team = "B", place = 1 }]\n'
    said = 'decision = [{ kind = "cup", standing = "small", order = ["B", "A"] }]\ncup = { standing = "o" }\n'
    result = scored(marks + said + JURY + '[[standing]]\nid = "o"\n[[standing]]\nid = "small"\n')
    assert result.cup is not None
    assert (result.cup.state, len(result.unused)) == ("tied", 1)
