"""A venue's paper as a picture: the secretariat compares by it, the public never sees it, it is not kept for ever."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.publication.pictures import KEPT, Until, drop_pictures
from tests.doors.visiting import Site, Visitor

PLACE = "/judge/race/ski-women"


def photographed(gps: bool = True) -> bytes:
    """As a phone makes it: with the place where it was taken."""
    picture = Image.new("RGB", (40, 60), "white")
    exif = Image.Exif()
    if gps:
        exif[0x8825] = {1: "N", 2: (59.0, 13.0, 0.0)}
        exif[0x0110] = "Телефон"
    kept = BytesIO()
    picture.save(kept, "JPEG", exif=exif)
    return kept.getvalue()


def send(who: Visitor, content: bytes) -> int:
    files = {"photo": ("лист.jpg", content, "image/jpeg")} if content else {}
    return who.post(f"{PLACE}/paper", files=files).status_code


def address(site: Site) -> str:
    (only,) = site.shell.now("race").state.pictured["ski-women", "main"]
    return f"{PLACE}/paper/{only.photo}"


@pytest.fixture
def sent(race: Site, judge: Visitor) -> Site:
    assert send(judge, photographed()) == 303
    return race


def test_the_secretariat_sees_it_without_the_place_where_it_was_taken(sent: Site) -> None:
    answer = sent.signed_in(Role.CHIEF_SECRETARY, games="race").get(address(sent))
    exif = Image.open(BytesIO(answer.content)).getexif()
    assert (answer.status_code, answer.headers["cache-control"], dict(exif)) == (200, "no-store", {})


def test_nobody_else_sees_it(sent: Site) -> None:
    captain = sent.signed_in(Role.CAPTAIN, games="race", team="vologda")
    assert 200 not in [who.get(address(sent)).status_code for who in (sent.visitor(), captain)]


def test_a_picture_of_one_contest_is_not_one_of_another(sent: Site) -> None:
    secretary = sent.signed_in(Role.CHIEF_SECRETARY, games="race")
    assert secretary.get(address(sent).replace("ski-women", "ski-men")).status_code == 404


def test_the_same_picture_is_kept_once(sent: Site, judge: Visitor) -> None:
    send(judge, photographed())
    assert len(sent.shell.now("race").state.pictured["ski-women", "main"]) == 1


@pytest.mark.parametrize("content", [b"", b"no picture", photographed()[:40]])
def test_what_is_no_picture_is_said_to_be_none(race: Site, judge: Visitor, content: bytes) -> None:
    before = race.numbers()
    assert (send(judge, content), race.numbers()) == (422, before)


def test_after_its_time_it_is_gone_and_the_journal_still_names_it(sent: Site) -> None:
    now = sent.shell.clock()
    sent.shell.write_now(drop_pictures, Until(now - KEPT), SYSTEM)
    secretary = sent.signed_in(Role.CHIEF_SECRETARY, games="race")
    assert secretary.get(address(sent)).status_code == 200
    sent.shell.write_now(drop_pictures, Until(now + timedelta(seconds=1)), SYSTEM)
    assert secretary.get(address(sent)).status_code == 404
