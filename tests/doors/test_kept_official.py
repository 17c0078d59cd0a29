"""What is official, drawn or entered is not rewritten by a change of something else."""

import re
from datetime import date

import pytest

from spartakiad.accounts.roles import Role
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor

SETUP = "/office/demo/setup"


@pytest.fixture
def secretary(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_SECRETARY, "demo")


def test_the_rules_of_an_official_contest_stay(site: Site, secretary: Visitor) -> None:
    before = site.shell.now("demo").state.regulation
    for contest, name in (("ski-women", "set-rules-team-members-k"), ("bandy", "set-rules-stages-0-points-win")):
        answer = secretary.post(f"{SETUP}/contests/{contest}/rules", {name: "1", "reason": "решение № 3"})
        assert answer.status_code == 409 and "результат официальный" in answer.text
    assert site.shell.now("demo").state.regulation == before


def test_somebody_in_an_official_result_is_not_refused_at_the_commission(site: Site) -> None:
    state = site.shell.now("demo").state
    one = next(entry for entry in state.entries_of("ski-women") if state.is_admitted(entry.entrant, "ski-women"))
    number = one.entrant
    form = {f"outcome-{number}": "refused", f"clause-{number}": "4.5", f"reason-{number}": "нет страховки"}
    seen = {f"seen-{number}": str(state.versions[f"admission:{number}"])}
    page = f"/office/demo/admission/{one.team}/table"
    answer = site.signed_in(Role.COMMISSION, "demo").post(page, form | seen)
    assert answer.status_code == 409 and site.shell.now("demo").state.is_admitted(number, "ski-women")


def test_no_team_joins_once_there_are_results(site: Site, secretary: Visitor) -> None:
    before = site.shell.now("demo").state.teams
    assert secretary.post(f"{SETUP}/teams", {"team_title": "Гости"}).status_code == 409
    assert site.shell.now("demo").state.teams == before


def test_a_change_made_on_an_old_page_is_refused_and_says_why(site: Site, secretary: Visitor) -> None:
    page = secretary.get(SETUP).text
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version
    rules = f"{SETUP}/contests/darts/rules"
    first = {"set-title": "Дартс, турнир", "reason": "решение № 3", "version": version[1]}
    assert secretary.post(rules, first).status_code == 303
    late = {"set-conditions-quota": "9", "set-title": "Дартс", "reason": "решение № 4", "version": version[1]}
    answer = secretary.post(rules, late)
    assert answer.status_code == 409 and "изменил кто-то другой" in answer.text
    assert "Дартс, турнир" in secretary.get(SETUP).text


def test_an_upheld_protest_leads_to_the_correction_of_the_official_result(site: Site, secretary: Visitor) -> None:
    paper = {
        "contest": "ski-women",
        "team": "pskov",
        "received_day": "20.02.2026",
        "received_time": "18:05",
        "clause": "6.1",
        "protest_text": "хронометраж",
    }
    secretary.post("/office/demo/protests", paper)
    number = max(site.shell.now("demo").state.protests)
    ruling = {"verdict": "upheld", "reason": "пересчитать", "jury": "Зимин"}
    site.signed_in(Role.CHIEF_JUDGE, "demo").post(f"/office/demo/protests/{number}", ruling)
    board = words(secretary.get("/office/demo").text)
    assert f"исправить официальный результат: протест № {number} удовлетворён" in board
    chief = site.signed_in(Role.SPORT_CHIEF, "demo")
    assert "Вернуть в работу" in chief.get("/judge/demo/ski-women").text
    assert chief.post("/judge/demo/ski-women/reopening", {"reason": f"протест № {number}"}).status_code == 303
    assert site.shell.now("demo").state.contests["ski-women"].state == "under_way"
    assert "исправить официальный" not in secretary.get("/office/demo").text


def test_without_a_protest_an_official_result_is_not_taken_back(site: Site) -> None:
    chief = site.signed_in(Role.SPORT_CHIEF, "demo")
    assert chief.post("/judge/demo/ski-women/reopening", {"reason": "описка"}).status_code == 409


def test_what_is_chosen_is_saved_when_the_application_is_sent(site: Site) -> None:
    captain = site.captain()
    captain.post("/team/demo/vologda/submission", {"e-trail-17": "team"})
    assert ("trail", "17") in site.shell.now("demo").state.entries


def test_a_title_of_signs_that_cannot_be_seen_is_no_title(secretary: Visitor) -> None:
    answer = secretary.post(f"{SETUP}/contests/darts/rules", {"set-title": "\u200b", "reason": "решение № 3"})
    assert answer.status_code == 422


def test_a_shift_leaves_nothing_outside_the_games(site: Site, secretary: Visitor) -> None:
    form = {"from_day": "2026-02-21", "from_time": "00:00", "shift": "1440", "reason": "мороз"}
    for day in ("2026-02-21", "2026-02-22"):
        secretary.post("/office/demo/timetable/shift", {**form, "from_day": day})
    days = {slot.starts_at.date() for slot in site.shell.now("demo").state.slots.values() if slot.starts_at}
    assert max(days) <= date(2026, 2, 22)
