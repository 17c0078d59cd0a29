"""A team of several cities from the office to its papers: made, applied for, each athlete with his own city."""

import io

from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.matches import matches_of
from spartakiad.entries.commission import decide_rows
from spartakiad.entries.commission_table import untouched
from spartakiad.games.actions import GamesState, state_games
from spartakiad.results.actions import TypedMark, enter_mark
from spartakiad.starts.actions import OneContest, release
from tests.doors.reading import words
from tests.doors.test_officials import DOCTOR
from tests.doors.visiting import Site, Visitor

PLAN = {
    "title": "Проба сборных",
    "season": "winter",
    "host": "vologda",
    "starts_on": "18.02.2027",
    "ends_on": "21.02.2027",
    "preset": "n-down",
    "sport-ski": "yes",
    "team-pskov": "yes",
    "invented": "yes",
}
TWO = {"city-1": "vologda", "city-2": "cherepovets"}
JOINT, GAMES = "vologda-cherepovets", "rehearsal"
TEAM = f"/team/{GAMES}/{JOINT}"
ANNA = {"surname": "Буранова", "name": "Анна", "sex": "ж", "born_on": "05.03.1990", "city": "cherepovets"}


def made(site: Site, **more: str) -> Visitor:
    """The office makes a training Games with a joint team; its secretary."""
    office = site.signed_in(Role.OFFICE, "")
    office.post("/office/new", PLAN)
    office.post(f"/office/{GAMES}/setup/joint-teams", TWO | more)
    office.post(f"/office/{GAMES}/state", {"state": "entries_open"})
    return office


def captain(site: Site) -> Visitor:
    return site.signed_in(Role.CAPTAIN, GAMES, JOINT)


def printed(answer: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer)).pages).split())


def test_it_is_made_of_its_cities_and_called_by_them(site: Site) -> None:
    office = made(site)
    team = site.shell.now(GAMES).state.teams[JOINT]
    assert (team.title, [title for _, title in team.cities]) == ("Вологда – Череповец", ["Вологда", "Череповец"])
    page = words(office.get(f"/office/{GAMES}/setup").text)
    assert "Вологда – Череповец (сборная: Вологда, Череповец)" in page


def test_one_city_or_an_unknown_one_makes_none(site: Site) -> None:
    office = site.signed_in(Role.OFFICE, "")
    office.post("/office/new", PLAN)
    forms = [{"city-1": "vologda"}, {"city-1": "vologda", "city-2": "vologda"}, TWO | {"city-3": "atlantis"}, {}]
    answers = [office.post(f"/office/{GAMES}/setup/joint-teams", form) for form in forms]
    assert [one.status_code for one in answers] == [422] * 4 and len(site.shell.now(GAMES).state.teams) == 1
    assert 'id="f-city-1-error"' in answers[0].text and 'id="f-city-3-error"' in answers[2].text


def test_each_athlete_says_his_city_and_keeps_it(site: Site) -> None:
    made(site)
    wrong = captain(site).post(f"{TEAM}/athletes", ANNA | {"city": ""})
    assert wrong.status_code == 422 and 'id="f-city-error"' in wrong.text and "Вологда, Череповец" in wrong.text
    assert captain(site).post(f"{TEAM}/athletes", ANNA).status_code == 303
    assert site.shell.now(GAMES).state.athletes["1"].city == "cherepovets"
    assert "Буранова Анна 5 марта 1990 г. · Череповец" in words(captain(site).get(TEAM).text)


def test_a_table_names_cities_at_their_cells(site: Site) -> None:
    made(site)
    head = "Фамилия\tИмя\tПол\tДата рождения\tГород\n"
    rows = "Буранова\tАнна\tж\t05.03.1990\tчереповец\nСнежина\tАлла\tж\t06.03.1990\tТверь\n"
    page = words(captain(site).post(f"{TEAM}/paste", {"rows": head + rows}).text)
    assert "с ошибками: 1" in page and "Назовите, из какого города участник: Вологда, Череповец" in page
    form = {f"r0-{cell}": text for cell, text in (ANNA | {"city": "Череповец"}).items()}
    assert captain(site).post(f"{TEAM}/import", form).status_code == 303
    assert site.shell.now(GAMES).state.athletes["1"].city == "cherepovets"


def test_a_team_of_one_city_is_asked_about_none(site: Site) -> None:
    head = "Фамилия\tИмя\tПол\tДата рождения\tГород\nБуранова\tАнна\tж\t05.03.1990\tАтлантида\n"
    page = site.captain().post("/team/demo/vologda/paste", {"rows": head}).text
    assert "с ошибками: 0" in words(page) and "r0-city" not in page


def test_his_city_may_be_put_right(site: Site) -> None:
    made(site)
    captain(site).post(f"{TEAM}/athletes", ANNA)
    captain(site).post(f"{TEAM}/athletes/1/correction", {"rank": "", "coach": "", "uin_gto": "", "city": "vologda"})
    assert site.shell.now(GAMES).state.athletes["1"].city == "vologda"


