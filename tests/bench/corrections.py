"""What a correction would move in a full Games: from the wish to every row that changes, in memory."""

import time
import tomllib
from datetime import UTC, datetime
from statistics import median

from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import Accept, Post, ReleaseStarts
from spartakiad.competition.decide.corrections import CorrectMark
from spartakiad.competition.decide.delegations import Enter, JoinAthlete
from spartakiad.competition.decide.setup import AdoptRegulation, JoinTeam, StateGames
from spartakiad.competition.imagined import imagined
from spartakiad.competition.memory import scored
from spartakiad.standings.moves import moves
from tests.competition.playing import Played, run

TEAMS, CONTESTS, EACH = 16, 10, 5  # 800 athletes, each in one contest
ROUNDS = 15
AT = datetime(2026, 2, 22, 10, tzinfo=UTC)
_ROW = '{{ id = "c{n}", title = "Вид {n}", rules = "ski" }}'
_REST = """
cup = { standing = "overall", tie = "decide" }
[rules.ski]
stages = [{ format = "list", mark = "time", precision = "0.1" }]
order = { blocks = [{ by = ["time"] }], end = "share" }
[rules.ski.team]
members = { kind = "best", k = 3, value = "time" }
wins = "least"
order = { blocks = [{ by = ["sum"] }], end = "share" }
[[standing]]
id = "overall"
title = "Общий зачёт"
contests = "all"
wins = "most"
value = { kind = "n_down", n = "teams", shared = "mean" }
absent = { any = 0 }
order = { blocks = [{ by = ["total"] }, { by = ["places"], depth = 3 }], end = "share" }
"""


def measure() -> None:
    """The last of a contest would be its first; its first would be out."""
    games = full()
    now = scored("full", games.state, None)
    for number, raw in (("80", "18:00,0"), ("1", "дискв")):
        times = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            wish = CorrectMark("c0", number, raw, games.mark(number, "c0").version, "official", "опечатка")
            moved = moves(now, imagined(games.state, wish, "a1", AT), {})
            times.append(time.perf_counter() - began)
        rows = sum(len(rows) for _, rows in moved.tables)
        print(f"  {len(games.state.marks)} marks, № {number} → {raw}: {rows} rows move, {median(times) * 1000:.1f} ms")


def regulation(contests: int) -> str:
    rows = ", ".join(_ROW.format(n=n) for n in range(contests))
    return f"format = 1\ncontest = [{rows}]\n{_REST}"


def full(teams: int = TEAMS, contests: int = CONTESTS, each: int = EACH) -> Played:
    """Everybody entered, started and finished, every result official."""
    games = Played()
    games.do(AdoptRegulation(tomllib.loads(regulation(contests))))
    names = [f"team{number}" for number in range(teams)]
    for team in names:
        games.do(JoinTeam(team, team.title(), team))
    games.do(StateGames("entries_open"))
    who = [(contest, team) for contest in range(contests) for team in names for _ in range(each)]
    for number, (contest, team) in enumerate(who, 1):
        games.do(JoinAthlete(str(number), team, number, True))
        games.do(Enter(f"c{contest}", str(number), team, "team", "f"))
        games.do(Admit(str(number), "admitted"))
    games.do(StateGames("under_way"))
    for contest in range(contests):
        games.do(ReleaseStarts(f"c{contest}"))
        own = [str(number) for number, (one, _) in enumerate(who, 1) if one == contest]
        run(games, f"c{contest}", {number: f"{20 + place // 60}:{place % 60:02},0" for place, number in enumerate(own)})
        games.do(Post(f"c{contest}"))
        games.do(Accept(f"c{contest}"))
    return games
