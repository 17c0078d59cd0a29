"""What a contender's own place is worth, in sentences."""

import pytest

from spartakiad.words.possible import own_place_words


@pytest.mark.parametrize(
    ("spans", "told"),
    [
        ([(1, 1), (1, 1), (1, 1)], ["Будет первой при любом своём месте в виде «Трейл»."]),
        (
            [(1, 1), (1, 2), (2, 3)],
            [
                "Хватит победы в виде «Трейл», как бы ни выступили остальные.",
                "На 2-м месте решит то, как выступят соперники.",
                "Ниже 2-го места первой уже не быть.",
            ],
        ),
        (
            [(1, 1), (1, 1), (2, 2)],
            [
                "Хватит 2-го места или выше в виде «Трейл», как бы ни выступили остальные.",
                "Ниже 2-го места первой уже не быть.",
            ],
        ),
        (
            [(1, 3), (2, 3)],
            [
                "Даже победы в виде «Трейл» самой по себе мало: нужно, чтобы отстали соперники.",
                "Ниже 1-го места первой уже не быть.",
            ],
        ),
    ],
)
def test_own_places_are_told_from_the_surest_down(spans: list[tuple[int, int]], told: list[str]) -> None:
    assert list(own_place_words("Трейл", spans)) == told
