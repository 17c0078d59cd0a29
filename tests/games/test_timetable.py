"""What cannot be at once: one venue for two contests, one athlete in two places."""

from dataclasses import replace
from datetime import datetime

import pytest

from spartakiad.competition.applied import Athlete, Entry
from spartakiad.competition.state import Contest, Slot, State, Venue
from spartakiad.games.clashes import Clash, clash_sentences, clashes
from spartakiad.games.timetable import upcoming
from spartakiad.people.names import PersonName
from spartakiad.words.dates import MOSCOW


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 2, 19, hour, minute, tzinfo=MOSCOW)


def state(ski: Slot, trail: Slot, shared: bool = False) -> State:
    """№ 1 skis; the trail is run by № 2, or by № 1 too."""
    runner = "1" if shared else "2"
    entries = [Entry("ski", "1", "vologda", "team"), Entry("trail", runner, "vologda", "team")]
    return State(
        slots={"ski": ski, "trail": trail},
        athletes={number: Athlete(number, "vologda", int(number), True) for number in ("1", "2")},
        entries={(one.contest, one.entrant): one for one in entries},
        contests={"ski": Contest(), "trail": Contest()},
    )


@pytest.mark.parametrize(
    ("trail", "shared", "clash"),
    [
        (Slot(at(11), 60, "park"), False, False),
        (Slot(at(11), 60, "base"), False, True),
        (Slot(at(11), 60, "park"), True, True),
        (Slot(at(12), 60, "base"), True, False),
        (Slot(at(10), 30, "base"), True, False),
        (Slot(None, 60, "base"), True, False),
    ],
    ids=["elsewhere", "same venue", "same athlete", "right after", "right before", "put off"],
)
def test_a_race_at_half_past_ten_for_an_hour_and_a_half_clashes(trail: Slot, shared: bool, clash: bool) -> None:
    found = clashes(state(Slot(at(10, 30), 90, "base"), trail, shared))
    assert {contest: [one.contest for one in others] for contest, others in found.items()} == (
        {"ski": ["trail"], "trail": ["ski"]} if clash else {}
    )


def test_a_clash_is_told_with_the_names_of_the_athletes() -> None:
    found = clashes(state(Slot(at(10, 30), 90, "base"), Slot(at(11), 60, "base"), shared=True))
    names = {"1": PersonName("Ёлкина", "Анна", "", 1998, "I")}
    assert found["ski"] == [Clash("trail", True, ("1",))]
    assert clash_sentences(found["ski"], {"trail": "Зимний трейл"}, names) == [
        "В это же время на той же площадке: Зимний трейл.",
        "В это же время заявлены в «Зимний трейл»: Ёлкина Анна (№ 1).",
    ]


@pytest.mark.parametrize("over", ["cancelled", "posted", "official"])
def test_what_is_over_is_in_nobodys_way(over: str) -> None:
    one = state(Slot(at(10, 30), 90, "base"), Slot(at(11), 60, "base"))
    assert clashes(replace(one, contests={**one.contests, "trail": Contest(over)})) == {}


def test_what_begins_next_is_what_a_shift_is_about() -> None:
    one = replace(
        state(Slot(at(10), 60, "base"), Slot(at(12), 60, "base")),
        venues={"base": Venue("base", "База", "", "")},
        regulation={
            "contest": [{"id": "ski", "title": "Лыжи", "rules": "r"}, {"id": "trail", "title": "Трейл", "rules": "r"}],
            "rules": {"r": {}},
        },
    )
    asked = [upcoming(one, at(*moment)) for moment in ((9,), (11,), (13,))]
    assert [row and row.contest for row in asked] == ["ski", "trail", "ski"]
