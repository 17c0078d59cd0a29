"""«Новая Спартакиада» in one form: what was typed, what a former Games gives, what is said where something is wrong."""

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.cards import Signatory
from spartakiad.competition.state import State
from tests.doors.visiting import Site, Visitor

PLAN = {
    "title": "V зимняя Спартакиада",
    "season": "winter",
    "host": "vologda",
    "starts_on": "18.02.2027",
    "ends_on": "21.02.2027",
    "preset": "n-down",
    "sport-ski": "yes",
    "team-vologda": "yes",
    "team-pskov": "yes",
}
WHOLE = {
    **PLAN,
    "invited": "Сборная Щёлкова\n\n  Великий  Устюг \nПсков\n",
    "until_day": "10.02.2027",
    "until_time": "18:00",
    "phone": "8 (817) 200-00-01",
    "chair": "Морошкина О. П.",
    "chief": "Зимин А. А.",
    "chief_category": "СС1К",
    "secretary": "Ёлкина Т. В.",
    "secretary_city": "Вологда",
}
ALL = {f"take-{part}": "yes" for part in ("programme", "standing", "teams", "venues", "signatories", "phone")}


@pytest.fixture
def office(site: Site) -> Visitor:
    return site.signed_in(Role.OFFICE, "")


def made(site: Site, office: Visitor, form: dict[str, str]) -> State:
    answer = office.post("/office/new", form)
    assert answer.status_code == 303, answer.text
    return site.shell.now("winter-2027").state


def contests(state: State) -> list[str]:
    return [row["id"] for row in state.regulation["contest"]]


def test_one_form_says_everything(site: Site, office: Visitor) -> None:
    state = made(site, office, WHOLE)
    assert [(team.slug, team.title, team.city) for team in state.teams.values()] == [
        ("vologda", "Вологда", "vologda"),
        ("pskov", "Псков", "pskov"),
        ("sbornaya-schelkova", "Сборная Щёлкова", "Сборная Щёлкова"),
        ("velikiy-ustyug", "Великий Устюг", "velikiy-ustyug"),
    ]
    card = state.card
    assert (card.entries_until, card.phone, card.chair) == ("2027-02-10T18:00", "8 (817) 200-00-01", "Морошкина О. П.")
    assert (card.chief, card.secretary) == (
        Signatory("Зимин А. А.", "СС1К", ""),
        Signatory("Ёлкина Т. В.", "", "Вологда"),
    )
    assert "Кто подписывает документы</a>" not in office.get("/office/winter-2027/setup").text


def test_what_is_not_known_yet_stays_empty(site: Site, office: Visitor) -> None:
    state = made(site, office, PLAN)
    assert (state.card.entries_until, state.card.chair, state.card.phone, state.venues) == ("", "", "", {})


def test_a_copy_takes_everything_over_but_the_deadline(site: Site, office: Visitor) -> None:
    former = site.shell.now("demo").state
    state = made(site, office, {**PLAN, "copy_of": "demo", "sport-ski": "", "sport-football": "yes", **ALL})
    assert contests(state) == [*contests(former), "football"]
    assert (state.regulation["standing"], state.regulation["about"]["title"]) == (
        former.regulation["standing"],
        "V зимняя Спартакиада",
    )
    assert (sorted(state.teams), state.venues) == (sorted(former.teams), former.venues)
    assert (state.card.chief, state.card.phone) == (former.card.chief, former.card.phone)
    assert (state.card.entries_until, state.slots, state.entries, state.marks) == ("", {}, {}, {})


@pytest.mark.parametrize("left", ["standing", "teams", "venues", "signatories", "phone"])
def test_each_part_of_a_copy_may_be_left_out(site: Site, office: Visitor, left: str) -> None:
    former = site.shell.now("demo").state
    form = {**PLAN, "sport-ski": "", "sport-football": "yes", "copy_of": "demo", **ALL, f"take-{left}": ""}
    state = made(site, office, form)
    took = {
        "standing": state.regulation["standing"] == former.regulation["standing"],
        "teams": len(state.teams) == len(former.teams),
        "venues": bool(state.venues),
        "signatories": bool(state.card.chair),
        "phone": bool(state.card.phone),
    }
    assert [part for part, there in took.items() if not there] == [left]


def test_whoever_is_typed_signs_instead_of_whoever_signed(site: Site, office: Visitor) -> None:
    state = made(site, office, {**PLAN, "copy_of": "demo", **ALL, "chief": "Озёров Б. Б.", "phone": "+7 000"})
    former = site.shell.now("demo").state.card
    assert (state.card.chief, state.card.secretary) == (Signatory("Озёров Б. Б.", "", ""), former.secretary)
    assert (state.card.chair, state.card.phone) == (former.chair, "+7 000")


