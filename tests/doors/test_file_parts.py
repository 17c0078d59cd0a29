"""One file for all distances of a contest: its groups are parts of ours, by their titles or as the judge says."""

import pytest

from spartakiad.accounts.roles import Role
from tests.competition.skiing import SLUG, entered, made, posted, released, run
from tests.doors.files import again, counts, errors, looked, raws, taken
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor
from tests.intake.files import xlsx
from tests.intake.programs import book

PAGE = f"/judge/{SLUG}/ski"
HEAD = ("Номер", "Результат")
WOMEN = ((1, "10:00,0"), (2, "11:00,0"), (5, "10:30,0"), (6, "12:00,0"))
MEN = ((3, "15:00,0"), (7, "14:00,0"), (8, "16:00,0"), (10, "15:30,0"))
TEAMS = (("Вологда", "41:00,0"), ("Псков", "40:00,0"), ("Череповец", "дискв"))


@pytest.fixture
def skiing(site: Site) -> Site:
    released(entered(made(site.shell)))
    return site


@pytest.fixture
def judge(skiing: Site) -> Visitor:
    return skiing.signed_in(Role.JUDGE, SLUG, contest="ski")


def test_a_title_above_the_rows_is_the_part(skiing: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(HEAD, ("Женщины, 3 км",), *WOMEN, ("Мужчины 18–39 лет, 5 км",), *MEN), page=PAGE).text
    assert (counts(page), taken(judge, page, PAGE).status_code) == ((8, 0, 0, 0), 303)
    parts = {key[1] for key in skiing.shell.now(SLUG).state.marks}
    assert (parts, raws(skiing, SLUG)["7"]) == ({"women", "men-18"}, "14:00,0")


def test_a_column_says_the_part(judge: Visitor) -> None:
    rows = [(*row, "3 км женщины") for row in WOMEN] + [(*row, "М18-39") for row in MEN]
    assert counts(looked(judge, xlsx((*HEAD, "Группа"), *rows), page=PAGE).text) == (8, 0, 0, 0)


def test_a_sheet_for_each_part_is_read_whole(skiing: Site, judge: Visitor) -> None:
    sheets = {"3 км, женщины": (HEAD, *WOMEN), "Эстафета": (("Команда", "Время"), *TEAMS), "Итого": (("всё",),)}
    page = looked(judge, book(sheets), page=PAGE).text
    assert (counts(page), taken(judge, page, PAGE).status_code) == ((7, 0, 0, 0), 303)
    assert raws(skiing, SLUG)["pskov"] == "40:00,0"


def test_who_is_entered_elsewhere_is_doubted(skiing: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(HEAD, ("Женщины, 3 км",), (3, "15:00,0")), page=PAGE).text
    assert "В файле это «3 км, женщины», а заявлен в «5 км, мужчины 18–39 лет»" in errors(page)["r0-who"]
    assert taken(judge, page, PAGE, **{"r0-keep": "yes"}).status_code == 303
    assert {key[1] for key in skiing.shell.now(SLUG).state.marks} == {"men-18"}


def test_a_group_is_called_a_part_by_hand_or_left_out(skiing: Site, judge: Visitor) -> None:
    content = xlsx(HEAD, ("Ж",), *WOMEN, ("М",), *MEN)
    page = looked(judge, content, page=PAGE).text
    assert counts(page) == (8, 0, 0, 0)
    named = {"group-0": "men-18", "group-1": "-"}
    page = again(judge, page, PAGE, **named).text
    assert counts(page) == (0, 0, 4, 0) and 'name="r4-raw"' not in page
    named = {"group-0": "women", "group-1": "-"}
    page = again(judge, page, PAGE, **named).text
    taken(judge, page, PAGE, **named)
    assert set(raws(skiing, SLUG)) == {"1", "2", "5", "6"}


def test_only_those_are_missing_whose_distance_is_in_the_file(judge: Visitor) -> None:
    page = words(looked(judge, xlsx(HEAD, *WOMEN[:3]), page=PAGE).text)
    assert "без результата: 1 № 6" in page


def test_a_distance_that_is_posted_takes_nothing(skiing: Site, judge: Visitor) -> None:
    posted(run(skiing.shell, "women"), "women")
    page = looked(judge, xlsx(HEAD, (1, "10:05,0"), (2, "11:00,0"), *MEN), page=PAGE).text
    assert "приём результатов закрыт" in errors(page)["r0-raw"]
    assert taken(judge, page, PAGE).status_code == 422
    assert taken(judge, page, PAGE, leave="yes").status_code == 303
    assert (raws(skiing, SLUG)["1"], raws(skiing, SLUG)["3"]) == ("10:00,0", "15:00,0")


def test_the_address_keeps_the_part(judge: Visitor) -> None:
    page = judge.get(f"{PAGE}?part=relay").text
    assert f'href="{PAGE}/import?part=relay"' in page
    answer = judge.post(f"{PAGE}/import?part=relay", {"rows": "Вологда\t41:00,0"})
    assert f'action="{PAGE}/import/marks?part=relay"' in answer.text
