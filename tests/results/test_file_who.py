"""Whom a row means: the number, then the name however it is written; a doubt is never settled by a guess."""

import pytest

from spartakiad.competition.programme import MAIN, Line
from spartakiad.results.file_who import Met, Said, Starter, Starters, part_called


def of(part: str = MAIN, title: str = "", *, by_teams: bool = False) -> Line:
    return Line("ski", "Лыжи", False, {}, by_teams, False, ({},), "time", "", None, part=part, part_title=title)


PEOPLE = Starters(
    [
        Starter("101", "1", "Лыжина Анна Петровна", "Вологда", of()),
        Starter("102", "2", "Снегирёва-Зимняя Мария", "Псков", of()),
        Starter("103", "3", "Иванова Анна", "Вологда", of("women")),
        Starter("104", "4", "Иванова Анна", "Псков", of("girls")),
    ]
)
TEAMS = Starters(
    [
        Starter("vologda", "", "Вологда", "Вологда", of(by_teams=True)),
        Starter("novgorod", "", "Великий Новгород", "Великий Новгород", of(by_teams=True)),
    ]
)


def who(met: Met) -> str:
    """By the bib, of a team by its name in addresses: what one is known by in facts is another thing."""
    return (met.starter.bib or met.starter.entrant) if met.starter else ""


@pytest.mark.parametrize(
    "name",
    [
        "Лыжина Анна",
        "ЛЫЖИНА Анна Петровна",
        "Анна Лыжина",
        "Лыжина А.П.",
        "Лыжина, Анна",
        "Lyzhina Anna",
        "Лыжина",
        "Л\u044bжин\u0061 Анна",
    ],
)
def test_a_name_is_known_however_it_is_written(name: str) -> None:
    assert who(PEOPLE.find(Said(name=name))) == "1"


@pytest.mark.parametrize("name", ["Снегирева-Зимняя Мария", "СНЕГИРЁВА ЗИМНЯЯ Мария", "Снегирёва-зимняя М."])
def test_hyphens_and_the_letter_yo_tell_nobody_apart(name: str) -> None:
    assert who(PEOPLE.find(Said("2", name))) == "2" and not PEOPLE.find(Said("2", name)).doubted


@pytest.mark.parametrize("bib", ["1", "01", "№ 1"])
def test_the_number_goes_before_the_name(bib: str) -> None:
    assert PEOPLE.find(Said(bib, "Лыжина Анна")) == Met(PEOPLE.all[0])


def test_a_number_with_another_name_is_doubted() -> None:
    assert PEOPLE.find(Said("1", "Снегова Мария")).doubted
    assert PEOPLE.find(Said("1", "Лыжина Ольга")).doubted


def test_where_the_numbers_are_the_files_own_the_name_says_who_it_is() -> None:
    assert PEOPLE.find(Said("2", "Лыжина Анна"), by_name=True) == Met(PEOPLE.all[0])


def test_a_number_that_nobody_has_leaves_it_to_the_name() -> None:
    assert who(PEOPLE.find(Said("99", "Лыжина Анна"))) == "1"


def test_of_namesakes_the_team_or_the_part_tells_who_it_is() -> None:
    assert who(PEOPLE.find(Said(name="Иванова Анна", team="Псков"))) == "4"
    assert who(PEOPLE.find(Said(name="Иванова Анна", part="women"))) == "3"


def test_namesakes_that_nothing_tells_apart_are_nobody_and_both_are_named() -> None:
    found = PEOPLE.find(Said(name="Иванова Анна"))
    assert (found.starter, [one.bib for one in found.near]) == (None, ["3", "4"])


def test_whoever_is_called_alike_is_offered_and_not_taken() -> None:
    assert PEOPLE.find(Said("99", "Лыжинова Анна")).starter is None
    assert [one.bib for one in PEOPLE.find(Said("99", "Лыжинова Анна")).near] == ["1"]


@pytest.mark.parametrize("name", ["Вологда", "г. Вологда", "ВОЛОГДА", "Команда Вологда", "сборная Вологда"])
def test_a_team_is_known_by_its_name(name: str) -> None:
    assert who(TEAMS.find(Said(team=name))) == "vologda"


def test_a_team_whose_words_are_all_said_is_meant() -> None:
    assert who(TEAMS.find(Said(team="Новгородская область, Великий Новгород"))) == "novgorod"
    assert who(TEAMS.find(Said(team="Новгород"))) == ""


@pytest.mark.parametrize(
    ("group", "part"),
    [("Женщины, 3 км", "women"), ("ЖЕНЩИНЫ", "women"), ("5 км", "men"), ("км", ""), ("Юниоры", ""), ("", "")],
)
def test_a_group_is_the_part_whose_words_it_has(group: str, part: str) -> None:
    assert part_called(group, [of("women", "3 км, женщины"), of("men", "5 км, мужчины")]) == part


def test_whoever_is_called_by_his_number_in_the_games_is_not_looked_for_by_his_bib() -> None:
    assert who(PEOPLE.find(Said("1", number="102"))) == "2"
