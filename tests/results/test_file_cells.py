"""A row of a file as the text that a judge would type."""

from typing import Any

import pytest

from spartakiad.competition.programme import Line
from spartakiad.results.file_cells import other_sum, raw_of

FOUL = "\u0445"
BLOCKS: dict[str, Any] = {"blocks": [{"by": ["time"]}]}


def contest(mark: str, by: str, **stage: Any) -> Line:
    rules = {"stages": [{"format": "list", "mark": mark, **stage}], "order": {"blocks": [{"by": [*by.split()]}]}}
    return Line("one", "Вид", False, rules, False, False, tuple(rules["stages"]), mark, "", None)  # type: ignore[arg-type]


RACE = contest("time", "time", precision="0.1")
BIATHLON = contest("time", "time finish", precision="0.1", penalty={"miss": "1:00"})
JUMP = contest("distance", "distance attempts", trials=3)
HIGH = contest("height", "height failures_at")
SHOOTING = contest("score", "score", series=4)
POINTS = contest("score", "score")
PLACES = contest("place", "place")


@pytest.mark.parametrize(
    ("line", "shown", "raw"),
    [
        (RACE, {"result": "40:33,2"}, "40:33,2"),
        (RACE, {"result": "40:33,2", "status": "дискв."}, "40:33,2 дискв."),
        (RACE, {"result": "", "status": "DNF (2 круг)"}, "DNF"),
        (RACE, {"result": "0:00:00", "status": "DNS"}, "DNS"),
        (RACE, {"place": "DSQ"}, "DSQ"),
        (RACE, {"result": "40:33,2", "status": "в/к, лично"}, "40:33,2"),
        (RACE, {"status": "снят"}, "снят"),
        (RACE, {"result": "–"}, ""),
        (BIATHLON, {"result": "21:33,4", "penalties": "1+0+2", "arrival": "3"}, "21:33,4; ш3; ф3"),
        (JUMP, {"1": "4,12", "2": "x", "3": "4.35 (+0,4)"}, "4,12; x; 4.35"),
        (JUMP, {"1": "4,12", "2": "", "3": "", "status": "н/ф"}, "4,12; н/ф"),
        (JUMP, {"result": "4,35"}, "4,35"),
        (HIGH, {"bar-165": "о", "bar-170": f"{FOUL} о", "bar-175": ""}, f"165 о 170 {FOUL}о"),
        (SHOOTING, {"1": "95", "2": "97", "result": "192"}, "95; 97"),
        (POINTS, {"result": "5½"}, "5,5"),
        (POINTS, {"result": "½"}, "0,5"),
        (PLACES, {"place": "3–4", "result": "5,5"}, "3"),
        (PLACES, {"place": "II"}, "2"),
        (PLACES, {"place": "2."}, "2"),
        (PLACES, {"place": "", "status": "неявка"}, "неявка"),
    ],
)
def test_what_was_shown_is_one_text(line: Line, shown: dict[str, str], raw: str) -> None:
    assert raw_of(line, shown) == raw


@pytest.mark.parametrize(
    ("result", "raw"), [("40:33.271", "40:33.2"), ("40:33.2", "40:33.2"), ("40:33", "40:33"), ("сошла", "сошла")]
)
def test_decimals_are_dropped_only_where_it_is_wished_and_only_what_is_too_much(result: str, raw: str) -> None:
    assert raw_of(RACE, {"result": result}, cut=True) == raw
    assert raw_of(RACE, {"result": result}) == result


def test_a_result_that_is_not_the_sum_of_its_series_is_told() -> None:
    assert other_sum(SHOOTING, {"1": "95", "2": "97", "result": "193"}, "192") == "193"
    assert other_sum(SHOOTING, {"1": "95", "2": "97", "result": "192,0"}, "192") == ""
    assert other_sum(SHOOTING, {"result": "193"}, "193") == ""
