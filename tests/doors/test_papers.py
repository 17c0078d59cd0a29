"""What is printed of the demonstration: the sheets say what the pages say, and a printed one can be checked."""

import io
import re

import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.people.actions import WithdrawConsent, withdraw_consent
from tests.doors.visiting import Site, Visitor

DEMO = "/games/demo"


def printed(visitor: Visitor, path: str) -> str:
    answer = visitor.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages).split())


def test_a_protocol_has_the_card_the_results_and_the_signatures(site: Site) -> None:
    chief = site.signed_in(Role.SPORT_CHIEF, "demo", contest="ski-men")
    card = {"distance": "10 км", "weather": "−12 °C", "started": "12:30", "judges": "14", "chief": "Зимин А. А."}
    assert (
        chief.post("/judge/demo/ski-men/card", {**card, "chief_category": "СС1К", "chief_city": "Вологда"}).status_code
        == 303
    )
    text = printed(site.visitor(), f"{DEMO}/contests/ski-men/protocol.pdf")
    for words in (
        "Протокол результатов № 2",
        "10 км",
        "−12 °C",
        "Судей: 14",
        "Зимин А. А. (СС1К, Вологда)",
        "редакция 1",
    ):
        assert words in text
    assert "ДЕМОНСТРАЦИЯ" in text and "Инеев Дмитрий" in text and "+2,8" in text


def test_what_is_not_official_says_so(site: Site) -> None:
    text = printed(site.visitor(), f"{DEMO}/contests/figure/protocol.pdf")
    assert "ПРЕДВАРИТЕЛЬНЫЙ" in text and "редакции нет" in text


def test_the_overall_protocol_names_what_decided_between_equals(site: Site) -> None:
    text = printed(site.visitor(), f"{DEMO}/standings.pdf")
    page = site.visitor().get(f"{DEMO}/standings").text
    leader = re.search(r"Впереди (\S+)", page)
    assert leader and f"1 {leader[1]}" in text
    assert "решил показатель «число первых, вторых, третьих мест»" in text


def test_what_was_moved_shortened_or_cancelled_says_so_on_paper(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    shorter = {"what": "3 км вместо 6", "reason": "мороз", "document": "решение № 3"}
    assert secretary.post("/office/demo/contests/trail/shortening", shorter).status_code == 303
    move = {"leave_venue": "ledovyy-dvorets", "to_venue": "dvorets-sporta-volna", "move_day": "", "reason": "нет света"}
    assert secretary.post("/office/demo/timetable/venue-move", move).status_code == 303
    text = printed(site.visitor(), f"{DEMO}/schedule.pdf")
    told = ("было 21 февраля, 11:00; сокращён: 3 км вместо 6", "было Ледовый дворец; нет света")
    assert [one for one in told if one not in text] == []
    for paper in ("starts", "protocol"):
        assert "Вид сокращён: 3 км вместо 6: мороз (решение № 3)." in printed(
            site.visitor(), f"{DEMO}/contests/trail/{paper}.pdf"
        )


def test_an_application_is_for_the_team_and_the_secretariat(site: Site) -> None:
    path = "/team/demo/vologda/application.pdf"
    text = printed(site.captain("vologda"), path)
    assert "Именная заявка" in text and re.search(r"\d\d\.\d\d\.(19|20)\d\d", text)
    assert site.captain("pskov").get(path).status_code == 404
    assert site.visitor().get(path).status_code in (303, 403)


def test_a_withdrawn_consent_takes_the_name_off_the_sheets(site: Site) -> None:
    person = site.shell.now("demo").state.athletes["48"].person
    path = f"{DEMO}/contests/ski-men/protocol.pdf"
    assert "Инеев Дмитрий" in printed(site.visitor(), path)
    site.shell.write_now(withdraw_consent, WithdrawConsent(person), SYSTEM)
    assert "Участник № 48" in printed(site.visitor(), path)


@pytest.mark.parametrize(
    "asked",
    [
        "games=demo&number=2&revision=1",
        "games=demo&number=99&revision=1",
        "games=atlantis&number=1&revision=1",
        "games=demo&number=%D1%91&revision=<b>",
    ],
)
def test_what_was_never_published_is_not_ours(shared_site: Site, asked: str) -> None:
    page = shared_site.visitor().get(f"/verify?{asked}")
    assert page.status_code == 200 and "Не наш" in page.text


def test_what_is_official_and_not_published_says_so(shared_site: Site) -> None:
    text = printed(shared_site.visitor(), f"{DEMO}/contests/ski-men/protocol.pdf")
    assert "НЕ ОПУБЛИКОВАН" in text and "официальный, редакция 1" in text


@pytest.mark.parametrize(
    "path", ["contests/ski-men/protocol", "contests/hockey/protocol", "contests/ski-men/starts", "standings"]
)
def test_beside_every_sheet_is_a_spreadsheet(shared_site: Site, path: str) -> None:
    answer = shared_site.visitor().get(f"{DEMO}/{path}.xlsx")
    assert answer.content[:2] == b"PK" and "attachment" in answer.headers["content-disposition"]


def test_the_timetable_on_paper_keeps_the_moment_that_was_moved(site: Site) -> None:
    text = printed(site.visitor(), f"{DEMO}/schedule.pdf")
    assert "Расписание" in text and "было" in text and "Телефон секретариата" in text


def test_the_public_sheet_of_notices_has_only_those_for_everybody(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    secretary.post("/office/demo/notices", {"text": "Сбор капитанов в 19:00", "to-captains": "yes"})
    assert "Сбор капитанов" in printed(secretary, "/office/demo/notices.pdf")
    everybody = printed(site.visitor(), f"{DEMO}/notices.pdf")
    assert "Объявления" in everybody and "Сбор капитанов" not in everybody
