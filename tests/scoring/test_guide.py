"""The organiser's guide tells the truth: every example of it is scored, and prints what stands below it."""

import re
from pathlib import Path

import pytest

from scoring import MARKS, as_json, load_text, parse, score
from scoring.criteria.combined import COMBINED_CRITERIA
from scoring.criteria.marks import MARK_CRITERIA
from scoring.criteria.matches import MATCH_CRITERIA
from scoring.criteria.overall import OVERALL_CRITERIA
from scoring.criteria.team import TEAM_CRITERIA
from scoring.formats import FORMATS
from scoring.rules.count import COUNTS
from scoring.rules.exercise import EXERCISES
from scoring.rules.members import MEMBERS
from scoring.rules.value import VALUES
from scoring.text import as_table

GUIDE = Path(__file__).parents[2] / "docs" / "scoring.md"
EXAMPLES = re.findall(r"```toml\n(.*?)```\n\n?```text\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
WHOLE = load_text(EXAMPLES[0][0], "toml")


def test_no_example_goes_without_its_table() -> None:
    assert GUIDE.read_text(encoding="utf-8").count("```toml") == len(EXAMPLES)


@pytest.mark.parametrize(("example", "printed"), EXAMPLES)
def test_an_example_prints_its_table(example: str, printed: str) -> None:
    """An example says only what it changes in the first one."""
    changed = load_text(example, "toml")
    rules = {**dict(WHOLE["rules"]), **dict(changed.get("rules", {}))}  # type: ignore[call-overload]
    result = score(parse({**WHOLE, **changed, "rules": rules}))
    assert as_json(result)["unused"] == []
    assert "\n\n".join(as_table(one) for one in result.standings.values()) == printed.strip()


@pytest.mark.parametrize(
    "registry",
    [
        MARKS,
        FORMATS,
        VALUES,
        COUNTS,
        MEMBERS,
        EXERCISES,
        MARK_CRITERIA,
        TEAM_CRITERIA,
        COMBINED_CRITERIA,
        OVERALL_CRITERIA,
    ],
    ids=lambda registry: next(iter(registry)),
)
def test_every_kind_has_its_word_in_the_guide(registry: dict[str, object]) -> None:
    told = GUIDE.read_text(encoding="utf-8")
    assert [name for name in registry if f"`{name}`" not in told and f'"{name}"' not in told] == []


def test_every_criterion_of_matches_has_its_word_in_the_guide() -> None:
    told = GUIDE.read_text(encoding="utf-8")
    assert [one for one in MATCH_CRITERIA if f"`{one.removeprefix('h2h_')}`" not in told] == []