def test_parts_that_do_not_hold_without_one_another_are_refused_in_words(site: Site, office: Visitor) -> None:
    """The standing of the demonstration parts equals by the ski race of women."""
    answer = office.post("/office/new", {**PLAN, "sport-ski": "", "copy_of": "demo", "take-standing": "yes"})
    assert answer.status_code == 422 and 'href="#f-copy_of"' in answer.text
    assert "winter-2027" not in site.shell.memory.games


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("title", "", "Название"),
        ("season", "", "Спартакиада"),
        ("host", "atlantis", "Город проведения"),
        ("starts_on", "вчера", "Первый день"),
        ("ends_on", "30.02.2027", "Последний день"),
        ("ends_on", "17.02.2027", "не раньше первого"),
        ("preset", "best", "Подсчёт общего зачёта"),
        ("invited", "Щёлково\n17", "Приглашённые команды: знак «17»"),
        ("invited", "***", "Приглашённые команды: знак «***»"),
        ("invited", "я" * 61, "Приглашённые команды: знаков 61"),
        ("invited", "\n".join(f"Команда {number}" for number in range(21)), "Слишком много строк: 21"),
        ("until_day", "", "День: заполните"),
        ("until_time", "25:00", "Час: наберите часы и минуты"),
        ("chair", "я" * 201, "Председатель оргкомитета"),
    ],
)
def test_what_is_typed_wrong_is_said_at_its_field_and_kept(
    site: Site, office: Visitor, field: str, typed: str, sentence: str
) -> None:
    answer = office.post("/office/new", {**WHOLE, field: typed})
    assert answer.status_code == 422
    assert sentence in answer.text and f'href="#f-{field}"' in answer.text
    kept = (
        'value="V зимняя Спартакиада"',
        'value="8 (817) 200-00-01"',
        'name="team-pskov" type="checkbox" value="yes" checked',
    )
    assert [one for one in kept if one not in answer.text] == ([kept[0]] if field == "title" else [])
    assert "winter-2027" not in site.shell.memory.games


def test_a_part_unticked_stays_unticked_when_the_form_comes_back(office: Visitor) -> None:
    page = office.post("/office/new", {**WHOLE, "title": "", "copy_of": "demo", "take-venues": "yes"}).text
    assert 'name="take-venues" type="checkbox" value="yes" checked' in page
    assert 'name="take-phone" type="checkbox" value="yes" checked' not in page


def test_a_form_sent_twice_makes_one_games(site: Site, office: Visitor) -> None:
    before = set(site.shell.memory.games)
    doubled = {**PLAN, "command_key": "one-tap-too-many"}
    led = [office.post("/office/new", doubled).headers["location"] for _ in range(2)]
    assert (led, set(site.shell.memory.games) - before) == (["/office/winter-2027/setup"] * 2, {"winter-2027"})


def test_the_next_games_of_the_same_season_get_a_number(site: Site, office: Visitor) -> None:
    led = [office.post("/office/new", PLAN).headers["location"] for _ in range(2)]
    assert led == ["/office/winter-2027/setup", "/office/winter-2027-2/setup"]


def test_a_training_games_says_so_and_takes_no_season_away(site: Site, office: Visitor) -> None:
    assert office.post("/office/new", {**PLAN, "invented": "yes"}).headers["location"] == "/office/rehearsal/setup"
    office.post("/office/rehearsal/state", {"state": "entries_open"})
    pages = [site.visitor().get("/games/rehearsal").text, office.get("/office/rehearsal").text]
    assert ["участники и результаты вымышлены" in page for page in pages] == [True, True]
    assert office.post("/office/new", PLAN).headers["location"] == "/office/winter-2027/setup"


def test_its_address_may_be_wished_for(office: Visitor) -> None:
    wished = {**PLAN, "slug": "five-cities"}
    places = [
        office.post("/office/new", {**wished, "title": title}).headers["location"] for title in ("Одна", "Другая")
    ]
    assert places == ["/office/five-cities/setup", "/office/five-cities-2/setup"]


@pytest.mark.parametrize("slug", ["new", "Зима", "5-cities", "a b", "a--b", "-a", "../demo", "a" * 41])
def test_an_address_that_cannot_be_is_refused_at_its_field(site: Site, office: Visitor, slug: str) -> None:
    before = site.numbers()
    answer = office.post("/office/new", {**PLAN, "slug": slug})
    assert (answer.status_code, 'id="f-slug-error"' in answer.text, site.numbers()) == (422, True, before)


def test_invented_people_are_not_offered_to_a_real_games(site: Site, office: Visitor) -> None:
    for invented in ({}, {"invented": "yes", "title": "Учебная"}):
        office.post("/office/new", {**PLAN, **invented})
    for games in ("winter-2027", "rehearsal"):
        office.post(f"/office/{games}/state", {"state": "entries_open"})
    offered = [
        site.newly_in(Role.CAPTAIN, games=games, team="vologda").post(f"/team/{games}/vologda/former").status_code
        for games in ("winter-2027", "rehearsal")
    ]
    assert offered == [422, 200]
