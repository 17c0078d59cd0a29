"""The union's cities on a map: an equal-area conic projection of our own, and names laid where they hide nothing."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_SOUTH, _NORTH, _MIDDLE = math.radians(54), math.radians(66), math.radians(38)  # true parallels, the upright meridian
_CONE = (math.sin(_SOUTH) + math.sin(_NORTH)) / 2
_SCALE = math.cos(_SOUTH) ** 2 + 2 * _CONE * math.sin(_SOUTH)
Projection = Callable[[float, float], "Point"]  # of latitude and longitude
_RING = 3  # pixels around a city that held a Games
_PARALLELS, _MERIDIANS = (55, 60, 65), (20, 30, 40, 50)


class Point(NamedTuple):
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Place:
    """What is to be drawn. `known`: at how many Games a source names the city; `hosted`: how many it held."""

    slug: str
    title: str
    latitude: float
    longitude: float
    member: bool
    known: int = 0
    hosted: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """`margin`: around the outermost cities; `letter`: how wide a letter of a name is, `line`: how high a name.

    `every`: other cities than the union's have names too. `scale`: how large a mark is.
    """

    width: int
    margin: int
    letter: float
    line: int
    every: bool
    scale: float


WIDE = Sheet(width=1100, margin=70, letter=7.6, line=18, every=True, scale=1)
NARROW = Sheet(width=328, margin=30, letter=6.9, line=14, every=False, scale=0.6)


@dataclass(frozen=True, slots=True)
class Mark:
    """`anchor`: where the name is hung; "" for a city whose name has no room, which the list below has anyway."""

    place: Place
    x: int
    y: int
    radius: int
    anchor: str
    name_x: int
    name_y: int


@dataclass(frozen=True, slots=True)
class CityMap:
    width: int
    height: int
    grid: tuple[str, ...]
    marks: tuple[Mark, ...]


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def projected(latitude: float, longitude: float) -> Point:
    """Albers: areas keep their proportions, and north is up along the middle meridian."""
    radius = math.sqrt(_SCALE - 2 * _CONE * math.sin(math.radians(latitude))) / _CONE
    angle = _CONE * (math.radians(longitude) - _MIDDLE)
    return Point(radius * math.sin(angle), -radius * math.cos(angle))


def city_map(places: Iterable[Place], sheet: Sheet) -> CityMap:
    """As large as the members need; other cities are drawn where they lie among them."""
    every = sorted(places, key=lambda one: (not one.member, -one.known, one.slug))
    members = [projected(one.latitude, one.longitude) for one in every if one.member]
    if not members:
        return CityMap(sheet.width, 0, (), ())
    west, north = min(one.x for one in members), max(one.y for one in members)
    scale = (sheet.width - 2 * sheet.margin) / max(max(one.x for one in members) - west, 0.01)
    height = round((north - min(one.y for one in members)) * scale) + 2 * sheet.margin

    def at(latitude: float, longitude: float) -> Point:
        point = projected(latitude, longitude)
        return Point(sheet.margin + (point.x - west) * scale, sheet.margin + (north - point.y) * scale)

    spots = {one: at(one.latitude, one.longitude) for one in every}
    inside = {one: spot for one, spot in spots.items() if 8 < spot.x < sheet.width - 8 and 8 < spot.y < height - 8}
    return CityMap(sheet.width, height, tuple(_grid(at)), tuple(_marks(inside, sheet)))


def _grid(at: Projection) -> Iterator[str]:
    for parallel in _PARALLELS:
        yield _line([at(parallel, longitude) for longitude in range(10, 66, 2)])
    for meridian in _MERIDIANS:
        yield _line([at(latitude, meridian) for latitude in range(50, 71, 4)])


def _line(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{round(one.x)} {round(one.y)}" for one in points)


def _marks(spots: Mapping[Place, Point], sheet: Sheet) -> Iterator[Mark]:
    """Names are laid one after another, those of the union's cities first."""
    radii = {one: _radius(one, sheet) for one in spots}
    taken = [_around(spot, radii[one] + _RING * bool(one.hosted)) for one, spot in spots.items()]
    for one, spot in spots.items():
        ways = _ways(one, spot, radii[one] + _RING * bool(one.hosted), sheet)
        named = one.member or sheet.every
        anchor, x, y, box = next((way for way in ways if named and _free(way[-1], taken, sheet)), ("", 0, 0, None))
        taken += [box] if box else []
        yield Mark(one, round(spot.x), round(spot.y), radii[one], anchor, x, y)


def _radius(one: Place, sheet: Sheet) -> int:
    return round(sheet.scale * ((4 if one.member else 2) + 1.1 * math.sqrt(one.known)))


def _around(spot: Point, radius: int) -> _Box:
    return _Box(spot.x - radius, spot.y - radius, spot.x + radius, spot.y + radius)


def _free(box: _Box, taken: Sequence[_Box], sheet: Sheet) -> bool:
    edge = sheet.line / 2
    inside = edge < box.left and box.right < sheet.width - edge
    return inside and not any(box.meets(one) for one in taken)


def _ways(one: Place, spot: Point, radius: int, sheet: Sheet) -> Iterator[tuple[str, int, int, _Box]]:
    """Right, left, above, below, then between these."""
    width, half = len(one.title) * sheet.letter, sheet.line / 2
    aside, apart = radius + 3, radius + half
    beside = [(-half, 0), (half, 0), (-sheet.line, -radius), (sheet.line, -radius)]
    level = [("start", spot.x + aside, spot.y), ("end", spot.x - aside, spot.y)]
    centred = [("middle", spot.x, spot.y - apart), ("middle", spot.x, spot.y + apart)]
    aslant = [
        (anchor, spot.x + (aside + near if anchor == "start" else -aside - near), spot.y + down)
        for down, near in beside
        for anchor in ("start", "end")
    ]
    for anchor, x, y in (*level, *centred, *aslant):
        left = x - {"start": 0, "middle": width / 2, "end": width}[anchor]
        box = _Box(left, y - half, left + width, y + half)
        yield anchor, round(x), round(y + sheet.line * 0.28), box
