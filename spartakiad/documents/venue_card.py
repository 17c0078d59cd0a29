"""The card by which judges of a hall come in, half a sheet: where and when, the code, and what to do in three lines."""

from dataclasses import dataclass
from datetime import date, datetime

from spartakiad.competition.state import Venue
from spartakiad.words.dates import day as day_words
from spartakiad.words.dates import moment


@dataclass(frozen=True, slots=True)
class CardPaper:
    """`site`: how the address of the right page begins; `typed`: where to, and what, is typed by hand instead.

    `sign`: the word that the page has to show too. The words that let a judge in stand nowhere on it.
    """

    games: str
    venue: Venue
    day: date
    site: str
    address: str
    typed: tuple[str, str]
    sign: str
    phone: str
    number: int
    issue: int
    made_at: datetime
    until: datetime
    demo: bool

    @property
    def title(self) -> str:
        return f"Карточка площадки {self.venue.title} {self.day.isoformat()}"

    @property
    def place(self) -> str:
        return ", ".join(part for part in (self.venue.town, self.venue.address) if part)

    @property
    def steps(self) -> tuple[str, str, str]:
        """How to use it."""
        return (
            "1. Наведите камеру телефона на код и откройте страницу.",
            "2. Впишите фамилию и имя и два кодовых слова: их говорит секретариат.",
            "3. Телефон берёт другой судья – пусть нажмёт «Сменить судью».",
        )

    @property
    def warning(self) -> str:
        phone = self.phone.replace(" ", "\u00a0")
        ring = f" и позвоните в секретариат: {phone}." if phone else " и сообщите в секретариат."
        right = f"Адрес страницы начинается с {self.site}, и на ней стоит слово карточки."
        return f"{right} Если не так, страница чужая: ничего не вводите{ring}"

    @property
    def stamp(self) -> str:
        made = f"карточка № {self.number}, выпуск {self.issue} от {moment(self.made_at)}"
        return f"{made} · действует один день, до {moment(self.until)}"

    @property
    def when(self) -> str:
        return day_words(self.day)
