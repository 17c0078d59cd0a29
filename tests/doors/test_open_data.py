"""The open data: what is published and nothing else, as JSON and as a table, followed by journal number."""

import csv
import io
import re
from dataclasses import replace
from typing import Any

import pytest

from spartakiad.api.following import described
from spartakiad.api.tables import csv_bytes
from spartakiad.app import ROUTES
from spartakiad.competition.desk import SYSTEM
from spartakiad.people.actions import WithdrawConsent, withdraw_consent
from spartakiad.standings import feed as feed_module
from spartakiad.standings.feed import feed
from spartakiad.store import journal
from tests.doors.happenings import much_happens
from tests.doors.test_freeze import pressed
from tests.doors.visiting import Site

ROOT = "/api/v1"
DEMO = f"{ROOT}/games/demo"
LISTS = [
    "/standings",
    "/contests",
    "/teams",
    "/schedule",
    "/notices",
    "/contests/ski-women/results",
    "/contests/hockey/matches",
]
EVERY = [f"{ROOT}/games", DEMO, *(DEMO + path for path in LISTS), f"{ROOT}/openapi.json"]


def told(site: Site, path: str) -> Any:
    return site.visitor().get(path).json()


def table(site: Site, path: str) -> list[dict[str, str]]:
    text = site.visitor().get(path).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


@pytest.mark.parametrize("path", EVERY)
def test_an_answer_is_data_that_any_site_may_read_and_need_not_read_twice(shared_site: Site, path: str) -> None:
    answer = shared_site.visitor().get(path)
    headers = answer.headers
    again = shared_site.visitor().get(path, headers={"If-None-Match": headers["etag"], "Origin": "https://city.test"})
    assert (answer.status_code, headers["content-type"].split(";")[0]) == (200, "application/json")
    assert (headers["access-control-allow-origin"], "set-cookie" in headers) == ("*", False)
    assert (again.status_code, again.content, again.headers["access-control-allow-origin"]) == (304, b"", "*")


def test_a_page_of_another_site_may_ask_with_the_tag_it_has(shared_site: Site) -> None:
    asked = {"Origin": "https://city.test", "Access-Control-Request-Method": "GET"}
    answer = shared_site.visitor().ask("OPTIONS", f"{DEMO}/standings", headers=asked)
    assert (answer.status_code, answer.headers["access-control-allow-headers"]) == (204, "If-None-Match")


def test_nothing_else_is_open_to_other_sites(shared_site: Site) -> None:
    for path in ("/games/demo/standings", "/me", "/healthz", "/api"):
        assert "access-control-allow-origin" not in shared_site.visitor().get(path).headers


@pytest.mark.parametrize("path", [f"{ROOT}/games", *(DEMO + path for path in LISTS)])
def test_the_table_has_the_lines_of_the_data(shared_site: Site, path: str) -> None:
    found = told(shared_site, path)
    lines = found["results"] if isinstance(found, dict) else found
    assert len(table(shared_site, f"{path}.csv")) == len(lines) > 0


def test_the_standing_is_the_one_of_the_page(shared_site: Site) -> None:
    rows = told(shared_site, f"{DEMO}/standings")
    page = shared_site.visitor().get("/games/demo/standings").text
    shown = re.findall(r'<td class="total">([^<]+)</td>', page)
    assert [str(row["total"]).replace(".", ",") for row in rows] == shown
    assert [line["total"] for line in table(shared_site, f"{DEMO}/standings.csv")] == shown
    assert (rows[0]["total_exact"], rows[0]["place"], rows[0]["tied"]) == ("83/2", 1, False)


def test_a_name_is_there_while_the_consent_is(site: Site) -> None:
    path = f"{DEMO}/contests/ski-men/results"
    before, number = site.visitor().get(path).text, told(site, DEMO)["number"]
    person = site.shell.now("demo").state.athletes["48"].person
    site.shell.write_now(withdraw_consent, WithdrawConsent(person), SYSTEM)
    after, since = site.visitor().get(path).text, told(site, f"{DEMO}/feed?after={number}")
    assert ("Инеев Дмитрий" in before, "Инеев Дмитрий" in after) == (True, False)
    assert "Участник №\u00a048" in after
    assert {one["what"] for one in since["changes"]} == {"names"}


def test_no_field_tells_more_of_a_person_than_the_list_of_results(shared_site: Site) -> None:
    rows = told(shared_site, f"{DEMO}/contests/ski-women/results")["results"]
    assert set(rows[0]) == {
        *("part", "place", "tied", "bib", "name", "team", "team_title", "result", "behind", "note"),
        *("counted", "state"),
    }


