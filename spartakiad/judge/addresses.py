"""What the address of a contest's sheet says of the page."""

from spartakiad.web.forms import AnyRequest
from spartakiad.web.wiring import staying

_BAR = 3  # digits of a height in centimetres


def address(request: AnyRequest, part: str) -> dict[str, str]:
    """What the address of the sheet says of it, and what of that stays in the addresses of its forms."""
    bar = bar_in(request)
    return {
        "part": part,
        "bar": bar,
        **{one: _many(request, one) for one in ("written", "checked")},
        "keep": staying(request, part=part, bar=bar),
    }


def part_in(request: AnyRequest) -> str:
    """Which part of a contest the page is about: forms of its sheet are sent to the address that they were seen at."""
    return str(request.query_params.get("part", ""))


def bar_in(request: AnyRequest) -> str:
    """The height that is jumped now, where the judge has set it: it stays in the address of his page."""
    bar = request.query_params.get("bar", "").strip()
    return bar if bar.isascii() and bar.isdigit() and len(bar) == _BAR else ""


def _many(request: AnyRequest, name: str) -> str:
    """How many marks a file has just brought, or somebody has just compared."""
    many = request.query_params.get(name, "")
    return many.lstrip("0") if many.isascii() and many.isdigit() and len(many) < 5 else ""
