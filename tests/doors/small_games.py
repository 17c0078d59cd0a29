"""Small Games of what the demo has no case for: a ski race, lifters who are weighed, heats that lead to a final."""

from datetime import date

from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.plans import Plan
from spartakiad.entries import actions as entries
from spartakiad.entries.commission import Admission, admit, decide_rows
from spartakiad.entries.commission_table import untouched
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.drafting import blank, with_sport
from spartakiad.people.forms import Clean
from spartakiad.play.people import invented
from spartakiad.starts import actions as starts
from tests.doors.visiting import Site

LIFTS = "lifts"
LIFTERS = (("Гирин", "m", "men-85"), ("Тяжин", "m", "men-over-85"), ("Лёгкина", "f", "women-63"))
RUN = "sprint-women"
FOOTBALL = (("vologda", "Вологда"), ("pskov", "Псков"), ("tver", "Тверь"))


def play_race(site: Site) -> Site:
    """A ski race to a tenth of a second, its start list released; № 3 was refused after she had been listed."""
    regulation = site.shell.now("demo").state.regulation
    people = tuple(
        Clean(surname, "Анна", "", "f", date(1990, 3, 5), "") for surname in ("Лыжина", "Снегирёва", "Инеева")
    )
    do = site.shell.write_now
    new = NewGames(
        "race",
        "Гонка",
        "winter",
        "vologda",
        date(2026, 2, 19),
        date(2026, 2, 22),
        True,
        regulation,
        (("vologda", "Вологда", "vologda"),),
    )
    do(make_games, new, SYSTEM)
    do(state_games, GamesState("race", "entries_open"), SYSTEM)
    do(entries.add_athletes, entries.NewAthletes("race", "vologda", people), SYSTEM)
    changes = tuple(entries.EntryChange(number, "ski-women", "team") for number in ("1", "2", "3"))
    do(entries.change_entries, entries.ChangeEntries("race", "vologda", changes), SYSTEM)
    do(decide_rows, untouched("race", site.shell.now("race").state, "vologda"), SYSTEM)
    for state in ("entries_closed", "under_way"):
        do(state_games, GamesState("race", state), SYSTEM)
    do(starts.release, starts.OneContest("race", "ski-women"), SYSTEM)
    refusal = Admission("race", "3", "refused", clause="4.5", reason="нет медицинского допуска")
    do(admit, refusal, SYSTEM)
    return site


def play_lifts(site: Site) -> None:
    """№ 1 up to 85 kg, № 2 over it, № 3 up to 63 kg, all of Vologda and admitted; nobody is weighed yet."""
    first, do = date(2027, 2, 18), site.shell.write_now
    regulation = with_sport(blank("Гири", presets()["n-down"]), sports()["kettlebell-weights"], first)
    conditions = regulation["eligibility"]["contest"]["kettlebell"]
    regulation["eligibility"]["contest"]["kettlebell"] = {**conditions, "clause": "4.8"}
    teams = (("vologda", "Вологда", "vologda"), ("pskov", "Псков", "pskov"))
    new = NewGames(LIFTS, "Гири", "winter", "vologda", first, date(2027, 2, 21), True, regulation, teams)
    do(make_games, new, SYSTEM)
    do(state_games, GamesState(LIFTS, "entries_open"), SYSTEM)
    people = tuple(Clean(surname, "Саша", "", sex, date(1990, 3, 5), "I") for surname, sex, _ in LIFTERS)
    do(entries.add_athletes, entries.NewAthletes(LIFTS, "vologda", people), SYSTEM)
    changes = [
        entries.EntryChange(str(number), "kettlebell", "team", part) for number, (_, _, part) in enumerate(LIFTERS, 1)
    ]
    do(entries.change_entries, entries.ChangeEntries(LIFTS, "vologda", tuple(changes)), SYSTEM)
    do(decide_rows, untouched(LIFTS, site.shell.now(LIFTS).state, "vologda"), SYSTEM)


def play_sprint(site: Site) -> None:
    """Three women of each of two teams in two heats of three; nobody has run yet."""
    do = site.shell.write_now
    days = (date(2027, 7, 18), date(2027, 7, 21))
    regulation = with_sport(blank("Проба", presets()["n-down"]), sports()["sprint"], days[0])
    teams = tuple((slug, slug.title(), slug) for slug in ("vologda", "pskov"))
    do(make_games, NewGames("cup", "Проба", "summer", "vologda", *days, True, regulation, teams), SYSTEM)
    do(state_games, GamesState("cup", "entries_open"), SYSTEM)
    for at, team in enumerate(("vologda", "pskov")):
        do(
            entries.add_athletes,
            entries.NewAthletes("cup", team, tuple(invented(at, n, "f") for n in range(3))),
            SYSTEM,
        )
        mine = [one.number for one in site.shell.now("cup").state.athletes.values() if one.team == team]
        changes = tuple(entries.EntryChange(number, RUN, "team") for number in mine)
        do(entries.change_entries, entries.ChangeEntries("cup", team, changes), SYSTEM)
        do(entries.submit, entries.OneTeam("cup", team), SYSTEM)
        do(decide_rows, untouched("cup", site.shell.now("cup").state, team), SYSTEM)
    for state in ("entries_closed", "under_way"):
        do(state_games, GamesState("cup", state), SYSTEM)
    do(starts.plan, starts.PlanOf("cup", RUN, "main", Plan(lanes=4)), SYSTEM)
    slips = tuple((n, f"{(int(n) - 1) // 3 + 1}/{(int(n) - 1) % 3 + 1}") for n in numbers(site))
    do(starts.draw_by_hand, starts.PerEntrant("cup", RUN, "main", slips), SYSTEM)
    do(starts.release, starts.OneContest("cup", RUN), SYSTEM)


def numbers(site: Site) -> list[str]:
    return sorted(site.shell.now("cup").state.athletes, key=int)


def open_football(site: Site) -> None:
    """Entries are open and nobody has entered."""
    days, do = (date(2027, 7, 18), date(2027, 7, 21)), site.shell.write_now
    regulation = with_sport(blank("Мяч", presets()["n-down"]), sports()["football"], days[0])
    teams = tuple((slug, title, slug) for slug, title in FOOTBALL)
    do(make_games, NewGames("ball", "Мяч", "summer", "vologda", *days, True, regulation, teams), SYSTEM)
    do(state_games, GamesState("ball", "entries_open"), SYSTEM)


def play_football(site: Site) -> None:
    """Three teams whose matches are drawn; nobody has played yet."""
    open_football(site)
    do, contest = site.shell.write_now, "football"
    for at, (team, _) in enumerate(FOOTBALL):
        do(entries.add_athletes, entries.NewAthletes("ball", team, (invented(at, 0, "m"),)), SYSTEM)
        change = (entries.EntryChange(team, contest, "team"),)
        do(entries.change_entries, entries.ChangeEntries("ball", team, change), SYSTEM)
    for step in ("entries_closed", "under_way"):
        do(state_games, GamesState("ball", step), SYSTEM)
    do(starts.release, starts.OneContest("ball", contest), SYSTEM)
