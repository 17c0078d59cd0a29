"""The coach of an athlete and his number of ГТО: typed, pasted, shown to staff, printed, corrected, erased."""

import io
import json
import re

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.setup import AdoptRegulation
from spartakiad.competition.desk import SYSTEM, Desk
from spartakiad.competition.memory import stream_of
from spartakiad.people.erasing import Erase, erase
from spartakiad.people.queries import people_of
from spartakiad.store import journal
from spartakiad.store.commands import Answer
from tests.doors.reading import words
from tests.doors.visiting import PUBLIC_PAGES, Site

TEAM = "/team/demo/vologda"
HEAD = "ФИО\tПол\tДата рождения\tТренер\tУИН ГТО"
ONE = "Позёмкина Нина\tж\t05.03.1991\tЗимин А. А.\t24-44-0054321"
NINA = {
    "surname": "Позёмкина",
    "name": "Нина",
    "sex": "ж",
    "born_on": "05.03.1991",
    "coach": "Зимин А. А.",
    "uin_gto": "24440054321",
}


def row(number: int = 0, **cells: str) -> dict[str, str]:
    return {f"r{number}-{cell}": text for cell, text in {**NINA, **cells}.items()}


def required(desk: Desk, wish: AdoptRegulation) -> Answer:
    """A regulation that asks for the number is adopted."""
    return {"facts": len(desk.carry_out("demo", wish))}


def require(site: Site) -> None:
    document = site.shell.now("demo").state.regulation
    asked = {**document["eligibility"], "identifiers": ["uin_gto"], "clause": "4.6"}
    site.shell.write_now(required, AdoptRegulation({**document, "eligibility": asked}, "номера"), SYSTEM)


def nina(site: Site) -> str:
    """Her number at these Games."""
    with site.shell.store.reader() as session:
        return next(number for number, one in people_of(session, "demo").items() if one.surname == "Позёмкина")


def kept(site: Site) -> str:
    page = words(site.captain().get(TEAM).text)
    return page[page.index("Позёмкина Нина") :][:120]


@pytest.mark.parametrize("head", [HEAD, HEAD.translate(str.maketrans("тТенОр", "tTehOp")), HEAD.replace(" ГТО", "")])
def test_columns_of_both_are_known_by_their_headings(site: Site, head: str) -> None:
    page = site.captain().post(f"{TEAM}/paste", {"rows": f"{head}\n{ONE}"}).text
    assert 'name="r0-coach" value="Зимин А. А."' in page and 'name="r0-uin_gto" value="24-44-0054321"' in page


def test_columns_that_nobody_filled_take_no_room(site: Site) -> None:
    page = site.captain().post(f"{TEAM}/paste", {"rows": "Позёмкина\tНина\t\tж\t05.03.1991"}).text
    assert "r0-coach" not in page and "r0-uin_gto" not in page


@pytest.mark.parametrize("typed", ["24-44-0054321", "24440054321", " 24–44–0054321 ", "24 44 0054321"])
def test_the_number_is_kept_as_its_registry_writes_it(site: Site, typed: str) -> None:
    site.captain().post(f"{TEAM}/import", row(uin_gto=typed))
    assert "тренер Зимин А. А. · УИН 24-44-0054321" in kept(site)


BAD = "УИН ГТО: нужны 11 цифр, как 24-44-0012345"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        *((one, BAD) for one in ("24-44-001234", "2444001234O", "2,444E+10", "244-4-0012345", "٢٤٤٤٠٠١٢٣٤٥")),
        ("1" * 5000, "УИН ГТО: знаков 5000, а можно не больше 200"),
    ],
)
def test_another_number_is_refused_at_its_cell_and_kept_as_typed(site: Site, typed: str, said: str) -> None:
    before = site.numbers()
    answer = site.captain().post(f"{TEAM}/import", row(uin_gto=typed))
    assert answer.status_code == 422 and site.numbers() == before
    assert said in words(answer.text)
    kept = re.search(r'name="r0-uin_gto" (?:value="([^"]*)"|[^>]*>([^<]*)<)', answer.text)
    assert kept and typed in kept.groups()


def test_a_wrong_number_of_one_person_is_said_at_its_field(site: Site) -> None:
    answer = site.captain().post(f"{TEAM}/athletes", {**NINA, "uin_gto": "24"})
    assert answer.status_code == 422 and 'id="f-uin_gto-error"' in answer.text and 'value="Зимин А. А."' in answer.text
    assert '<details class="more" open>' in answer.text


def test_a_number_of_somebody_else_is_said_at_the_cell(site: Site) -> None:
    site.captain("pskov").post("/team/demo/pskov/athletes", NINA)
    two = {**row(0, surname="Снежина"), **row(1, surname="Вьюгина", uin_gto="25-44-0000001")}
    three = {**two, **row(2, surname="Вьюжин", name="Пётр", sex="м", uin_gto="25-44-0000001")}
    answer = site.captain().post(f"{TEAM}/import", three)
    assert words(answer.text).count("этот номер уже записан за другим человеком") == 2
    one = site.captain().post(f"{TEAM}/athletes", {**NINA, "surname": "Снежина"})
    assert one.status_code == 409 and 'id="f-uin_gto-error"' in one.text


