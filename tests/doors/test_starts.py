"""The start list at its page: lots are drawn in the open, anybody checks them, one button releases the list."""

import io
import json
import re
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.cli import main
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.programme import line
from spartakiad.competition.starters import starters
from spartakiad.entries import actions as entries
from tests.doors.reading import read, words
from tests.doors.visiting import Site, Visitor

PAGE = "/office/demo/contests/trail/starts"
DRAW = "/games/demo/contests/trail/draw"
WHO = ["17", "18", "21", "22", "33"]  # three of Vologda, two of another city
SEED, CALLED = "271828", "57"


@pytest.fixture
def trail(site: Site) -> Site:
    """Five who are to start."""
    for number in WHO:
        team = site.shell.now("demo").state.athletes[number].team
        change = entries.EntryChange(number, "trail", "team")
        site.shell.write_now(entries.change_entries, entries.ChangeEntries("demo", team, (change,)), SYSTEM)
    return site


@pytest.fixture
def chief(trail: Site) -> Visitor:
    return trail.signed_in(Role.SPORT_CHIEF, contest="trail")


@pytest.fixture
def drawn(trail: Site, chief: Visitor) -> Site:
    chief.post(f"{PAGE}/seal", {"way": "random", "seed": SEED})
    chief.post(f"{PAGE}/draw", {"draw-called": CALLED})
    return trail


def order(site: Site) -> list[str]:
    state = site.shell.now("demo").state
    return starters(state, line(state, "trail"))


def by_hand(key: str) -> list[str]:
    """As the page of the draw tells everybody to do it."""
    return sorted(WHO, key=lambda who: sha256(f"{key}:{who}".encode()).hexdigest())


def previewed(page: str) -> list[str]:
    """Numbers of the table of what would be released."""
    rows = page.partition('id="preview"')[2].partition("</table>")[0]
    return re.findall(r'<td class="n">\d+</td><td class="n">(\d+)</td>', rows)


def test_before_the_draw_the_public_sees_the_seal_and_nobody_the_seed(trail: Site, chief: Visitor) -> None:
    chief.post(f"{PAGE}/seal", {"way": "random", "seed": SEED})
    public, staff = trail.visitor().get(DRAW).text, chief.get(PAGE).text
    seal = sha256(SEED.encode()).hexdigest()
    assert (seal in public, seal in staff, SEED in public, SEED in staff) == (True, True, False, False)
    assert "Жеребьёвка: число опечатано" in read(trail, "/games/demo/contests/trail")


def test_no_seed_typed_one_is_made_that_nobody_chose(trail: Site, chief: Visitor) -> None:
    chief.post(f"{PAGE}/seal", {"way": "apart"})
    seed = trail.shell.now("demo").state.seals["trail", "main"].seed
    assert re.fullmatch("[0-9a-f]{16}", seed)


def test_after_the_draw_anybody_repeats_it_by_hand(drawn: Site) -> None:
    page = read(drawn, DRAW)
    assert f"через двоеточие: {SEED}:{CALLED}" in page
    told = drawn.visitor().get(f"{DRAW}.json").json()
    assert told["drawn"] == [by_hand(f"{SEED}:{CALLED}")]
    assert sha256(f"{SEED}:{CALLED}:{told['drawn'][0][0]}".encode()).hexdigest()[:8] in page


def test_what_is_previewed_is_what_is_released(drawn: Site, chief: Visitor) -> None:
    shown = previewed(chief.get(PAGE).text)
    assert order(drawn) == sorted(WHO, key=int)
    answer = chief.post(PAGE, {"part": ""})
    assert (answer.status_code, order(drawn), shown) == (303, by_hand(f"{SEED}:{CALLED}"), order(drawn))


def test_the_list_has_its_order_on_the_sheet_of_the_judges_and_for_everybody(drawn: Site, chief: Visitor) -> None:
    chief.post(PAGE, {"part": ""})
    sheet = re.findall(r'<li id="mark-(\d+)"', chief.get("/judge/demo/trail").text)
    public = drawn.visitor().get("/games/demo/contests/trail").text
    assert sheet[:5] == re.findall(r'<td class="n">(\d+)</td>', public.partition('id="starters"')[2]) == order(drawn)


def test_a_released_list_is_changed_with_a_reason_only(drawn: Site, chief: Visitor) -> None:
    chief.post(PAGE, {"part": ""})
    assert "Почему протокол меняется" in chief.get(PAGE).text
    assert "её увидит тот, кого это касается" in chief.post(PAGE, {"part": ""}).text
    assert chief.post(PAGE, {"part": "", "reason": "билеты перепутаны"}).status_code == 303


def test_slips_are_typed_and_what_does_not_add_up_is_said_at_its_field_with_all_kept(
    trail: Site, chief: Visitor
) -> None:
    typed = {f"slip-{who}": str(number) for number, who in enumerate(reversed(WHO), 1)}
    answer = chief.post(f"{PAGE}/slips", {**typed, "slip-17": "1"})
    assert answer.status_code == 422
    assert 'value="2"' in answer.text and "Билет 1 вписан не одному" in words(answer.text)
    assert 'id="f-slip-17-error"' in answer.text
    chief.post(f"{PAGE}/slips", typed)
    chief.post(PAGE, {"part": ""})
    assert order(trail) == WHO[::-1]
    assert "По билетам" in words(chief.get(PAGE).text)


