"""The timetable: set, moved when the frost comes, shown to everybody with the old times struck through."""

import re

import icalendar
import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.entries import actions as entries
from tests.doors.visiting import Site, Visitor

DESK = "/office/race/timetable"
FIRST_DAY = "2026-02-19"


@pytest.fixture
def desk(race: Site) -> Visitor:
    """Two venues; women at 10:00 and men at 12:00 at the base, trail at 11:00 in the park."""
    secretary = race.signed_in(Role.CHIEF_SECRETARY, "race")
    for title, town in (("Лыжная база", ""), ("Парк", "Кириллов")):
        assert secretary.post(f"{DESK}/venues", {"venue_title": title, "town": town}).status_code == 303
    for contest, hour, venue in (
        ("ski-women", "10:00", "base"),
        ("ski-men", "12:00", "base"),
        ("trail", "11.00", "park"),
    ):
        assert put(secretary, contest, hour, venue) == 303
    return secretary


def put(secretary: Visitor, contest: str, hour: str, venue: str, **more: str) -> int:
    names = {"base": "lyzhnaya-baza", "park": "park"}
    typed = {"on_day": FIRST_DAY, "at_time": hour, "minutes": "60", "venue": names.get(venue, venue), **more}
    return int(secretary.post(f"{DESK}/slots/{contest}", typed).status_code)


def shown(site: Site) -> list[tuple[str, str, list[str]]]:
    """Of each line of the public timetable: the time, the contest, the times it had before."""
    page = site.visitor().get("/games/race/schedule").text
    rows = re.findall(
        r"<tr><td data-label=\"Время\">(.*?)</td>\s*<th scope=\"row\"><a [^>]*>(.*?)</a>", page, re.DOTALL
    )
    return [
        (
            (re.findall(r"<b>(.*?)</b>", cell) or ["–"])[0],
            title,
            [old.replace("\u00a0", " ") for old in re.findall(r"было </span>(.*?)</s>", cell)],
        )
        for cell, title in rows
    ]


def test_everybody_sees_it_in_the_order_of_the_day(race: Site, desk: Visitor) -> None:
    assert shown(race) == [
        ("10:00", "Лыжные гонки, женщины", []),
        ("11:00", "Зимний трейл", []),
        ("12:00", "Лыжные гонки, мужчины", []),
    ]


def test_a_shift_moves_what_begins_from_then_on_at_that_venue(race: Site, desk: Visitor) -> None:
    venue = {"shift_venue": "lyzhnaya-baza"}
    form = {"from_day": FIRST_DAY, "from_time": "11:00", "shift": "90", "reason": "мороз −28", **venue}
    assert desk.post(f"{DESK}/shift", form).status_code == 303
    assert shown(race) == [
        ("10:00", "Лыжные гонки, женщины", []),
        ("11:00", "Зимний трейл", []),
        ("13:30", "Лыжные гонки, мужчины", ["12:00"]),
    ]
    assert "мороз −28" in race.visitor().get("/games/race/schedule").text


def test_a_contest_that_is_over_is_not_shifted(site: Site) -> None:
    """In the demonstration the ski races and the figure skating of that day are over."""
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    form = {"from_day": "2026-02-20", "from_time": "9:00", "shift": "90", "reason": "мороз"}
    assert secretary.post("/office/demo/timetable/shift", form).status_code == 409


def test_a_shift_of_nothing_is_said_and_changes_nothing(race: Site, desk: Visitor) -> None:
    before = shown(race)
    form = {"from_day": FIRST_DAY, "from_time": "15:00", "shift": "90", "reason": "мороз"}
    answer = desk.post(f"{DESK}/shift", form)
    assert answer.status_code == 409 and "ничего не назначено" in answer.text and 'value="15:00"' in answer.text
    assert shown(race) == before


def test_what_was_announced_is_moved_with_a_reason_only(race: Site, desk: Visitor) -> None:
    assert put(desk, "trail", "13:00", "park") == 422
    assert put(desk, "trail", "13:00", "park", reason="мороз") == 303
    assert ("13:00", "Зимний трейл", ["11:00"]) in shown(race)


def test_a_contest_put_off_stands_apart_without_a_time(race: Site, desk: Visitor) -> None:
    assert put(desk, "trail", "", "park", put_off="yes", reason="мороз") == 303
    assert shown(race)[-1] == ("–", "Зимний трейл", ["19 февраля, 11:00"])
    assert "Отложено" in race.visitor().get("/games/race/schedule").text


