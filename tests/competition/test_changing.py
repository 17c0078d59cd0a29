"""A change of the regulation rewrites nothing official and loses no mark, also none that does not count now."""

import tomllib
from dataclasses import replace

import pytest

from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import Accept, Post, ReleaseStarts
from spartakiad.competition.decide.marks import CheckMark, EnterMark
from spartakiad.competition.decide.papers import TakePlaces
from spartakiad.competition.decide.setup import AdoptRegulation, StateGames
from tests.competition.conftest import Refused
from tests.competition.playing import CHECKS, REGULATION, Played, raced, released
from tests.competition.several import PARTS, several, woman

TYPED = EnterMark("ski", "1", "20:00,0", 0)
NOT_COUNTING = {
    "sent back": CheckMark("ski", "1", 1, "rejected", "сверить"),
    "of somebody not admitted": Admit("1", "withdrawn"),
    "behind a paper": TakePlaces("ski", (("pskov", 1), ("vologda", 2)), "протокол", "0" * 64),
}


def changed(regulation: str, old: str, new: str) -> AdoptRegulation:
    assert old in regulation
    return AdoptRegulation(tomllib.loads(regulation.replace(old, new)), "решение № 3")


def by_score() -> AdoptRegulation:
    """The ski race counts hits from now on: no time can be read by such rules."""
    old = 'mark = "score", precision = "0.1", limits = { min = "10:00", max = "1:30:00" }'
    hits = REGULATION.replace('"time"', '"score"')
    return changed(hits, old, 'mark = "score"')


def women_official() -> Played:
    games = several()
    games.do(woman("1"))
    games.do(StateGames("under_way"))
    games.do(ReleaseStarts("ski"))
    games.do(TYPED)
    games.do(CheckMark("ski", "1", 1, "confirmed"), CHECKS)
    games.do(Post("ski"))
    games.do(Accept("ski"))
    return games


def test_the_regulation_of_games_that_are_over_stays(refused: Refused) -> None:
    games = raced()
    games.do(StateGames("closed"))
    assert refused(games, changed(REGULATION, "quota = 2", "quota = 3")).kind == "games_over"


def test_the_rules_of_the_parts_of_an_official_contest_stay(refused: Refused) -> None:
    assert refused(women_official(), changed(PARTS, '"0.1"', '"1"')).kind == "official_rules"


def test_a_contest_without_a_title_is_refused_by_its_name(refused: Refused) -> None:
    games = women_official()
    rows = [{key: value for key, value in row.items() if key != "title"} for row in games.state.regulation["contest"]]
    games.state = replace(games.state, regulation={**games.state.regulation, "contest": rows})
    told = [refused(games, changed(PARTS, '"0.1"', '"1"')), refused(games, Admit("1", "withdrawn"))]
    assert [(one.kind, one.args_for_words["contest"]) for one in told] == [
        ("official_rules", "ski"),
        ("admission_official", "ski"),
    ]


@pytest.mark.parametrize("case", NOT_COUNTING)
def test_a_mark_that_does_not_count_now_stays_readable(refused: Refused, case: str) -> None:
    games = released()
    games.do(TYPED)
    games.do(NOT_COUNTING[case], CHECKS)
    assert refused(games, by_score()).kind == "marks_would_break"


def test_a_contest_closed_by_a_paper_may_get_other_rules() -> None:
    games = released()
    games.do(NOT_COUNTING["behind a paper"])
    games.do(changed(REGULATION, 'rules = "ski" }', 'rules = "jury" }'))
    assert games.state.regulation_version == 2
