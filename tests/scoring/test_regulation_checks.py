"""What is asked of whoever writes a regulation: open questions, rings of references, and what is seldom meant."""

from collections.abc import Callable

import pytest

from scoring import Document, Problem, advise

Refused = Callable[[str], list[Problem]]
PART = 'parts = [{{ id = "a", value = {{ kind = "raw" }}, rules = "{}" }}]\n'
CLAUSES = 'value = {{ kind = "{value}", clause = "7" }}\ncount = {{ kind = "all", clause = "7" }}\n'
REST = (
    'absent = { any = 0, clause = "7" }\norder = { clause = "7", blocks = [{ by = ["total"] }, { by = ["places"] }] }\n'
)


def test_a_question_is_refused_in_its_own_words(refused: Refused) -> None:
    found = refused('[[standing]]\nid = "a"\nabsent = { any = { unknown = "Сколько за пропуск?" } }\n')
    assert [(one.kind, one.path, one.args) for one in found] == [
        ("unanswered", "standing[0].absent.any", {"question": "Сколько за пропуск?"})
    ]


def test_every_question_is_asked_at_once(refused: Refused) -> None:
    found = refused('cup = { unknown = "Кубок?" }\n[[standing]]\nid = "a"\nwins = { unknown = "Что лучше?" }\n')
    assert [one.path for one in found] == ["cup", "standing[0].wins"]


def test_a_stage_after_a_named_one_has_a_name_or_no_mark_could_mean_it(refused: Refused) -> None:
    found = refused('[rules.run]\nstages = [{ id = "heats", format = "list" }, { format = "list" }]\n')
    assert [(one.kind, one.path, one.args["key"]) for one in found] == [("missing_key", "rules.run.stages[1]", "id")]


RUN = '[rules.run]\nstages = [{ format = "list", mark = "time" }]\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RUN + "[rules.duo]\n" + PART.format("run"), []),
        ("[rules.duo]\n" + PART.format("duo"), [("cycle", ["duo"])]),
        (
            "[rules.duo]\n" + PART.format("trio") + "[rules.trio]\n" + PART.format("duo"),
            [("cycle", ["trio", "duo"]), ("cycle", ["duo", "trio"])],
        ),
        (
            RUN + "[rules.duo]\n" + PART.format("run") + "[rules.trio]\n" + PART.format("duo"),
            [("nested_parts", "duo")],
        ),
        (
            '[rules.cup]\nstages = [{ format = "round_robin", points = { win = 1 } }]\n[rules.duo]\n'
            + PART.format("cup"),
            [("nested_parts", "cup")],
        ),
    ],
    ids=["a part is a list", "of itself", "in a ring", "of parts", "of matches"],
)
def test_a_part_of_a_combined_event_is_one_list(refused: Refused, text: str, expected: list[object]) -> None:
    assert [(one.kind, one.args["rules"]) for one in refused(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CLAUSES.format(value="n_down") + REST, []),
        (CLAUSES.format(value="place") + REST, ["wrong_way"]),
        (CLAUSES.format(value="raw") + REST, ["wrong_way"]),
        (CLAUSES.format(value="n_down").replace('"all"', '"all", minimum = 3') + REST, ["nobody_classified"]),
        (CLAUSES.format(value="n_down") + REST + 'wins = "least"\n', ["wrong_way"]),
        (CLAUSES.format(value="n_down") + REST.replace(REST.splitlines()[0], ""), ["silent_on_absence", "no_clause"]),
        (CLAUSES.format(value="n_down").replace('"all"', '"best", k = 2') + REST, ["counts_everything"]),
        (CLAUSES.format(value="n_down") + REST.replace(', { by = ["places"] }', ""), ["ties_stay"]),
        (CLAUSES.format(value="n_down").replace(', clause = "7"', "") + REST, ["no_clause"]),
        (CLAUSES.format(value="n_down") + REST + 'contests = ["a"]\n', ["in_no_standing"]),
        (
            CLAUSES.format(value='table", table = [5, 6, 1], beyond = 0, n = "teams') + REST,
            ["rising_table"],
        ),
    ],
)
def test_what_is_allowed_and_seldom_meant(parsed: Callable[[str], Document], text: str, expected: list[str]) -> None:
    programme = 'contest = [{ id = "a", rules = "jury" }, { id = "b", rules = "jury" }]\n'
    cup = 'cup = { standing = "overall" }\n'
    document = parsed(programme + cup + '[rules.jury]\n[[standing]]\nid = "overall"\n' + text)
    assert [one.kind for one in advise(document)] == expected


def test_rules_that_nobody_uses_are_named(parsed: Callable[[str], Document]) -> None:
    document = parsed('contest = [{ id = "a", rules = "jury" }]\n[rules.jury]\n[rules.lost]\n')
    assert [(one.kind, one.args) for one in advise(document)] == [("unused_rules", {"rules": "lost"})]
