"""A regulation is read before it is taken; what would go unread is refused by its name."""

import tomllib
from datetime import date

import pytest

from spartakiad.competition.decide.setup import AdoptRegulation
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.shell import Shell
from spartakiad.errors import Refusal
from spartakiad.games.actions import NewGames, make_games
from spartakiad.words.refusals import sentence
from tests.competition.conftest import Refused
from tests.competition.playing import REGULATION, Played, drafted, raced

BROKEN = {
    "an unknown key": ('wins = "most"', 'winz = "most"', "ключ «winz» неизвестен; может быть, «wins»?"),
    "an unknown kind": ('kind = "n_down"', 'kind = "n_dawn"', "«n_dawn» неизвестно; может быть, «n_down»?"),
    "an unknown key of ours": ("quota = 2", "qouta = 2", "ключ «qouta» неизвестен; может быть, «quota»?"),
    "a contest that is not there": (
        "contest.ski]",
        "contest.sky]",
        "нет того, на что ссылаются: «sky»; может быть, «ski»?",
    ),
    "rules that are not there": ('rules = "jury"', 'rules = "jur\u0443"', "«jur\u0443»; может быть, «jury»?"),
    "a table that ends early": (
        'kind = "n_down", n = "teams"',
        'kind = "table", table = [9]',
        "таблица очков кончается на 1-м месте, а мест 2",
    ),
    "a sex that nobody has": ('sex = "f"', 'sex = "x"', "здесь должно стоять: f или m, а стоит: x"),
    "another format": ("format = 1", "format = 2", "формат 2 этой программе неизвестен"),
    "the same contest twice": ('id = "figure"', 'id = "ski"', "встречается дважды"),
    "no list of contests": ("contest = [", "contests = [", "ключ «contests» неизвестен; может быть, «contest»?"),
}


def adopted(old: str, new: str) -> AdoptRegulation:
    assert old in REGULATION
    return AdoptRegulation(tomllib.loads(REGULATION.replace(old, new, 1)))


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_regulation_is_refused_by_name(refused: Refused, case: str) -> None:
    old, new, said = BROKEN[case]
    assert said in sentence(refused(drafted(), adopted(old, new)))


def test_a_broken_regulation_says_where_it_is_broken(refused: Refused) -> None:
    old, new, _ = BROKEN["an unknown key"]
    assert sentence(refused(drafted(), adopted(old, new))).startswith("Положение, standing[0].winz: ")


def test_a_good_regulation_makes_the_programme() -> None:
    assert list(drafted().state.contests) == ["ski", "figure"]


def test_after_the_first_mark_a_change_says_why(refused: Refused) -> None:
    assert refused(raced(), AdoptRegulation(tomllib.loads(REGULATION))).kind == "reason_needed"


def test_after_the_first_mark_a_change_with_a_reason_is_the_next_version() -> None:
    games: Played = raced()
    games.do(AdoptRegulation(tomllib.loads(REGULATION), "протест команды"))
    assert games.state.regulation_version == 2


def test_a_new_regulation_keeps_how_far_each_contest_is() -> None:
    games: Played = raced()
    games.do(AdoptRegulation(tomllib.loads(REGULATION), "протест команды"))
    assert games.state.contests["ski"].state == "under_way"


def test_a_change_that_the_recorded_marks_contradict_is_refused(refused: Refused) -> None:
    places = tomllib.loads(REGULATION.replace('rules = "ski" }', 'rules = "jury" }', 1))
    assert refused(raced(), AdoptRegulation(places, "протест команды")).kind == "marks_would_break"


def test_a_team_too_many_for_the_table_is_refused_before_it_joins(demo_shell: Shell) -> None:
    table = tomllib.loads(REGULATION.replace('kind = "n_down", n = "teams"', 'kind = "table", table = [9]', 1))
    teams = (("vologda", "Вологда", "vologda"), ("pskov", "Псков", "pskov"))
    new = NewGames("small", "Гонка", "winter", "vologda", date(2026, 2, 19), date(2026, 2, 22), True, table, teams)
    with pytest.raises(Refusal) as caught:
        demo_shell.write_now(make_games, new, SYSTEM)
    assert "таблица очков кончается на 1-м месте, а мест 2" in sentence(caught.value)
