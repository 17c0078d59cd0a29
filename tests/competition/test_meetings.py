"""Meetings of judges and captains: kept whole, corrected whole, with nobody's name in the chain."""

import pytest

from spartakiad.competition.decide.meetings import KeepMeeting
from spartakiad.competition.meetings import Meeting
from tests.competition.conftest import Refused
from tests.competition.playing import drafted

TOLD = {"place": "штаб", "chair": "Ветров А. А.", "attended": (("vologda", "Зимина А. П."), ("pskov", " "))}
LINES = ("первым стартует Псков", " ", "разминка до 9:45")


def kept(number: int = 1, at: str = "2026-02-18T17:00", about: str = "", **told: object) -> KeepMeeting:
    return KeepMeeting(number, at, about, decisions=LINES, **{**TOLD, **told})  # type: ignore[arg-type]


def test_what_was_written_down_is_kept_without_its_empty_lines() -> None:
    games = drafted()
    games.do(kept(about="2026-02-19"))
    assert games.state.meetings == {
        1: Meeting(
            1,
            "2026-02-18T17:00",
            "2026-02-19",
            "штаб",
            "Ветров А. А.",
            "",
            {"vologda": "Зимина А. П."},
            ("первым стартует Псков", "разминка до 9:45"),
        )
    }


def test_words_are_no_part_of_the_chain() -> None:
    (fact,) = drafted().do(kept())
    assert fact.line(1).payload == {"number": 1, "held_at": "2026-02-18T17:00", "day": ""}


def test_a_meeting_is_corrected_and_the_next_one_has_the_next_number() -> None:
    games = drafted()
    games.do(kept())
    assert games.do(kept()) == []
    games.do(kept(chair="Морозов Б. Б."))
    games.do(kept(number=2))
    assert [games.state.meetings[number].chair for number in (1, 2)] == ["Морозов Б. Б.", "Ветров А. А."]


@pytest.mark.parametrize(
    ("told", "kind", "field"),
    [
        ({"number": 2}, "not_found", None),
        ({"number": 0}, "not_found", None),
        ({"at": "завтра"}, "bad_date", "held_on"),
        ({"about": "день второй"}, "bad_choice", "about_day"),
        ({"attended": (("vologda", ""), ("atlantis", "Некто"))}, "nobody_came", "came-vologda"),
        ({"place": "ш" * 201}, "too_long", "held_where"),
        ({"attended": (("vologda", "З" * 201),)}, "too_long", "came-vologda"),
    ],
)
def test_what_cannot_be_is_refused(refused: Refused, told: dict[str, object], kind: str, field: str | None) -> None:
    said = refused(drafted(), kept(**told))  # type: ignore[arg-type]
    assert (said.kind, said.field) == (kind, field)


def test_so_many_decisions_are_no_protocol(refused: Refused) -> None:
    many = KeepMeeting(1, "2026-02-18T17:00", attended=(("vologda", "Зимина"),), decisions=("решили",) * 41)
    assert refused(drafted(), many).kind == "too_many_decisions"
