"""A whole venue moved, a contest shortened, venues corrected, the whole timetable filled in at once."""

import re

import pytest

from spartakiad.accounts.roles import Role
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor

DESK = "/office/race/timetable"
FIRST_DAY, SECOND_DAY = "2026-02-19", "2026-02-20"
BASE = {
    "venue_title": "Лыжная база",
    "address": "Лесная, 1",
    "person": "Сторожев П. А.",
    "venue_phone": "8 (817) 200-00-01",
}
SHORTER = {"what": "5 км вместо 10", "minutes": "40", "reason": "мороз −28", "document": "решение № 3"}
ROWS = (("ski-women", FIRST_DAY, "10:00", "lyzhnaya-baza"), ("ski-men", SECOND_DAY, "12:00", "lyzhnaya-baza"))


@pytest.fixture
def desk(race: Site) -> Visitor:
    """Women on the first day and men on the second at the base; the park is free."""
    secretary = race.signed_in(Role.CHIEF_SECRETARY, "race")
    for venue in (BASE, {"venue_title": "Парк", "town": "Кириллов"}):
        assert secretary.post(f"{DESK}/venues", venue).status_code == 303
    assert fill(secretary, *ROWS) == 303
    return secretary


def fill(secretary: Visitor, *rows: tuple[str, str, str, str], **more: str) -> int:
    typed = dict(more)
    for contest, on_day, hour, venue in rows:
        typed |= {f"on_day-{contest}": on_day, f"at_time-{contest}": hour, f"minutes-{contest}": "60"}
        typed |= {f"venue-{contest}": venue}
    return int(secretary.post(f"{DESK}/whole", typed).status_code)


def schedule(site: Site) -> list[str]:
    """Lines of the public timetable, as they are read."""
    page = site.visitor().get("/games/race/schedule").text
    return [words(row) for row in re.findall(r"<tr><td data-label.*?</tr>", page, re.DOTALL)]


def test_many_slots_are_set_by_one_form(race: Site, desk: Visitor) -> None:
    assert schedule(race) == [
        "10:00 Лыжные гонки, женщины Лыжная база Лесная, 1 стартовый протокол готов",
        "12:00 Лыжные гонки, мужчины Лыжная база Лесная, 1 предстоит",
    ]


def test_the_form_shows_what_stands_and_the_second_day_for_the_rest(desk: Visitor) -> None:
    page = desk.get(f"{DESK}/whole").text
    assert re.findall(r'id="f-at_time-ski-(?:women|men)" name="[^"]+" value="([^"]*)"', page) == ["10:00", "12:00"]
    trail = re.search(r'name="on_day-trail".*?</select>', page, re.DOTALL)
    assert trail and re.findall(r'value="([^"]+)" selected', trail[0]) == [SECOND_DAY]


def test_one_wrong_row_keeps_every_row_from_being_saved(race: Site, desk: Visitor) -> None:
    before = schedule(race)
    typed = {"on_day-ski-women": FIRST_DAY, "at_time-ski-women": "10:30", "minutes-ski-women": "60"}
    typed |= {"venue-ski-women": "park", "on_day-ski-men": SECOND_DAY, "at_time-ski-men": "25:00"}
    typed |= {"minutes-ski-men": "60", "venue-ski-men": "park", "at_time-trail": "11:00", "minutes-trail": "60"}
    answer = desk.post(f"{DESK}/whole", {**typed, "on_day-trail": SECOND_DAY, "venue-trail": "", "reason": "мороз"})
    assert answer.status_code == 422 and 'href="#f-at_time-ski-men">Начало' in answer.text
    assert 'value="25:00"' in answer.text and 'value="10:30"' in answer.text
    answer = desk.post(
        f"{DESK}/whole", {**typed, "at_time-ski-men": "12:00", "on_day-trail": SECOND_DAY, "reason": "мороз"}
    )
    assert answer.status_code == 422 and 'href="#f-venue-trail">Площадка: выберите' in answer.text
    assert schedule(race) == before


def test_what_was_announced_is_moved_by_the_whole_form_with_a_reason_only(race: Site, desk: Visitor) -> None:
    moved = (ROWS[0], ("ski-men", SECOND_DAY, "13:00", "lyzhnaya-baza"))
    assert fill(desk, *moved) == 422
    assert fill(desk, *moved, reason="мороз") == 303
    assert schedule(race)[1].startswith("13:00 было 12:00 Лыжные гонки, мужчины мороз")


def test_everything_goes_from_one_venue_to_another(race: Site, desk: Visitor) -> None:
    form = {"leave_venue": "lyzhnaya-baza", "to_venue": "park", "move_day": SECOND_DAY, "reason": "нет света"}
    assert desk.post(f"{DESK}/venue-move", form).status_code == 303
    assert schedule(race) == [
        "10:00 Лыжные гонки, женщины Лыжная база Лесная, 1 стартовый протокол готов",
        "12:00 Лыжные гонки, мужчины нет света Парк было Лыжная база Кириллов предстоит",
    ]
    assert desk.post(f"{DESK}/venue-move", {**form, "move_day": ""}).status_code == 303
    assert all("Парк было Лыжная база Кириллов" in line for line in schedule(race))


