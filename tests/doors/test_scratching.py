"""Somebody is taken off the start: his line says so to everybody, why only to those at work."""

import io

import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.entries.commission import Admission, admit
from spartakiad.starts.actions import OneContest, release
from tests.doors.reading import words
from tests.doors.visiting import Site

TRAIL = "/team/demo/pskov/contests/trail"
PUBLIC = "/games/demo/contests/trail"
WHY = {"scratch-reason": "травма на разминке", "scratch-who": "представитель Иванова"}


@pytest.fixture
def two(site: Site) -> list[str]:
    """Of Pskov, both in the start list of the trail that is out."""
    numbers = [one.number for one in site.shell.now("demo").state.athletes_of("pskov")][:2]
    form = {f"e-trail-{number}": "team" for number in numbers}
    assert site.captain("pskov").post("/team/demo/pskov/entries", form).status_code == 303
    site.shell.write_now(release, OneContest("demo", "trail"), SYSTEM)
    return numbers


def test_a_captain_does_it_and_everybody_sees_it_without_the_reason(site: Site, two: list[str]) -> None:
    assert site.captain("pskov").post(f"{TRAIL}/scratch", {"scratched": two[0], **WHY}).status_code == 303
    page = site.visitor().get(PUBLIC).text
    assert '<span class="sub">снят</span>' in page and "травма" not in page
    paper = site.visitor().get(f"{PUBLIC}/starts.pdf").content
    printed = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(paper)).pages)
    assert printed.count("снят") == 1 and "травма" not in printed
    assert f'href="{TRAIL}#scratch"' in site.captain("pskov").get("/team/demo/pskov").text
    cabinet = words(site.captain("pskov").get(TRAIL).text)
    assert "травма на разминке, сообщил представитель Иванова" in cabinet


def test_judges_read_it_at_his_line(site: Site, two: list[str]) -> None:
    site.captain("pskov").post(f"{TRAIL}/scratch", {"scratched": two[0], **WHY})
    judge = site.signed_in(Role.JUDGE, contest="trail")
    assert "снят со старта: травма на разминке, сообщил представитель Иванова" in words(
        judge.get("/judge/demo/trail").text
    )
    listed = judge.get("/judge/demo/trail/list").json()
    (mine,) = [row for row in listed["rows"] if row["id"] == two[0]]
    assert mine["note"].startswith("снят со старта") and mine["bib"]


def test_a_device_that_has_the_list_hears_of_it(site: Site, two: list[str]) -> None:
    judge = site.signed_in(Role.JUDGE, contest="trail")
    site.captain("pskov").post(f"{TRAIL}/scratch", {"scratched": two[-1], **WHY})
    before = judge.get("/judge/demo/trail/list").json()
    site.captain("pskov").post(f"{TRAIL}/scratch/{two[-1]}/back")
    since = f"/judge/demo/trail/list?since={before['number']}&who={before['who']}"
    assert {row["id"]: row["note"] for row in judge.get(since).json()["rows"]}[two[-1]] == ""


def test_the_secretariat_does_it_by_paper_and_lets_him_back_in(site: Site, two: list[str]) -> None:
    operator = site.signed_in(Role.OPERATOR)
    assert operator.post(f"{TRAIL}/scratch?basis=paper", {"scratched": two[0], **WHY}).status_code == 303
    assert site.shell.now("demo").state.scratches["trail", two[0]].basis == "paper"
    assert "по бумаге" in words(site.captain("pskov").get(TRAIL).text)
    assert operator.post(f"{TRAIL}/scratch/{two[0]}/back").status_code == 303
    assert site.shell.now("demo").state.scratches == {} and ">снят<" not in site.visitor().get(PUBLIC).text


def test_what_is_missing_is_said_at_its_field_and_kept(site: Site, two: list[str]) -> None:
    before = site.numbers()
    answer = site.captain("pskov").post(f"{TRAIL}/scratch", {"scratched": two[0], **WHY, "scratch-who": ""})
    assert (answer.status_code, site.numbers() == before) == (422, True)
    assert 'id="f-scratch-who-error"' in answer.text and "травма на разминке" in answer.text


def test_whoever_is_not_admitted_is_not_offered_to_be_taken_off(site: Site, two: list[str]) -> None:
    before = site.captain("pskov").get(TRAIL).text
    barred = Admission("demo", two[1], "admitted", clause="4.5", reason="возраст", barred=("trail",))
    site.shell.write_now(admit, barred, SYSTEM)
    after = site.captain("pskov").get(TRAIL).text
    option = f'value="{two[1]}"'
    assert (option in before, option in after) == (True, False)


def test_no_captain_takes_off_whoever_is_of_another_team(site: Site, two: list[str]) -> None:
    answer = site.captain().post("/team/demo/vologda/contests/trail/scratch", {"scratched": two[0], **WHY})
    assert answer.status_code == 422 and site.shell.now("demo").state.scratches == {}
    site.captain("pskov").post(f"{TRAIL}/scratch", {"scratched": two[0], **WHY})
    back = site.captain().post(f"/team/demo/vologda/contests/trail/scratch/{two[0]}/back")
    assert back.status_code == 404 and set(site.shell.now("demo").state.scratches) == {("trail", two[0])}


def test_another_reason_replaces_the_first_and_the_same_writes_nothing(site: Site, two: list[str]) -> None:
    captain, form = site.captain("pskov"), {"scratched": two[0], **WHY}
    captain.post(f"{TRAIL}/scratch", form)
    captain.post(f"{TRAIL}/scratch", form | {"scratch-reason": "болезнь"})
    before = site.numbers()
    captain.post(f"{TRAIL}/scratch", form | {"scratch-reason": "болезнь"})
    assert site.numbers() == before and site.shell.now("demo").state.scratches["trail", two[0]].reason == "болезнь"
