"""A line of the judges' sheet in several fields: saved whole, read back, refused at its field with the rest kept."""

import io
import re
import zipfile
from datetime import date
from typing import Any

import httpx
import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.entries import actions as entries
from spartakiad.entries import commission
from spartakiad.entries.commission_table import untouched
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.drafting import blank, with_sport
from spartakiad.people.forms import Clean
from spartakiad.starts import actions as starts
from tests.doors.visiting import Site, Visitor

JUMP, HIGH, SHOOT, BIATHLON = (f"{sport}-women" for sport in ("long-jump", "high-jump", "shooting", "biathlon"))
FOUL = "\u0445"


@pytest.fixture
def venue(site: Site) -> Site:
    """Two women of Vologda, № 1 and № 2, in four contests whose start lists are released."""
    do = site.shell.write_now
    regulation = blank("Проба", presets()["n-down"])
    for sport in ("long-jump", "high-jump", "shooting", "biathlon"):
        regulation = with_sport(regulation, sports()[sport], date(2027, 2, 18))
    days = (date(2027, 2, 18), date(2027, 2, 21))
    teams = (("vologda", "Вологда", "vologda"), ("pskov", "Псков", "pskov"))
    do(make_games, NewGames("venue", "Проба", "winter", "vologda", *days, True, regulation, teams), SYSTEM)
    do(state_games, GamesState("venue", "entries_open"), SYSTEM)
    people = tuple(Clean(surname, "Анна", "", "f", date(1990, 3, 5), "") for surname in ("Прыгунова", "Озёрова"))
    do(entries.add_athletes, entries.NewAthletes("venue", "vologda", people), SYSTEM)
    contests = (JUMP, HIGH, SHOOT, BIATHLON)
    changes = tuple(entries.EntryChange(number, contest, "team") for number in "12" for contest in contests)
    do(entries.change_entries, entries.ChangeEntries("venue", "vologda", changes), SYSTEM)
    do(commission.decide_rows, untouched("venue", site.shell.now("venue").state, "vologda"), SYSTEM)
    for state in ("entries_closed", "under_way"):
        do(state_games, GamesState("venue", state), SYSTEM)
    for contest in contests:
        do(starts.release, starts.OneContest("venue", contest), SYSTEM)
    return site


@pytest.fixture
def secretary(venue: Site) -> Visitor:
    return venue.signed_in(Role.CHIEF_SECRETARY, games="venue")


def typed(visitor: Visitor, contest: str, cells: dict[str, str], version: int = 0, bar: str = "") -> httpx.Response:
    where = f"/judge/venue/{contest}/marks/1" + (f"?bar={bar}" if bar else "")
    return visitor.post(where, {**cells, "version": version})


def mark(site: Site, contest: str) -> Any:
    return site.shell.now("venue").state.marks.get((contest, "main", "main", "1"))


def fields(page: str) -> dict[str, str]:
    """What the line of № 1 shows, field by field."""
    line = page.partition('id="mark-1"')[2].partition("</form>")[0]
    return dict(re.findall(r'name="((?:cell-\w+|raw))" value="([^"]*)" inputmode', line))


def wrong_fields(page: str) -> set[str]:
    """The fields of № 1 that are said to be wrong, each described by the sentence of the line."""
    return set(re.findall(r'id="(f-cell-\w+-1)"[^>]* aria-invalid="true" aria-describedby="f-raw-1-error"', page))


def test_the_whole_line_is_saved_by_one_command(venue: Site, secretary: Visitor) -> None:
    typed(secretary, JUMP, {"cell-1": "4,12", "cell-2": FOUL, "cell-3": "", "cell-4": "4,35"})
    found = mark(venue, JUMP)
    assert (found.raw, dict(found.value)) == (f"4,12; {FOUL}; ; 4,35", {"attempts": ["4.12", "x", "", "4.35"]})


def test_the_line_is_read_back_field_by_field_with_the_best(venue: Site, secretary: Visitor) -> None:
    typed(secretary, JUMP, {"cell-1": "4,12", "cell-2": FOUL, "cell-3": "4.35"})
    page = secretary.get(f"/judge/venue/{JUMP}").text
    shown = {**dict.fromkeys((f"cell-{number}" for number in range(1, 7)), ""), "cell-1": "4,12", "cell-2": FOUL}
    assert fields(page) == {**shown, "cell-3": "4.35"}
    assert f'<b>4,35</b> <span class="nb">(4,12 {FOUL} 4,35)</span>' in page


def test_a_foul_is_one_tap_behind_what_is_typed(venue: Site, secretary: Visitor) -> None:
    typed(secretary, JUMP, {"cell-1": "4,12", "cell-2": "", "call": FOUL})
    assert dict(mark(venue, JUMP).value) == {"attempts": ["4.12", "x"]}


