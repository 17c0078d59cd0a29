"""Keys by which names are found: what two spellings share, and that it does not matter who else is looked for."""

from hypothesis import given
from hypothesis import strategies as st

from spartakiad.words.keys import search_key, search_keys


def test_two_spellings_of_a_name_have_one_key() -> None:
    assert search_key("Семёнова-Тян  Анна") == search_key("СЕМЕНОВА ТЯН АНН\u0410".replace("\u0410", "A"))


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)))
def test_names_folded_together_have_the_keys_that_each_has_alone(names: list[str]) -> None:
    assert search_keys(names) == [search_key(name) for name in names]
