"""A contest is cancelled by a paper, and who signs says what is counted from now on."""

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.standings.queries import overall
from tests.doors.reading import read, words
from tests.doors.visiting import Site, Visitor

PAPER = {"reason": "нет льда", "document": "решение оргкомитета № 5", "k-overall": "6", "of-overall": "8"}


@pytest.fixture
def secretary(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_SECRETARY, "demo")


def cancel(secretary: Visitor, contest: str, **typed: str) -> tuple[int, str]:
    answer = secretary.post(f"/office/demo/contests/{contest}/cancellation", {**PAPER, **typed})
    return answer.status_code, answer.text


def test_what_was_cancelled_is_in_no_standing_and_the_new_count_holds(site: Site, secretary: Visitor) -> None:
    assert cancel(secretary, "trail")[0] == 303
    page = site.visitor().get("/games/demo/contests/trail").text
    assert "нет льда (решение оргкомитета № 5)" in page
    standings = site.visitor().get("/games/demo/standings").text
    assert "из 8 видов" in standings.replace("\u00a0", " ") and "Отменены и не считаются: Зимний трейл" in standings
    table = site.shell.now("demo").result.standings["overall"]  # type: ignore[union-attr]
    assert [len([cell for cell in row.cells if cell.counted]) for row in table.rows] == [6] * 8


def test_every_page_says_what_the_decision_changed(site: Site, secretary: Visitor) -> None:
    assert cancel(secretary, "trail")[0] == 303
    rules = read(site, "/games/demo/rules")
    assert "В сумму идут 7 лучших видов; решением (решение оргкомитета № 5) – 6." in rules
    team = overall(site.shell.now("demo")).rows[0].slug
    why = read(site, f"/games/demo/standings/{team}")
    assert "Зимний трейл – отменён, очков нет (решение оргкомитета № 5)" in why
    assert "(п. 7.1); не идёт в сумму: по решению считаются 6 лучших видов (решение оргкомитета № 5)" in why
    assert "(решение оргкомитета № 5) п. " not in why
    phone = site.visitor().get("/games/demo/standings").text.partition("board narrow")[2]
    assert "Зимний трейл" in phone and "отменён, очков нет (решение оргкомитета № 5)" in words(phone)


def test_what_it_would_do_is_seen_before_anybody_signs(site: Site, secretary: Visitor) -> None:
    status, page = cancel(secretary, "ski-men", look="yes", reason="", document="")
    assert status == 200 and "Ещё ничего не записано" in page and "<b>" in page
    assert site.shell.now("demo").state.cancelled == {}
    assert cancel(secretary, "ski-men", look="yes", **{"k-overall": "9"})[0] == 422


def test_the_numbers_stand_empty_until_somebody_writes_them(secretary: Visitor) -> None:
    page = secretary.get("/office/demo/contests/trail/cancellation").text
    assert "сейчас лучших 7 из 9" in page and 'name="k-overall" type="text" value=""' in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"k-overall": ""}, "программа этого не выбирает"),
        ({"of-overall": "пять"}, "программа этого не выбирает"),
        ({"k-overall": "9"}, "Лучших видов не бывает больше"),
        ({"reason": ""}, "Напишите причину"),
        ({"document": ""}, "Назовите документ"),
    ],
)
def test_without_a_whole_decision_nothing_is_cancelled(
    site: Site, secretary: Visitor, typed: dict[str, str], sentence: str
) -> None:
    status, page = cancel(secretary, "trail", **typed)
    assert status == 422 and sentence in page
    assert site.shell.now("demo").state.contests["trail"].state == "planned"


def test_a_contest_outside_asks_for_no_numbers(site: Site, secretary: Visitor) -> None:
    answer = secretary.post(
        "/office/demo/contests/bandy/cancellation", {"reason": "нет льда", "document": "решение № 6"}
    )
    assert answer.status_code == 303
    assert site.shell.now("demo").state.contests["bandy"].state == "cancelled"


def test_what_is_official_is_not_cancelled(secretary: Visitor) -> None:
    assert cancel(secretary, "hockey")[0] == 409
