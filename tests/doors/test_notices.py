"""Notices: who is meant sees them, says so, and the secretary knows whom to ring."""

import re

import pytest

from spartakiad.accounts.actions import NewAccount, make_account
from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from tests.doors.visiting import Site, Visitor

DESK = "/office/demo/notices"


@pytest.fixture
def secretary(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_SECRETARY, "demo")


def give(secretary: Visitor, text: str, *to: str) -> int:
    return int(secretary.post(DESK, {"text": text, **{f"to-{one}": "yes" for one in to}}).status_code)


def read(visitor: Visitor) -> list[str]:
    """The numbers and texts that somebody has in his cabinet."""
    return re.findall(r"<p>([^<]+)</p>", visitor.get("/me/notices/demo").text)


def test_each_sees_what_is_meant_for_him(site: Site, secretary: Visitor) -> None:
    assert [
        give(secretary, "Всем про ужин.", "all"),
        give(secretary, "Судьям трейла про рации.", "contest:trail"),
        give(secretary, "Вологде про автобус.", "team:vologda"),
    ] == [303, 303, 303]
    vologda, pskov = site.captain("vologda"), site.captain("pskov")
    judge = site.signed_in(Role.JUDGE, "demo", contest="trail")
    other = site.signed_in(Role.JUDGE, "demo", contest="figure")
    new = ["Вологде про автобус.", "Судьям трейла про рации.", "Всем про ужин."]
    seen = [[text for text in read(one) if text in new] for one in (vologda, pskov, judge, other)]
    assert seen == [[new[0], new[2]], [new[2]], [new[1], new[2]], [new[2]]]


def test_the_public_sees_what_is_for_everybody(site: Site, secretary: Visitor) -> None:
    give(secretary, "Всем про ужин.", "all")
    give(secretary, "Судьям про рации.", "judges")
    page = site.visitor().get("/games/demo/notices").text
    assert "Всем про ужин." in page and "Судьям про рации." not in page
    assert "Всем про ужин." in site.visitor().get("/games/demo").text


def test_the_secretary_sees_who_has_not_read_it_and_whom_to_ring(site: Site, secretary: Visitor) -> None:
    named = NewAccount("Озёрова Анна", Role.CAPTAIN, "demo", "pskov", phone="+7 900 000-00-00")
    site.shell.write_now(make_account, named, SYSTEM)
    give(secretary, "Пскову про автобус.", "team:pskov")
    page = secretary.get(DESK).text
    assert re.search(r"Озёрова Анна – <a href=\"tel:[^\"]*\">\+7 900 000-00-00", page)
    captain = site.captain("pskov")
    number = max(site.shell.now("demo").state.notices)
    before = len(re.findall("прочёл в", secretary.get(DESK).text))
    assert captain.post(f"/me/notices/demo/{number}").status_code == 303
    assert captain.post(f"/me/notices/demo/{number}").status_code == 303
    assert len(re.findall("прочёл в", secretary.get(DESK).text)) == before + 1


@pytest.mark.parametrize(
    ("text", "to", "sentence"),
    [
        ("", ("all",), "Текст объявления"),
        ("Ужин", (), "Кому"),
        ("Ужин", ("team:x",), "Кому"),
        ("я" * 501, ("all",), "501"),
    ],
)
def test_a_notice_to_nobody_or_about_nothing_is_not_given(
    site: Site, secretary: Visitor, text: str, to: tuple[str, ...], sentence: str
) -> None:
    before = len(site.shell.now("demo").state.notices)
    answer = secretary.post(DESK, {"text": text, **{f"to-{one}": "yes" for one in to}})
    assert answer.status_code == 422 and sentence in answer.text and (not text or text[:400] in answer.text)
    assert len(site.shell.now("demo").state.notices) == before


def test_a_coach_whose_contest_was_taken_out_of_the_programme_is_led_to_the_notices(site: Site) -> None:
    coach = site.signed_in(Role.COACH, "demo", team="vologda", contest="trail")
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    gone = secretary.post("/office/demo/setup/contests/trail/removal", {"reason": "решение оргкомитета № 2"})
    assert (gone.status_code, coach.get("/me").headers["location"]) == (303, "/me/notices/demo")
    assert coach.get("/me/notices/demo").status_code == 200
