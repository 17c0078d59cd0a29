"""Documents that are odd in one place: refused by name, or scored without a surprise."""

from collections.abc import Callable

import pytest

from scoring import Document, DocumentError, Problem, Result, load_text

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
