"""Two halls of a Games that is held on the days of its timetable, their cards, and people who come in by them."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.entries import actions as entries
from spartakiad.entries import commission
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.games.timetable import NewSlot, NewVenue, name_venue, schedule
from spartakiad.halls.keys import code_of, words_of
from spartakiad.halls.queries import CardRow, cards_of
from spartakiad.people.forms import Clean
from spartakiad.starts import actions as starts
from spartakiad.words.dates import MOSCOW
from tests.doors.visiting import SECRET, Site, Visitor

GAMES, CARDS, DEVICES = "halls", "/office/halls/venue-cards", "/office/halls/devices"
BASE, ICE = "lyzhnaya-baza", "ledovyy-dvorets"
FIRST, NEXT = "2026-02-20", "2026-02-21"
SLOTS = (
    ("ski-women", f"{FIRST}T10:00", BASE),
    ("ski-men", f"{FIRST}T12:30", BASE),
    ("figure", f"{FIRST}T17:00", ICE),
    ("ski-relay", f"{NEXT}T10:00", BASE),
)
JUDGE = "Иванова Анна"


def play_halls(site: Site, games: str = GAMES, demo: bool = False) -> None:
    """It is the morning of the first day; the women's start list is released."""
    it_is(site, f"{FIRST}T09:00")
    regulation = site.shell.now("demo").state.regulation
    new = NewGames(
        games, "Залы", "winter", "vologda", date(2026, 2, 19), date(2026, 2, 22), demo, regulation,
        (("vologda", "Вологда", "vologda"),),
    )  # fmt: skip
    people = tuple(Clean(surname, "Анна", "", "f", date(1990, 3, 5), "") for surname in ("Лыжина", "Инеева"))
    changes = tuple(entries.EntryChange(number, "ski-women", "team") for number in ("1", "2"))
    steps: list[tuple[Any, Any]] = [(make_games, new)]
    steps += [(name_venue, NewVenue(games, title, phone="+7 000 11")) for title in ("Лыжная база", "Ледовый дворец")]
    steps += [(schedule, NewSlot(games, contest, at, 120, venue)) for contest, at, venue in SLOTS]
    steps += [
        (state_games, GamesState(games, "entries_open")),
        (entries.add_athletes, entries.NewAthletes(games, "vologda", people)),
        (entries.change_entries, entries.ChangeEntries(games, "vologda", changes)),
        *((commission.admit, commission.Admission(games, number, "admitted")) for number in ("1", "2")),
        (state_games, GamesState(games, "entries_closed")),
        (state_games, GamesState(games, "under_way")),
        (starts.release, starts.OneContest(games, "ski-women")),
    ]
    for verb, wish in steps:
        site.shell.write_now(verb, wish, SYSTEM)


def it_is(site: Site, moment: str) -> None:
    """The clock of the server stands at this moment of Moscow."""
    at = datetime.fromisoformat(moment).replace(tzinfo=MOSCOW)
    site.shell.clock = lambda: at


def later(site: Site, **passed: float) -> None:
    at = site.shell.clock() + timedelta(**passed)
    site.shell.clock = lambda: at


def move(site: Site, contest: str, moment: str, venue: str) -> None:
    site.shell.write_now(schedule, NewSlot(GAMES, contest, moment, 120, venue, "мороз"), SYSTEM)


def secretary(site: Site, games: str = GAMES) -> Visitor:
    return site.newly_in(Role.CHIEF_SECRETARY, games)


def make_card(by: Visitor, venue: str = BASE, day: str = FIRST, devices: int = 8, games: str = GAMES) -> Any:
    hall = {"hall_venue": venue, "hall_day": day, "devices": devices}
    return by.post(f"/office/{games}/venue-cards", hall)


def card(site: Site, venue: str = BASE, games: str = GAMES) -> CardRow:
    with site.shell.store.reader() as session:
        return next(one for one in cards_of(session, games, site.shell.clock()) if one.card.venue == venue)


def number_of(site: Site, venue: str = BASE) -> int:
    return card(site, venue).card.card


def printed(site: Site, venue: str = BASE, games: str = GAMES) -> tuple[str, str]:
    """The code of the card and the words that are said aloud."""
    seed = card(site, venue, games).card.seed
    return code_of(SECRET, seed), words_of(SECRET, seed)


def sign_in(visitor: Visitor, keys: tuple[str, str], name: str = JUDGE, **more: Any) -> Any:
    """Both steps as a telephone makes them."""
    look = visitor.post("/judge/card", {"token": keys[0]})
    if look.status_code != 200:
        return look
    form: Mapping[str, Any] = {"token": keys[0], "word": keys[1], "account_name": name, **more}
    return visitor.post("/judge/card/session", form)


def phone(site: Site, keys: tuple[str, str], name: str = JUDGE) -> Visitor:
    """Somebody who has come in by a card with a telephone of his own."""
    visitor = site.visitor()
    answer = sign_in(visitor, keys, name)
    assert answer.status_code == 303, answer.text
    return visitor


def opens(visitor: Visitor, *contests: str, games: str = GAMES) -> list[int]:
    return [visitor.get(f"/judge/{games}/{contest}").status_code for contest in contests]


def devices(by: Visitor) -> list[str]:
    """Whose devices the secretariat sees."""
    return re.findall(r'<tr id="device-\d+"[^>]*><th scope="row">([^<]+)', by.get(DEVICES).text)
