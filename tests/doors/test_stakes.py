"""«Что ещё возможно»: what the page of the demonstration proves before its last contest, and with a protest."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

import scoring.stakes
from spartakiad.accounts.roles import Role
from spartakiad.competition import outcomes
from spartakiad.competition.desk import SYSTEM
from spartakiad.publication.protests import NewProtest, file_protest
from spartakiad.standings import stakes
from spartakiad.standings.stakes import still_possible
from tests.doors.happenings import correct
from tests.doors.reading import read
from tests.doors.visiting import Site


def between(site: Site) -> dict[str, str]:
    found = still_possible(site.shell.now("demo"))
    assert found is not None
    return {row.slug: row.between for row in found.rows}


def test_the_page_names_what_is_open_and_who_may_be_first(shared_site: Site) -> None:
    said = read(shared_site, "/games/demo/stakes")
    assert ("Ещё не решено: Зимний трейл." in said, re.findall(r"Первыми могут стать: ([^.]+)\.", said) != []) == (
        True,
        True,
    )


def test_one_open_contest_is_answered_exactly(shared_site: Site) -> None:
    found = still_possible(shared_site.shell.now("demo"))
    assert found is not None and found.exact


def test_a_protest_opens_the_places_of_its_contest_again(site: Site) -> None:
    before = between(site)
    wish = NewProtest("demo", "figure", "pskov", "2027-02-20T12:40", "7.1", "оценка")
    site.shell.write_now(file_protest, wish, SYSTEM)
    after = between(site)
    assert (after != before, "Ждёт решения протест №" in read(site, "/games/demo/stakes")) == (True, True)


def test_an_example_makes_the_standing_that_it_promises(shared_site: Site) -> None:
    found = still_possible(shared_site.shell.now("demo"), told=True)
    assert found is not None
    for row in found.rows:
        assert row.example is not None
        (mine,) = [line for line in row.example.lines if line.own]
        assert (mine.team, mine.place) == (row.team, str(row.best))
        assert [title for title, _ in row.example.orders] == ["Зимний трейл"]


def test_what_it_takes_to_be_first_is_said_to_those_who_may_be(shared_site: Site) -> None:
    found = still_possible(shared_site.shell.now("demo"), told=True)
    assert found is not None
    said = read(shared_site, "/games/demo/stakes").replace("\u00a0", " ")
    assert [row.slug for row in found.contenders] == [row.slug for row in found.rows if row.best == 1]
    for row in found.contenders:
        assert all(sentence in said for sentence in row.own)
    assert "Официально: 6 из 9 видов, предварительно ещё 2" in said


def test_whoever_only_asks_for_the_places_waits_for_no_examples(shared_site: Site) -> None:
    found = still_possible(shared_site.shell.now("demo"))
    assert found is not None
    assert [(row.own, row.example) for row in found.rows] == [((), None)] * len(found.rows)


def test_what_was_found_is_kept_until_something_of_it_changes(site: Site) -> None:
    before = still_possible(site.shell.now("demo"), told=True)
    page = site.visitor().get("/games/demo/stakes").text
    kept = dict(stakes._LAST)
    correct(site.shell)
    moved = still_possible(site.shell.now("demo"), told=True)
    assert before is not None and moved is not None
    assert stakes._LAST["demo", False] is not kept["demo", False]
    assert [row.between for row in moved.rows] != [row.between for row in before.rows]
    assert site.visitor().get("/games/demo/stakes").text != page
    again = dict(stakes._LAST)
    still_possible(site.shell.now("demo"), told=True)
    assert stakes._LAST["demo", False] is again["demo", False]


def test_whoever_asks_at_once_waits_for_one_search(shared_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    search = outcomes.stakes

    def counted(*asked: Any) -> Any:
        begun.append(asked[1])
        return search(*asked)

    monkeypatch.setattr(stakes, "_LAST", {})
    monkeypatch.setattr(outcomes, "stakes", counted)
    now, together = shared_site.shell.now("demo"), Barrier(3)
    with ThreadPoolExecutor(3) as readers:
        asked = [readers.submit(lambda: together.wait() >= 0 and still_possible(now)) for _ in range(3)]
    assert ({one.result() for one in asked} == {asked[0].result()}, begun) == (True, ["overall"])


def test_too_many_outcomes_are_not_counted_and_every_page_says_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stakes, "_LAST", {})
    monkeypatch.setattr(scoring.stakes, "WORK", 0)
    said = "Что ещё возможно, не посчитано: слишком много исходов."
    page = read(site, "/games/demo/stakes")
    assert (said in page, "Ещё не решено: Зимний трейл." in page) == (True, True)
    assert ("места: " in page, "Может стать" in page, "Считать ещё нечего" in page) == (False, False, False)
    hall = re.sub(r"<[^>]+>", " ", site.visitor().get("/games/demo/screen/possible?rows=10").text)
    assert "слишком много исходов" in " ".join(hall.split())
    assert said in site.signed_in(Role.CHIEF_SECRETARY).get("/office/demo/cup").text
