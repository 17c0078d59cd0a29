"""The card of a hall on paper: one sheet however long its names are, the code drawn as it has to be read."""

import io
import re
from datetime import date, datetime

import pytest
from pypdf import PdfReader

from spartakiad.competition.state import Venue
from spartakiad.documents.card_pdf import card_pdf
from spartakiad.documents.venue_card import CardPaper
from spartakiad.words.dates import MOSCOW

LONG = (
    "Спортивная школа олимпийского резерва имени заслуженного тренера России Александра Ивановича Длиннофамильного " * 2
)
HALLS = {"short": Venue("base", "Лыжная база", "", ""), "long": Venue("base", LONG[:200], "Великий Новгород", LONG * 2)}
DIGITS = " ".join(["1234"] * 10)


def paper(venue: Venue, demo: bool = False, phone: str = "+7 000 11") -> CardPaper:
    site = "https://games.example"
    return CardPaper(
        games="V зимняя Спартакиада",
        venue=venue,
        day=date(2027, 2, 20),
        site=site,
        address=f"{site}/judge/card#{DIGITS.replace(' ', '')}",
        typed=(f"{site}/judge/card", DIGITS),
        sign="якорь",
        phone=phone,
        number=3,
        issue=2,
        made_at=datetime(2027, 2, 19, 12, tzinfo=MOSCOW),
        until=datetime(2027, 2, 21, 4, tzinfo=MOSCOW),
        demo=demo,
    )


def text(made: CardPaper) -> str:
    (page,) = PdfReader(io.BytesIO(card_pdf(made))).pages
    return " ".join(page.extract_text().replace("\u00a0", " ").split())


@pytest.mark.parametrize("length", HALLS)
def test_everything_stands_on_one_sheet_and_the_code_is_large_enough(length: str) -> None:
    made = paper(HALLS[length])
    told = text(made)
    for part in (
        made.venue.title.split()[0],
        "20 февраля 2027 г.",
        "ЯКОРЬ",
        DIGITS[:24],
        "выпуск 2",
        "+7 000 11",
        *made.steps,
    ):
        assert part in told
    (page,) = PdfReader(io.BytesIO(card_pdf(made))).pages
    modules = re.findall(r"[\d.]+ ([\d.]+) ([\d.]+) ([\d.]+) re", page.get_contents().get_data().decode("latin-1"))  # type: ignore[union-attr]
    sides = {round(float(one[1]), 3) for one in modules}
    assert (len(sides), min(sides) > 72 / 25.4 * 0.8) == (1, True)


def test_what_looks_like_markup_is_printed_as_it_was_typed() -> None:
    assert "<b>Зал</b> & <img src=x>" in text(paper(Venue("x", "<b>Зал</b> & <img src=x>", "", "")))


def test_the_same_card_is_the_same_file_and_a_demonstration_says_so() -> None:
    made = paper(HALLS["short"], demo=True)
    assert (card_pdf(made) == card_pdf(made), "ДЕМОНСТРАЦИЯ" in text(made)) == (True, True)


def test_without_a_telephone_it_still_says_what_to_do() -> None:
    assert "ничего не вводите и сообщите в секретариат." in text(paper(HALLS["short"], phone=""))