def test_a_second_draw_says_why_and_everybody_sees_which_it_is(drawn: Site, chief: Visitor) -> None:
    chief.post(f"{PAGE}/seal", {"way": "apart", "seed": "161803"})
    assert "f-draw-reason-error" in chief.post(f"{PAGE}/draw").text
    chief.post(f"{PAGE}/draw", {"draw-reason": "дозаявка"})
    page = read(drawn, DRAW)
    assert ("Жеребьёвка 2-я" in page, "Разыграно заново: дозаявка" in page) == (True, True)


def test_seedings_are_numbers_and_are_heeded(trail: Site, chief: Visitor) -> None:
    assert 'id="f-seeding-17-error"' in chief.post(f"{PAGE}/seedings", {"seeding-17": "первый"}).text
    chief.post(f"{PAGE}/seedings", {"seeding-17": "1", "seeding-22": "2", "seeding-18": ""})
    chief.post(f"{PAGE}/seal", {"way": "strongest_last"})
    chief.post(f"{PAGE}/draw")
    assert trail.visitor().get(f"{DRAW}.json").json()["drawn"][0][3:] == ["22", "17"]


def verify(path: Path) -> Result:
    return CliRunner().invoke(main, ["draw", "verify", str(path)])


def test_the_command_says_that_the_file_holds_or_does_not(drawn: Site, tmp_path: Path) -> None:
    told = drawn.visitor().get(f"{DRAW}.json").json()
    path = tmp_path / "draw.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    good = verify(path)
    path.write_text(json.dumps({**told, "drawn": [told["drawn"][0][::-1]]}), encoding="utf-8")
    bad = verify(path)
    assert (good.exit_code, good.output.startswith("Совпадает")) == (0, True)
    assert (bad.exit_code, " ".join(told["drawn"][0]) in bad.output) == (1, True)


def test_the_command_reads_the_draw_of_a_games_too(
    drawn: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPARTAKIAD_DATA", str(tmp_path))
    found = CliRunner().invoke(main, ["draw", "verify", "demo", "trail"])
    assert (found.exit_code, found.stdout) == (0, "Совпадает: это число было опечатано, и оно даёт тот же порядок.\n")


@pytest.mark.parametrize("content", ["", "{}", '{"format": 1}', "[]"])
def test_what_is_no_file_of_a_draw_is_said_in_words(tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(content, encoding="utf-8")
    found = verify(path)
    assert (found.exit_code, "не файл жеребьёвки" in found.output) == (1, True)


def test_a_judge_looks_at_the_list_and_does_not_make_it(trail: Site) -> None:
    judge = trail.signed_in(Role.JUDGE, contest="trail")
    assert (judge.get(PAGE).status_code, PAGE in judge.get("/judge/demo/trail").text) == (403, False)


def test_the_way_to_the_list_stands_on_the_board_and_on_the_sheet(trail: Site, chief: Visitor) -> None:
    assert PAGE in chief.get("/judge/demo/trail").text
    for role in (Role.CHIEF_SECRETARY, Role.OPERATOR):
        assert PAGE in trail.signed_in(role).get("/office/demo").text


def test_a_captain_says_who_of_his_goes_first_until_lots_are_drawn(trail: Site, chief: Visitor) -> None:
    captain, page = trail.captain("vologda"), "/team/demo/vologda/contests/trail/turns"
    assert page in captain.get("/team/demo/vologda").text
    wrong = captain.post(page, {"part": "main", "turn-17": "1", "turn-18": "1"})
    assert (wrong.status_code, "1-м уже стартует № 17" in wrong.text) == (422, True)
    captain.post(page, {"part": "main", "turn-17": "3", "turn-18": "", "turn-22": "1"})
    assert trail.shell.now("demo").state.turns["trail", "main", "vologda"] == ("22", "17")
    chief.post(f"{PAGE}/seal", {"way": "apart"})
    chief.post(f"{PAGE}/draw")
    assert ("1. Хвойный" in words(captain.get(page).text), "Сохранить порядок" in captain.get(page).text) == (
        True,
        False,
    )


def test_judges_print_the_list_by_full_names_and_it_is_written_down(race: Site) -> None:
    secretary, path = race.signed_in(Role.CHIEF_SECRETARY, games="race"), "/office/race/contests/ski-women/starts"
    assert f"{path}/judges.pdf" in secretary.get(path).text
    assert "Лыжина Анна" in printed(secretary, f"{path}/judges.pdf")
    assert "стартовый протокол для судей" in secretary.get("/office/race/exports").text
    assert "Лыжина" not in printed(race.visitor(), "/games/race/contests/ski-women/starts.pdf")


def printed(visitor: Visitor, path: str) -> str:
    pages = PdfReader(io.BytesIO(visitor.get(path).content)).pages
    return " ".join(page.extract_text() for page in pages)
