"""The decathlon by its formulas, reckoned exactly, against another implementation: athlib as an oracle."""

import warnings
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from scoring import load_text, parse
from scoring.formats.combined import Combined
from scoring.rules.exercise import PowerPoints

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # of its own, while it is imported
    from athlib import athlon_score

DOCUMENT = Path(__file__).parents[1] / "golden" / "documents" / "combined-decathlon-2004-decastar-olympics.json"
EVENTS = {
    # part: its code there, whether less is better, the marks tried in hundredths
    "100m": ("100", True, range(950, 1900, 7)),
    "long.jump": ("LJ", False, range(150, 900, 7)),
    "shot.put": ("SP", False, range(100, 2300, 19)),
    "high.jump": ("HJ", False, range(70, 245, 1)),
    "400m": ("400", True, range(4300, 8300, 31)),
    "110m.hurdle": ("110H", True, range(1250, 2900, 13)),
    "discus": ("DT", False, range(300, 7400, 53)),
    "pole.vault": ("PV", False, range(90, 620, 5)),
    "javeline": ("JT", False, range(600, 9800, 71)),
    "1500m": ("1500", True, range(21000, 48500, 211)),
}


def part(name: str) -> PowerPoints:
    rules = parse(load_text(DOCUMENT.read_text(encoding="utf-8"), "json")).rules["decathlon"]
    stage = rules.stages[0]
    assert isinstance(stage, Combined)
    value = next(one.value for one in stage.parts if one.id == name)
    assert isinstance(value, PowerPoints)
    return value


@pytest.mark.parametrize("name", EVENTS)
def test_every_mark_is_worth_what_the_oracle_says(name: str) -> None:
    code, least, marks = EVENTS[name]
    rule = part(name)
    found = {mark: rule.of_mark(Fraction(mark, 100), least=least) for mark in marks}
    assert found == {mark: athlon_score("M", code, Decimal(mark) / 100) for mark in marks}
