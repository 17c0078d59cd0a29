"""A place as a judge types it."""

from scoring import MARKS, MarkReading, Refusal, Status, Told

PLACE = MARKS["place"]()


def test_a_place_or_a_status_is_read() -> None:
    assert PLACE.read_mark("3") == MarkReading({"place": 3})
    assert PLACE.read_mark("дискв") == MarkReading({}, Status.DSQ)
    assert PLACE.read_mark("третье") == Refusal("not_a_place", {})


def test_it_is_typed_in_one_field_and_told_as_it_is() -> None:
    assert (PLACE.cells("3"), PLACE.joined({"raw": "3"})) == ({"raw": "3"}, "3")
    assert (PLACE.told({"place": 3}), PLACE.told({})) == (Told("3"), Told(""))
