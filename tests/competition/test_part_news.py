"""A part of a contest is announced by itself, as soon as it is posted, with its first three."""

import pytest

from spartakiad.competition.shell import Shell
from spartakiad.standings.boards import boards
from spartakiad.standings.names import public_names
from spartakiad.standings.news import News, news
from tests.competition.skiing import MARKS, SLUG, entered, held, made, posted, released, run


@pytest.fixture
def started(demo_shell: Shell) -> Shell:
    return run(released(entered(made(demo_shell))), *MARKS)


def told(shell: Shell) -> dict[str, News]:
    now = shell.now(SLUG)
    return {one.key: one for one in news(now, public_names(now, {}), {"vologda": "Вологды", "pskov": "Пскова"})}


def test_the_first_three_of_a_posted_part_are_told_while_the_others_still_run(started: Shell) -> None:
    found = told(posted(started, "women"))
    assert list(found) == ["contest/ski/women"]
    one = found["contest/ski/women"]
    assert one.title == "Лыжные гонки, 3 км, женщины: предварительный результат"
    assert one.path == "/contests/ski#part-women"
    assert [sentence.replace("\u00a0", " ") for sentence in one.sentences[1:]] == [
        "Первое место – участник под номером 1 из Вологды, результат 10 минут.",
        "Второе место – участник под номером 5 из Пскова, результат 10 минут 30 секунд.",
        "Третье место – участник под номером 2 из Вологды, результат 11 минут.",
    ]


def test_a_relay_among_the_parts_is_told_by_teams(started: Shell) -> None:
    one = told(posted(started, "relay"))["contest/ski/relay"]
    assert one.sentences[1].replace("\u00a0", " ") == "Первое место – команда Пскова, результат 40 минут."


def test_the_whole_is_told_beside_its_parts(demo_shell: Shell) -> None:
    found = told(held(demo_shell))
    assert set(found) == {"contest/ski", *(f"contest/ski/{part}" for part in MARKS)}
    assert found["contest/ski"].sentences[1].startswith("Среди команд первое место – команда Пскова")


def test_the_hall_sees_the_part_that_was_posted_last(started: Shell) -> None:
    now = posted(started, "women").now(SLUG)
    (board,) = [one for one in boards(now, public_names(now, {}), 12, started.clock()) if one.kind == "result"]
    assert board.title.startswith("Лыжные гонки, 3 км, женщины: ")
    assert [line.value for line in board.pages[0]] == ["10:00,0", "10:30,0", "11:00,0", "12:00,0"]
