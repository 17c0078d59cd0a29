"""Several teams that are equal, in a sentence."""

from spartakiad.words.medals import leading_words
from spartakiad.words.numbers import equals


def test_three_are_named_and_of_more_it_is_told_how_many() -> None:
    teams = [f"Город {number}" for number in range(60)]
    assert equals(teams[:2]) == "Город 0 и Город 1"
    assert equals(teams[:3]) == "Город 0, Город 1 и Город 2"
    assert leading_words(teams, (1, 0, 0)).startswith("Впереди поровну 60\u00a0команд\u00a0– золото")