def test_the_file_for_phones_counts_how_often_a_contest_was_moved(race: Site, desk: Visitor) -> None:
    put(desk, "trail", "13:00", "park", reason="мороз")
    put(desk, "trail", "14:00", "park", reason="ещё мороз")
    calendar = icalendar.Calendar.from_ical(race.visitor().get("/games/race/schedule.ics").content)
    found = {str(one["UID"]).split(".")[0]: one for one in calendar.walk("VEVENT")}
    assert sorted(found) == ["ski-men", "ski-women", "trail"]
    assert (found["trail"]["SEQUENCE"], found["ski-men"]["SEQUENCE"]) == (2, 0)
    assert f"{found['trail']['DTSTART'].dt:%H:%M}" == "11:00"  # 14:00 in Moscow
    assert str(found["trail"]["LOCATION"]) == "Парк, Кириллов"


def test_a_contest_that_is_cancelled_or_put_off_leaves_the_calendars_of_phones(race: Site, desk: Visitor) -> None:
    put(desk, "trail", "", "park", put_off="yes", reason="мороз")
    decided = {"reason": "нет снега", "document": "решение № 5", "k-overall": "6", "of-overall": "8"}
    assert desk.post("/office/race/contests/ski-men/cancellation", decided).status_code == 303
    calendar = icalendar.Calendar.from_ical(race.visitor().get("/games/race/schedule.ics").content)
    found = {str(one["UID"]).split(".")[0]: (str(one["STATUS"]), one["SEQUENCE"]) for one in calendar.walk("VEVENT")}
    assert found == {"trail": ("CANCELLED", 1), "ski-men": ("CANCELLED", 1), "ski-women": ("CONFIRMED", 0)}
    page = race.visitor().get("/games/race/schedule").text
    assert "<s>12:00</s>" in page and "нет снега (решение № 5)" in page


def test_two_contests_at_one_venue_at_once_are_pointed_out(race: Site, desk: Visitor) -> None:
    assert "В это же время" not in desk.get(DESK).text
    put(desk, "trail", "12:30", "base", reason="парк закрыт")
    assert desk.get(DESK).text.count("В это же время на той же площадке") == 2
    assert "В это же время" not in race.visitor().get("/games/race/schedule").text


def test_an_athlete_in_two_places_at_once_is_named_to_the_staff(race: Site, desk: Visitor) -> None:
    change = entries.EntryChange("1", "trail", "team")
    race.shell.write_now(entries.change_entries, entries.ChangeEntries("race", "vologda", (change,)), SYSTEM)
    put(desk, "trail", "10:30", "park", reason="мороз")
    told = re.findall(r"В это же время заявлены в «([^»]*)»: ([^<]*)", desk.get(DESK).text)
    assert told == [
        ("Зимний трейл", "Лыжина Анна (№ 1)."),
        ("Лыжные гонки, женщины", "Лыжина Анна (№ 1)."),
    ]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"at_time": "25:00"}, "часы и минуты"),
        ({"at_time": ""}, "Начало"),
        ({"on_day": "2026-03-01"}, "Спартакиада идёт"),
        ({"minutes": "сто"}, "Длительность"),
        ({"minutes": "0"}, "Длительность"),
        ({"venue": "moon"}, "Площадка"),
    ],
)
def test_what_is_typed_wrong_is_said_and_changes_nothing(
    race: Site, desk: Visitor, typed: dict[str, str], sentence: str
) -> None:
    before = shown(race)
    form = {"on_day": FIRST_DAY, "at_time": "13:00", "minutes": "60", "venue": "park", "reason": "мороз", **typed}
    answer = desk.post(f"{DESK}/slots/trail", form)
    assert answer.status_code == 422 and sentence in answer.text
    assert shown(race) == before


def test_the_contests_of_a_judge_stand_by_their_hours(site: Site) -> None:
    page = site.signed_in(Role.CHIEF_SECRETARY, games="demo").get("/judge/demo").text
    ids = dict.fromkeys(re.findall(r"/judge/demo/([\w-]+)/entry", page))
    slots = site.shell.now("demo").state.slots
    hours = [slots[one].starts_at for one in ids if one in slots and slots[one].starts_at]
    assert (len(hours) > 2, hours == sorted(hours)) == (True, True)
