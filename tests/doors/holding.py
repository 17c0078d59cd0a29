"""A Games of some sports of the catalogue that is under way: everybody is entered and admitted, nothing is drawn."""

from datetime import date

from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.programme import lines
from spartakiad.entries import actions as entries
from spartakiad.entries import commission
from spartakiad.entries.commission_table import untouched
from spartakiad.games import timetable
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.drafting import blank, with_sport
from spartakiad.people.forms import Clean
from tests.doors.visiting import Site

SLUG = "held"
DAYS = (date(2027, 2, 18), date(2027, 2, 21))
TITLES = {"vologda": "Вологда", "pskov": "Псков", "kirov": "Киров", "orel": "Орёл", "tver": "Тверь", "tula": "Тула"}
SURNAMES = ("Берёзкина", "Заречная", "Лыжина", "Озёрова", "Снегирёва", "Тропинина", "Хвойная", "Инеева")


def held(site: Site, *names: str, teams: int = 2, women: int = 2) -> Site:
    """So many women of each of so many teams, numbered team by team; each contest begins at ten on the first day."""
    do = site.shell.write_now
    regulation = blank("Проба", presets()["n-down"])
    for name in names:
        regulation = with_sport(regulation, sports()[name], DAYS[0])
    those = list(TITLES)[:teams]
    joined = tuple((slug, TITLES[slug], slug) for slug in those)
    do(make_games, NewGames(SLUG, "Проба", "winter", "vologda", *DAYS, True, regulation, joined), SYSTEM)
    do(timetable.name_venue, timetable.NewVenue(SLUG, "Стадион"), SYSTEM)
    for contest in lines(site.shell.now(SLUG).state):
        do(timetable.schedule, timetable.NewSlot(SLUG, contest.id, "2027-02-18T10:00", 90, "stadion"), SYSTEM)
    do(state_games, GamesState(SLUG, "entries_open"), SYSTEM)
    for at, slug in enumerate(those):
        _apply(site, slug, at, women)
    for state in ("entries_closed", "under_way"):
        do(state_games, GamesState(SLUG, state), SYSTEM)
    return site


def _apply(site: Site, team: str, at: int, women: int) -> None:
    do, programme = site.shell.write_now, lines(site.shell.now(SLUG).state)
    people = tuple(Clean(surname, TITLES[team], "", "f", date(1990, 3, 1 + at), "") for surname in SURNAMES[:women])
    do(entries.add_athletes, entries.NewAthletes(SLUG, team, people), SYSTEM)
    numbers = [one.number for one in site.shell.now(SLUG).state.athletes_of(team)]
    who = {one.id: [team] if one.by_teams else numbers for one in programme if one.sex != "m"}
    changes = tuple(entries.EntryChange(one, contest, "team") for contest, those in who.items() for one in those)
    do(entries.change_entries, entries.ChangeEntries(SLUG, team, changes), SYSTEM)
    do(commission.decide_rows, untouched(SLUG, site.shell.now(SLUG).state, team), SYSTEM)
