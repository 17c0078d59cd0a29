"""Places of those who did not come into a bracket are known before it is played."""

import scoring
from spartakiad.competition.alone import scored_alone
from spartakiad.competition.document import parsed
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import line
from spartakiad.results.left_behind import Behind, left_behind
from spartakiad.results.queries import contest_view
from spartakiad.words.stages import SETTLED
from tests.competition.playing import Played
from tests.competition.test_pools import TWO, play, released

PLAY_OFF = """
order = { blocks = [{ by = ["points"] }] }
[[rules.hockey.stages]]
id = "playoff"
format = "knockout"
bracket = [{ unit = "final", sides = ["А1", "Б1"], winner = 1, loser = 2 }]
"""


def behind(games: Played) -> dict[str, Behind]:
    ranking = scored_alone(games.state, "hockey").ranking
    return dict(left_behind(games.state, line(games.state, "hockey"), ranking))


def test_whoever_stays_behind_has_his_place_once_the_pools_are_played() -> None:
    games = released(TWO + PLAY_OFF)
    play(games, n1="3:0", n2="2:0")
    assert behind(games) == {}
    play(games, n3="2:0", n4="0:2")
    assert behind(games) == {"tver": Behind(3, True), "kirov": Behind(3, True), "omsk": Behind(5, False)}
    rows = contest_view(Now("cup", games.state, scoring.score(parsed(games.state))), "hockey", {}).rows
    assert [(row.entrant, row.place, row.note == SETTLED) for row in rows if row.place] == [
        *(("tver", "3", True), ("kirov", "3", True), ("omsk", "5", True)),
    ]
    play(games, final="1:0")
    assert scored_alone(games.state, "hockey").ahead == ()
