"""Whoever is typed looks like somebody: his captain is asked about his own city's people and told of no others."""

import html
from datetime import date

import pytest
from sqlmodel import select

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.models.people import Person
from spartakiad.people.forms import Clean
from spartakiad.people.queries import full_names
from tests.doors.lookalikes import ANNA, joins, names, pairs
from tests.doors.reading import words
from tests.doors.visiting import Site

TEAM = "/team/demo/pskov"
ROW = {
    "surname": "Бурамова",
    "name": "Анна",
    "patronymic": "Игоревна",
    "sex": "ж",
    "born_on": "05.03.1990",
    "rank": "I",
}


def of_pskov(site: Site, one: Clean = ANNA) -> int:
    """Somebody who was in the delegation of Pskov in another Games; the number of the person."""
    days = (date(2025, 2, 19), date(2025, 2, 22))
    new = ("last", "Прошлая", "winter", "vologda", *days, True, site.shell.now("demo").state.regulation)
    site.shell.write_now(make_games, NewGames(*new, (("pskov", "Псков", "pskov"), ("tver", "Тверь", "tver"))), SYSTEM)
    site.shell.write_now(state_games, GamesState("last", "entries_open"), SYSTEM)
    (number,) = joins(site, "pskov", one, games="last")
    return site.shell.now("last").state.athletes[number].person


def of_tver(site: Site) -> None:
    of_pskov(site, ANNA._replace(surname="Зимняя", name="Алла", born_on=date(1971, 1, 1)))
    joins(site, "tver", ANNA, games="last")


def token(site: Site, person: int) -> str:
    with site.shell.store.reader() as session:
        return session.exec(select(Person.public_id).where(Person.id == person)).one()


def row(same: str = "", number: int = 0, **cells: str) -> dict[str, str]:
    return {f"r{number}-{cell}": text for cell, text in {**ROW, "same": same, **cells}.items()}


def imported(site: Site, form: dict[str, str]) -> tuple[int, str]:
    answer = site.captain("pskov").post(f"{TEAM}/import", form)
    return answer.status_code, html.unescape(answer.text)


def test_the_preview_asks_and_shows_what_is_recorded(site: Site) -> None:
    of_pskov(site)
    head = "Фамилия\tИмя\tОтчество\tПол\tДата рождения\n"
    cells = "\t".join(ROW[name] for name in ("surname", "name", "patronymic", "sex", "born_on"))
    page = words(site.captain("pskov").post(f"{TEAM}/paste", {"rows": head + cells}).text)
    assert "похожих: 1" in page and "Тот же человек?" in page
    assert "Раньше записано: Буранова Анна Игоревна, 5 марта 1990 г. Отличается буква в имени." in page
    assert "тот же; верно: Бурамова Анна Игоревна, как здесь" in page
    assert "тот же; верно: Буранова Анна Игоревна, как раньше" in page and "другой человек" in page


def test_of_whoever_differs_by_the_day_both_days_are_named(site: Site) -> None:
    of_pskov(site)
    page = words(imported(site, row(surname="Буранова", born_on="06.03.1990"))[1])
    assert "Отличается дата рождения." in page
    for day, where in ((6, "здесь"), (5, "раньше")):
        assert f"тот же; верно: {day} марта 1990 г., как {where}" in page


def test_without_an_answer_nothing_is_written(site: Site) -> None:
    of_pskov(site)
    before = site.numbers()
    status, page = imported(site, row())
    assert (status, site.numbers()) == (422, before)
    assert 'id="f-r0-same-error"' in page and "Похожий человек уже записан" in page and 'value="Бурамова"' in page


def test_the_same_with_what_was_typed_renames_her_everywhere(site: Site) -> None:
    person = of_pskov(site)
    numbers = site.numbers()["games:last"]
    assert imported(site, row(f"here.{token(site, person)}"))[0] == 303
    assert list(names(site).values()) == ["Бурамова Анна Игоревна"]
    assert [one.person for one in site.shell.now("last").state.athletes.values()] == [person]
    assert site.numbers()["games:last"] == numbers + 1


def test_the_same_as_recorded_is_taken_as_recorded(site: Site) -> None:
    person = of_pskov(site)
    assert imported(site, row(f"there.{token(site, person)}"))[0] == 303
    assert list(names(site).values()) == ["Буранова Анна Игоревна"]
    newest = max(site.shell.now("demo").state.athletes.values(), key=lambda one: int(one.number))
    assert newest.person == person


