"""What a venue card is made of: enough of a secret, nothing that its seed alone would tell, words that can be typed."""

import math

import pytest

from spartakiad.halls.keys import DIGITS, code_in, code_of, in_groups, sign_of, word_hash, words_of
from spartakiad.words.code_words import WHAT, WHICH

SECRET, OTHER = b"s" * 32, b"t" * 32
SEEDS = [f"seed-{number}" for number in range(500)]


def test_a_code_holds_more_than_128_bits_and_is_always_of_one_length() -> None:
    assert math.log2(10**DIGITS) > 128
    codes = {code_of(SECRET, seed) for seed in SEEDS}
    assert (len(codes), {len(code) for code in codes}) == (len(SEEDS), {DIGITS})


@pytest.mark.parametrize("made", [code_of, words_of, sign_of])
def test_the_seed_without_the_secret_tells_nothing(made) -> None:  # type: ignore[no-untyped-def]
    same = sum(made(SECRET, seed) == made(OTHER, seed) for seed in SEEDS)
    assert same < len(SEEDS) / 20


def test_there_are_twenty_thousand_pairs_of_words_and_all_of_them_are_plain() -> None:
    assert len(set(WHICH)) * len(set(WHAT)) > 20_000
    assert (len(set(WHICH)), len(set(WHAT))) == (len(WHICH), len(WHAT))
    assert [word for word in (*WHICH, *WHAT) if not word.isalpha() or word != word.lower() or "ё" in word] == []


@pytest.mark.parametrize("typed", ["черный якорь", "  Чёрный   ЯКОРЬ ", "черныйякорь", "ЧЁРНЫЙ-ЯКОРЬ"])
def test_words_are_the_same_however_they_are_typed(typed: str) -> None:
    assert word_hash(SECRET, typed) == word_hash(SECRET, "черный якорь")


def test_other_words_and_the_same_words_elsewhere_are_not() -> None:
    assert (
        len({word_hash(SECRET, "черный якорь"), word_hash(SECRET, "белый якорь"), word_hash(OTHER, "черный якорь")})
        == 3
    )


def test_a_code_is_read_as_it_is_printed() -> None:
    code = code_of(SECRET, "seed")
    assert code_in(in_groups(code)) == code_in(f" {code[:7]}-{code[7:]}\n") == code
    assert (code_in("٣٣٣"), len(code_in("1" * 5000))) == ("", DIGITS + 1)
