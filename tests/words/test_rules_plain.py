"""A regulation in plain Russian: every kind of rule that can be declared has its sentence."""

from typing import Any

import pytest

from scoring import parse
from spartakiad.words.rules_plain import contest_rules, standing_rules


def of_standing(**rule: Any) -> list[str]:
    document = parse({"format": 1, "standing": [{"id": "overall", **rule}]})
    found = standing_rules(document.standings[0], {"ski": "Лыжи"})
    return [sentence.replace("\u00a0", " ") for sentence in found]


def of_contest(**rules: Any) -> list[str]:
    document = parse({"format": 1, "contest": [{"id": "c", "rules": "r"}], "rules": {"r": rules}})
    return [sentence.replace("\u00a0", " ") for sentence in contest_rules(document.cases["c"].rules)]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ({"kind": "n_down"}, "За первое место столько очков, сколько команд, за каждое следующее на одно меньше."),
        ({"kind": "n_down", "n": 8}, "За первое место столько очков, 8, за каждое следующее на одно меньше."),
        ({"kind": "place"}, "Складываются занятые места, меньше – лучше."),
        ({"kind": "table", "table": [9, 6], "beyond": 1}, "За места: 9 – 6, дальше 1."),
        ({"kind": "tables", "tables": [{"table": [9]}], "beyond": 0}, "Очки по таблицам, смотря сколько команд."),
        ({"kind": "raw"}, "В сумму идёт то, что у команды в виде."),
    ],
)
def test_what_a_place_is_worth(value: dict[str, Any], sentence: str) -> None:
    assert of_standing(value=value)[0].startswith(sentence)


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        ({"kind": "all"}, "В сумму идут все виды."),
        ({"kind": "best", "k": 3}, "В сумму идут 3 лучших вида."),
        ({"kind": "drop", "d": 1}, "В сумму идёт всё, кроме 1 худшего вида."),
        ({"kind": "mean"}, "Считается среднее по видам, в которых команда выступала."),
    ],
)
def test_what_counts(count: dict[str, Any], sentence: str) -> None:
    assert of_standing(count=count)[1] == sentence


@pytest.mark.parametrize(
    ("absent", "sentence"),
    [
        ({}, "За вид без места команда не получает ничего."),
        ({"any": 0}, "За вид без места: 0 очков."),
        ({"any": "last+1"}, "За вид без места: место за последним."),
        ({"any": "n"}, "За вид без места: последнее место по числу команд."),
    ],
)
def test_what_an_absence_costs(absent: dict[str, Any], sentence: str) -> None:
    assert of_standing(absent=absent)[2] == sentence


def test_how_equals_are_told_apart() -> None:
    order = {"blocks": [{"by": ["total"]}, {"by": ["places"], "depth": 3}], "end": "decide"}
    assert of_standing(order=order)[3] == (
        "При равной сумме: число первых, вторых, третьих мест; если не помогло, ждут решения."
    )


def test_a_race_of_members() -> None:
    rules = {
        "stages": [{"format": "list", "mark": "time"}],
        "team": {"members": {"kind": "best", "k": 3, "value": "time"}, "incomplete": "after_complete"},
    }
    assert of_contest(**rules) == [
        "Результат: время.",
        "Места: время; если не помогло, место делят.",
        "В зачёт команде: 3 лучших участника по времени. Неполные команды стоят после полных.",
    ]


def test_a_missing_member_has_a_price() -> None:
    rules = {"team": {"members": {"kind": "named"}, "incomplete": "last+2"}}
    assert of_contest(**rules)[-1] == (
        "В зачёт команде: названные заранее по местам. За недостающего – место за последним и ещё 1."
    )


@pytest.mark.parametrize(
    ("stage", "sentence"),
    [
        ({"mark": "distance", "trials": 3}, "Результат: метры. Попыток: 3."),
        ({"mark": "score", "series": 4}, "Результат: очки. Серий: 4, они складываются."),
        ({"mark": "time", "penalty": {"miss": "1:00"}, "precision": 1}, "Результат: время. Штраф: промах – 1:00."),
    ],
)
def test_what_a_mark_is_made_of(stage: dict[str, Any], sentence: str) -> None:
    assert of_contest(stages=[{"format": "list", **stage}])[0] == sentence


def test_pools_and_the_bracket_after_them() -> None:
    groups = {"id": "groups", "format": "round_robin", "pools": 2, "points": {"win": 3}}
    bracket = [{"unit": "s1", "loser": 3}, {"unit": "final", "winner": 1, "loser": 2}]
    assert of_contest(stages=[groups, {"id": "playoff", "format": "knockout", "bracket": bracket}]) == [
        "Групповой этап. Каждый играет с каждым. Групп: 2, играют внутри группы. Очки за игру: победа 3, поражение 0.",
        "Стыковые игры. Игры на выбывание: Полуфинал 1, Финал.",
    ]


def test_matches_and_combined_events() -> None:
    robin = {"format": "round_robin", "legs": 2, "points": {"win": 3, "draw": 1}, "walkover": {"score": [5, 0]}}
    order = {"blocks": [{"by": ["points"]}, {"by": ["h2h_points", "score_diff"]}], "end": "decide"}
    assert of_contest(stages=[robin], order=order) == [
        "Каждый играет с каждым, 2 круга. Очки за игру: победа 3, ничья 1, поражение 0. За неявку записывают 5:0.",
        "Места: очки, затем очки во встречах между ними, затем разность забитых и пропущенных; "
        "если не помогло, ждут решения.",
    ]
    knockout = {"format": "knockout", "bracket": [{"unit": "Финал", "winner": 1, "loser": 2}]}
    assert of_contest(stages=[knockout]) == ["Игры на выбывание: Финал."]
    combined = {"parts": [{"id": "a", "value": {"kind": "raw"}}]}
    assert of_contest(**combined)[0] == "Многоборье: сумма очков частей."
