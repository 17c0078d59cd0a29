"""The weigh-in of lifters in categories of their own: found, weighed, compared, moved, taken back, printed, seen."""

import html
import io
from dataclasses import replace
from datetime import datetime

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from spartakiad.accounts.roles import Role
from spartakiad.competition.state import Slot
from spartakiad.competition.weights import standing
from spartakiad.publication.blockers import blockers
from spartakiad.words.dates import MOSCOW
from tests.doors.reading import read, words
from tests.doors.small_games import LIFTS as GAMES
from tests.doors.small_games import play_lifts
from tests.doors.visiting import Site, Visitor

PAGE = "/judge/lifts/kettlebell/weighing"


@pytest.fixture
def lifts(site: Site) -> Site:
    play_lifts(site)
    return site


def secretary(site: Site) -> Visitor:
    return site.signed_in(Role.SPORT_SECRETARY, games=GAMES, contest="kettlebell")


def weighed(site: Site, who: str, weight: str, **more: str) -> str:
    """The page after somebody was weighed."""
    answer = secretary(site).post(PAGE, {"who": who, "weight": weight, **more})
    if answer.status_code == 303:
        answer = secretary(site).get(answer.headers["location"])
    return html.unescape(answer.text).replace("\u00a0", " ")


def weight_of(site: Site, number: str) -> str:
    return standing(site.shell.now(GAMES).state.weighings.get(("kettlebell", number), ()))


def test_whoever_is_not_weighed_is_listed_by_category(lifts: Site) -> None:
    page = words(secretary(lifts).get(PAGE).text)
    assert "взвешены 0 из 3" in page
    assert page.index("3. Лёгкина Саша") < page.index("1. Гирин Саша") < page.index("2. Тяжин Саша")


def test_somebody_is_weighed_by_number_and_by_name(lifts: Site) -> None:
    assert "№ 1 Гирин Саша: 84,6 кг, заявлен «до 85 кг»." in weighed(lifts, "1", "84,6")
    assert "№ 2 Тяжин Саша: 95 кг, заявлен «свыше 85 кг»." in weighed(lifts, "тяж", "95")
    assert (weight_of(lifts, "1"), weight_of(lifts, "2")) == ("84.6", "95")


def test_over_the_category_is_said_with_its_clause_and_he_is_moved(lifts: Site) -> None:
    page = weighed(lifts, "1", "85,4")
    assert "85,4 кг, заявлен «до 85 кг» – тяжелее заявленной (п. 4.8 положения); подходит «свыше 85 кг»" in page
    assert secretary(lifts).post(f"{PAGE}/1/category", {"category": "+85"}).status_code == 303
    assert lifts.shell.now(GAMES).state.entries["kettlebell", "1"].part == "men-over-85"
    assert "тяжелее заявленной" not in secretary(lifts).get(PAGE).text


def test_a_mistake_is_taken_back_and_stays_known(lifts: Site) -> None:
    weighed(lifts, "1", "85,4")
    weighed(lifts, "1", "84,9")
    secretary(lifts).post(f"{PAGE}/1/undo", {"holds": "84,9"})
    page = words(secretary(lifts).get(PAGE).text)
    assert weight_of(lifts, "1") == "85.4" and "84,9 кг" in page and "отменено" in page


@pytest.mark.parametrize(
    ("who", "weight", "field", "said"),
    [
        ("9", "84,6", "who", "«9»: такого участника в этом виде нет."),
        ("", "84,6", "who", "Номер или фамилия: заполните."),
        ("1", "сто", "weight", "Вес: «сто» не понять. Напишите килограммы, например 84,6."),
        ("1", "846", "weight", "Вес: 846 кг? Если так и есть, отметьте это и запишите ещё раз."),
    ],
)
def test_what_cannot_be_is_said_at_its_field(lifts: Site, who: str, weight: str, field: str, said: str) -> None:
    before = lifts.numbers()
    page = weighed(lifts, who, weight)
    assert said in page and f'id="f-{field}-error"' in page and f'value="{weight}"' in page
    assert lifts.numbers() == before


def test_an_unlikely_weight_that_is_meant_is_taken(lifts: Site) -> None:
    assert 'name="sure"' in weighed(lifts, "1", "24")
    weighed(lifts, "1", "24", sure="yes")
    assert weight_of(lifts, "1") == "24"


def test_the_commission_weighs_too_and_the_captain_does_not(lifts: Site) -> None:
    typed = {"who": "1", "weight": "84,6"}
    assert lifts.signed_in(Role.COMMISSION, games=GAMES).post(PAGE, typed).status_code == 303
    assert lifts.signed_in(Role.CAPTAIN, games=GAMES, team="vologda").post(PAGE, typed).status_code in (403, 404)
    links = lifts.signed_in(Role.COMMISSION, games=GAMES).get(f"/office/{GAMES}/admission").text
    assert f'href="{PAGE}"' in links


