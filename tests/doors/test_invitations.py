"""Links that are handed out: by the secretariat, by a captain to a coach, by a chief judge to his judges."""

import html
import re
from datetime import date, timedelta
from typing import Any

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.entries.actions import NewAthletes, add_athletes
from spartakiad.people.forms import Clean
from spartakiad.words.dates import moment
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor, site_of

PEOPLE = "/office/demo/people"
COACHES = "/team/demo/vologda/coaches"
JUDGES = "/judge/demo/trail/judges"
COACH = {"account_name": "Ёжиков Тренер", "contest": "trail"}
INVITED = {
    Role.CAPTAIN: "vologda",
    Role.JUDGE: "trail",
    Role.SPORT_CHIEF: "trail",
    Role.SPORT_SECRETARY: "trail",
    Role.COMMISSION: "",
    Role.CHIEF_JUDGE: "",
    Role.CHIEF_SECRETARY: "",
    Role.OPERATOR: "",
}


@pytest.fixture
def secretary(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_SECRETARY)


@pytest.fixture
def chief(site: Site) -> Visitor:
    return site.signed_in(Role.SPORT_CHIEF, contest="trail")


def link_in(answer: Any) -> str:
    found = re.search(r"<code[^>]*>[^<]*(/invitation/[^<]+)</code>", answer.text)
    assert found is not None, answer.text
    return found[1]


def come_in(site: Site, link: str) -> Visitor:
    visitor = site.visitor()
    assert visitor.post(link).status_code == 303
    return visitor


def row(page: str, name: str) -> str:
    """The words of somebody's line in a list of people."""
    found = re.search(rf'<tr><th scope="row">{re.escape(name)}.*?</tr>', page, re.DOTALL)
    return words(found.group()) if found else ""


