"""The map of the union's cities: where a city lies against its neighbours, and names that hide nothing."""

import itertools
import math

import pytest

from spartakiad.settings import data_folder
from spartakiad.union.city_map import NARROW, WIDE, CityMap, Mark, Place, Sheet, city_map, projected
from spartakiad.union.sources import read_sources

FACTS = read_sources(data_folder("fixtures") / "union")
PLACES = [
    Place(one.slug, one.title, one.latitude, one.longitude, bool(one.member), known=at % 14, hosted=at % 3)
    for at, one in enumerate(FACTS.cities.values())
    if one.latitude and one.longitude
]


def drawn(sheet: Sheet) -> CityMap:
    return city_map(PLACES, sheet)


def by_slug(sheet: Sheet) -> dict[str, Mark]:
    return {mark.place.slug: mark for mark in drawn(sheet).marks}


def test_areas_keep_their_proportions() -> None:
    """A degree square is as much smaller in the north as the cosine says."""

    def area(latitude: float) -> float:
        corners = [projected(latitude + up, 38 + right) for up, right in ((0, 0), (0, 0.1), (0.1, 0.1), (0.1, 0))]
        pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
        return abs(sum(one.x * two.y - two.x * one.y for one, two in pairs)) / 2

    assert area(65) / area(55) == pytest.approx(math.cos(math.radians(65.05)) / math.cos(math.radians(55.05)), rel=1e-3)


def test_north_is_up_and_east_is_right() -> None:
    marks = by_slug(WIDE)
    assert marks["arkhangelsk"].y < marks["vologda"].y < marks["vladimir"].y
    assert marks["pskov"].x < marks["vologda"].x < marks["kotlas"].x < marks["syktyvkar"].x


@pytest.mark.parametrize("sheet", [WIDE, NARROW])
def test_every_member_is_on_the_map_and_no_name_lies_over_another(sheet: Sheet) -> None:
    found = drawn(sheet)
    members = {one.slug for one in PLACES if one.member}
    assert members <= {mark.place.slug for mark in found.marks}
    assert all(0 < mark.x < found.width and 0 < mark.y < found.height for mark in found.marks)
    named = [mark for mark in found.marks if mark.anchor]
    for one, two in itertools.combinations(named, 2):
        assert not overlap(one, two, sheet), (one.place.title, two.place.title)


def test_a_wide_map_names_every_city_of_the_union() -> None:
    assert [mark.place.title for mark in drawn(WIDE).marks if mark.place.member and not mark.anchor] == []


def test_what_lies_far_away_does_not_stretch_the_map() -> None:
    assert {"yakutsk", "ulan-ude", "yerevan"} & set(by_slug(WIDE)) == set()


def test_a_map_without_members_is_empty() -> None:
    assert city_map([one for one in PLACES if not one.member], WIDE).marks == ()


def overlap(one: Mark, two: Mark, sheet: Sheet) -> bool:
    boxes = [box(mark, sheet) for mark in (one, two)]
    (left, top, right, bottom), (west, north, east, south) = boxes
    return left < east and west < right and top < south and north < bottom


def box(mark: Mark, sheet: Sheet) -> tuple[float, float, float, float]:
    width = len(mark.place.title) * sheet.letter
    left = mark.name_x - {"start": 0, "middle": width / 2, "end": width}[mark.anchor]
    return left + 1, mark.name_y - sheet.line + 3, left + width - 1, mark.name_y - 3
