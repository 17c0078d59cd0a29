"""A Games made from nothing by its secretary: planned, put together, people invited, the application opened."""

import re

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.games.catalogue import presets
from tests.doors.visiting import Site, Visitor

PLAN = {
    "title": "V зимняя Спартакиада",
    "season": "winter",
    "host": "vologda",
    "starts_on": "18.02.2027",
    "ends_on": "21.02.2027",
    "preset": "n-down",
    "sport-ski": "yes",
    "sport-chess": "yes",
    "team-vologda": "yes",
    "team-pskov": "yes",
}


@pytest.fixture
def office(site: Site) -> Visitor:
    return site.signed_in(Role.OFFICE, "")


def made(office: Visitor, **changes: str) -> str:
    answer = office.post("/office/new", {**PLAN, **changes})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def test_whoever_makes_it_is_its_secretary_and_sees_what_is_missing(site: Site, office: Visitor) -> None:
    assert made(office) == "/office/winter-2027/setup"
    page = office.get("/office/winter-2027/setup").text
    missing = re.findall(r'<span class="vh">Нет: </span><a [^>]*>([^<]*)', page)
    assert missing == [
        "Расписание: Лыжные гонки, женщины, Лыжные гонки, мужчины, Шахматы",
        "Представители команд: Вологда, Псков",
        "Судьи видов",
        "Мандатная комиссия",
        "Главный судья Спартакиады",
        "До какого дня и часа заявки",
        "Кто подписывает документы",
        "Телефон секретариата",
        "Приём заявок открыт",
    ]
    state = site.shell.now("winter-2027").state
    assert (list(state.contests), sorted(state.teams)) == (["ski-women", "ski-men", "chess"], ["pskov", "vologda"])


PUBLIC = ("/games/winter-2027", "/games/winter-2027/contests", "/games/winter-2027/standings")


def test_a_chief_secretary_finds_the_way_to_make_another(site: Site) -> None:
    assert 'href="/office/new"' in site.signed_in(Role.CHIEF_SECRETARY).get("/office/demo/setup").text


def test_the_public_sees_it_when_the_application_is_opened_and_not_before(site: Site, office: Visitor) -> None:
    made(office)
    assert [site.visitor().get(path).status_code for path in PUBLIC] == [404, 404, 404]
    assert "winter-2027" not in site.visitor().get("/games").text
    office.post("/office/winter-2027/state", {"state": "entries_open"})
    assert [site.visitor().get(path).status_code for path in PUBLIC] == [200, 200, 200]
    assert "winter-2027" in site.visitor().get("/games").text


def test_when_the_time_is_over_nobody_is_told_to_paste_a_table(site: Site, office: Visitor) -> None:
    made(office)
    said = []
    for state in ("entries_open", "entries_closed"):
        office.post("/office/winter-2027/state", {"state": state})
        page = office.get("/team/winter-2027/vologda").text
        said.append(("В заявке ещё никого нет." in page, "Вставьте строки из таблицы или" in page))
    assert said == [(True, True), (True, False)]


def test_a_second_one_of_the_same_year_gets_a_name_of_its_own(office: Visitor) -> None:
    made(office)
    assert made(office, title="Ещё одна") == "/office/winter-2027-2/setup"


def test_the_programme_is_changed_contest_by_contest(site: Site, office: Visitor) -> None:
    made(office)
    setup = "/office/winter-2027/setup"
    assert office.post(f"{setup}/contests", {"sport": "darts"}).status_code == 303
    assert office.post(f"{setup}/contests/chess/removal").status_code == 303
    assert office.post(f"{setup}/contests/darts/rules", {"set-conditions-quota": "6"}).status_code == 303
    state = site.shell.now("winter-2027").state
    assert list(state.contests) == ["ski-women", "ski-men", "darts"]
    assert state.regulation["eligibility"]["contest"]["darts"] == {"quota": 6}
    assert "2\u00a0лучших участника по очкам" in office.get(setup).text


def test_another_way_to_count_asks_its_questions_first(site: Site, office: Visitor) -> None:
    made(office)
    setup = "/office/winter-2027/setup"
    asked = office.post(f"{setup}/standing", {"preset": "best"})
    assert asked.status_code == 422 and "Сколько лучших видов" in asked.text
    answers = {"answer-standing[0].count.k": "2", "answer-standing[0].count.of": "3"}
    assert office.post(f"{setup}/standing", {"preset": "best", **answers}).status_code == 303
    assert "В сумму идут 2\u00a0лучших вида" in office.get(setup).text


def test_an_answer_that_cannot_be_is_refused_in_words_and_changes_nothing(site: Site, office: Visitor) -> None:
    made(office)
    before = site.shell.now("winter-2027").state.regulation
    answers = {"answer-standing[0].count.k": "много", "answer-standing[0].count.of": "3"}
    answer = office.post("/office/winter-2027/setup/standing", {"preset": "best", **answers})
    assert answer.status_code == 422 and "много" in answer.text
    assert site.shell.now("winter-2027").state.regulation == before


