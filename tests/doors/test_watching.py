"""Announcer, feed of results, widget: what others show of a Games, by consent and never what is held."""

import asyncio
import uuid
from datetime import datetime
from xml.etree import ElementTree

import pytest

from spartakiad.app import create_app
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.shell import Shell
from spartakiad.people.actions import WithdrawConsent, withdraw_consent
from spartakiad.settings import Settings, SettingsError, from_environment
from tests.doors.happenings import much_happens
from tests.doors.reading import read, words
from tests.doors.test_freeze import pressed
from tests.doors.visiting import Site, Visitor

ATOM, WIDGET, ANNOUNCER = "/games/demo/atom.xml", "/games/demo/widget", "/games/demo/announcer"
A = "{http://www.w3.org/2005/Atom}"


def feed(site: Site, path: str = ATOM) -> ElementTree.Element:
    return ElementTree.fromstring(site.visitor().get(path).content)


def text(element: ElementTree.Element, name: str) -> str:
    found = element.findall(A + name)
    assert len(found) == 1, name
    return found[0].text or ""


def moments(element: ElementTree.Element) -> datetime:
    at = datetime.fromisoformat(text(element, "updated"))
    assert at.tzinfo is not None
    return at


def test_the_feed_keeps_the_rules_of_atom(shared_site: Site) -> None:
    answer = shared_site.visitor().get(ATOM)
    found = feed(shared_site)
    entries = found.findall(f"{A}entry")
    assert (found.tag, answer.headers["content-type"].split(";")[0]) == (f"{A}feed", "application/atom+xml")
    assert (text(found, "title") != "", text(found.findall(f"{A}author")[0], "name") != "") == (True, True)
    links = {link.get("rel"): link.get("href", "") for link in found.findall(f"{A}link")}
    assert (links["self"].endswith(ATOM), links["alternate"].endswith("/games/demo")) == (True, True)
    ids = [text(one, "id") for one in (found, *entries)]
    assert len({uuid.UUID(one) for one in ids}) == len(ids) > 5
    assert moments(found) == max(moments(one) for one in entries)
    for one in entries:
        link, content = one.find(f"{A}link"), one.find(f"{A}content")
        assert text(one, "title") and link is not None and link.get("rel") == "alternate"
        assert content is not None and content.get("type") == "text" and content.text
        assert shared_site.visitor().get(link.get("href", "")).status_code == 200


def test_an_entry_keeps_its_id_whatever_becomes_of_its_contest(site: Site) -> None:
    before = {text(one, "id"): moments(one) for one in feed(site).findall(f"{A}entry")}
    much_happens(site.shell)
    after = {text(one, "id"): moments(one) for one in feed(site).findall(f"{A}entry")}
    assert (before.keys() <= after.keys(), before != {one: after[one] for one in before}) == (True, True)


def test_a_games_without_results_has_a_valid_feed_too(race: Site) -> None:
    found = feed(race, "/games/race/atom.xml")
    assert (found.findall(f"{A}entry"), moments(found).year) == ([], 2026)


def test_where_the_site_knows_its_address_the_feed_names_it(demo_shell: Shell, runner: asyncio.Runner) -> None:
    settings = Settings(secret=b"s", address="https://games.example")
    body = Visitor(create_app(settings, demo_shell), runner).get(ATOM).text
    assert 'href="https://games.example/games/demo/atom.xml"' in body


def test_the_announcer_reads_places_times_and_cities_in_their_cases(shared_site: Site) -> None:
    said = read(shared_site, ANNOUNCER)
    for sentence in (
        "Первое место – команда Архангельска, 41,5 очка.",
        "Второе место – Снегирёва Мария из Иванова, результат 14 минут 2,5 секунды.",
        "Первое место – участник под номером 5 из Архангельска, результат 25 минут.",
        "Второе место делят команда Сыктывкара и команда Великого Новгорода.",
        "Сейчас идёт «Мини-хоккей с мячом», площадка – Ледовый дворец.",
        "Дальше – «Зимний трейл», 21 февраля в 12:30, площадка – Парк «Северный».",
        "ударение в фамилиях, программе неизвестно",
    ):
        assert sentence in said, sentence


