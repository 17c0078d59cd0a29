"""A venue in its first hour: thirty skiers, three teams, races and contests of other kinds, every start list released.

Run as `python -m tests.browser.venue`: the product serves it from SPARTAKIAD_DATA; a second start takes what is there.
"""

import tomllib
from datetime import date

from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.shell import Shell
from spartakiad.entries.actions import ChangeEntries, EntryChange, NewAthletes, add_athletes, change_entries
from spartakiad.entries.commission import Admission, admit
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.people.forms import Clean
from spartakiad.settings import data_folder
from spartakiad.starts.actions import OneContest, release
from spartakiad.union.actions import LoadFacts, load_facts
from tests.browser.own_site import serve_own

VENUE = ("tests.browser.venue",)
SLUG = "venue"
SKIERS = 30
JUDGE, SECOND, SECRETARY = "судья", "второй судья", "секретарь площадки"
TEAMS = (("vologda", "Вологда"), ("pskov", "Псков"), ("ivanovo", "Иваново"))
JUMPS = ("jump", "triple", "far", "high")
RACES = tuple(f"ski-{sign}" for sign in "abcdefghijklmnopqrstuvwxyz1234")  # a race of thirty for each test
_RACE = '{{ id = "{race}", title = "Лыжи, {race}", rules = "ski" }}'
REGULATION = f"""
format = 1
contest = [
  {", ".join(_RACE.format(race=race) for race in RACES)},
  {{ id = "jump", title = "Прыжок в длину", rules = "jump" }},
  {{ id = "triple", title = "Тройной прыжок", rules = "jump" }},
  {{ id = "far", title = "Прыжок в длину с места", rules = "jump" }},
  {{ id = "high", title = "Прыжок в высоту", rules = "high" }},
  {{ id = "figure", title = "Фигурное катание", rules = "jury" }},
  {{ id = "hockey", title = "Хоккей", rules = "hockey" }},
  {{ id = "volley", title = "Волейбол", rules = "volley" }},
  {{ id = "shots", title = "Биатлон, эстафета", rules = "misses" }},
  {{ id = "relay", title = "Эстафета", rules = "relay" }},
]
[rules.relay]
stages = [{{ format = "list", mark = "time", precision = "0.1", relay_legs = 3 }}]
order = {{ blocks = [{{ by = ["time"] }}], end = "share" }}
[rules.misses]
stages = [{{ format = "list", mark = "time", precision = "0.1", penalty = {{ miss = "1:00" }} }}]
order = {{ blocks = [{{ by = ["time"] }}], end = "share" }}
[rules.ski]
stages = [{{ format = "list", mark = "time", precision = "0.1", limits = {{ min = "10:00", max = "1:30:00" }} }}]
order = {{ blocks = [{{ by = ["time"] }}], end = "share" }}
[rules.ski.team]
members = {{ kind = "best", k = 3, value = "time" }}
wins = "least"
order = {{ blocks = [{{ by = ["sum"] }}], end = "share" }}
[rules.jump]
stages = [{{ format = "list", mark = "distance", trials = 3 }}]
order = {{ blocks = [{{ by = ["attempts"] }}], end = "share" }}
[rules.high]
stages = [{{ format = "list", mark = "height", limits = {{ min = "0,80", max = "2,50" }} }}]
order = {{ blocks = [{{ by = ["height"] }}], end = "share" }}
[rules.high.team]
members = {{ kind = "best", k = 1, value = "place" }}
wins = "least"
order = {{ blocks = [{{ by = ["sum"] }}] }}
[rules.jump.team]
members = {{ kind = "best", k = 1, value = "place" }}
wins = "least"
order = {{ blocks = [{{ by = ["sum"] }}] }}
[rules.jury]
order = {{ blocks = [{{ by = ["place"] }}], places = "given" }}
[rules.hockey]
stages = [{{ format = "round_robin", points = {{ win = 3, draw = 1 }}, walkover = {{ score = [5, 0] }} }}]
order = {{ blocks = [{{ by = ["points"] }}], end = "share" }}
[rules.volley]
order = {{ blocks = [{{ by = ["points", "set_ratio"] }}], end = "share" }}
[[rules.volley.stages]]
format = "round_robin"
points = {{ win = 2, loss = 1, walkover = 0 }}
best_of = 3
walkover = {{ sets = [[25, 0], [25, 0]] }}
[[standing]]
id = "overall"
contests = "all"
wins = "most"
value = {{ kind = "n_down", n = "teams", shared = "mean" }}
absent = {{ any = 0 }}
order = {{ blocks = [{{ by = ["total"] }}], end = "share" }}
"""


def prepare(shell: Shell) -> None:
    do = shell.write_now
    do(load_facts, LoadFacts(str(data_folder("fixtures") / "union")), SYSTEM)
    teams = tuple((slug, title, slug) for slug, title in TEAMS)
    days = (date(2026, 2, 19), date(2026, 2, 22))
    regulation = tomllib.loads(REGULATION)
    do(make_games, NewGames(SLUG, "Площадка", "winter", "vologda", *days, True, regulation, teams), SYSTEM)
    do(state_games, GamesState(SLUG, "entries_open"), SYSTEM)
    for at, (team, _) in enumerate(TEAMS):
        _enter(shell, team, at)
    for state in ("entries_closed", "under_way"):
        do(state_games, GamesState(SLUG, state), SYSTEM)
    for row in regulation["contest"]:
        do(release, OneContest(SLUG, row["id"]), SYSTEM)


def _enter(shell: Shell, team: str, at: int) -> None:
    """Ten skiers each, all of them at the mass start too, three of them in the others; the team where teams compete."""
    each = SKIERS // len(TEAMS)
    people = tuple(
        Clean(f"Лыжина{'абвгдежзик'[one]}", "Анна", "", "f", date(1990, at + 1, one + 1), "") for one in range(each)
    )
    shell.write_now(add_athletes, NewAthletes(SLUG, team, people), SYSTEM)
    numbers = [str(at * each + one) for one in range(1, each + 1)]
    changes = [EntryChange(number, contest, "team") for number in numbers for contest in RACES]
    changes += [EntryChange(number, contest, "team") for number in numbers[:2] for contest in JUMPS]
    changes += [EntryChange(team, contest, "team") for contest in ("figure", "hockey", "volley", "shots", "relay")]
    shell.write_now(change_entries, ChangeEntries(SLUG, team, tuple(changes)), SYSTEM)
    for number in numbers:
        shell.write_now(admit, Admission(SLUG, number, "admitted"), SYSTEM)


if __name__ == "__main__":
    serve_own(SLUG, prepare, ((JUDGE, "judge"), (SECOND, "judge"), (SECRETARY, "chief_secretary")))