def number(page: str, name: str) -> str:
    found = re.search(rf'<tr><th scope="row">{re.escape(name)}.*?/(\d+)/link', page, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("role", INVITED)
def test_the_secretary_invites_every_role_of_the_games(site: Site, secretary: Visitor, role: Role) -> None:
    answer = secretary.post(PEOPLE, {"account_name": "Новый", "account_role": role.value, "place": INVITED[role]})
    home = come_in(site, link_in(answer)).get("/me").headers["location"]
    assert home.startswith(("/team/demo/vologda", "/judge/demo", "/office/demo"))


def test_the_text_for_a_messenger_names_who_to_what_as_whom_and_until_when(secretary: Visitor) -> None:
    answer = secretary.post(PEOPLE, {"account_name": "Анна Зимина", "account_role": "captain", "place": "vologda"})
    found = re.search(r'id="ready-text">(.+?)</p>', answer.text)
    text = html.unescape(found[1]) if found else ""
    whom = "Анна Зимина, вы приглашены: Демонстрационная зимняя Спартакиада, представитель команды, Вологда."
    assert text.startswith(f"{whom} Откройте ссылку и нажмите «Войти»: ")
    assert f"http://games.test{link_in(answer)} Ссылка действует до " in text


def test_links_lead_where_others_reach_the_site_whatever_name_it_was_asked_by(site: Site) -> None:
    outside = site_of(site.shell, site.runner, address="https://games.example")
    form = {"account_name": "Снегова Анна", "account_role": "operator", "place": ""}
    invited = outside.signed_in(Role.CHIEF_SECRETARY).post(PEOPLE, form).text
    account = site.new(Role.OPERATOR)
    again = outside.signed_in(Role.ADMIN, games="").post(f"/admin/accounts/{account}/link").text
    for page in (invited, again):
        assert {*re.findall(r"(\S{21})/invitation/", page)} - {"<code>"} == {"https://games.example"}


def test_a_form_sent_twice_invites_once_and_shows_the_same_link(site: Site, secretary: Visitor) -> None:
    form = {"account_name": "Дважды", "account_role": "operator", "place": "", "command_key": "tap"}
    first, second = (link_in(secretary.post(PEOPLE, form)) for _ in range(2))
    assert (first == second, secretary.get(PEOPLE).text.count('<th scope="row">Дважды')) == (True, 1)


def test_the_list_says_when_somebody_came_where_from_and_what_links_are_out(site: Site, secretary: Visitor) -> None:
    form = {"account_name": "Снегова Анна", "account_role": "judge", "place": "trail"}
    link = link_in(secretary.post(PEOPLE, form))
    before = row(secretary.get(PEOPLE).text, "Снегова Анна")
    phone = site.visitor()
    phone.post(link, headers={"User-Agent": "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit"})
    after = row(secretary.get(PEOPLE).text, "Снегова Анна")
    assert ("ещё не входил" in before, "Android" in before) == (True, False)
    assert re.search(r"впервые \d+ \w+, \d\d:\d\d Android – ", after)


def test_the_list_counts_the_devices_and_says_when_each_was_here(site: Site, secretary: Visitor) -> None:
    form = {"account_name": "Снегова Анна", "account_role": "judge", "place": "trail"}
    phone, desk = site.visitor(), site.visitor()
    phone.post(link_in(secretary.post(PEOPLE, form)), headers={"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS"})
    again = link_in(secretary.post(f"{PEOPLE}/{number(secretary.get(PEOPLE).text, 'Снегова Анна')}/link"))
    began = site.shell.clock()
    site.shell.clock = lambda: began + timedelta(minutes=10)
    desk.post(again, headers={"User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64"})
    now, was = moment(site.shell.clock()), moment(began)
    listed = row(secretary.get(PEOPLE).text, "Снегова Анна")
    assert words(f"впервые {was} последний раз {now} iPhone был {was} Windows был {now}") in listed


def test_a_new_link_voids_the_old_and_a_shut_door_is_opened_by_a_new_one(site: Site, secretary: Visitor) -> None:
    form = {"account_name": "Льдов", "account_role": "operator", "place": ""}
    old = link_in(secretary.post(PEOPLE, form))
    account = number(secretary.get(PEOPLE).text, "Льдов")
    new = link_in(secretary.post(f"{PEOPLE}/{account}/link"))
    assert site.visitor().post(old).status_code == 404
    inside = come_in(site, new)
    shut = secretary.post(f"{PEOPLE}/{account}/exclusion").text
    assert ("вход закрыт" in row(shut, "Льдов"), inside.get("/office/demo").status_code) == (True, 303)
    assert come_in(site, link_in(secretary.post(f"{PEOPLE}/{account}/link"))).get("/office/demo").status_code == 200


def test_whoever_was_shut_out_is_not_rung_any_more(site: Site, secretary: Visitor) -> None:
    form = {"account_name": "Озёрова", "account_role": "sport_secretary", "place": "bandy", "account_phone": "+7 900"}
    secretary.post(PEOPLE, form)
    rung = "Озёрова" in answering(secretary, "Мини-хоккей")
    secretary.post(f"{PEOPLE}/{number(secretary.get(PEOPLE).text, 'Озёрова')}/exclusion")
    assert (rung, "Озёрова" in answering(secretary, "Мини-хоккей")) == (True, False)


def answering(secretary: Visitor, about: str) -> str:
    """Who answers for the marks of a contest, as the board has it."""
    page = secretary.get("/office/demo").text
    found = re.search(rf'<tr data-kind="marks"><th scope="row">{about}.*?</tr>', page, re.DOTALL)
    return words(found.group()) if found else ""


def test_a_link_is_not_used_up_by_the_preview_of_a_messenger(site: Site, secretary: Visitor) -> None:
    link = link_in(secretary.post(PEOPLE, {"account_name": "Кто-то", "account_role": "operator", "place": ""}))
    for agent in ("TelegramBot (like TwitterBot)", "WhatsApp/2.23", "vkShare; +http://vk.com/dev/Share"):
        for method in ("GET", "HEAD"):
            site.visitor().ask(method, link, headers={"User-Agent": agent})
    assert come_in(site, link).get("/office/demo").status_code == 200


def test_a_coach_whom_the_captain_invited_sees_one_contest_and_changes_its_entries(site: Site) -> None:
    coach = come_in(site, link_in(site.captain().post(COACHES, COACH)))
    page = "/team/demo/vologda/contests/trail"
    assert coach.get("/me").headers["location"] == page
    assert coach.post(f"{page}/entries", {"e-trail-17": "team", "e-trail-18": "guest"}).status_code == 303
    assert coach.post(f"{page}/entries", {"e-trail-17": "personal", "e-trail-18": ""}).status_code == 303
    assert entries(site, "trail") == {"17": "personal"}


def test_a_coach_of_one_contest_touches_no_other(site: Site) -> None:
    coach = come_in(site, link_in(site.captain().post(COACHES, COACH)))
    before = entries(site, "darts"), entries(site, "ski-women")
    cells = {"e-darts-17": "team", "e-ski-women-17": "guest", "e-trail-17": "team"}
    coach.post("/team/demo/vologda/contests/trail/entries", cells)
    refused = [
        coach.post("/team/demo/vologda/contests/ski-women/entries", cells).status_code,
        coach.get("/team/demo/vologda/contests/ski-women").status_code,
        coach.post("/team/demo/vologda/entries", cells).status_code,
        coach.post("/team/demo/vologda/submission").status_code,
        coach.post("/team/demo/pskov/contests/trail/entries", {"e-trail-25": "team"}).status_code,
    ]
    assert refused == [404, 404, 403, 403, 404]
    assert ((entries(site, "darts"), entries(site, "ski-women")), entries(site, "trail")) == (before, {"17": "team"})


def entries(site: Site, contest: str) -> dict[str, str]:
    return {
        entry.entrant: entry.role
        for entry in site.shell.now("demo").state.entries_of(contest)
        if entry.team == "vologda"
    }


def test_a_coach_sees_what_the_commission_said_about_his_athletes(site: Site) -> None:
    new = Clean("Позёмкина", "Нина", "", "f", date(1991, 3, 5), "I")
    added = site.shell.write_now(add_athletes, NewAthletes("demo", "vologda", (new,)), SYSTEM)
    number = added["athletes"][0]  # type: ignore[index]
    coach = site.signed_in(Role.COACH, team="vologda", contest="trail")
    coach.post("/team/demo/vologda/contests/trail/entries", {f"e-trail-{number}": "team"})
    commission = site.signed_in(Role.COMMISSION)
    site.refuse(str(number), "нет допуска врача")
    commission.post("/office/demo/admission/vologda/verdict", {"verdict": "remarks", "remark": "нет справок"})
    page = words(coach.get("/team/demo/vologda/contests/trail").text)
    assert "не допущен: нет допуска врача (п. 4.5)" in page and "Замечание комиссии: нет справок" in page


def test_the_secretariat_sees_who_invited_and_each_of_both_shuts_the_coach_out(site: Site, secretary: Visitor) -> None:
    captain = site.captain()
    for by, path in ((captain, COACHES), (secretary, PEOPLE)):
        coach = come_in(site, link_in(captain.post(COACHES, {**COACH, "account_name": f"Тренер для {path}"})))
        listed = secretary.get(PEOPLE).text
        assert "пригласил: Проверяющий: captain vologda" in row(listed, f"Тренер для {path}")
        by.post(f"{path}/{number(listed, f'Тренер для {path}')}/exclusion")
        assert coach.get("/me").status_code == 303 and coach.get("/me").headers["location"] == "/sign-in"


def test_shutting_out_the_captain_leaves_his_coach_at_work(site: Site, secretary: Visitor) -> None:
    captain = site.new(Role.CAPTAIN, team="vologda")
    visitor = come_in(site, site.link(captain))
    coach = come_in(site, link_in(visitor.post(COACHES, COACH)))
    secretary.post(f"{PEOPLE}/{captain}/exclusion")
    assert coach.get("/team/demo/vologda/contests/trail").status_code == 200


def test_a_captain_hands_out_no_link_to_anybody_but_coaches_of_his_team(site: Site) -> None:
    others = (
        site.new(Role.CHIEF_SECRETARY),
        site.new(Role.COACH, team="pskov", contest="trail"),
        site.new(Role.CAPTAIN, team="vologda"),
    )
    answers = {
        site.captain().post(f"{COACHES}/{one}/{what}").status_code for one in others for what in ("link", "exclusion")
    }
    assert answers == {404}


def test_a_coach_is_invited_for_a_contest_of_the_programme(site: Site) -> None:
    for contest, says in (("", "Вид: выберите"), ("curling", "Вид: такого варианта нет")):
        answer = site.captain().post(COACHES, {**COACH, "contest": contest})
        assert (answer.status_code, says in answer.text, 'value="Ёжиков Тренер"' in answer.text) == (422, True, True)


def test_a_chief_judge_invites_judges_of_his_contest_and_shuts_out_only_those(site: Site, chief: Visitor) -> None:
    judge = come_in(site, link_in(chief.post(JUDGES, {"account_name": "Тропин"})))
    assert [judge.get(f"/judge/demo/{contest}").status_code for contest in ("trail", "figure")] == [200, 404]
    page = chief.get(JUDGES).text
    of_the_secretariat = site.new(Role.JUDGE, contest="trail")
    assert chief.post(f"{JUDGES}/{of_the_secretariat}/exclusion").status_code == 404
    chief.post(f"{JUDGES}/{number(page, 'Тропин')}/exclusion")
    assert judge.get("/judge/demo/trail").headers["location"] == "/sign-in"