def test_importing_again_corrects_both_and_an_empty_cell_takes_neither_away(site: Site) -> None:
    captain = site.captain()
    captain.post(f"{TEAM}/import", row())
    captain.post(f"{TEAM}/import", row(coach="Вьюгин", uin_gto="25-44-0000001"))
    captain.post(f"{TEAM}/import", row(coach="", uin_gto=""))
    assert "тренер Вьюгин · УИН 25-44-0000001" in kept(site)


def test_what_the_regulation_asks_for_is_said_at_the_cell_with_its_clause(site: Site) -> None:
    require(site)
    before = site.numbers()
    answer = site.captain().post(f"{TEAM}/import", row(uin_gto="–"))
    assert answer.status_code == 422 and site.numbers() == before
    assert "УИН ГТО (п. 4.6 положения): без него в заявку не внести. Впишите номер." in words(answer.text)
    one = site.captain().post(f"{TEAM}/athletes", {**NINA, "uin_gto": ""})
    assert one.status_code == 422 and 'id="f-uin_gto-error"' in one.text and site.numbers() == before
    assert site.captain().post(f"{TEAM}/import", row()).status_code == 303


def test_somebody_whose_number_is_known_from_before_need_not_be_asked(site: Site) -> None:
    site.captain().post(f"{TEAM}/import", row())
    site.captain().post(f"{TEAM}/athletes/{nina(site)}/leave")
    require(site)
    assert site.captain().post(f"{TEAM}/import", row(uin_gto="")).status_code == 303


def test_whoever_came_before_the_rule_is_seen_to_lack_it(site: Site) -> None:
    site.captain().post(f"{TEAM}/import", row(uin_gto=""))
    require(site)
    commission = site.signed_in(Role.COMMISSION, "demo").get("/office/demo/admission/vologda").text
    said = "Не указан УИН ГТО (п. 4.6"
    assert said in kept(site) and said in words(commission)


def test_the_rules_page_says_it_in_plain_words(site: Site) -> None:
    assert "У каждого спортсмена в заявке" not in site.visitor().get("/games/demo/rules").text
    require(site)
    page = words(site.visitor().get("/games/demo/rules").text)
    assert "У каждого спортсмена в заявке указывают УИН ГТО (п. 4.6)." in page


def test_the_rule_outlives_a_change_of_the_programme(site: Site) -> None:
    require(site)
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    secretary.post("/office/demo/setup/contests/trail/rules", {"set-conditions-quota": "5", "reason": "решение"})
    eligibility = site.shell.now("demo").state.regulation["eligibility"]
    assert (eligibility["identifiers"], eligibility["contest"]["trail"]["quota"]) == (["uin_gto"], 5)


def test_the_printed_application_has_both(site: Site) -> None:
    site.captain().post(f"{TEAM}/import", row())
    printed = site.captain().get(f"{TEAM}/application.pdf").content
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(printed)).pages)
    assert "Тренер" in text and "24-44-0054321" in text and "Зимин А. А." in text


def test_the_empty_and_the_marked_table_have_both(site: Site) -> None:
    empty = site.captain().get(f"{TEAM}/template.xlsx").content
    marked = site.captain().post(f"{TEAM}/marked.xlsx", row(uin_gto="24")).content
    head, first = (
        CalamineWorkbook.from_filelike(io.BytesIO(one)).get_sheet_by_index(0).to_python() for one in (empty, marked)
    )
    assert head[0][6:8] == ["Тренер", "УИН ГТО"] and first[1][6:8] == ["Зимин А. А.", "24"]


def test_columns_can_be_named_by_hand(site: Site) -> None:
    rows = [["Позёмкина", "Нина", "ж", "05.03.1991", "Зимин", "24440054321"]]
    named = enumerate(("surname", "name", "sex", "born_on", "coach", "uin_gto"))
    form = {"table": json.dumps(rows), **{f"column-{at}": one for at, one in named}}
    assert 'name="r0-uin_gto" value="24440054321"' in site.captain().post(f"{TEAM}/paste", form).text


def test_neither_is_public(site: Site) -> None:
    site.captain().post(f"{TEAM}/import", row())
    pages = "".join(site.visitor().get(path).text for path in PUBLIC_PAGES)
    assert "Зимин А. А." not in pages and "0054321" not in pages


def test_erasure_takes_both_away_and_the_chain_stays_whole(site: Site) -> None:
    site.captain().post(f"{TEAM}/import", row())
    number = nina(site)
    site.shell.write_now(erase, Erase("demo", "vologda", number, "по заявлению"), SYSTEM)
    with site.shell.store.reader() as session:
        assert people_of(session, "demo")[number].uin_gto is None
        assert journal.verify(session, stream_of("demo")) is None
    page = site.captain().get(TEAM).text
    assert "Зимин А. А." not in page and "0054321" not in page
    assert site.captain().post(f"{TEAM}/import", row()).status_code == 303
