"""Whatever the code refuses has a status and a sentence that can be said; whatever has them is refused somewhere."""

import ast

import scoring
from spartakiad.refusal_kinds import STATUS
from spartakiad.words.readings import READINGS
from spartakiad.words.refusals import SENTENCES
from spartakiad.words.regulation import PROBLEMS
from tests.shape.saying import Saying, sayings
from tests.shape.tree import functions, short, under

# Words of a sentence that `spartakiad.words` puts together itself.
ALWAYS = frozenset({"title", "by_clause", "options_words", "says", "why", "instead"})

REFUSALS = [*sayings("spartakiad", "Refusal"), *sayings("spartakiad", "Unreadable")]
READS = [one for one in sayings("scoring", "refuse") if one.kind in scoring.READING_KINDS]
DOUBTS = list(sayings("scoring", "Warned"))
SPOTS = [one for one in sayings("scoring", "refuse") if one.kind in scoring.PROBLEM_KINDS]
NOTES = list(sayings("scoring", "note"))
FAULTS = [*sayings("scoring", "_fault"), *sayings("scoring", "Problem", position=1)]


def kinds(*said: list[Saying]) -> set[str]:
    return {one.kind for many in said for one in many}


def test_every_kind_that_has_a_status_is_refused_somewhere_and_every_kind_refused_has_one() -> None:
    assert kinds(REFUSALS) ^ set(STATUS) == set()


def test_every_reading_that_has_a_sentence_is_refused_or_doubted_somewhere() -> None:
    assert kinds(READS, DOUBTS) ^ set(READINGS) == set()


def test_every_problem_that_has_a_sentence_is_found_somewhere() -> None:
    assert kinds(SPOTS, NOTES, FAULTS) ^ set(PROBLEMS) == set()


def test_a_refusal_gives_what_its_sentence_names() -> None:
    assert [one for one in REFUSALS if one.lacks(SENTENCES[one.kind], ALWAYS)] == []


def test_a_reading_gives_what_its_sentence_names() -> None:
    assert [one for one in [*READS, *DOUBTS] if one.lacks(READINGS[one.kind])] == []


def test_a_problem_gives_what_its_sentence_names() -> None:
    assert [one for one in [*SPOTS, *NOTES, *FAULTS] if one.lacks(PROBLEMS[one.kind], ALWAYS)] == []


def test_a_decision_raises_nothing_but_refusals() -> None:
    """Anything else would be answered as an error of ours."""
    raised = [
        f"{short(path)}: {ast.unparse(node.exc)}"
        for path in under("spartakiad/competition/decide", ".py")
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Raise) and node.exc is not None
    ]
    assert [one for one in raised if ": Refusal(" not in one] == []
