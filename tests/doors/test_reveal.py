"""The places are announced: every screen shows as many, nobody's name is on a page before it was said."""

import re
import time
from datetime import timedelta

from spartakiad.accounts.roles import Role
from spartakiad.standings.queries import overall
from tests.doors.happenings import correct
from tests.doors.visiting import Site, Visitor

PAGE = "/office/demo/freeze"
SCREENS = ("/games/demo/screen", "/games/demo/reveal")


def hit(visitor: Visitor, step: str) -> None:
    """The button of this step, as the page has it."""
    page = visitor.get(PAGE).text
    form = next(one for one in page.split("<form")[1:] if f'name="step" value="{step}"' in one)
    sent = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    assert visitor.post(PAGE, sent).status_code == 303


def announced(visitor: Visitor, path: str) -> list[str]:
    """Teams on the page, from the top; of those that are not announced the screen shows a line each without a name."""
    table = visitor.get(path).text.partition('class="results reveal"' if path != SCREENS[0] else 'class="reveal"')[2]
    named = re.findall(r'<th scope="row">([^<]+)</th>', table.partition("</table>")[0])
    return [one for one in named if one != "…"]


def test_every_screen_shows_as_many_places_and_the_last_key_opens_the_results(site: Site) -> None:
    teams = [row.team for row in overall(site.shell.now("demo")).rows]
    secretary, judge, hall = site.signed_in(Role.CHIEF_SECRETARY), site.signed_in(Role.CHIEF_JUDGE), site.visitor()
    for step in ("hold", "begin"):
        hit(secretary, step)
    assert [announced(hall, path) for path in SCREENS] == [[], []]
    for shown in range(1, len(teams) + 1):
        hit(judge, "next")
        if shown < len(teams):
            assert [announced(hall, path) for path in (*SCREENS, PAGE)[:2]] == [teams[-shown:]] * 2
            assert announced(secretary, PAGE) == teams[-shown:]
            assert teams[0] not in hall.get("/games/demo/screen").text
    assert site.shell.now("demo").state.freeze is None
    assert announced(hall, "/games/demo/reveal") == teams
    the_winner_stays_until_everybody_has_read_it(site, teams)


def the_winner_stays_until_everybody_has_read_it(site: Site, teams: list[str]) -> None:
    page = site.visitor().get(SCREENS[0]).text
    assert (set(re.findall(r'data-kind="(\w+)"', page)), announced(site.visitor(), SCREENS[0])) == ({"reveal"}, teams)
    assert ("Объявлены все места" in page, "Итоги объявят" in page, "data-fresh" in page) == (True, False, True)
    later = site.shell.clock() + timedelta(minutes=2)
    site.shell.clock = lambda: later
    site.app.pages[SCREENS[0]].until = time.time() - 1
    assert "reveal" not in site.visitor().get(SCREENS[0]).text


def test_the_journal_keeps_who_announced_each_place(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    for step in ("hold", "begin", "next"):
        hit(secretary, step)
    lines = secretary.get("/office/demo/journal.jsonl").text.splitlines()[-3:]
    assert [re.search(r'"kind":\s*"([\w.]+)"', one)[1] for one in lines] == [  # type: ignore[index]
        "results.held",
        "reveal.begun",
        "place.revealed",
    ]
    assert all(re.search(r'"actor":\s*"a\d+"', one) for one in lines)


def test_the_page_says_when_the_standing_is_another_by_now(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    for step in ("hold", "begin", "next"):
        hit(secretary, step)
    assert "Итог с начала объявления изменился" not in secretary.get(PAGE).text
    correct(site.shell)
    assert "Итог с начала объявления изменился" in secretary.get(PAGE).text