def test_the_printed_application_the_commission_and_the_start_list_have_his_city(site: Site) -> None:
    office = made(site)
    captain(site).post(f"{TEAM}/athletes", ANNA)
    contest = next(iter(site.shell.now(GAMES).state.contests))
    part = next((line for line in site.shell.now(GAMES).state.regulation.get("part", ())), {}).get("id", "")
    captain(site).post(f"{TEAM}/entries", {f"e-{contest}-1": "team", f"p-{contest}-1": part})
    captain(site).post(f"{TEAM}/submission")
    assert "Череповец" in printed(captain(site).get(f"{TEAM}/application.pdf").content)
    table = words(office.get(f"/office/{GAMES}/admission/{JOINT}").text)
    assert "· Череповец" in table
    site.shell.write_now(decide_rows, untouched(GAMES, site.shell.now(GAMES).state, JOINT), SYSTEM)
    for state in ("entries_closed", "under_way"):
        office.post(f"/office/{GAMES}/state", {"state": state})
    assert office.post(f"/office/{GAMES}/contests/{contest}/starts").status_code == 303
    page = words(site.visitor().get(f"/games/{GAMES}/contests/{contest}").text)
    assert "Участник № 1, Череповец" in page and "Вологда – Череповец (Череповец)" in page
    paper = printed(site.visitor().get(f"/games/{GAMES}/contests/{contest}/starts.pdf").content)
    assert "Вологда – Череповец (Череповец)" in paper


def test_how_it_counts_is_chosen_and_told_to_everybody(site: Site) -> None:
    office = made(site)
    told = {"joint": "own", "joint-clause": "3.4"}
    assert office.post(f"/office/{GAMES}/conditions", told).status_code == 303
    assert site.shell.now(GAMES).state.regulation["eligibility"]["joint"] == {"counts": "own", "clause": "3.4"}
    rules = words(site.visitor().get(f"/games/{GAMES}/rules").text)
    assert "Сборную нескольких городов считают: очки участника – его городу (п. 3.4)." in rules
    assert "Очки команды, которая выступает целиком, делят поровну её города." in rules
    assert office.post(f"/office/{GAMES}/conditions", told | {"joint": "half"}).status_code == 422


def test_those_who_were_of_a_joint_team_are_offered_to_their_own_city(site: Site) -> None:
    made(site)
    captain(site).post(f"{TEAM}/athletes", ANNA)
    office = site.signed_in(Role.OFFICE, "")
    office.post("/office/new", PLAN | {"title": "Следующая", "team-cherepovets": "yes", "team-vologda": "yes"})
    office.post("/office/rehearsal-2/state", {"state": "entries_open"})
    found = [
        'value="Буранова"'
        in site.newly_in(Role.CAPTAIN, "rehearsal-2", team).post(f"/team/rehearsal-2/{team}/former").text
        for team in ("cherepovets", "vologda")
    ]
    assert found == [True, False]


def test_who_came_along_with_a_joint_team_is_offered_to_none_of_its_cities(site: Site) -> None:
    made(site)
    captain(site).post(f"{TEAM}/athletes", ANNA)
    assert captain(site).post(f"{TEAM}/officials", DOCTOR).status_code == 303
    office = site.signed_in(Role.OFFICE, "")
    office.post("/office/new", PLAN | {"title": "Следующая", "team-cherepovets": "yes"})
    office.post("/office/rehearsal-2/state", {"state": "entries_open"})
    of_one = site.newly_in(Role.CAPTAIN, "rehearsal-2", "cherepovets")
    page = of_one.post("/team/rehearsal-2/cherepovets/former").text
    assert 'value="Буранова"' in page and f'value="{DOCTOR["official-surname"]}"' not in page


def test_a_whole_team_is_entered_played_and_explained(site: Site) -> None:
    """Where places of teams are priced one by one, what it wins goes to its cities in equal parts."""
    office = site.signed_in(Role.OFFICE, "")
    office.post(
        "/office/new", PLAN | {"preset": "medals", "sport-ski": "", "sport-football": "yes", "team-tver": "yes"}
    )
    office.post(f"/office/{GAMES}/setup/joint-teams", {"city-1": "vologda", "city-2": "pskov"})
    office.post(f"/office/{GAMES}/conditions", {"joint": "own", "joint-clause": "3.4"})
    office.post(f"/office/{GAMES}/state", {"state": "entries_open"})
    do, joint, teams = site.shell.write_now, "vologda-pskov", ("vologda-pskov", "pskov", "tver")
    for team in teams:
        captain = site.signed_in(Role.CAPTAIN, GAMES, team)
        form = {"foreseen-men": "12", f"e-football-{team}": "team"}
        assert captain.post(f"/team/{GAMES}/{team}/preliminary", form).status_code == 303
    for step in ("entries_closed", "under_way"):
        do(state_games, GamesState(GAMES, step), SYSTEM)
    do(release, OneContest(GAMES, "football"), SYSTEM)
    for match in matches_of(site.shell.now(GAMES).state, "football"):
        won = teams.index(match.sides[0]) < teams.index(match.sides[1])
        do(enter_mark, TypedMark(GAMES, "football", match.key, "3:1" if won else "1:3", 0), SYSTEM)
    share = "Вологда – Псков: 1-е место – 1, доля при разделе между городами 1/2 – 0,5"
    for team in (joint, "pskov"):
        assert share in words(site.visitor().get(f"/games/{GAMES}/standings/{team}").text)


def test_a_row_says_everything_that_is_wrong_with_it_at_once(site: Site) -> None:
    made(site)
    rows = "ФИО\tПол\tДата рождения\tВиды\tГород\nБуранова Анна\tж\t05.03.1990\tШашки\tПсков"
    page = captain(site).post(f"{TEAM}/paste", {"rows": rows}).text
    assert 'id="f-r0-city-error"' in page and 'id="f-r0-contests-error"' in page
