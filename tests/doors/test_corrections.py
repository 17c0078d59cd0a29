"""A posted and an official result are corrected on the page of one value, which also tells all that was done to it."""

import json
import re

import pytest
from sqlmodel import col, select

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.models.journal import Official
from spartakiad.publication.actions import OneContest, accept
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor

PLACE = "/judge/race/ski-women"


@pytest.fixture
def posted(race: Site) -> Site:
    """№ 1 was faster than № 2; the chief judge of the sport posted it."""
    judge, chief = race.signed_in(Role.JUDGE, games="race"), chief_of(race)
    for number, time in (("1", "40:00,0"), ("2", "41:00,0")):
        judge.post(f"{PLACE}/marks/{number}", {"cell-raw": time, "raw": time, "version": "0"})
    chief.post(f"{PLACE}/checks", {"c-1": "1", "c-2": "1", "verdict": "confirmed"})
    chief.post(f"{PLACE}/posting")
    assert race.shell.now("race").state.contests["ski-women"].state == "posted"
    return race


@pytest.fixture
def official(posted: Site) -> Site:
    posted.shell.write_now(accept, OneContest("race", "ski-women"), SYSTEM)
    return posted


def chief_of(site: Site) -> Visitor:
    return site.signed_in(Role.SPORT_CHIEF, games="race", contest="ski-women")


def form(raw: str, standing: str, version: int = 2, **more: str) -> dict[str, str]:
    return {"raw": raw, "version": str(version), "standing": standing, **more}


def value(site: Site, number: str = "1") -> str:
    return site.shell.now("race").state.marks["ski-women", "main", "main", number].raw


def test_a_posted_result_is_corrected_at_once(posted: Site) -> None:
    answer = chief_of(posted).post(f"{PLACE}/marks/1/correction", form("42:00,0", "posted"))
    assert (answer.status_code, value(posted)) == (303, "42:00,0")


def test_a_look_shows_who_changes_places_and_changes_nothing(posted: Site) -> None:
    before = posted.numbers()
    answer = chief_of(posted).post(f"{PLACE}/marks/1/correction", form("42:00,0", "posted", look="yes"))
    told = words(answer.text)
    assert posted.numbers() == before
    assert ("Лыжина Анна 1 → 2" in told, "Снегирёва Анна 2 → 1" in told) == (True, True), told
    assert 'value="42:00,0"' in answer.text


def test_an_official_result_is_shown_before_it_is_saved(official: Site) -> None:
    chief = official.signed_in(Role.CHIEF_JUDGE, games="race")
    before = official.numbers()
    wish = form("42:00,0", "official", reason="на бумаге 42")
    first = chief.post(f"{PLACE}/marks/1/correction", wish)
    assert (first.status_code, official.numbers(), "Что изменится" in first.text) == (200, before, True)
    answer = chief.post(f"{PLACE}/marks/1/correction", {**wish, "seen": "42:00,0"})
    standing = official.shell.now("race").state.contests["ski-women"]
    assert (answer.status_code, value(official), standing.revision) == (303, "42:00,0", 2)


def test_a_value_changed_after_the_look_is_looked_at_again(official: Site) -> None:
    chief = official.signed_in(Role.CHIEF_JUDGE, games="race")
    wish = form("43:00,0", "official", reason="на бумаге 43", seen="42:00,0")
    answer = chief.post(f"{PLACE}/marks/1/correction", wish)
    assert (answer.status_code, value(official)) == (200, "40:00,0")


def test_the_chief_judge_of_the_sport_does_not_change_what_is_official(official: Site) -> None:
    answer = chief_of(official).post(
        f"{PLACE}/marks/1/correction", form("42:00,0", "official", reason="опечатка", seen="42:00,0")
    )
    assert (answer.status_code, value(official)) == (409, "40:00,0")


def test_both_revisions_of_an_official_result_are_kept_as_they_were(official: Site) -> None:
    chief = official.signed_in(Role.CHIEF_JUDGE, games="race")
    chief.post(f"{PLACE}/marks/1/correction", form("42:00,0", "official", reason="опечатка", seen="42:00,0"))
    with official.shell.store.reader() as session:
        kept = session.exec(select(Official).where(col(Official.contest) == "ski-women")).all()
        kept = [one for one in kept if one.stream_id == kept[-1].stream_id]
    best = [json.loads(one.rows)["ranking"][0]["entrant"] for one in kept]
    assert list(zip([one.revision for one in kept], best, strict=True)) == [(1, "1"), (2, "2")]


