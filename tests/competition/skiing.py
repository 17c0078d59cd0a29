"""A Games with one contest in parts, played through the verbs: «Лыжные гонки» of the catalogue, three teams.

Reckoned by hand, with 30, 27, 25, 23 for the places of each part and the relay counted twice:

             3 км, женщины   5 км, 18–39    5 км, 40+     эстафета    сумма
Вологда      30 + 25         27             30            2 × 27      166
Псков        27 + 23         30 + 23        30            2 × 30      193
Череповец                    25             25            дискв.       50
"""

from datetime import date

from spartakiad.competition.desk import SYSTEM, Actor
from spartakiad.competition.shell import Shell
from spartakiad.entries import actions as entries
from spartakiad.entries import commission
from spartakiad.entries.commission_table import untouched
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.drafting import blank, with_sport
from spartakiad.people.forms import Clean
from spartakiad.publication import actions as publication
from spartakiad.results.actions import Checked, TypedMark, check_marks, enter_mark
from spartakiad.starts import actions as starts

SLUG = "skiing"
ONE, OTHER = Actor("one"), Actor("other")
TEAMS = (("vologda", "Вологда"), ("pskov", "Псков"), ("cherepovets", "Череповец"))
PEOPLE = {  # by number: team, sex, year of birth
    "vologda": (("f", 1990), ("f", 2000), ("m", 1995), ("m", 1980)),
    "pskov": (("f", 1985), ("f", 1970), ("m", 2001), ("m", 1999), ("m", 1986)),
    "cherepovets": (("m", 1990), ("m", 1960)),
}
MARKS = {
    "women": {"1": "10:00,0", "2": "11:00,0", "5": "10:30,0", "6": "12:00,0"},
    "men-18": {"3": "15:00,0", "7": "14:00,0", "8": "16:00,0", "10": "15:30,0"},
    "men-40": {"4": "18:00,0", "9": "18:00,0", "11": "19:00,0"},
    "relay": {"vologda": "41:00,0", "pskov": "40:00,0", "cherepovets": "дискв"},
}
SUMS = {"vologda": 166, "pskov": 193, "cherepovets": 50}


def made(shell: Shell, standings: str = "n-down") -> Shell:
    """The application is open, nobody is in it yet."""
    first = date(2026, 2, 19)
    regulation = with_sport(blank("Лыжные гонки", presets()[standings]), sports()["ski-parts"], first)
    teams = tuple((slug, title, slug) for slug, title in TEAMS)
    new = NewGames(SLUG, "Гонки", "winter", "vologda", first, date(2026, 2, 22), True, regulation, teams)
    shell.write_now(make_games, new, SYSTEM)
    shell.write_now(state_games, GamesState(SLUG, "entries_open"), SYSTEM)
    return shell


def entered(shell: Shell) -> Shell:
    """Everybody is in the part that sex and age leave him; every team is in the relay; all are admitted."""
    for team, people in PEOPLE.items():
        clean = tuple(_invented(team, seat, sex, year) for seat, (sex, year) in enumerate(people))
        numbers = shell.write_now(entries.add_athletes, entries.NewAthletes(SLUG, team, clean), SYSTEM)["athletes"]
        changes = tuple(entries.EntryChange(str(one), "ski", "team") for one in (*numbers, team))  # type: ignore[misc]
        shell.write_now(entries.change_entries, entries.ChangeEntries(SLUG, team, changes), SYSTEM)
        shell.write_now(commission.decide_rows, untouched(SLUG, shell.now(SLUG).state, team), SYSTEM)
    for state in ("entries_closed", "under_way"):
        shell.write_now(state_games, GamesState(SLUG, state), SYSTEM)
    return shell


def released(shell: Shell) -> Shell:
    shell.write_now(starts.release, starts.OneContest(SLUG, "ski"), SYSTEM)
    return shell


def run(shell: Shell, *parts: str) -> Shell:
    """Every mark of these parts typed by one person and confirmed by another."""
    for part in parts:
        for entrant, raw in MARKS[part].items():
            shell.write_now(enter_mark, TypedMark(SLUG, "ski", entrant, raw, 0), ONE)
        marks = {key: mark for key, mark in shell.now(SLUG).state.marks_of("ski").items() if key[1] == part}
        items = tuple((key[3], mark.version) for key, mark in marks.items())
        shell.write_now(check_marks, Checked(SLUG, "ski", items, "confirmed"), OTHER)
    return shell


def posted(shell: Shell, *parts: str) -> Shell:
    for part in parts:
        shell.write_now(publication.post, publication.OneContest(SLUG, "ski", part=part), OTHER)
    return shell


def held(shell: Shell) -> Shell:
    """From entries to official."""
    run(released(entered(made(shell))), *MARKS)
    posted(shell, *MARKS)
    shell.write_now(publication.accept, publication.OneContest(SLUG, "ski"), OTHER)
    return shell


def _invented(team: str, seat: int, sex: str, year: int) -> Clean:
    surname = {"f": "Лыжина", "m": "Лыжин"}[sex]
    name = {"vologda": "Алёна", "pskov": "Пётр", "cherepovets": "Фёдор"}[team]
    return Clean(f"{surname}-{'Абвгдежз'[seat].upper()}ёлкин", name, "", sex, date(year, 3, 5), "")
