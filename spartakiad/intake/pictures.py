"""Pictures that come from phones: small enough to keep, upright, and silent about where they were taken."""

import struct
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from spartakiad.errors import Refusal

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 10 * 1024 * 1024  # what a phone makes of a sheet
MOST_PIXELS = 50_000_000  # the finest cameras of phones; what is behind a small file is found out before it is unpacked
LONGEST_SIDE = 2000  # pixels: a sheet of A4 is read at 170 dots an inch
QUALITY = 85
_TAIL = 1024  # bytes: where readers of PDF look for its end
_KNOWN = ("JPEG", "PNG", "WEBP")
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


@dataclass(frozen=True, slots=True)
class Received:
    """As it is kept. `media_type`: image/jpeg or application/pdf."""

    media_type: str
    content: bytes


def received(content: bytes, field: str) -> Received:
    """A photograph as a JPEG without anything but the picture, a scan in PDF as it came.

    By its bytes, whatever its name says. Raises Refusal photo_needed, photo_heic, photo_too_fine or photo_broken.
    """
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        raise Refusal("photo_heic", field, format="HEIC")
    if not content or len(content) > MOST_BYTES:
        raise Refusal("photo_needed", field)
    if content.startswith(b"%PDF-"):
        if b"%%EOF" not in content[-_TAIL:]:
            raise Refusal("photo_broken", field)
        return Received("application/pdf", content)
    return Received("image/jpeg", _jpeg(content, field))


def _jpeg(content: bytes, field: str) -> bytes:
    from PIL import Image, UnidentifiedImageError  # two megabytes of memory: with the first photograph

    kept = BytesIO()
    try:
        picture = Image.open(BytesIO(content), formats=_KNOWN)
        if picture.width * picture.height > MOST_PIXELS:
            raise _too_fine(field)
        _bare(picture).save(kept, "JPEG", quality=QUALITY, optimize=True)
    except UnidentifiedImageError:
        raise Refusal("photo_needed", field) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_fine(field) from None
    except (OSError, ValueError, SyntaxError, EOFError, LookupError, struct.error) as error:  # torn anywhere
        raise Refusal("photo_broken", field) from error
    return kept.getvalue()


def _bare(picture: "Image.Image") -> "Image.Image":
    """The picture upright on a new sheet of white: what a file says about its place and its maker stays behind."""
    from PIL import Image, ImageOps

    picture.draft("RGB", (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))  # a JPEG is unpacked no larger than it has to be
    if picture.mode.startswith("I"):  # a scan of 65 536 greys
        picture = picture.convert("I").point(lambda grey: grey / 256).convert("L")
    plain = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    upright = ImageOps.exif_transpose(plain)
    sheet = Image.new("RGB", upright.size, "white")
    sheet.paste(upright, mask=upright.getchannel("A") if upright.mode == "RGBA" else None)
    return sheet


def _too_fine(field: str) -> Refusal:
    return Refusal("photo_too_fine", field, limit=MOST_PIXELS // 1_000_000)
