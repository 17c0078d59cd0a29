"""Awards are counted from the places, papers are for the secretariat, special prizes are typed and taken out."""

import io
import re

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from spartakiad.accounts.roles import Role
from spartakiad.cup.ceremony.awards import Award, Awards, Podium, awards, needs
from spartakiad.people.queries import names_of
from tests.doors.visiting import Site, Visitor

PAGE = "/office/demo/ceremony"
PRIZE = {"prize_who": "Лыжина Анна, Вологда", "prize_for": "за лучший дебют", "prize": "часы"}


def found_in(site: Site) -> Awards:
    with site.shell.store.reader() as session:
        return awards(site.shell.now("demo"), names_of(session, "demo"))


def printed(visitor: Visitor, name: str) -> str:
    answer = visitor.get(f"{PAGE}/{name}.pdf")
    assert answer.status_code == 200
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages).split())


def podium(found: Awards, title: str) -> Podium:
    return next(one for one in found.podiums if one.title == title)


def test_every_place_to_the_third_is_called_up_by_the_full_name(shared_site: Site) -> None:
    found = found_in(shared_site)
    women = podium(found, "Лыжные гонки, женщины")
    assert [one.degree for one in women.awards] == ["1", "2", "3"]
    assert all(len(one.who.split()) == 3 and one.team for one in women.awards)  # surname, name, patronymic
    assert women.kind == "persons" and podium(found, "Лыжные гонки, женщины: команды").kind == "teams"


def test_a_team_that_competes_as_one_brings_its_members(shared_site: Site) -> None:
    found = found_in(shared_site)
    relay = next(one for one in found.podiums if one.kind == "squads" and not one.unnamed)
    assert {len(one.members) for one in relay.awards} == {4}
    assert found.unnamed and all(teams for _, teams in found.unnamed)


def test_whoever_shares_a_place_needs_an_award_of_his_own() -> None:
    def one(degree: str, who: str, *members: str) -> Award:
        return Award(degree, False, who, members=members)

    persons = Podium("Лыжи", "persons", True, (one("1", "А"), one("2", "Б"), one("2", "В"), one("3", "Г")))
    squads = Podium("Эстафета", "squads", True, (one("1", "Псков", "А", "Б"), one("2", "Вологда")))
    teams = Podium("Лыжи: команды", "teams", True, (one("1", "Псков"),))
    overall = Podium("Общий зачёт", "overall", True, (one("1", "Псков"), one("1", "Вологда"), one("3", "Иваново")))
    counted = {
        need.what: (need.counts, need.unknown)
        for need in needs(Awards((persons, squads, teams), overall, (), "", ""), 2)
    }
    assert counted == {
        "Медали за личные места": ((1, 2, 1), 0),
        "Медали составам команд": ((2, 0, 0), 1),
        "Дипломы за личные места": ((1, 2, 1), 0),
        "Дипломы командам в видах": ((2, 1, 0), 0),
        "Кубки и дипломы общего зачёта": ((2, 0, 1), 0),
        "Переходящий кубок": ((1, 0, 0), 0),
        "Специальные призы": ((2, 0, 0), 0),
    }


def test_the_announcer_begins_with_the_third_place_and_ends_with_the_cup(site: Site) -> None:
    text = printed(site.signed_in(Role.CHIEF_SECRETARY), "announcer")
    women = podium(found_in(site), "Лыжные гонки, женщины")
    first, second, third = (text.index(one.who) for one in women.awards)
    assert third < second < first < text.index("Общий зачёт Место") < text.rindex("Переходящий кубок")
    assert "Ещё не официально" in text and "ПРЕДВАРИТЕЛЬНЫЙ" in text


def test_everything_handed_over_has_a_line_to_sign(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    secretary.post(f"{PAGE}/prizes", PRIZE)
    book = CalamineWorkbook.from_filelike(io.BytesIO(secretary.get(f"{PAGE}/statement.xlsx").content))
    rows = [row for row in book.get_sheet_by_index(0).to_python() if isinstance(row[0], (int, float))]
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    found = found_in(site)
    people = [one.who for podium in found.podiums if podium.kind == "persons" for one in podium.awards]
    assert [row[1] for row in rows if row[4] == "медаль, диплом"] == people
    assert rows[-1][4] == "переходящий кубок" and rows[-2][1:5] == [PRIZE["prize_who"], "", *list(PRIZE.values())[1:]]
    assert "Ведомость выдачи наград" in printed(secretary, "statement") and "Подпись" in printed(secretary, "statement")


def test_a_special_prize_is_typed_and_taken_out(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    unsaid = secretary.post(f"{PAGE}/prizes", {**PRIZE, "prize_for": " "})
    assert (unsaid.status_code, 'value="Лыжина Анна, Вологда"' in unsaid.text) == (422, True)
    assert secretary.post(f"{PAGE}/prizes", PRIZE).status_code == 303
    page = secretary.get(PAGE).text
    assert "за лучший дебют" in page and "за лучший дебют" in printed(secretary, "list")
    number = re.search(r"prizes/(\d+)/removal", page)
    assert number and secretary.post(f"{PAGE}/prizes/{number[1]}/removal").status_code == 303
    assert "за лучший дебют" not in secretary.get(PAGE).text


def test_a_prize_of_another_games_is_not_there(site: Site, race: Site) -> None:
    site.signed_in(Role.CHIEF_SECRETARY).post(f"{PAGE}/prizes", PRIZE)
    stranger = site.signed_in(Role.CHIEF_SECRETARY, games="race")
    assert stranger.post("/office/race/ceremony/prizes/1/removal").status_code == 404
    assert "за лучший дебют" in site.signed_in(Role.CHIEF_SECRETARY).get(PAGE).text


@pytest.mark.parametrize("file", ["list.doc", "list", "ledger.pdf"])
def test_another_file_is_not_there(shared_site: Site, file: str) -> None:
    assert shared_site.signed_in(Role.CHIEF_SECRETARY).get(f"{PAGE}/{file}").status_code == 404


def test_whoever_takes_full_names_away_is_written_down(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    secretary.get(f"{PAGE}/list.xlsx")
    assert "награждение, xlsx" in secretary.get("/office/demo/exports").text


def test_the_page_lists_what_is_not_known_yet(shared_site: Site) -> None:
    page = shared_site.signed_in(Role.CHIEF_JUDGE).get(PAGE).text
    for words in (
        "Ещё без результата: ",
        "Предварительно, места могут измениться",
        "Не внесены составы, ",
        "Кому переходящий кубок",
    ):
        assert words in page


def test_a_sheet_of_a_games_without_results_prints(race: Site) -> None:
    now = race.shell.now("race")
    assert awards(now, {}).podiums == ()
    sheet = race.signed_in(Role.CHIEF_SECRETARY, games="race").get("/office/race/ceremony/announcer.pdf")
    assert sheet.content.startswith(b"%PDF")
