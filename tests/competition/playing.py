"""A Games held in memory: commands are decided, their facts recorded and applied; no store, no clock."""

import json
import tomllib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from spartakiad.competition.apply import apply
from spartakiad.competition.decide import decide
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.brackets import FeedBracket, following
from spartakiad.competition.decide.contests import Accept, Post, ReleaseStarts
from spartakiad.competition.decide.delegations import Enter, JoinAthlete
from spartakiad.competition.decide.marks import CheckMark, EnterMark
from spartakiad.competition.decide.setup import AdoptRegulation, JoinTeam, StateGames
from spartakiad.competition.facts import Fact
from spartakiad.competition.state import Mark, State
from spartakiad.store.journal import Recorded

# Two contests, the standing over both, a cup that may be tied.
REGULATION = """
format = 1
contest = [{ id = "ski", title = "Лыжи", rules = "ski" }, { id = "figure", title = "Катание", rules = "jury" }]
cup = { standing = "overall", tie = "decide" }
[rules.ski]
stages = [{ format = "list", mark = "time", precision = "0.1", limits = { min = "10:00", max = "1:30:00" } }]
order = { blocks = [{ by = ["time"] }], end = "share" }
[rules.ski.team]
members = { kind = "best", k = 1, value = "time" }
wins = "least"
order = { blocks = [{ by = ["sum"] }], end = "share" }
[rules.jury]
order = { blocks = [{ by = ["place"] }], places = "given" }
[[standing]]
id = "overall"
contests = "all"
wins = "most"
value = { kind = "n_down", n = "teams", shared = "mean" }
absent = { any = 0 }
order = { blocks = [{ by = ["total"] }], end = "share" }
[eligibility.contest.ski]
sex = "f"
quota = 2
clause = "4.2"
"""
TEAMS = ("vologda", "pskov")
TYPES, CHECKS = "a1", "a2"


@dataclass
class Played:
    """`journal` is what was recorded, as it would be read back from the store."""

    state: State = field(default_factory=State)
    journal: list[Recorded] = field(default_factory=list)

    def do(self, command: object, by: str = TYPES) -> list[Fact]:
        """Raises Refusal and changes nothing."""
        facts = decide(self.state, command, by)
        for fact in facts:
            recorded = self._recorded(fact, by, str(getattr(command, "key", "")))
            self.journal.append(recorded)
            self.state = apply(self.state, recorded)
        for follows in following(facts) if not isinstance(command, FeedBracket) else ():
            self.do(follows, by)
        return facts

    def mark(self, entrant: str, contest: str = "ski") -> Mark:
        return self.state.marks[contest, "main", "main", entrant]

    def _recorded(self, fact: Fact, by: str, key: str) -> Recorded:
        """`key`: of the command; a device's record has its own."""
        number = self.state.number + 1
        line = fact.line(self.state.next_version(fact.subject))
        return Recorded(
            number=number,
            kind=line.kind,
            subject=line.subject,
            version=line.version,
            payload=json.loads(json.dumps(line.payload)),
            texts=line.texts,
            actor=by,
            device="",
            command_key=key,
            at=datetime(2026, 2, 19, 8, tzinfo=UTC) + timedelta(minutes=number),
            hash="",
        )


def drafted(regulation: str = REGULATION) -> Played:
    """Two teams that may apply."""
    games = Played()
    games.do(AdoptRegulation(tomllib.loads(regulation)))
    for team in TEAMS:
        games.do(JoinTeam(team, team.title(), team))
    games.do(StateGames("entries_open"))
    return games


def entered() -> Played:
    """№ 1, № 2 of Vologda and № 3, № 4 of Pskov are admitted to the ski race; both teams skate figures."""
    games = drafted()
    for number, team in (("1", "vologda"), ("2", "vologda"), ("3", "pskov"), ("4", "pskov")):
        games.do(JoinAthlete(number, team, int(number), True))
        games.do(Enter("ski", number, team, "team", "f"))
        games.do(Admit(number, "admitted"))
    for team in TEAMS:
        games.do(Enter("figure", team, team, "team", ""))
    return games


def released() -> Played:
    """Both start lists are with the judges."""
    games = entered()
    games.do(StateGames("under_way"))
    for contest in ("ski", "figure"):
        games.do(ReleaseStarts(contest))
    return games


def run(games: Played, contest: str, marks: dict[str, str]) -> Played:
    """Every mark typed by one person and confirmed by another."""
    for entrant, raw in marks.items():
        games.do(EnterMark(contest, entrant, raw, 0))
        games.do(CheckMark(contest, entrant, games.mark(entrant, contest).version, "confirmed"), CHECKS)
    return games


def raced() -> Played:
    """Every start of the ski race has a confirmed mark: № 3 of Pskov was the fastest."""
    return run(released(), "ski", {"1": "20:00,0", "2": "21:00,0", "3": "19:00,0", "4": "дискв"})


def posted() -> Played:
    """The result of that race is posted."""
    games = raced()
    games.do(Post("ski"))
    return games


def official() -> Played:
    """And accepted."""
    games = posted()
    games.do(Accept("ski"))
    return games
