"""Results held and announced: who may, in which order, and that one key makes one step."""

import pytest

from spartakiad.competition.decide.freeze import BeginReveal, HoldResults, ReleaseResults, RevealPlace, standing_rows
from spartakiad.competition.decide.marks import EnterMark
from spartakiad.competition.facts import Fact
from spartakiad.competition.freezing import Reached, Reveal
from spartakiad.errors import Refusal
from spartakiad.standings.reveal import outdated, reveal_view
from tests.competition.playing import Played, entered, raced

SEVEN = tuple(
    Reached(place, team, "") for place, team in (("1", "a"), ("2", "b"), ("3", "c"), ("3", "d"), ("5", "e"), ("", "f"))
)


def press(games: Played, step: type) -> list[Fact]:
    return games.do(step(games.state.versions.get("freeze", 0)))


def kinds(facts: list[Fact]) -> list[str]:
    return [fact.kind for fact in facts]


def announcing() -> Played:
    games = raced()
    for step in (HoldResults, BeginReveal):
        press(games, step)
    return games


def test_what_is_held_is_the_number_before_the_switch() -> None:
    games = raced()
    number = games.state.number
    press(games, HoldResults)
    assert games.state.freeze is not None and games.state.freeze.number == number


def test_before_the_start_there_is_nothing_to_hold() -> None:
    with pytest.raises(Refusal, match="wrong_state"):
        press(entered(), HoldResults)


def test_nothing_is_announced_that_everybody_sees() -> None:
    with pytest.raises(Refusal, match="not_held"):
        press(raced(), BeginReveal)


def test_the_places_are_announced_from_the_last_and_with_the_first_everybody_sees() -> None:
    games = announcing()
    assert kinds(press(games, RevealPlace)) == ["place.revealed"]
    assert games.state.reveal is not None and [row.place for row in games.state.reveal.heard] == ["2"]
    assert kinds(press(games, RevealPlace)) == ["place.revealed", "results.released"]
    assert (games.state.freeze, games.state.reveal.done) == (None, True)
    assert press(games, RevealPlace) == []


@pytest.mark.parametrize("step", [HoldResults, BeginReveal, RevealPlace, ReleaseResults])
def test_a_key_hit_twice_makes_one_step(step: type) -> None:
    games = announcing()
    seen = games.state.versions["freeze"] - 1
    assert games.do(step(seen)) == []


def test_those_who_share_a_place_are_announced_together() -> None:
    heard = [[row.team for row in Reveal(SEVEN, shown).heard] for shown in range(5)]
    assert heard == [["f"], ["e", "f"], ["c", "d", "e", "f"], ["b", "c", "d", "e", "f"], ["a", "b", "c", "d", "e", "f"]]
    assert [Reveal(SEVEN, shown).done for shown in (3, 4)] == [False, True]


def test_whoever_was_not_announced_is_not_on_the_page() -> None:
    games = announcing()
    press(games, RevealPlace)
    assert games.state.reveal is not None
    view = reveal_view(games.state, games.state.reveal)
    assert view is not None
    last = games.state.reveal.heard[0].team
    assert [(line.team, line.total != "", line.fresh) for line in view.lines] == [
        ("", False, False),
        (games.state.teams[last].title, True, True),
    ]


def test_a_standing_that_changed_while_it_was_announced_is_noticed() -> None:
    games = announcing()
    assert games.state.reveal is not None
    assert not outdated(games.state.reveal, standing_rows(games.state))
    games.do(EnterMark("ski", "3", "дискв", games.mark("3").version))
    assert outdated(games.state.reveal, standing_rows(games.state))
    press(games, BeginReveal)
    assert not outdated(games.state.reveal, standing_rows(games.state))


def test_held_anew_nothing_is_announced_yet() -> None:
    games = announcing()
    for step in (ReleaseResults, HoldResults):
        press(games, step)
    assert games.state.reveal is None
