"""What judges mistype: taken as the paper means it, or refused in Russian with the input kept and nothing written."""

import dataclasses
import re
from typing import Any

import httpx
import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.entries import commission
from spartakiad.results.actions import Checked, check_marks
from tests.doors.visiting import Site, Visitor

SHEET = "/judge/race/ski-women"
MAIN = "main"


def typed(judge: Visitor, raw: str, entrant: str = "1", version: int = 0, **more: Any) -> httpx.Response:
    return judge.post(f"{SHEET}/marks/{entrant}", {"raw": raw, "version": version}, **more)


def value(site: Site, entrant: str = "1") -> dict[str, Any] | None:
    mark = site.shell.now("race").state.marks.get(("ski-women", MAIN, MAIN, entrant))
    return dict(mark.value) if mark else None


UNREADABLE = {
    "1:75,3": "минут и секунд не бывает 60 и больше",
    "1" * 10_000: "Введено 10000 знаков, а результат не длиннее 60",
    "１２": "Наберите цифрами 0–9",
    "١٢:٠٠": "Наберите цифрами 0–9",
    "": "Ничего не введено",
    "   ": "Ничего не введено",
    "-40:33": "не бывает отрицательным",
    "\u221240:33": "не бывает отрицательным",
    "NaN": "Это не число",
    "1e400": "Запись со степенью",
    "40_33": "Знак «_» в результате лишний",
    "+5": "Знак «+» лишний",
    "40:33,25": "Знаков после запятой больше",
    "40:3,2": "после двоеточия нужны две цифры",
    "40 мин": "писать не нужно",
    "<b>40:33</b>": "Это не похоже на время",
    "снят": "Снят – кем?",
    "0x1F": "Это не похоже на время",
    "☃": "Это не похоже на время",
    "40:33\u202e,2": "Это не похоже на время",
    "4" * 50: "Получается больше 100:00:00",
}


@pytest.mark.parametrize("raw", UNREADABLE, ids=ascii)
def test_an_unreadable_result_is_refused_at_its_field(race: Site, judge: Visitor, raw: str) -> None:
    answer = typed(judge, raw)
    assert (answer.status_code, UNREADABLE[raw] in answer.text) == (422, True)


@pytest.mark.parametrize("raw", UNREADABLE, ids=ascii)
def test_an_unreadable_result_writes_nothing(race: Site, judge: Visitor, raw: str) -> None:
    before = race.numbers()
    typed(judge, raw)
    assert race.numbers() == before


@pytest.mark.parametrize("raw", ["1:75,3", "１２", "40 мин", "40:33,25"], ids=ascii)
def test_an_unreadable_result_stays_in_its_field(race: Site, judge: Visitor, raw: str) -> None:
    field = re.search(r'id="f-raw-1" name="raw" value="([^"]*)"', typed(judge, raw).text)
    assert field is not None
    assert field.group(1) == raw


READABLE = {
    "40.33.2": {"time": "40:33.2"},
    "40:33,2": {"time": "40:33.2"},
    "40.33,2": {"time": "40:33.2"},
    "\u00a040:33,2\u200b ": {"time": "40:33.2"},
    "0:40:33,2": {"time": "40:33.2"},
    "н/я": {},
    "H/Я": {},
    "дискв": {},
}


@pytest.mark.parametrize("raw", READABLE, ids=ascii)
def test_a_result_is_read_however_it_is_spelt(race: Site, judge: Visitor, raw: str) -> None:
    typed(judge, raw)
    assert value(race) == READABLE[raw]


def test_what_was_typed_is_kept_to_the_letter(race: Site, judge: Visitor) -> None:
    typed(judge, "40.33.2")
    assert race.shell.now("race").state.marks["ski-women", MAIN, MAIN, "1"].raw == "40.33.2"


def test_a_readable_result_is_shown_as_it_was_read(race: Site, judge: Visitor) -> None:
    typed(judge, "40.33.2")
    assert "40:33,2" in race.visitor().get("/games/race/contests/ski-women").text


def test_an_unlikely_result_is_asked_about(race: Site, judge: Visitor) -> None:
    answer = typed(judge, "3:05,2")
    assert (answer.status_code, "отметьте «так и есть»" in answer.text, 'name="sure"' in answer.text) == (
        422,
        True,
        True,
    )


def test_an_unlikely_result_that_is_meant_is_taken(race: Site, judge: Visitor) -> None:
    judge.post(f"{SHEET}/marks/1", {"raw": "3:05,2", "version": 0, "sure": "yes"})
    assert value(race) == {"time": "3:05.2"}


def test_a_result_of_somebody_not_admitted_is_kept(race: Site, judge: Visitor) -> None:
    typed(judge, "40:33,2", entrant="3")
    assert value(race, "3") == {"time": "40:33.2"}


def test_the_judge_is_told_that_a_result_is_held_out(race: Site, judge: Visitor) -> None:
    typed(judge, "40:33,2", entrant="3")
    assert "не допущен: результат записан, но в протокол не идёт" in judge.get(SHEET).text


def test_a_result_of_somebody_not_admitted_is_not_published(race: Site, judge: Visitor) -> None:
    typed(judge, "40:33,2", entrant="3")
    assert "40:33,2" not in race.visitor().get("/games/race/contests/ski-women").text


def test_a_result_held_out_counts_once_he_is_admitted(race: Site, judge: Visitor) -> None:
    typed(judge, "40:33,2", entrant="3")
    race.shell.write_now(commission.admit, commission.Admission("race", "3", "admitted"), SYSTEM)
    assert "40:33,2" in race.visitor().get("/games/race/contests/ski-women").text


