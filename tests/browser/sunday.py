"""Sunday, half past one: six teams, the ski race is official, one match of the volleyball is left.

Run as `python -m tests.browser.sunday`: the product serves it from SPARTAKIAD_DATA.
"""

import tomllib
from datetime import date
from pathlib import Path

import click

from spartakiad.accounts.actions import Invite, NewAccount, hash_of, invite, make_account, new_token
from spartakiad.cli import serve
from spartakiad.competition.desk import SYSTEM, Actor
from spartakiad.competition.matches import Match, matches_of
from spartakiad.competition.shell import Shell
from spartakiad.entries.actions import ChangeEntries, EntryChange, change_entries
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.games.cards import WholeCard, fill_games_card
from spartakiad.publication.actions import OneContest, accept, post
from spartakiad.results.actions import Checked, TypedMark, check_marks, enter_mark
from spartakiad.settings import Settings, data_folder, from_environment
from spartakiad.starts.actions import OneContest as OneList
from spartakiad.starts.actions import release
from spartakiad.store import migrate
from spartakiad.store.store import Store
from spartakiad.union.actions import LoadFacts, load_facts

SUNDAY = ("tests.browser.sunday",)
SLUG = "sunday"
JUDGE, CHIEF, SECRETARY, CHIEF_JUDGE = "судья", "главный судья волейбола", "секретарь", "главный судья"
TEAMS = (  # the strongest first
    ("vologda", "Вологда"),
    ("pskov", "Псков"),
    ("ivanovo", "Иваново"),
    ("kirov", "Киров"),
    ("kostroma", "Кострома"),
    ("cherepovets", "Череповец"),
)
REGULATION = """
format = 1
contest = [
  { id = "ski", title = "Лыжная эстафета", rules = "jury" },
  { id = "volley", title = "Волейбол", rules = "volley" },
]
cup = { standing = "overall", tie = "decide" }
[rules.jury]
order = { blocks = [{ by = ["place"] }], places = "given" }
[rules.volley]
order = { blocks = [{ by = ["points", "set_ratio"] }], end = "share" }
[[rules.volley.stages]]
format = "round_robin"
points = { win = 2, loss = 1, walkover = 0 }
best_of = 3
walkover = { sets = [[25, 0], [25, 0]] }
[[standing]]
id = "overall"
title = "Общий зачёт"
contests = "all"
wins = "most"
value = { kind = "n_down", n = "teams", shared = "mean" }
absent = { any = 0 }
order = { blocks = [{ by = ["total"] }], end = "share" }
"""
_TYPIST, _SECOND = Actor("a901"), Actor("a902")


def prepare(shell: Shell) -> None:
    do = shell.write_now
    do(load_facts, LoadFacts(str(data_folder("fixtures") / "union")), SYSTEM)
    teams = tuple((slug, title, slug) for slug, title in TEAMS)
    days = (date(2026, 2, 19), date(2026, 2, 22))
    new = NewGames(SLUG, "Воскресенье", "winter", "vologda", *days, True, tomllib.loads(REGULATION), teams)
    do(make_games, new, SYSTEM)
    do(fill_games_card, WholeCard(SLUG, "", (("chair", "Озёрова Л. А."),), 30), SYSTEM)
    do(state_games, GamesState(SLUG, "entries_open"), SYSTEM)
    for team, _ in TEAMS:
        changes = (EntryChange(team, "ski", "team"), EntryChange(team, "volley", "team"))
        do(change_entries, ChangeEntries(SLUG, team, changes), SYSTEM)
    for state in ("entries_closed", "under_way"):
        do(state_games, GamesState(SLUG, state), SYSTEM)
    for contest in ("ski", "volley"):
        do(release, OneList(SLUG, contest), SYSTEM)
    for place, (team, _) in enumerate(TEAMS, 1):
        _enter(shell, "ski", team, str(place))
    do(post, OneContest(SLUG, "ski"), SYSTEM)
    do(accept, OneContest(SLUG, "ski"), SYSTEM)
    for match in _all_but_one(shell):
        _enter(shell, "volley", match.key, _won(match))


def last_match(matches: list[Match]) -> Match:
    """The first two teams meet last: who loses it decides nothing about places 5 and 6."""
    return next(one for one in matches if set(one.sides) == {"vologda", "pskov"})


def _all_but_one(shell: Shell) -> list[Match]:
    matches = matches_of(shell.now(SLUG).state, "volley")
    return [one for one in matches if one.key != last_match(matches).key]


def _won(match: Match) -> str:
    """The stronger of the two wins."""
    order = [slug for slug, _ in TEAMS]
    first, second = (order.index(side) for side in match.sides)
    return "25:20 25:20" if first < second else "20:25 20:25"


def _enter(shell: Shell, contest: str, entrant: str, raw: str) -> None:
    shell.write_now(enter_mark, TypedMark(SLUG, contest, entrant, raw, 0), _TYPIST)
    key = (contest, "main", "main", entrant)
    version = shell.now(SLUG).state.marks[key].version
    shell.write_now(check_marks, Checked(SLUG, contest, ((entrant, version),), "confirmed"), _SECOND)


def show_links(shell: Shell, settings: Settings) -> None:
    """As the product prints those of its demonstration."""
    roles = ((JUDGE, "judge"), (CHIEF, "sport_chief"), (SECRETARY, "chief_secretary"), (CHIEF_JUDGE, "chief_judge"))
    for name, role in roles:
        account = shell.write_now(make_account, NewAccount(f"Демо: {name}", role, SLUG), SYSTEM)["account"]
        token = new_token()
        shell.write_now(invite, Invite(int(str(account)), hash_of(token)), SYSTEM)
        click.echo(f"  Демо: {name}: http://{settings.host}:{settings.port}/invitation/{token}")


def main() -> None:
    settings = from_environment()
    Path(settings.data).mkdir(parents=True, exist_ok=True)
    migrate.upgrade(settings.url)
    shell = Shell(Store(settings.url))
    shell.load()
    prepare(shell)
    show_links(shell, settings)
    serve(shell, settings)


if __name__ == "__main__":
    main()