@pytest.mark.parametrize("hx", [{}, {"HX-Request": "true"}], ids=["page", "fragment"])
def test_a_wrong_attempt_is_told_at_its_field_and_all_are_kept(
    venue: Site, secretary: Visitor, hx: dict[str, str]
) -> None:
    form = {"cell-1": "4,12", "cell-2": "далеко", "cell-3": "4,35", "version": 0}
    answer = secretary.post(f"/judge/venue/{JUMP}/marks/1", form, headers=hx)
    kept = {name: text for name, text in fields(answer.text).items() if text}
    wrong = wrong_fields(answer.text)
    assert (answer.status_code, mark(venue, JUMP)) == (422, None)
    assert (kept, wrong) == ({"cell-1": "4,12", "cell-2": "далеко", "cell-3": "4,35"}, {"f-cell-2-1"})
    assert 'id="f-raw-1-error">Попытка 2: Это не попытка.' in answer.text


def test_a_refusal_of_the_whole_line_is_told_at_its_first_field(venue: Site, secretary: Visitor) -> None:
    answer = typed(secretary, JUMP, {"cell-1": "", "cell-2": ""})
    assert (answer.status_code, wrong_fields(answer.text)) == (422, {"f-cell-1-1"})


def test_a_call_that_is_refused_stays_in_its_field(venue: Site, secretary: Visitor) -> None:
    typed(secretary, JUMP, {"cell-1": "4,12"})
    answer = typed(venue.newly_in(Role.CHIEF_SECRETARY, games="venue"), JUMP, {"cell-1": "4,12", "call": FOUL})
    assert (answer.status_code, fields(answer.text)["cell-2"]) == (409, FOUL)


def test_a_call_at_the_bar_is_written_at_its_height(venue: Site, secretary: Visitor) -> None:
    page = secretary.get(f"/judge/venue/{HIGH}?bar=150").text
    assert f'value="150 {FOUL}"' in page
    typed(secretary, HIGH, {"raw": "145 о", "call": f"150 {FOUL}"}, bar="150")
    answer = typed(secretary, HIGH, {"raw": f"145 о 150 {FOUL}", "call": "150 о"}, version=1, bar="150")
    assert dict(mark(venue, HIGH).value) == {"attempts": [["1.45", "o"], ["1.50", "xo"]]}
    assert answer.headers["location"] == f"/judge/venue/{HIGH}?bar=150"


@pytest.mark.parametrize("bar", ["'><b>", "15000", "１５０", ""])
def test_a_bar_that_is_no_height_is_not_set(secretary: Visitor, bar: str) -> None:
    assert 'name="call" value="1' not in secretary.get(f"/judge/venue/{HIGH}", params={"bar": bar}).text


def test_a_jump_off_is_typed_in_its_own_field(venue: Site, secretary: Visitor) -> None:
    typed(secretary, HIGH, {"raw": "145 о", "cell-jump_off": f"150 {FOUL}"})
    assert dict(mark(venue, HIGH).value) == {"attempts": [["1.45", "o"]], "jump_off": [["1.50", "x"]]}


def test_series_are_read_back_with_their_sum(venue: Site, secretary: Visitor) -> None:
    typed(secretary, SHOOT, {"cell-1": "95", "cell-2": "97", "cell-3": "92", "cell-4": "90"})
    assert '<b>374</b> <span class="nb">(95 97 92 90)</span>' in secretary.get(f"/judge/venue/{SHOOT}").text


def test_misses_cost_a_minute_each(venue: Site, secretary: Visitor) -> None:
    typed(secretary, BIATHLON, {"raw": "21:33,4", "cell-penalty-miss": "2"})
    page = venue.visitor().get(f"/games/venue/contests/{BIATHLON}").text
    assert (mark(venue, BIATHLON).raw, ">23:33,4<" in page, ">21:33,4; ш2<" in page) == ("21:33,4; ш2", True, True)


def test_everybody_sees_the_attempts_and_the_best(venue: Site, secretary: Visitor) -> None:
    typed(secretary, JUMP, {"cell-1": "4,12", "cell-2": FOUL, "cell-3": "4,35"})
    page = venue.visitor().get(f"/games/venue/contests/{JUMP}").text
    assert ('<th scope="col" class="wide">Попытки</th>' in page, f">4,12 {FOUL} 4,35<" in page) == (True, True)
    assert '<span class="result">4,35</span>' in page


def test_the_protocol_prints_the_attempts_beside_the_best(venue: Site, secretary: Visitor) -> None:
    typed(secretary, JUMP, {"cell-1": "4,12", "cell-2": FOUL, "cell-3": "4,35"})
    where = f"/games/venue/contests/{JUMP}/protocol"
    with zipfile.ZipFile(io.BytesIO(venue.visitor().get(f"{where}.xlsx").content)) as book:
        words = book.read("xl/sharedStrings.xml").decode()
    (page,) = PdfReader(io.BytesIO(venue.visitor().get(f"{where}.pdf").content)).pages
    printed = " ".join(page.extract_text().split())
    for text in ("Попытки", f"4,12 {FOUL} 4,35", "4,35"):
        assert text in words and text in printed


def test_a_status_behind_the_attempts_keeps_them(venue: Site, secretary: Visitor) -> None:
    typed(secretary, JUMP, {"cell-1": "4,12", "call": "дискв"})
    found = mark(venue, JUMP)
    assert (dict(found.value), found.status) == ({"attempts": ["4.12"]}, "DSQ")