def test_a_result_of_somebody_not_entered_is_refused(race: Site, judge: Visitor) -> None:
    answer = typed(judge, "40:33,2", entrant="99")
    assert (answer.status_code, "не заявлен в вид" in answer.text) == (422, True)


@pytest.mark.parametrize("hx", [{}, {"HX-Request": "true"}], ids=["page", "fragment"])
def test_saving_over_another_judge_shows_both_values_and_who(race: Site, judge: Visitor, hx: dict[str, str]) -> None:
    typed(judge, "40:33,2")
    second = race.signed_in(Role.SPORT_CHIEF, games="race", contest="ski-women")
    answer = typed(second, "40:35,0", headers=hx)
    said = re.search(
        r"у вас «40:35,0», а уже записано «40:33,2» \(Проверяющий: judge ski-women, [0-9:]{5}\)", answer.text
    )
    assert (answer.status_code, said is not None) == (409, True)


def test_saving_over_another_judge_changes_nothing(race: Site, judge: Visitor) -> None:
    typed(judge, "40:33,2")
    typed(race.signed_in(Role.SPORT_CHIEF, games="race", contest="ski-women"), "40:35,0")
    assert value(race) == {"time": "40:33.2"}


def test_saving_again_after_having_seen_both_values_is_taken(race: Site, judge: Visitor) -> None:
    typed(judge, "40:33,2")
    second = race.signed_in(Role.SPORT_CHIEF, games="race", contest="ski-women")
    refused = typed(second, "40:35,0").text
    line = refused.partition('id="mark-1"')[2].partition("</form>")[0]
    form = dict(reversed(re.findall(r'name="(version|command_key|raw)" value="([^"]*)"', line)))
    second.post(f"{SHEET}/marks/1", form)
    assert value(race) == {"time": "40:35.0"}


def test_the_same_result_sent_twice_is_written_once(race: Site, judge: Visitor) -> None:
    form = {"raw": "40:33,2", "version": 0, "command_key": "tap-1"}
    judge.post(f"{SHEET}/marks/1", form)
    after_first = race.numbers()
    judge.post(f"{SHEET}/marks/1", form)
    assert race.numbers() == after_first


def test_a_refused_form_mended_after_going_back_is_a_new_wish(race: Site, judge: Visitor) -> None:
    refused = judge.post(f"{SHEET}/marks/1", {"raw": "1:75,3", "version": 0, "command_key": "tap-1"})
    judge.post(f"{SHEET}/marks/1", {"raw": "40:35,0", "version": 0, "command_key": "tap-1"})
    assert (refused.status_code, value(race)) == (422, {"time": "40:35.0"})


@pytest.mark.parametrize("version", ["", "x", "-1", "1.5", "１", "9" * 23])
def test_a_broken_version_is_refused(race: Site, judge: Visitor, version: str) -> None:
    answer = judge.post(f"{SHEET}/marks/1", {"raw": "40:33,2", "version": version})
    assert (answer.status_code, value(race)) == (422, None)


def test_a_closed_contest_takes_no_result(shared_site: Site) -> None:
    secretary = shared_site.signed_in(Role.CHIEF_SECRETARY)
    answer = secretary.post("/judge/demo/ski-women/marks/1", {"raw": "40:33,2", "version": 0})
    assert (answer.status_code, "приём результатов закрыт" in answer.text) == (409, True)


def test_nobody_confirms_what_he_typed(race: Site, judge: Visitor) -> None:
    typed(judge, "40:33,2")
    answer = judge.post(f"{SHEET}/checks", {"c-1": 1, "verdict": "confirmed"})
    assert (answer.status_code, "должен другой человек" in answer.text) == (409, True)


def test_a_check_of_a_result_that_changed_meanwhile_is_refused(race: Site, judge: Visitor) -> None:
    typed(judge, "40:33,2")
    typed(judge, "40:35,0", version=1)
    chief = race.signed_in(Role.SPORT_CHIEF, games="race", contest="ski-women")
    assert chief.post(f"{SHEET}/checks", {"c-1": 1, "verdict": "confirmed"}).status_code == 409


def test_a_result_confirmed_by_another_person_is_confirmed(race: Site, judge: Visitor) -> None:
    typed(judge, "40:33,2")
    race.shell.write_now(
        check_marks, Checked("race", "ski-women", (("1", 1),), "confirmed"), dataclasses.replace(SYSTEM, id="other")
    )
    assert race.shell.now("race").state.marks["ski-women", MAIN, MAIN, "1"].check == "confirmed"


def test_confirming_with_nothing_ticked_says_so(race: Site, judge: Visitor) -> None:
    answer = judge.post(f"{SHEET}/checks", {"verdict": "confirmed"})
    assert (answer.status_code, "Ничего не отмечено" in answer.text) == (422, True)


def test_the_whole_list_is_confirmed_at_once_but_only_as_it_was_seen(race: Site, judge: Visitor) -> None:
    typed(judge, "40:33,2")
    chief = race.signed_in(Role.SPORT_CHIEF, games="race", contest="ski-women")
    shown = dict(re.findall(r'name="(a-[^"]+)" value="(1-\w{8})"', chief.get(SHEET).text))
    assert shown.keys() == {"a-1"}
    typed(judge, "40:35,0", version=1)
    assert chief.post(f"{SHEET}/checks", {**shown, "verdict": "all"}).status_code == 409
    other = {"a-1": f"2-{'0' * 8}", "verdict": "all"}  # another mark under that version, as after an older copy
    assert chief.post(f"{SHEET}/checks", other).status_code == 409
    assert chief.post(f"{SHEET}/checks", {"a-1": 2, "verdict": "all"}).status_code == 303
    assert race.shell.now("race").state.marks["ski-women", MAIN, MAIN, "1"].check == "confirmed"