@pytest.mark.parametrize(
    ("typed", "status", "sentence"),
    [
        ({"to_venue": ""}, 422, 'href="#f-to_venue-move">Куда: выберите'),
        ({"to_venue": "lyzhnaya-baza"}, 422, "это та же площадка"),
        ({"leave_venue": "moon"}, 422, "такого варианта нет"),
        ({"reason": ""}, 422, 'href="#f-reason-move">Напишите причину'),
        ({"leave_venue": "park", "to_venue": "lyzhnaya-baza"}, 409, "переносить оттуда нечего"),
        ({"move_day": "2026-02-21"}, 409, "переносить оттуда нечего"),
    ],
)
def test_a_venue_is_not_moved_by_half_a_form(
    race: Site, desk: Visitor, typed: dict[str, str], status: int, sentence: str
) -> None:
    before = schedule(race)
    form = {"leave_venue": "lyzhnaya-baza", "to_venue": "park", "move_day": SECOND_DAY, "reason": "мороз", **typed}
    answer = desk.post(f"{DESK}/venue-move", form)
    assert answer.status_code == status and sentence in answer.text
    assert schedule(race) == before


def test_the_person_of_a_venue_is_for_the_staff_only(race: Site, desk: Visitor) -> None:
    assert '<a href="tel:88172000001">8 (817) 200-00-01</a>' in desk.get(DESK).text
    for path in ("schedule", "schedule.ics", "contests/ski-women", "screen"):
        page = race.visitor().get(f"/games/race/{path}").text
        assert ("Сторожев" in page, "200-00-01" in page) == (False, False)


def test_a_venue_is_corrected_under_its_own_address(race: Site, desk: Visitor) -> None:
    change = {**BASE, "venue_title": "Лыжный стадион", "person": ""}
    assert desk.post(f"{DESK}/venues/lyzhnaya-baza", change).status_code == 303
    assert all("Лыжный стадион Лесная, 1" in line for line in schedule(race))
    assert list(race.shell.now("race").state.venues) == ["lyzhnaya-baza", "park"]
    empty = desk.post(f"{DESK}/venues/park", {**BASE, "venue_title": ""})
    assert empty.status_code == 422 and 'href="#f-venue_title-park"' in empty.text


def test_a_second_venue_of_the_same_name_overwrites_nothing(race: Site, desk: Visitor) -> None:
    answer = desk.post(f"{DESK}/venues", {"venue_title": "лыжная  база"})
    assert answer.status_code == 409 and "Площадка «Лыжная база» уже есть" in answer.text
    assert race.shell.now("race").state.venues["lyzhnaya-baza"].phone == "8 (817) 200-00-01"


def test_a_contest_is_shortened_by_a_decision_that_everybody_sees(race: Site, desk: Visitor) -> None:
    page = "/office/race/contests/ski-women/shortening"
    assert 'value="60"' in desk.get(page).text
    assert desk.post(page, SHORTER).status_code == 303
    told = "5 км вместо 10: мороз −28 (решение № 3)"
    assert schedule(race)[0].startswith(f"10:00 Лыжные гонки, женщины сокращён: {told} Лыжная база")
    assert schedule(race)[0].endswith("стартовый протокол готов сокращён")
    judge = race.signed_in(Role.JUDGE, "race", contest="ski-women")
    places = [race.visitor().get("/games/race/contests/ski-women"), judge.get("/judge/race/ski-women")]
    assert [f"Вид сокращён: {told}." in place.text for place in places] == [True, True]
    state = race.shell.now("race").state
    assert (state.slots["ski-women"].minutes, state.contests["ski-women"].state) == (40, "start_list")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"what": ""}, "Что осталось: заполните"),
        ({"minutes": "сорок"}, "Длительность"),
        ({"minutes": "9999"}, "Длительность"),
        ({"reason": ""}, "Напишите причину"),
        ({"document": ""}, "Назовите документ"),
    ],
)
def test_without_a_whole_decision_nothing_is_shortened(
    race: Site, desk: Visitor, typed: dict[str, str], sentence: str
) -> None:
    answer = desk.post("/office/race/contests/ski-women/shortening", {**SHORTER, **typed})
    assert answer.status_code == 422 and sentence in answer.text
    assert race.shell.now("race").state.shortened == {}


def test_what_is_over_is_not_shortened(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    assert secretary.post("/office/demo/contests/hockey/shortening", SHORTER).status_code == 409


def test_before_the_games_are_announced_a_change_leaves_no_trace(site: Site) -> None:
    office = site.signed_in(Role.OFFICE, "")
    plan = {"title": "V", "season": "winter", "host": "vologda", "starts_on": "18.02.2027", "ends_on": "21.02.2027"}
    office.post("/office/new", {**plan, "preset": "n-down", "sport-chess": "yes"})
    at = "/office/winter-2027/timetable"
    for venue in ("База", "Парк"):
        office.post(f"{at}/venues", {"venue_title": venue})
    chess = {"on_day-chess": "2027-02-19", "minutes-chess": "60"}
    for hour, venue in (("10:00", "baza"), ("11:00", "park")):
        assert office.post(f"{at}/whole", {**chess, "at_time-chess": hour, "venue-chess": venue}).status_code == 303
    slot = site.shell.now("winter-2027").state.slots["chess"]
    assert (f"{slot.starts_at:%H:%M}", slot.was, slot.left) == ("11:00", (), ())


def test_every_calendar_notices_a_new_address_and_a_shortening(race: Site, desk: Visitor) -> None:
    def sequence() -> int:
        return race.shell.now("race").state.slots["ski-women"].changes

    seen = [sequence()]
    desk.post(f"{DESK}/venues/lyzhnaya-baza", {**BASE, "address": "Лесная, 2"})
    seen.append(sequence())
    desk.post("/office/race/contests/ski-women/shortening", {**SHORTER, "minutes": ""})
    seen.append(sequence())
    assert [one - seen[0] for one in seen] == [0, 1, 2]
