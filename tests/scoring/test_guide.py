"""The organiser's guide tells the truth: every example of it is scored, and prints what stands below it."""

import re
from pathlib import Path

import pytest

from scoring import as_json, load_text, parse, score
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
