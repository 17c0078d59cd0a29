"""Venues as their facts tell them: those of before there was anybody to ring, and those corrected since."""

from dataclasses import replace

import pytest

from spartakiad.competition.apply import apply
from spartakiad.competition.decide.setup import JoinTeam
from spartakiad.competition.decide.timetable import NameVenue
from spartakiad.competition.state import Venue
from spartakiad.errors import Refusal
from tests.competition.playing import Played


def test_a_venue_named_before_it_had_a_person_is_read_as_it_was() -> None:
    games = Played()
    games.do(NameVenue("base", "База", "Кириллов", "Лесная, 1", "Сторожев", "+7 000"))
    line = games.journal[0]
    assert set(line.payload) == {"venue", "title", "town", "address"}
    before = replace(line, texts={})
    assert apply(Played().state, before).venues == {"base": Venue("base", "База", "Кириллов", "Лесная, 1")}


def test_a_team_is_never_called_by_a_number() -> None:
    with pytest.raises(Refusal) as refused:
        Played().do(JoinTeam("17", "17", "17"))
    assert refused.value.kind == "bad_text"
