"""A contest in four parts, and five people who may be entered there."""

from datetime import date

from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.delegations import Enter, JoinAthlete
from tests.competition.playing import Played, drafted

PARTS = """
format = 1
contest = [{ id = "ski", title = "Лыжи", rules = "ski" }]
part = [
  { contest = "ski", id = "women", title = "3 км", rules = "race" },
  { contest = "ski", id = "men", title = "5 км", rules = "race" },
  { contest = "ski", id = "old", title = "5 км, 40+", rules = "race" },
  { contest = "ski", id = "relay", title = "эстафета", rules = "race" },
]
[rules.race]
stages = [{ format = "list", mark = "time", precision = "0.1" }]
[rules.ski.team]
incomplete = "as_is"
members = { kind = "quota", value = "points", points = { kind = "table", table = [3, 2], beyond = 1 }, groups = [
  { parts = ["women"], k = 1 }, { parts = ["men", "old"], k = 1 }, { parts = ["relay"], k = 1, weight = 2 } ] }
[[standing]]
id = "overall"
value = { kind = "n_down" }
[eligibility.contest.ski]
quota = 3
clause = "4.1"
[eligibility.contest.ski.part.women]
sex = "f"
quota = 1
clause = "4.2"
[eligibility.contest.ski.part.men]
sex = "m"
age_from = 18
age_on = "2026-12-31"
[eligibility.contest.ski.part.old]
sex = "m"
born_to = "1986-12-31"
[eligibility.contest.ski.part.relay]
teams = true
"""
YOUNG, OLD = date(1987, 1, 1), date(1986, 12, 31)


def several() -> Played:
    """№ 1 and № 2 are women, № 3 a young and № 4 an older man of Vologda, № 5 a woman of Pskov; nobody is entered."""
    games = drafted(PARTS)
    for number, team in (("1", "vologda"), ("2", "vologda"), ("3", "vologda"), ("4", "vologda"), ("5", "pskov")):
        games.do(JoinAthlete(number, team, int(number), True))
        games.do(Admit(number, "admitted"))
    return games


def woman(number: str, part: str = "", role: str = "team") -> Enter:
    return Enter("ski", number, "pskov" if number == "5" else "vologda", role, "f", part, YOUNG)


def man(number: str, born_on: date, part: str = "", role: str = "team") -> Enter:
    return Enter("ski", number, "vologda", role, "m", part, born_on)
