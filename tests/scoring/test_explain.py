"""The tree of an explanation is enough to come to the total again: for every team of every published table."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from scoring import Result, Tree, explain, load_text, parse, score

DOCUMENTS = Path(__file__).parents[1] / "golden" / "documents"
CASES = sorted(path.stem for path in DOCUMENTS.glob("*.json") if not path.stem.endswith(".expected"))


def result(case: str) -> Result:
    return score(parse(load_text((DOCUMENTS / f"{case}.json").read_text(encoding="utf-8"), "json")))


def by_hand(cell: Tree) -> Fraction | None:
    """What a contest gives, from the particulars of its reason alone; None where it gives nothing."""
    assert cell.reason
    args: Any = cell.reason.args
    papers = sum((Fraction(one.value or 0) for one in cell.children if _kind(one) == "adjustment"), Fraction())
    if cell.reason.kind == "not_held":
        return None
    if cell.reason.kind == "absence":
        return None if args["points"] is None else Fraction(args["points"]) + papers
    if cell.reason.kind == "entrants_points":
        each = (Fraction(one["points"]) * Fraction(one["share"]) for one in args["entrants"])
        return sum(each, Fraction()) * Fraction(args["weight"]) + papers
    assert cell.reason.kind == "place_points"
    if args["rule"] == "raw":
        return Fraction(args["points"]) + papers
    return _of_places(args) * Fraction(args["weight"]) + papers


def _of_places(args: Any) -> Fraction:
    worths = [Fraction(one) for one in args["worths"]]
    if args["shared"] == "mean":
        return sum(worths, Fraction()) / len(worths)
    return worths[0] if args["shared"] == "upper" else worths[-1]


def _kind(tree: Tree) -> str:
    return tree.reason.kind if tree.reason else ""


def total(tree: Tree, count: str) -> Fraction:
    """The sum (or the mean) of what counts, and the papers about no single contest."""
    cells = [one for one in tree.children if _kind(one) != "adjustment"]
    papers = sum((Fraction(one.value or 0) for one in tree.children if _kind(one) == "adjustment"), Fraction())
    counted = [value for one in cells if one.counted and (value := by_hand(one)) is not None]
    summed = sum(counted, Fraction())
    return papers + (summed / len(counted) if count == "mean" and counted else summed)


@pytest.mark.parametrize("case", CASES)
def test_every_total_can_be_reckoned_from_its_tree(case: str) -> None:
    found = result(case)
    trees = [(explain(found, key, row.team), row) for key, table in found.standings.items() for row in table.rows]
    for tree, row in trees:
        assert total(tree, "sum") == row.total == tree.value


@pytest.mark.parametrize("case", CASES)
def test_every_cell_says_what_it_gives_and_why_it_does_not_count(case: str) -> None:
    found = result(case)
    for key, table in found.standings.items():
        for row in table.rows:
            for cell in explain(found, key, row.team).children:
                if _kind(cell) != "adjustment":
                    assert by_hand(cell) == cell.value
                    assert cell.counted or cell.value is None or cell.left_out


@pytest.mark.parametrize("case", CASES)
def test_every_line_of_every_ranking_says_what_it_stands_on(case: str) -> None:
    """And of equals, what told them apart or that nothing did."""
    for contest in result(case).contests.values():
        for ranking in (contest.ranking, contest.teams):
            assert all(row.because() is not None for row in ranking.rows)
            assert all(row.tie() is not None for row in ranking.rows if row.tied)