@pytest.mark.parametrize("raw", ["", "абв", "40:75,0", "9:00:00"])
def test_what_cannot_be_read_is_said_and_kept(official: Site, raw: str) -> None:
    chief = official.signed_in(Role.CHIEF_JUDGE, games="race")
    before = official.numbers()
    answer = chief.post(f"{PLACE}/marks/1/correction", form(raw, "official", reason="опечатка", seen=raw))
    assert (answer.status_code, official.numbers(), f'value="{raw}"' in answer.text) == (422, before, True)


def test_the_history_tells_every_value_who_and_why(posted: Site) -> None:
    chief = chief_of(posted)
    chief.post(f"{PLACE}/marks/1/correction", form("42:00,0", "posted", reason="переправлено на бумаге"))
    told = words(chief.get(f"{PLACE}/marks/1").text)
    steps = ["введено: 40:00,0", "сверено", "исправлено после вывешивания: 42:00,0 переправлено на бумаге"]
    assert [step for step in steps if step not in told] == []


def test_another_person_confirms_the_correction_on_the_sheet(posted: Site) -> None:
    chief = chief_of(posted)
    chief.post(f"{PLACE}/marks/1/correction", form("42:00,0", "posted"))
    own = chief.post(f"{PLACE}/checks", {"c-1": "3", "verdict": "confirmed"})
    other = posted.signed_in(Role.JUDGE, games="race")
    done = other.post(f"{PLACE}/checks", {"c-1": "3", "verdict": "confirmed"})
    check = posted.shell.now("race").state.marks["ski-women", "main", "main", "1"].check
    assert (own.status_code, done.status_code, check) == (409, 303, "confirmed")


def test_somebody_who_is_not_in_the_contest_has_no_page(posted: Site) -> None:
    assert chief_of(posted).get(f"{PLACE}/marks/77").status_code == 404


def test_the_page_of_the_contest_says_what_the_reason_is_a_reason_of(official: Site) -> None:
    wish = form("42:00,0", "official", reason="опечатка: на бумаге 42:00")
    chief = official.signed_in(Role.CHIEF_JUDGE, games="race")
    chief.post(f"{PLACE}/marks/1/correction", {**wish, "seen": "42:00,0"})
    told = words(official.visitor().get("/games/race/contests/ski-women").text)
    assert "Результат изменён (опечатка: на бумаге 42:00)." in told


def test_ticks_stay_when_a_comparison_is_refused(race: Site) -> None:
    judge, chief = race.signed_in(Role.JUDGE, games="race"), chief_of(race)
    for number in ("1", "2"):
        judge.post(f"{PLACE}/marks/{number}", {"cell-raw": "40:00,0", "raw": "40:00,0", "version": "0"})
    shown = dict(re.findall(r'name="(c-\d)" value="([^"]+)"', chief.get(PLACE).text))
    answer = chief.post(f"{PLACE}/checks", {"c-1": shown["c-1"], "verdict": "rejected", "reason": ""})
    ticked = re.findall(r'name="(c-\d)" value="[^"]+" checked', answer.text)
    assert (answer.status_code, shown.keys(), ticked) == (422, {"c-1", "c-2"}, ["c-1"])


def test_the_chief_judge_of_the_games_is_offered_only_what_he_may_do_on_a_sheet(official: Site) -> None:
    chief = official.signed_in(Role.CHIEF_JUDGE, games="race")
    wish = form("42:00,0", "official", reason="опечатка", seen="42:00,0")
    assert chief.post(f"{PLACE}/marks/1/correction", wish).status_code == 303
    sheet = chief.get(PLACE).text
    assert (f"{PLACE}/marks/1" in sheet, f"{PLACE}/checks" in sheet, f"{PLACE}/entry" in sheet) == (True, False, False)
    assert f"{PLACE}/checks" in chief_of(official).get(PLACE).text


def test_a_team_that_plays_matches_has_no_value_of_its_own(site: Site) -> None:
    chief = site.signed_in(Role.CHIEF_JUDGE)
    assert ("hockey", "vologda") in site.shell.now("demo").state.entries
    assert chief.get("/judge/demo/hockey/marks/vologda").status_code == 404
    wish = form("3:2", "official", reason="опечатка", seen="3:2")
    assert chief.post("/judge/demo/hockey/marks/vologda/correction", wish).status_code == 404
