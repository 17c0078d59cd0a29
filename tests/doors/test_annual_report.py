"""The annual report of 2024 against the list of its facts: each stands where it has to and in what is generated."""

import html
import io
import re
import time
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from spartakiad.words.searching import fold
from tests.doors.reading import FACTS as KNOWN
from tests.doors.reading import links, read
from tests.doors.visiting import Site, Visitor

FOLDER = Path(__file__).parents[1] / "union"
FACTS: list[dict[str, Any]] = tomllib.loads((FOLDER / "facts-2024.toml").read_text(encoding="utf-8"))["fact"]
TOLD = [fact for fact in FACTS if not fact.get("only_here")]
FORMS = {city.title: {city.title, city.of, city.where.partition(" ")[2]} for city in KNOWN.cities.values()}
REPORT = "/union/report/2024"
CLICKS = 3
COPIED = 9  # words on end that are no name or title any more


def by_address(fact: dict[str, Any]) -> str:
    return str(fact["at"]).rpartition("/")[2]


def missing(fact: dict[str, Any], told: str) -> list[str]:
    absent = [words for words in fact["says"] if fold(words) not in told]
    return absent + [city for city in fact["cities"] if not any(fold(form) in told for form in FORMS[city])]


def within_clicks(visitor: Visitor, start: str, wanted: set[str]) -> set[str]:
    """Which of the addresses links lead to, in no more than CLICKS."""
    seen, edge = {start}, {start}
    for _ in range(CLICKS):
        if wanted <= seen:
            break
        pages = (visitor.get(address).text for address in sorted(edge))
        found = {link for page in pages for link in re.findall(r'href="(/[^"#?.]*)"', page)}
        edge, seen = found - seen, seen | found
    return wanted & seen


@cache
def chunks(text: str) -> set[str]:
    words = re.findall(r"\w+", fold(text))
    return {" ".join(words[at : at + COPIED]) for at in range(len(words) - COPIED + 1)}


@pytest.mark.parametrize("fact", FACTS, ids=by_address)
def test_a_fact_of_the_report_stands_where_it_is_looked_for(shared_site: Site, fact: dict[str, Any]) -> None:
    assert missing(fact, fold(read(shared_site, fact["at"]))) == []


def test_every_fact_is_three_clicks_from_the_year(shared_site: Site) -> None:
    wanted = {str(fact["at"]) for fact in FACTS}
    assert within_clicks(shared_site.visitor(), "/calendar/2024", wanted) == wanted


def test_every_event_of_the_year_is_among_the_facts() -> None:
    listed = {by_address(fact) for fact in FACTS}
    assert {slug for slug, one in KNOWN.events.items() if one.when.year == 2024} - listed == set()


@pytest.mark.parametrize("fact", TOLD, ids=by_address)
def test_the_generated_report_holds_every_fact(shared_site: Site, fact: dict[str, Any]) -> None:
    assert missing(fact, fold(read(shared_site, REPORT))) == []


def test_no_sentence_of_the_report_is_copied(shared_site: Site) -> None:
    """Names, themes and lists of cities are the same words; nothing else is."""
    source = (FOLDER / "report-2024.txt").read_text(encoding="utf-8")
    own = {fold(one) for event in KNOWN.events.values() for one in known_words(event)}
    named = {chunk for name in own for chunk in chunks(name)}
    own |= {fold(form) for forms in FORMS.values() for form in forms}
    source = fold(source)
    for name in sorted(own, key=len, reverse=True):
        source = source.replace(name, " that ")
    assert (chunks(source) & chunks(read(shared_site, REPORT))) - named == set()


def known_words(event: Any) -> list[str]:
    people = [word for one in event.people for word in (one.name, one.post) if word]
    own = [event.title, event.theme, event.audience, *event.topics, *event.organisers, *event.experts, *people]
    counted = [one.who for one in (event.participants, event.municipalities) if one]
    return [*filter(None, own), *counted]