def test_a_contest_with_entries_is_not_dropped(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    answer = secretary.post("/office/demo/setup/contests/ski-women/removal", {"reason": "мороз"})
    assert answer.status_code == 409 and "уже есть заявки" in answer.text


def test_after_the_first_mark_a_change_is_a_new_version_with_a_reason(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    before = site.shell.now("demo").state.regulation_version
    rules, changed = "/office/demo/setup/contests/trail/rules", {"set-conditions-quota": "7"}
    assert secretary.post(rules, changed).status_code == 422
    assert secretary.post(rules, {**changed, "reason": "решение оргкомитета № 2"}).status_code == 303
    assert site.shell.now("demo").state.regulation_version == before + 1


def test_a_guest_team_gets_a_name_of_its_own(site: Site, office: Visitor) -> None:
    made(office)
    setup = "/office/winter-2027/setup"
    assert office.post(f"{setup}/teams", {"city": "kirov"}).status_code == 303
    assert office.post(f"{setup}/teams", {"team_title": "Сборная Щёлкова"}).status_code == 303
    teams = site.shell.now("winter-2027").state.teams
    assert sorted(teams) == ["kirov", "pskov", "sbornaya-schelkova", "vologda"]


def test_somebody_invited_comes_in_by_the_link_and_is_off_the_checklist(site: Site, office: Visitor) -> None:
    made(office)
    people = "/office/winter-2027/people"
    typed = {"account_name": "Анна Зимина", "account_role": "captain", "place": "vologda"}
    link = re.search(r"<code>[^<]*(/invitation/[^<]+)</code>", office.post(people, typed).text)
    assert link
    captain = site.visitor()
    captain.post(link[1])
    assert captain.get("/team/winter-2027/vologda").status_code == 200
    assert captain.get("/team/winter-2027/pskov").status_code == 404
    assert "Представители команд: Псков" in office.get("/office/winter-2027/setup").text


def test_a_secretary_makes_nobody_an_administrator(site: Site, office: Visitor) -> None:
    made(office)
    typed = {"account_name": "Кто-то", "account_role": "admin", "place": ""}
    assert office.post("/office/winter-2027/people", typed).status_code == 422


def test_a_secretary_shuts_out_only_people_of_these_games(site: Site, office: Visitor) -> None:
    made(office)
    stranger = site.new(Role.CAPTAIN, "demo", "vologda")
    assert office.post(f"/office/winter-2027/people/{stranger}/exclusion").status_code == 404
    assert office.post(f"/office/winter-2027/people/{stranger}/link").status_code == 404


def test_another_way_to_count_shows_what_it_would_change_and_writes_nothing(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    before = site.shell.now("demo").state.regulation
    asked = next(one for one in presets().values() if not one.questions)
    answer = secretary.post("/office/demo/setup/standing", {"preset": asked.id, "look": "yes"})
    rows = re.findall(r'data-label="Сейчас">(\d+) место, [\d,]+</td>', answer.text)
    assert answer.status_code == 200 and sorted(map(int, rows)) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert "Ещё ничего не записано" in answer.text
    assert site.shell.now("demo").state.regulation == before


def test_a_way_to_count_with_an_open_question_is_not_shown(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    asked = next(one for one in presets().values() if one.questions)
    assert secretary.post("/office/demo/setup/standing", {"preset": asked.id, "look": "yes"}).status_code == 422


def test_another_number_shows_what_it_would_change_before_it_is_saved(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    before = site.shell.now("demo").state.regulation
    rules = "/office/demo/setup/contests/ski-men/rules"
    answer = secretary.post(rules, {"form": "contest-ski-men", "set-weight": "5", "look": "yes"})
    assert answer.status_code == 200 and "Ещё ничего не записано" in answer.text
    assert 'value="5"' in answer.text and re.search(r"<b>[А-Я]", answer.text)
    assert site.shell.now("demo").state.regulation == before
    saved = secretary.post(rules, {"set-weight": "5", "reason": "решение оргкомитета № 3"})
    assert saved.headers["location"].endswith("/setup#contest-ski-men")


def test_what_may_not_be_saved_is_said_by_the_look_too(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    rules, changed = "/office/demo/setup/contests/ski-women/rules", {"set-rules-team-members-k": "2"}
    reason = {"reason": "решение оргкомитета № 3"}
    said = [secretary.post(rules, {**changed, **more}) for more in ({"look": "yes"}, reason)]
    assert [answer.status_code for answer in said] == [409, 409]
    assert all("официал" in answer.text for answer in said)


def test_a_wrong_number_comes_back_at_its_field_with_what_was_typed(site: Site, office: Visitor) -> None:
    made(office)
    rules = "/office/winter-2027/setup/contests/ski-men/rules"
    answer = office.post(rules, {"form": "contest-ski-men", "set-rules-team-members-k": "три"})
    assert answer.status_code == 422 and 'value="три"' in answer.text
    assert (
        'id="f-set-rules-team-members-k-error"' in answer.text and 'href="#f-set-rules-team-members-k"' in answer.text
    )


def test_adding_a_sport_shows_that_nothing_would_change_yet(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    answer = secretary.post("/office/demo/setup/contests", {"form": "sport", "sport": "football", "look": "yes"})
    assert answer.status_code == 200 and "Места и очки остаются прежними" in answer.text
    assert "football" not in site.shell.now("demo").state.contests
