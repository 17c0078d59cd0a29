"""The technical application: printed by the team, taken by the secretariat, said to be outdated when it is."""

import io

import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from tests.doors.reading import words
from tests.doors.small_games import play_football
from tests.doors.visiting import Site, Visitor

PAGE = "/team/ball/pskov/contests/football"
OFF = {
    "scratched": "pskov",
    "scratch-how": "withdrew",
    "scratch-reason": "автобус сломался",
    "scratch-who": "Петров И. С.",
}


@pytest.fixture
def drawn(site: Site) -> Site:
    play_football(site)
    return site


def captain_of(site: Site) -> Visitor:
    return site.signed_in(Role.CAPTAIN, "ball", "pskov")


def printed(site: Site) -> str:
    answer = captain_of(site).get(f"{PAGE}/technical.pdf")
    assert answer.status_code == 200
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages).split())


def test_it_is_printed_with_its_revision_the_line_up_and_who_was_taken_off(drawn: Site) -> None:
    (number,) = [one.number for one in drawn.shell.now("ball").state.athletes_of("pskov")]
    first = printed(drawn)
    assert captain_of(drawn).post(f"{PAGE}/lineup", {f"o-{number}": "1"}).status_code == 303
    captain_of(drawn).post(f"{PAGE}/scratch", OFF)
    second = printed(drawn)
    assert "Техническая заявка, редакция 1" in first and "Техническая заявка, редакция 3" in second
    assert "Команда целиком" in first and "в составе" not in first
    assert "в составе" in second and "снята" in second and "разрешил Петров И. С. " in second


def test_the_secretariat_takes_it_and_everybody_at_work_hears_that_it_is_outdated(drawn: Site) -> None:
    operator = drawn.signed_in(Role.OPERATOR, "ball")
    assert "Бумага принята, ред. 1</button>" in operator.get(PAGE).text
    assert "Бумага принята" not in captain_of(drawn).get(PAGE).text
    assert operator.post(f"{PAGE}/technical", {"revision": "1"}).status_code == 303
    fresh = words(captain_of(drawn).get(PAGE).text)
    captain_of(drawn).post(f"{PAGE}/scratch", OFF)
    late = words(captain_of(drawn).get(PAGE).text)
    assert "Бумага принята, ред. 1." in fresh
    assert "редакция 2. Бумага принята, ред. 1; бумага устарела: изменено: 1." in late


def test_a_paper_that_is_old_is_refused_with_both_revisions(drawn: Site) -> None:
    captain_of(drawn).post(f"{PAGE}/scratch", OFF)
    before = drawn.numbers()
    answer = drawn.signed_in(Role.OPERATOR, "ball").post(f"{PAGE}/technical", {"revision": "1"})
    assert (answer.status_code, drawn.numbers() == before) == (409, True)
    assert "На бумаге редакция 1, а сейчас уже 2" in words(answer.text)


def test_whoever_printed_it_is_written_down(drawn: Site) -> None:
    printed(drawn)
    exports = drawn.signed_in(Role.CHIEF_SECRETARY, "ball").get("/office/ball/exports").text
    assert "техническая заявка, Мини-футбол" in exports