def test_parts_stand_in_the_order_in_which_the_union_tells_its_year(shared_site: Site) -> None:
    page = shared_site.visitor().get(REPORT).text
    assert re.findall(r'<h2 id="part-\d">([^<]*)', page) == [
        "Форум и Собрание",
        "Массовые мероприятия",
        "Конференции и круглые столы",
        "Заседания секций",
        "Информационные обмены",
        "Фестивали, выставки, конкурсы",
        "Партнёры",
        "Что впереди",
    ]


def test_cities_of_the_report_are_declined(shared_site: Site) -> None:
    told = read(shared_site, REPORT)
    assert (
        "из Архангельска, Великого Новгорода, Вологды, Иванова, Петрозаводска, Пскова, Сыктывкара и Череповца" in told
    )
    assert "ответили 23 города" in told and "ответили 25 городов" in told


@pytest.mark.parametrize(
    ("said", "unsaid"),
    [
        ("Среди выступивших – представители Котласа, Санкт-Петербурга", "Участвовали представители Котласа"),
        ("Среди награждённых – Олег Белак", "Награждены:"),
        ("Шуи, Ярославля и других.", "Ярославля и Перми"),
        ("детских школ искусств: Провести в 2025 году", "В году, следующем"),
        ("Фестиваль или конкурс юных пианистов имени Рахманинова", "– Имени Рахманинова"),
        ("Посвящение – Год семьи в Российской Федерации.", "событию: Год"),
    ],
)
def test_the_report_says_no_more_than_the_source(shared_site: Site, said: str, unsaid: str) -> None:
    told = read(shared_site, REPORT)
    assert said in told and unsaid not in told


def test_the_podium_and_the_cup_are_told_of_the_spartakiad(shared_site: Site) -> None:
    told = read(shared_site, REPORT)
    assert "второе место – команда города Череповца" in told
    assert "Переходящий кубок вручён команде города Петрозаводска" in told


@pytest.mark.parametrize("name", ["report.pdf", "report.docx"])
def test_a_file_of_the_report_says_what_the_page_says(shared_site: Site, name: str) -> None:
    content = shared_site.visitor().get(f"{REPORT}/{name}").content
    page = shared_site.visitor().get(REPORT).text
    said = [
        *re.findall(r'<h2 id="part-\d">([^<]*)', page),
        *re.findall(r"<li>([^<]*)</li>", page[page.index("<main") :]),
    ]
    wanted = [squeezed(html.unescape(one)) for one in said]
    assert wanted and [one for one in wanted if one not in squeezed(text_of(content, name))] == []


def text_of(content: bytes, name: str) -> str:
    if name.endswith("pdf"):
        sheets = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
        return " ".join(re.sub(r"Союз городов[^\n]*отчёт за[^\n]*\n?стр\. \d из \d", "", sheet) for sheet in sheets)
    return " ".join(one.text for one in Document(io.BytesIO(content)).paragraphs)


def squeezed(text: str) -> str:
    """Lines of a sheet break anywhere."""
    return "".join(text.split())


def test_the_report_is_made_in_no_time(shared_site: Site) -> None:
    started = time.perf_counter()
    for end in ("", "/report.pdf", "/report.docx"):
        shared_site.visitor().get(f"{REPORT}{end}?fresh")
    assert time.perf_counter() - started < 3


@pytest.mark.parametrize("year", ["2020", "9999", "0000", "24", "2024x"])
def test_a_year_without_events_has_no_report(shared_site: Site, year: str) -> None:
    assert shared_site.visitor().get(f"/union/report/{year}").status_code == 404


def test_each_event_of_the_report_leads_to_its_page(shared_site: Site) -> None:
    page = shared_site.visitor().get(REPORT).text
    linked = set(links(page, "/calendar/events/"))
    assert {slug for slug, one in KNOWN.events.items() if one.when.year == 2024 and one.kind == "section"} <= linked
