"""Pictures of papers: shrunk, upright, without a trace of where they were taken; what is no picture is told apart."""

from io import BytesIO

import pytest
from PIL import ExifTags, Image

from spartakiad.errors import Refusal
from spartakiad.intake.pictures import LONGEST_SIDE, MOST_BYTES, MOST_PIXELS, received

SCAN = b"%PDF-1.7 scan %%EOF\r\n"
RED, BLUE, WHITE = (200, 0, 0), (0, 0, 200), (255, 255, 255)


def photographed(size: tuple[int, int], orientation: int = 1, where: bool = False) -> bytes:
    """A picture whose left half is red and right half is blue."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, *size))
    exif = picture.getexif()
    exif[ExifTags.Base.Orientation] = orientation
    if where:
        exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (61.0, 15.0, 0.0)
        exif[ExifTags.Base.Make] = "Phone of somebody"
    made = BytesIO()
    picture.save(made, "JPEG", exif=exif, comment=b"taken by somebody")
    return made.getvalue()


def drawn(kind: str, mode: str, size: tuple[int, int] = (60, 40), **more: object) -> bytes:
    made = BytesIO()
    Image.new(mode, size).save(made, kind, **more)
    return made.getvalue()


def opened(content: bytes) -> Image.Image:
    kept = received(content, "photo")
    assert kept.media_type == "image/jpeg"
    return Image.open(BytesIO(kept.content))


def near(one: object, other: tuple[int, int, int]) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("size", "kept"),
    [((4000, 3000), (2000, 1500)), ((300, 4000), (150, 2000)), ((640, 480), (640, 480))],
    ids=["of a phone", "tall", "small"],
)
def test_a_photograph_is_no_larger_than_it_has_to_be(size: tuple[int, int], kept: tuple[int, int]) -> None:
    assert (opened(photographed(size)).size, max(kept) <= LONGEST_SIDE) == (kept, True)


def test_a_photograph_taken_sideways_stands_upright() -> None:
    upright = opened(photographed((400, 200), orientation=6))
    assert upright.size == (200, 400)
    assert (near(upright.getpixel((100, 50)), RED), near(upright.getpixel((100, 350)), BLUE)) == (True, True)


def test_nothing_tells_where_and_with_what_it_was_taken() -> None:
    content = photographed((400, 200), where=True)
    assert b"Phone of somebody" in content and b"taken by somebody" in content
    kept = received(content, "photo").content
    assert (b"Exif" in kept, b"somebody" in kept, dict(Image.open(BytesIO(kept)).getexif())) == (False, False, {})


@pytest.mark.parametrize(
    "content",
    [drawn("PNG", "P"), drawn("PNG", "L"), drawn("PNG", "1"), drawn("WEBP", "RGB"), drawn("JPEG", "CMYK")],
    ids=["palette", "grey", "fax", "webp", "of a printer"],
)
def test_pictures_of_every_kind_become_a_jpeg(content: bytes) -> None:
    assert (opened(content).format, opened(content).mode) == ("JPEG", "RGB")


def test_what_is_transparent_becomes_white() -> None:
    assert near(opened(drawn("PNG", "RGBA")).getpixel((10, 10)), WHITE)


def test_a_scan_of_many_greys_is_not_washed_out() -> None:
    made = BytesIO()
    Image.new("I;16", (60, 40), 30_000).save(made, "PNG")
    assert near(opened(made.getvalue()).getpixel((10, 10)), (117, 117, 117))


def test_the_same_picture_is_kept_under_the_same_bytes() -> None:
    content = photographed((900, 600))
    assert received(content, "photo") == received(content, "photo")


def test_a_scan_stays_as_it_came() -> None:
    assert received(SCAN, "photo").content == SCAN


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "photo_needed"),
        (b"<svg onload=alert(1)>", "photo_needed"),
        (b"%PDF-" + b"0" * MOST_BYTES, "photo_needed"),
        (b"%PDF-1.7 ", "photo_broken"),
        (SCAN[:-7], "photo_broken"),
        (drawn("GIF", "P"), "photo_needed"),
        (b"\x00\x00\x00\x24ftypheic\x00\x00\x00\x00mif1heic", "photo_heic"),
        (photographed((400, 200))[:-200], "photo_broken"),
        (drawn("PNG", "RGB", (600, 600))[:-40], "photo_broken"),
        (drawn("PNG", "1", (10_000, MOST_PIXELS // 10_000 + 1)), "photo_too_fine"),
        (drawn("PNG", "1", (10_000, 10_000)), "photo_too_fine"),
        (drawn("PNG", "1", (20_000, 10_000)), "photo_too_fine"),
    ],
    ids=[
        "nothing",
        "markup",
        "huge",
        "pdf head",
        "torn pdf",
        "gif",
        "heic",
        "torn jpeg",
        "torn png",
        "too fine",
        "a bomb",
        "a larger bomb",
    ],
)
def test_what_is_no_photograph_of_a_paper_is_refused(content: bytes, kind: str) -> None:
    with pytest.raises(Refusal) as refused:
        received(content, "photo")
    assert (refused.value.kind, refused.value.field) == (kind, "photo")
