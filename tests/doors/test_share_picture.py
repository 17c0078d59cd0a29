"""The picture that messengers show beside a link to a Games, and what the page says about it."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.documents.share_picture import SIZE, _fitted, _font, _two_lines, share_picture
from spartakiad.documents.shared_card import Shared
from spartakiad.publication.actions import OneContest, accept
from tests.doors.visiting import Site

PICTURE = "/games/demo/og.png"


def test_it_is_a_picture_of_the_size_that_messengers_want(shared_site: Site) -> None:
    answer = shared_site.visitor().get(PICTURE)
    picture = Image.open(BytesIO(answer.content))
    assert (answer.headers["content-type"], picture.format, picture.size) == ("image/png", "PNG", SIZE)
    assert len(answer.content) < 60_000


def test_it_is_the_same_until_the_standing_is_another_one(site: Site) -> None:
    before = site.visitor().get(PICTURE)
    again = site.visitor().get(PICTURE, headers={"if-none-match": before.headers["etag"]})
    assert again.status_code == 304
    site.shell.write_now(accept, OneContest("demo", "darts"), SYSTEM)
    assert site.visitor().get(PICTURE).content != before.content


@pytest.mark.parametrize("path", ["", "/standings", "/medals", "/teams/vologda", "/contests/ski-women"])
def test_every_page_of_the_games_names_it(shared_site: Site, path: str) -> None:
    page = shared_site.visitor().get(f"/games/demo{path}").text
    assert f'<meta property="og:image" content="{PICTURE}">' in page
    assert page.count('property="og:title"') == page.count('property="og:description"') == 1


def test_a_games_known_from_sources_has_one_too(shared_site: Site) -> None:
    answer = shared_site.visitor().get("/games/winter-2026/og.png")
    assert Image.open(BytesIO(answer.content)).size == SIZE
    page = shared_site.visitor().get("/games/winter-2026").text
    assert '<meta property="og:image" content="/games/winter-2026/og.png">' in page


def test_pages_without_a_games_and_those_of_the_staff_name_none(shared_site: Site) -> None:
    assert "og:image" not in shared_site.visitor().get("/cities").text
    assert "og:image" not in shared_site.signed_in(Role.CHIEF_SECRETARY).get("/office/demo").text


def test_there_is_none_of_a_games_that_nobody_knows(shared_site: Site) -> None:
    assert shared_site.visitor().get("/games/nothing/og.png").status_code == 404


def test_a_text_that_is_too_long_ends_with_dots() -> None:
    pen = ImageDraw.Draw(Image.new("RGB", SIZE))
    assert _fitted(pen, "Псков", _font(30), 400) == "Псков"
    cut = _fitted(pen, "Сборная " * 40, _font(30), 400)
    assert cut.endswith("…") and pen.textlength(cut, _font(30)) <= 400


def test_a_sentence_that_two_lines_do_not_hold_ends_with_dots_and_no_word_runs_off() -> None:
    pen, font = ImageDraw.Draw(Image.new("RGB", SIZE)), _font(44, bold=True)
    for said in ("Впереди " + "Сборная города, " * 20, "Впереди " + "Ы" * 110, "Ы" * 110 + " впереди"):
        lines = _two_lines(pen, said, font)
        assert (len(lines), any(line.endswith("…") for line in lines)) == (2, True)
        assert max(pen.textlength(line, font) for line in lines) <= SIZE[0] - 112
    assert _two_lines(pen, "Впереди Псков", font) == ["Впереди Псков"]


def test_host_and_dates_stay_when_the_title_is_long() -> None:
    def head(title: str, where: str) -> bytes:
        picture = Image.open(BytesIO(share_picture(Shared(title, where, demo=False, leading="", rows=[], told=""))))
        return picture.convert("RGB").crop((0, 0, SIZE[0], 96)).tobytes()

    assert head("Спартакиада " * 12, " – Псков, 1–3 мая") != head("Спартакиада " * 12, " – Псков, 4–6 мая")
