"""The escape: any contest closed by the places of a signed paper, with its picture, and explained as such."""

from io import BytesIO

import pytest
from PIL import Image

from spartakiad.accounts.roles import Role
from tests.doors.visiting import Site, Visitor

SHEET = BytesIO()
Image.new("RGB", (40, 60), "white").save(SHEET, "PNG")
PNG = SHEET.getvalue()
PAPER = "протокол № 7 от 21.02.2026"


@pytest.fixture
def secretary(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_SECRETARY, "demo")


def take(secretary: Visitor, contest: str, photo: bytes = PNG, document: str = PAPER, **places: str) -> tuple[int, str]:
    form = {"document": document, **{f"place-{team}": place for team, place in places.items()}}
    files = {"photo": ("снимок.png", photo, "image/png")} if photo else {}
    answer = secretary.post(f"/office/demo/contests/{contest}/places", form, files=files)
    return answer.status_code, answer.text


@pytest.mark.parametrize("contest", ["trail", "bandy", "visit"])
def test_a_contest_of_any_format_is_closed_by_a_paper(site: Site, secretary: Visitor, contest: str) -> None:
    assert take(secretary, contest, pskov="1", vologda="2", ivanovo="2", syktyvkar="4")[0] == 303
    assert site.shell.now("demo").state.contests[contest].state == "posted"
    page = site.visitor().get(f"/games/demo/contests/{contest}").text
    assert f"Места взяты из протокола: {PAPER}" in page and "Псков" in page
    kept = secretary.get(f"/office/demo/contests/{contest}/photo")
    assert kept.headers["content-type"] == "image/jpeg"
    assert Image.open(BytesIO(kept.content)).size == (40, 60)
    assert site.visitor().get(f"/office/demo/contests/{contest}/photo").status_code != 200


def test_the_points_say_where_the_place_comes_from(site: Site, secretary: Visitor) -> None:
    take(secretary, "trail", pskov="1", vologda="2")
    page = site.visitor().get("/games/demo/standings/pskov").text
    assert f"место взято из протокола: {PAPER}" in page
    assert secretary.post("/office/demo/contests/trail/official").status_code == 303
    assert site.visitor().get("/games/demo/contests/trail/protocol.pdf").status_code == 200


def test_back_in_work_the_contest_has_its_own_results_again(site: Site, secretary: Visitor) -> None:
    before = site.visitor().get("/games/demo/contests/bandy").text
    take(secretary, "bandy", pskov="1")
    chief = site.signed_in(Role.SPORT_CHIEF, "demo", contest="bandy")
    assert chief.post("/judge/demo/bandy/reopening", {"reason": "нашлись листы"}).status_code == 303
    after = site.visitor().get("/games/demo/contests/bandy").text
    assert "Турнирная таблица" in before and "Турнирная таблица" in after and PAPER not in after


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"photo": b""}, "Приложите снимок протокола"),
        ({"photo": b"<svg onload=alert(1)>"}, "Приложите снимок протокола"),
        ({"photo": b"\x00\x00\x00\x18ftypheic"}, "в формате HEIC открыть нельзя"),
        ({"photo": PNG[:-30]}, "файл повреждён"),
        ({"document": ""}, "Назовите документ"),
        ({"pskov": ""}, "Впишите места"),
        ({"pskov": "2"}, "Места идут не подряд"),
        ({"vologda": "3"}, "Места идут не подряд"),
        ({"pskov": "первое"}, "Места: нужно целое число"),
    ],
)
def test_what_is_not_a_paper_closes_nothing(
    site: Site, secretary: Visitor, wrong: dict[str, str], sentence: str
) -> None:
    status, page = take(secretary, "trail", **{"pskov": "1", **wrong})  # type: ignore[arg-type]
    assert status == 422 and sentence in page
    assert site.shell.now("demo").state.contests["trail"].state == "planned"


def test_what_was_posted_is_not_closed_again(site: Site, secretary: Visitor) -> None:
    assert take(secretary, "figure", pskov="1")[0] == 409


def test_a_picture_that_is_too_large_is_refused(secretary: Visitor) -> None:
    status, _ = take(secretary, "trail", photo=PNG + b"0" * (10 * 1024 * 1024 + 70_000), pskov="1")
    assert status == 413
