"""Ranks and titles: how people write them, which of them a contest takes."""

import pytest

from spartakiad.errors import Refusal
from spartakiad.words.ranks import RANKS, is_within_ranks, rank_word, ranks_words
from spartakiad.words.refusals import sentence

WRITTEN = {
    "б/р": ["б/р", "б.р.", "бр", "б/разряда", "не присвоен", "Без разряда", "нет", "-", "–"],
    "3юн": ["3 юн", "III юн.", "3-й юношеский", "третий юношеский разряд"],
    "2юн": ["2 юн. разряд", "юн 2", "II ю", "второй юношеский"],
    "1юн": ["1юн", "1 юношеский разряд", "I ю."],
    "III": ["3", "III", "3 взр.", "\u0428", "третий", "3 разряд"],
    "II": ["2", "II", "ll", "\u041f", "2-й", "второй разряд", "II взр. разряд"],
    "I": [
        "1",
        "I",
        "1 взр.",
        "I (первый)",
        "1 разряд по лыжным гонкам",
        "1 разряд",
        "1-й спортивный разряд",
        "разряд I",
        "\u0406",
    ],
    "КМС": ["КМС", "кмс", "к.м.с.", "kmc", "кандидат в мастера спорта", "КМС России", "канд. в м.с."],
    "МС": ["мс", "M\u0421", "м/с", "мастер спорта России", "мастер спорта СССР", "МС по боксу", "МС (2019 г.)"],
    "ГР": ["ГР", "гроссмейстер", "Гроссмейстер России", "международный гроссмейстер"],
    "МСМК": [
        *("мсмк", "МСМК России", "м.с.м.к.", "МС МК", "M\u0421MK", "мастер спорта международного класса"),
        *("мастер спорта России международного класса", "МС междунар. класса", "мс межд. кл."),
    ],
    "ЗМС": ["змс", "Заслуженный мастер спорта России", "засл. мастер спорта СССР"],
}


@pytest.mark.parametrize(("rank", "typed"), [(rank, typed) for rank, many in WRITTEN.items() for typed in many])
def test_a_rank_is_read_however_it_is_written(rank: str, typed: str) -> None:
    assert rank_word(typed) == rank


def test_every_rank_is_written_as_it_is_printed_and_nothing_is_no_rank() -> None:
    assert ([rank_word(rank) for rank in RANKS], rank_word("  ")) == (list(RANKS), "")


@pytest.mark.parametrize(
    "typed",
    [
        "4",
        "IV",
        "мсс",
        "МС/КМС",
        "мастер",
        "1 2",
        "10",
        "чемпион города Великий Устюг по лыжам 2019 года среди школьников",
    ],
)
def test_what_cannot_be_read_is_asked_about(typed: str) -> None:
    with pytest.raises(Refusal) as asked:
        rank_word(typed)
    assert sentence(asked.value) == (
        f"Разряд: «{typed}» не понять. Какой это разряд? Можно: б/р, 3юн, 2юн, 1юн, III, II, I, КМС, МС, ГР, МСМК, ЗМС."
    )


def test_what_is_too_long_for_a_rank_is_not_said_back() -> None:
    with pytest.raises(Refusal) as asked:
        rank_word("мастер " * 40)
    assert asked.value.kind == "too_long"


@pytest.mark.parametrize(
    ("lowest", "highest", "taken"),
    [
        ("", "", {"", *RANKS}),
        ("I", "", {"I", "КМС", "МС", "ГР", "МСМК", "ЗМС"}),
        ("", "3юн", {"б/р", "3юн"}),
        ("II", "I", {"II", "I"}),
    ],
)
def test_a_contest_takes_ranks_from_one_to_another(lowest: str, highest: str, taken: set[str]) -> None:
    assert {rank for rank in ("", *RANKS) if is_within_ranks(rank, lowest, highest)} == taken


@pytest.mark.parametrize(
    ("ranks", "words"),
    [
        (("II", "КМС"), "с разрядом от II до КМС"),
        (("I", "I"), "с разрядом I"),
        (("II", ""), "с разрядом не ниже II"),
        (("", "I"), "с разрядом не выше I"),
    ],
)
def test_the_condition_is_read_back(ranks: tuple[str, str], words: str) -> None:
    assert ranks_words(*ranks) == words