@pytest.mark.parametrize(
    "path", [ANNOUNCER, ATOM, "/games/demo/screen?rows=20", "/api/v1/games/demo/contests/ski-men/results"]
)
def test_a_name_is_hidden_everywhere_once_the_consent_is_taken_back(site: Site, path: str) -> None:
    page = site.visitor().get("/games/demo/contests/ski-men").text
    before = site.visitor().get(path).text
    person = site.shell.now("demo").state.athletes["48"].person
    site.shell.write_now(withdraw_consent, WithdrawConsent(person), SYSTEM)
    assert ("Инеев Дмитрий" in page, "Инеев Дмитрий" in site.visitor().get(path).text) == (True, False)
    assert before


@pytest.mark.parametrize("path", [ANNOUNCER, ATOM, WIDGET])
def test_while_results_are_held_nothing_newer_is_told(site: Site, path: str) -> None:
    pressed(site.shell, "hold")
    before = site.visitor().get(path).text
    much_happens(site.shell)
    assert site.visitor().get(path).text == before


def test_the_widget_marks_the_row_of_its_city(shared_site: Site) -> None:
    page = shared_site.visitor().get(f"{WIDGET}?city=vologda").text
    assert [row.count("Вологда") for row in page.split("<tr")[1:] if 'class="mine"' in row] == [1]
    assert 'class="mine"' not in shared_site.visitor().get(WIDGET).text


def test_a_city_that_is_not_there_is_answered_by_a_sentence(shared_site: Site) -> None:
    answer = shared_site.visitor().get(f"{WIDGET}?city=<b>")
    assert (answer.status_code, "города «<b>» среди команд нет" in words(answer.text)) == (422, True)


def test_the_memo_keeps_a_widget_for_each_city_of_the_games_and_no_other(shared_site: Site) -> None:
    for city in ("vologda", "pskov", "x", "vologda&x=1"):
        shared_site.visitor().get(f"{WIDGET}?city={city}")
    kept = {key for key in shared_site.app.pages if key.startswith(f"{WIDGET}?")}
    assert kept == {f"{WIDGET}?city=vologda", f"{WIDGET}?city=pskov"}


@pytest.mark.parametrize("frames", ["*", "https://vologda.ru https://pskov.ru", "'none'"])
def test_the_widget_alone_may_be_framed_by_whom_the_settings_name(
    demo_shell: Shell, runner: asyncio.Runner, frames: str
) -> None:
    visitor = Visitor(create_app(Settings(secret=b"s", frames=frames), demo_shell), runner)

    def ancestors(path: str) -> str:
        return visitor.get(path).headers["content-security-policy"].rpartition("frame-ancestors ")[2]

    assert {ancestors(path) for path in (WIDGET, f"{WIDGET}?city=pskov", f"{WIDGET}?city=x")} == {frames}
    others = ("/", "/games/demo", "/games/demo/standings", "/games/demo/embed", "/me", "/nowhere", "/x/widget")
    assert {ancestors(path) for path in others} == {"'none'"}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SPARTAKIAD_FRAMES", "vologda.ru", "не адрес сайта"),
        ("SPARTAKIAD_FRAMES", "https://a.ru; script-src *", "не адрес сайта"),
        ("SPARTAKIAD_ADDRESS", "games", "не адрес сайта"),
        ("SPARTAKIAD_ADDRESS", "https://*.ru", "не адрес сайта"),
    ],
)
def test_a_setting_that_is_no_site_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv("SPARTAKIAD_DATA", str(tmp_path))
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=said):
        from_environment()


def test_the_code_to_copy_names_the_site_and_the_city(shared_site: Site) -> None:
    page = words(shared_site.visitor().get("/games/demo/embed?city=pskov").text)
    assert '<iframe src="http://games.test/games/demo/widget?city=pskov"' in page