def test_somebody_else_is_remembered_and_asked_about_by_nobody_again(site: Site) -> None:
    of_pskov(site)
    assert imported(site, row("apart"))[0] == 303
    assert (pairs(site), imported(site, row())[0], list(names(site).values())) == ([], 303, ["Бурамова Анна Игоревна"])


def test_of_another_city_nothing_is_told_and_the_commission_is_asked(site: Site) -> None:
    """Nobody of Pskov looks like her; whoever does is of Tver, and the captain is told neither that nor anything."""
    of_tver(site)
    status, page = imported(site, row())
    assert (status, "Буранова" in page, "Тверь" in page) == (303, False, False)
    (pair,) = pairs(site)
    assert {part.team for part in (*pair.first.where, *pair.second.where)} == {"Тверь", "Псков"}


def test_a_birth_date_of_another_city_is_not_told(site: Site) -> None:
    of_tver(site)
    status, page = imported(site, row(surname="Буранова", born_on="05.04.1990"))
    assert (status, "1990" in page.replace("05.04.1990", "")) == (303, False)
    assert len(pairs(site)) == 1


@pytest.mark.parametrize("same", ["here.nobody", "there.", "skip.row-0", "yes", "here"])
def test_an_answer_about_nobody_is_none(site: Site, same: str) -> None:
    of_pskov(site)
    assert imported(site, row(same))[0] == 422


def test_a_token_of_another_city_reaches_nobody(site: Site) -> None:
    of_tver(site)
    tver = next(one.person for one in site.shell.now("last").state.athletes.values() if one.team == "tver")
    assert imported(site, row(f"here.{token(site, tver)}"))[0] == 303
    with site.shell.store.reader() as session:
        assert full_names(session, [tver])[tver] == "Буранова Анна Игоревна"


def test_a_row_like_one_above_is_left_out_or_told_apart(site: Site) -> None:
    two = {**row(), **row(number=1, surname="Буранова")}
    asked = imported(site, two)
    assert asked[0] == 422 and "В строке 1: Бурамова Анна Игоревна" in asked[1]
    assert imported(site, {**two, "r1-same": "skip.row-0"})[0] == 303
    assert list(names(site).values()) == ["Бурамова Анна Игоревна"]


def test_twins_are_told_apart_once(site: Site) -> None:
    two = {**row(name="Арина"), **row("apart", number=1, name="Ирина")}
    assert (imported(site, two)[0], len(names(site)), pairs(site)) == (303, 2, [])


def test_one_person_typed_into_the_form_is_asked_about_there(site: Site) -> None:
    person = of_pskov(site)
    answer = site.captain("pskov").post(f"{TEAM}/athletes", ROW)
    assert answer.status_code == 422 and 'id="f-same-error"' in answer.text and "Буранова Анна" in answer.text
    said = site.captain("pskov").post(f"{TEAM}/athletes", {**ROW, "same": f"there.{token(site, person)}"})
    assert (said.status_code, list(names(site).values())) == (303, ["Буранова Анна Игоревна"])


def test_whoever_comes_in_for_somebody_is_asked_about_too(site: Site) -> None:
    person = of_pskov(site)
    (goes,) = joins(site, "pskov", ANNA._replace(surname="Уходова", name="Ия", patronymic=""))
    why = {"reason": "травма", "allowed": "главный секретарь"}
    comes = {**ROW, "surname": "Бурамова Анна Игоревна", **why}
    path = f"{TEAM}/athletes/{goes}/replacement"
    assert site.captain("pskov").post(path, comes).status_code == 422
    assert site.captain("pskov").post(path, comes | {"same": f"here.{token(site, person)}"}).status_code == 303
    assert site.shell.now("demo").state.athletes[goes].person == person


def test_a_name_mended_after_the_original_makes_the_paper_old(site: Site) -> None:
    (number,) = joins(site, "pskov", ANNA)
    captain, commission = site.captain("pskov"), site.signed_in(Role.COMMISSION)
    captain.post(f"{TEAM}/submission")
    filed = site.shell.now("demo").state.teams["pskov"].filed
    assert filed
    commission.post("/office/demo/admission/pskov/original", {"revision": str(filed.revision)})
    person = site.shell.now("demo").state.athletes[number].person
    assert imported(site, row(f"here.{token(site, person)}"))[0] == 303
    assert "сведения изменены: 1" in words(captain.get(TEAM).text)
    assert list(names(site).values()) == ["Бурамова Анна Игоревна"]
