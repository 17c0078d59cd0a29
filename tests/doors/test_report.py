"""The chief panel's report: counted from the journal, written by people, every blank named and printed as a line."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.decisions import Adjust
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.programme import lines
from spartakiad.competition.signed import Grounds
from spartakiad.cup.ceremony.report import not_typed
from spartakiad.games.actions import NewGames, make_games
from spartakiad.publication.decisions import Decided, sign
from spartakiad.words.report import TOPICS
from tests.doors.happenings import much_happens
from tests.doors.visiting import Site, Visitor

PAGE = "/office/demo/report"
WEATHER = {"report_weather": "19 февраля −12 °C, ясно", "was-report_weather": ""}


def printed(visitor: Visitor) -> str:
    answer = visitor.get(f"{PAGE}.pdf")
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages).split())


def admitted(site: Site) -> int:
    state = site.shell.now("demo").state
    return sum(state.admission(number).state in ("admitted", "until") for number in state.athletes)


def test_it_counts_who_was_admitted_and_nobody_else(site: Site) -> None:
    many = admitted(site)
    assert many == len(site.shell.now("demo").state.athletes) - 1
    assert f"Всего {many} " in printed(site.signed_in(Role.CHIEF_SECRETARY))


def test_what_people_wrote_is_printed_and_its_blank_is_gone(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    blank = "Не внесено: погода и условия."
    assert blank in secretary.get(PAGE).text and "_" * 100 in printed(secretary)
    assert secretary.post(PAGE, WEATHER).status_code == 303
    assert blank not in secretary.get(PAGE).text and "−12 °C, ясно" in printed(secretary)


def test_over_words_that_somebody_else_wrote_meanwhile_nobody_writes(site: Site) -> None:
    site.signed_in(Role.CHIEF_JUDGE).post(PAGE, WEATHER)
    late = site.signed_in(Role.CHIEF_SECRETARY).post(PAGE, {**WEATHER, "report_weather": "оттепель"})
    assert (late.status_code, "19 февраля −12 °C, ясно" in late.text, ">\nоттепель<" in late.text) == (409, True, True)
    assert "оттепель" not in printed(site.signed_in(Role.CHIEF_JUDGE))


def test_a_page_left_as_it_was_changes_nothing(site: Site) -> None:
    """Neither what was written after it had been opened."""
    stale = {f"was-{one}": "" for one in TOPICS} | dict.fromkeys(TOPICS, "")
    site.signed_in(Role.CHIEF_JUDGE).post(PAGE, WEATHER)
    assert site.signed_in(Role.CHIEF_SECRETARY).post(PAGE, stale).status_code == 303
    assert "−12 °C, ясно" in printed(site.signed_in(Role.CHIEF_JUDGE))


def test_too_long_a_text_is_refused_at_its_field_and_kept(site: Site) -> None:
    answer = site.signed_in(Role.CHIEF_SECRETARY).post(PAGE, {"report_weather": "ы" * 2001, "was-report_weather": ""})
    assert (answer.status_code, 'href="#f-report_weather"' in answer.text, "ы" * 2001 in answer.text) == (
        422,
        True,
        True,
    )


def test_what_has_an_end_is_a_blank_no_longer(site: Site) -> None:
    def left() -> list[str]:
        return not_typed(site.shell.now("demo").state, dict.fromkeys(TOPICS, "есть"))

    before = left()
    assert "официальный результат: Фигурное катание" in before and "вручение переходящего кубка" in before
    much_happens(site.shell)
    outside = [f"официальный результат: {one.title}" for one in lines(site.shell.now("demo").state) if one.outside]
    assert [one for one in left() if one.startswith(("официальный", "вручение"))] == outside
    assert "решение по протесту № 1" in left()


def test_it_tells_of_protests_replacements_decisions_and_the_cup(site: Site) -> None:
    much_happens(site.shell)
    text = printed(site.signed_in(Role.CHIEF_SECRETARY))
    for told in ("часы стояли", "замен не было", "Отменён вид", "решение № 5", "Переходящий кубок", "протокол № 1"):
        assert told in text
    assert "ПРЕДВАРИТЕЛЬНЫЙ" not in text


def test_it_tells_what_was_decided_about_points(site: Site) -> None:
    paper = Grounds("Морошкина О. П.", "решение № 9", "нарушен регламент")
    site.shell.write_now(sign, Decided("demo", Adjust("pskov", "", "-10", paper)), SYSTEM)
    text = printed(site.signed_in(Role.CHIEF_SECRETARY))
    assert "нарушен регламент; Морошкина О. П." in text and "решение № 9" in text


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_before_any_team_is_there_nothing_is_counted(site: Site, kind: str) -> None:
    rules = site.shell.now("demo").state.regulation
    days = (date(2026, 2, 19), date(2026, 2, 22))
    site.shell.write_now(make_games, NewGames("empty", "Пустая", "winter", "vologda", *days, True, rules, ()), SYSTEM)
    answer = site.signed_in(Role.CHIEF_SECRETARY, games="empty").get(f"/office/empty/report.{kind}")
    assert (answer.status_code, answer.content[:2]) == (200, b"%P" if kind == "pdf" else b"PK")