def test_the_sheet_is_printed_and_whoever_takes_it_is_written_down(lifts: Site) -> None:
    weighed(lifts, "1", "85,4")
    printed = secretary(lifts).get("/judge/lifts/kettlebell/weighing.pdf").content
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(printed)).pages)
    assert "Протокол взвешивания" in text and "свыше 85 кг" in text and "85,4" in text
    table = secretary(lifts).get("/judge/lifts/kettlebell/weighing.xlsx").content
    rows = CalamineWorkbook.from_filelike(io.BytesIO(table)).get_sheet_by_index(0).to_python()
    assert 85.4 in [cell for row in rows for cell in row]
    exports = lifts.signed_in(Role.CHIEF_SECRETARY, games=GAMES).get(f"/office/{GAMES}/exports").text
    assert "протокол взвешивания, печать" in exports


def test_everybody_sees_the_weight_in_the_start_list(lifts: Site) -> None:
    weighed(lifts, "1", "84,6")
    page = read(lifts, f"/games/{GAMES}/contests/kettlebell")
    assert "Вес, кг" in page and "84,6" in page
    printed = lifts.visitor().get(f"/games/{GAMES}/contests/kettlebell/starts.pdf").content
    assert "Вес, кг" in " ".join(one.extract_text() for one in PdfReader(io.BytesIO(printed)).pages)


def test_everybody_reads_the_categories(lifts: Site) -> None:
    page = read(lifts, f"/games/{GAMES}/rules").replace("\u00a0", " ")
    told = "женщины до 63 кг, свыше 63 кг; мужчины до 73 кг, до 85 кг, свыше 85 кг (п. 4.8)."
    assert f"Взвешивание обязательно; весовые категории: {told}" in page
    assert "Мужчины до 85 кг. Мужчины. Весовая категория до 85 кг (п. 4.8)." in page


def test_the_secretary_declares_categories_in_the_form(site: Site) -> None:
    typed = {"set-conditions-weights_men": "73 85 +85", "set-conditions-weighed": "yes", "reason": "решение № 8"}
    rules = "/office/demo/setup/contests/darts/rules"
    office = site.signed_in(Role.CHIEF_SECRETARY)
    assert office.post(rules, typed).status_code == 303
    told = site.shell.now("demo").state.regulation["eligibility"]["contest"]["darts"]
    assert (told["weighed"], told["weights_men"]) == (True, ["73", "85", "+85"])
    assert office.post(rules, {**typed, "set-conditions-weights_men": "лёгкие"}).status_code == 422


def test_a_category_without_a_list_of_its_own_is_chosen_in_the_matrix_and_named_in_a_table(site: Site) -> None:
    office, captain = site.signed_in(Role.CHIEF_SECRETARY), site.captain("pskov")
    typed = {"set-conditions-weights_men": "73 85 +85", "set-conditions-weights_women": "63 +63", "reason": "решение"}
    office.post("/office/demo/setup/contests/trail/rules", typed)
    man = [one.number for one in site.shell.now("demo").state.athletes_of("pskov")][4]
    for category in ("", "85"):
        captain.post("/team/demo/pskov/entries", {f"e-trail-{man}": "team", f"c-trail-{man}": category})
    assert site.shell.now("demo").state.entries["trail", man].category == "85"
    head = "Фамилия\tИмя\tПол\tДата рождения\tРазряд\tВиды"
    man_over = "Силин\tИван\tм\t05.03.1991\tI\tЗимний трейл (свыше 85 кг)"
    woman = "Силина\tЯна\tж\t05.03.1991\tI\tЗимний трейл (до 73 кг)"
    page = html.unescape(captain.post("/team/demo/pskov/paste", {"rows": "\n".join((head, man_over, woman))}).text)
    assert "Зимний трейл (свыше 85 кг)" in page and "категория до 73 кг не для этого пола" in page


def test_the_board_waits_for_whoever_was_not_weighed(lifts: Site) -> None:
    now = lifts.shell.now(GAMES)
    slot = Slot(datetime(2027, 2, 19, 10, tzinfo=MOSCOW), 120, "")
    due = replace(now, state=replace(now.state, slots={"kettlebell": slot}))
    told = {one.kind: (one.words, one.link) for one in blockers(due, datetime(2027, 2, 19, 10, tzinfo=MOSCOW))}
    assert told["weighing"] == ("взвесить ещё 3\u00a0участников", PAGE)