def test_the_feed_is_read_in_pieces_without_losing_a_line(shared_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = told(shared_site, f"{DEMO}/feed")
    monkeypatch.setattr("spartakiad.standings.feed.MOST", 100)
    found, after, more = [], 0, True
    while more:
        piece = told(shared_site, f"{DEMO}/feed?after={after}")
        found, after, more = [*found, *piece["changes"]], piece["next"], piece["more"]
    assert (found, after) == (whole["changes"], told(shared_site, DEMO)["number"])
    assert {one["what"] for one in found} >= {"games", "contests", "results", "schedule", "teams", "notices"}


def test_while_results_are_held_the_feed_stands_still_and_goes_on_from_there(site: Site) -> None:
    pressed(site.shell, "hold")
    last = told(site, f"{DEMO}/feed?after=800")["next"]
    much_happens(site.shell)
    held = told(site, f"{DEMO}/feed?after={last}")
    pressed(site.shell, "release")
    opened = told(site, f"{DEMO}/feed?after={last}")
    assert (held["changes"], held["next"], held["held"]) == ([], last, True)
    assert ("results" in {one["what"] for one in opened["changes"]}, opened["held"]) == (True, False)


def test_while_results_are_held_a_consent_taken_back_is_told_all_the_same(site: Site) -> None:
    pressed(site.shell, "hold")
    last = told(site, f"{DEMO}/feed?after=800")["next"]
    person = site.shell.now("demo").state.athletes["48"].person
    site.shell.write_now(withdraw_consent, WithdrawConsent(person), SYSTEM)
    since = told(site, f"{DEMO}/feed?after={last}")
    then = told(site, f"{DEMO}/feed?after={since['next']}")
    assert ([one["what"] for one in since["changes"]], since["next"] > last) == (["names"], True)
    assert (then["changes"], then["next"], then["more"]) == ([], since["next"], False)


@pytest.mark.parametrize("most", [1000, 3])
def test_whoever_asked_while_results_were_held_hears_all_of_it_afterwards(
    site: Site, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    pressed(site.shell, "hold")
    last = told(site, f"{DEMO}/feed?after=800")["next"]
    much_happens(site.shell)
    person = site.shell.now("demo").state.athletes["48"].person
    site.shell.write_now(withdraw_consent, WithdrawConsent(person), SYSTEM)
    while_held = told(site, f"{DEMO}/feed?after={last}")["next"]
    pressed(site.shell, "release")
    monkeypatch.setattr(feed_module, "MOST", most)
    known, late = (everything(site, number) for number in (last, while_held))
    assert (while_held > last, late == known, "results" in {what for _, what in late}) == (True, True, True)


def everything(site: Site, after: int) -> set[tuple[int, str]]:
    """All that the feed tells after a number, page after page."""
    found: set[tuple[int, str]] = set()
    while True:
        answer = told(site, f"{DEMO}/feed?after={after}")
        found |= {(one["number"], one["what"]) for one in answer["changes"]}
        assert answer["next"] > after or not answer["more"]
        after = answer["next"]
        if not answer["more"]:
            return found


def test_where_marks_are_public_from_posting_nobody_hears_of_one_that_is_entered(shared_site: Site) -> None:
    shown = shared_site.shell.shown("demo")
    with shared_site.shell.store.reader() as session:
        entered = {one.number for one in journal.since(session, "games:demo", 0, 9999) if one.kind == "mark.entered"}
        told = {one.number for one in feed(session, shown, 0).changes}
        posted = replace(shown, state=replace(shown.state, public_from="posted"))
        then = {one.number for one in feed(session, posted, 0).changes}
    assert (entered <= told, entered & then, then < told) == (True, set(), True)


@pytest.mark.parametrize("after", ["x", "-1", "1.5", "٣", "9" * 20])
def test_a_number_that_is_none_is_answered_by_a_sentence(shared_site: Site, after: str) -> None:
    answer = shared_site.visitor().get(f"{DEMO}/feed", params={"after": after})
    assert (answer.status_code, "не номер журнала" in answer.json()["error"]) == (422, True)


@pytest.mark.parametrize("path", [f"{ROOT}/games/nowhere/standings", f"{DEMO}/contests/nowhere/results", f"{ROOT}/x"])
def test_what_is_not_there_is_said_as_data(shared_site: Site, path: str) -> None:
    answer = shared_site.visitor().get(path)
    assert (answer.status_code, "Такой страницы нет" in answer.json()["error"]) == (404, True)


def test_the_feed_too_need_not_be_read_twice(shared_site: Site) -> None:
    first = shared_site.visitor().get(f"{DEMO}/feed?after=800")
    again = shared_site.visitor().get(f"{DEMO}/feed?after=800", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_every_address_of_the_data_is_described_with_words_and_a_shape(shared_site: Site) -> None:
    routes = {
        re.sub(r":\w+", "", path) for handler in ROUTES for path in handler.paths if path.startswith(f"{ROOT}/games")
    }
    paths = told(shared_site, f"{ROOT}/openapi.json")["paths"]
    assert set(paths) == routes
    assert [path for path, item in paths.items() if not item["get"].get("summary")] == []


def test_what_is_answered_is_what_is_described(shared_site: Site) -> None:
    schemas: Any = described().to_schema()["components"]["schemas"]  # type: ignore[index]
    shape = next(one for name, one in schemas.items() if name.endswith("StandingOut"))
    for row in told(shared_site, f"{DEMO}/standings"):
        assert set(row) == set(shape["properties"]) == set(shape["required"])


def test_a_cell_is_never_a_formula(shared_site: Site) -> None:
    rows = [{"title": '=cmd|" /C calc"!A0', "behind": "+2,5", "n": 3.5, "yes": True, "none": None}]
    assert csv_bytes(rows).decode("utf-8-sig").splitlines()[1] == '"\'=cmd|"" /C calc""!A0";+2,5;3,5;1;'


def test_people_read_what_there_is(shared_site: Site) -> None:
    page = shared_site.visitor().get("/api").text
    assert ("/api/v1/games/{games}/standings" in page, 'href="/api/v1/games/demo/standings.csv"' in page) == (
        True,
        True,
    )
