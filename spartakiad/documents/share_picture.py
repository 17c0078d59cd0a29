"""The picture of a Games that messengers show beside a link to it: who leads, by how much, on what it rests.

Cities only: no athlete's name is ever on it.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from spartakiad.documents.shared_card import Shared

SIZE = (1200, 630)
_FONTS = Path(__file__).parent / "fonts"
_GROUND, _INK, _MUTED, _ACCENT, _ON_ACCENT = "#ffffff", "#14202e", "#51606f", "#0b4f9e", "#ffffff"
_DEMO = "#ffb800"
_MEDALS = {"1": "#f2c230", "2": "#c7ced6", "3": "#d99a5b"}
_ROWS, _MARGIN = 5, 56
_ROOM = SIZE[0] - 2 * _MARGIN

Font = ImageFont.FreeTypeFont


def share_picture(shared: Shared) -> bytes:
    """PNG of 1200 × 630 pixels, the same bytes of the same standing."""
    picture = Image.new("RGB", SIZE, _GROUND)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, SIZE[0], 96), fill=_ACCENT)
    _head(pen, shared)
    if shared.demo:
        pen.rectangle((0, 96, SIZE[0], 136), fill=_DEMO)
        text = "Демонстрация: участники и результаты вымышлены"
        pen.text((SIZE[0] // 2, 116), text, _INK, _font(24), "mm")
    top = 160 if shared.demo else 130
    for line in _two_lines(pen, shared.leading, _font(44, bold=True)):
        pen.text((_MARGIN, top), line, _INK, _font(44, bold=True))
        top += 54
    for place, team, total in shared.rows[:_ROWS]:
        _row(pen, place, team, total, top + 16)
        top += 52
    pen.text((_MARGIN, SIZE[1] - 34), _fitted(pen, shared.told, _font(26), _ROOM), _MUTED, _font(26), "ls")
    file = BytesIO()
    picture.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _head(pen: ImageDraw.ImageDraw, shared: Shared) -> None:
    """The title is shortened where all does not fit: host and dates stay."""
    whole = f"{shared.title}{shared.where}"
    size = next((one for one in range(38, 24, -2) if pen.textlength(whole, _font(one)) <= _ROOM), 24)
    where = _fitted(pen, shared.where, _font(size), _ROOM * 2 / 3)
    text = _fitted(pen, shared.title, _font(size), _ROOM - pen.textlength(where, _font(size))) + where
    pen.text((_MARGIN, 48), text, _ON_ACCENT, _font(size), "lm")


def _row(pen: ImageDraw.ImageDraw, place: str, team: str, total: str, top: int) -> None:
    middle = top + 26
    if place in _MEDALS:
        pen.ellipse((_MARGIN, middle - 21, _MARGIN + 42, middle + 21), fill=_MEDALS[place])
    pen.text((_MARGIN + 21, middle), place, _INK, _font(28, bold=True), "mm")
    pen.text((_MARGIN + 70, middle), _fitted(pen, team, _font(34), 760), _INK, _font(34), "lm")
    pen.text((SIZE[0] - _MARGIN, middle), total, _INK, _font(38, bold=True), "rm")


def _font(size: int, *, bold: bool = False) -> Font:
    name = "PTSans_700Bold.ttf" if bold else "PTSans_400Regular.ttf"
    return ImageFont.truetype(str(_FONTS / name), size)


def _fitted(pen: ImageDraw.ImageDraw, text: str, font: Font, width: float) -> str:
    """As much of it as there is room for."""
    shown = text
    while shown and pen.textlength(shown, font) > width:
        shown = shown[:-1]
    return text if shown == text else f"{shown[:-1].rstrip(' ,–')}…"


def _two_lines(pen: ImageDraw.ImageDraw, text: str, font: Font) -> list[str]:
    """What does not go into two lines ends with dots, a word longer than a line too."""
    lines = _wrapped(pen, text, font, _ROOM)
    shown = [*lines[:1], " ".join(lines[1:])] if len(lines) > 1 else lines
    return [_fitted(pen, line, font, _ROOM) for line in shown]


def _wrapped(pen: ImageDraw.ImageDraw, text: str, font: Font, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pen.textlength(longer, font) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
