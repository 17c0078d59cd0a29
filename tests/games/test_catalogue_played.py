"""Every sport of the catalogue is held once through the verbs, from its entries to its official result."""

from datetime import date
from typing import Any

import pytest

from scoring import MARKS
from spartakiad.competition.decide.pools import pools_wanted
from spartakiad.competition.desk import SYSTEM, Actor
from spartakiad.competition.finals import final_stage
from spartakiad.competition.matches import matches_of, sides_of
from spartakiad.competition.programme import MAIN, Line, lines
from spartakiad.competition.reading import cells, joined, mark_kind
from spartakiad.competition.shell import Shell, Verb
from spartakiad.competition.starters import final_of
from spartakiad.entries import actions as entries
from spartakiad.entries import commission
from spartakiad.entries.commission_table import untouched
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.drafting import blank, with_sport
from spartakiad.play.people import invented
from spartakiad.publication import actions as publication
from spartakiad.results.actions import Checked, TypedMark, check_marks, enter_mark
from spartakiad.starts import actions as starts
from spartakiad.starts.finals import Final, release_final

FIRST = date(2027, 2, 18)
IN_ONE_PART = [name for name, sport in sports().items() if not sport.parts]  # parts have a test of their own
TEAMS = ("vologda", "pskov", "tver", "kirov", "ivanovo")
OTHER = Actor("other", "test")


class Held:
    """A Games with the contests of one sport."""

    def __init__(self, shell: Shell, sport: str) -> None:
        self.shell, self.slug = shell, f"held-{sport}"
        regulation = with_sport(blank("Проба", presets()["n-down"]), sports()[sport], FIRST)
        teams = tuple((team, team.title(), team) for team in TEAMS)
        new = NewGames(self.slug, sport, "winter", "vologda", FIRST, date(2027, 2, 21), True, regulation, teams)
        self.do(make_games, new)
        self.do(state_games, GamesState(self.slug, "entries_open"))

    @property
    def contests(self) -> list[Line]:
        return lines(self.shell.now(self.slug).state)

    def do(self, verb: Verb, value: Any, by: Actor = SYSTEM) -> None:
        self.shell.write_now(verb, value, by)

    def enter(self) -> None:
        """Two women and two men of each team, each into every contest for them; the team where it competes itself."""
        for at, team in enumerate(TEAMS):
            people = tuple(invented(at, seat, sex) for sex in "fm" for seat in (0, 1))
            self.do(entries.add_athletes, entries.NewAthletes(self.slug, team, people))
            mine = [one.number for one in self.shell.now(self.slug).state.athletes.values() if one.team == team]
            changes = []
            for contest in self.contests:
                who = [team] if contest.by_teams else mine[:2] if contest.sex == "f" else mine[2:]
                changes += [entries.EntryChange(entrant, contest.id, "team") for entrant in who]
            self.do(entries.change_entries, entries.ChangeEntries(self.slug, team, tuple(changes)))
            self.do(entries.submit, entries.OneTeam(self.slug, team))
            self.do(commission.decide_rows, untouched(self.slug, self.shell.now(self.slug).state, team), OTHER)
            self.do(commission.judge_delegation, commission.Verdict(self.slug, team, "accepted", ""), OTHER)
        for state in ("entries_closed", "under_way"):
            self.do(state_games, GamesState(self.slug, state))

    def hold(self, contest: Line) -> None:
        many = pools_wanted(contest)
        if many:
            slips = tuple((team, "АБВГ"[at % many]) for at, team in enumerate(TEAMS))
            self.do(starts.draw_by_hand, starts.PerEntrant(self.slug, contest.id, MAIN, slips))
        self.do(starts.release, starts.OneContest(self.slug, contest.id))
        while waiting := self.without_mark(contest):
            for at, entrant in enumerate(waiting):
                self.do(enter_mark, TypedMark(self.slug, contest.id, entrant, self.typed(contest, entrant, at), 0))
        if final_stage(contest):
            self.confirm(contest)
            self.do(release_final, Final(self.slug, contest.id, MAIN))
            for at, entrant in enumerate(final_of(self.shell.now(self.slug).state, contest).bibs):
                self.do(enter_mark, TypedMark(self.slug, contest.id, entrant, typed(contest, at), 0))
        self.confirm(contest)
        self.do(publication.post, publication.OneContest(self.slug, contest.id))
        self.do(publication.accept, publication.OneContest(self.slug, contest.id))

    def confirm(self, contest: Line) -> None:
        state = self.shell.now(self.slug).state
        marks = {key: one for key, one in state.marks_of(contest.id).items() if one.check != "confirmed"}
        items = tuple((key[3], mark.version) for key, mark in marks.items())
        self.do(check_marks, Checked(self.slug, contest.id, items, "confirmed"), OTHER)

    def without_mark(self, contest: Line) -> list[str]:
        """Matches of a bracket come as those before them are played."""
        marked = {key[3] for key in self.shell.now(self.slug).state.marks_of(contest.id)}
        return [entrant for entrant in self.entrants(contest) if entrant not in marked]

    def typed(self, contest: Line, entrant: str, at: int) -> str:
        """Of two teams the one that was named first wins."""
        sides = sides_of(self.shell.now(self.slug).state, contest.id, entrant) if contest.by_matches else None
        if sides is None:
            return typed(contest, at)
        sets, ahead = "sets" in contest.stages[0]["walkover"], TEAMS.index(sides[0]) < TEAMS.index(sides[1])
        won = "25:20 20:25 15:13" if sets else "3:1"
        return won if ahead else ("20:25 25:20 13:15" if sets else "1:3")

    def entrants(self, contest: Line) -> list[str]:
        state = self.shell.now(self.slug).state
        if contest.by_matches:
            return [one.key for one in matches_of(state, contest.id)]
        return [entry.entrant for entry in state.entries_of(contest.id)]


def typed(contest: Line, at: int) -> str:
    """What a judge types for one after another, with each field of the line filled."""
    filled = {name: field(contest, name, at) for name in cells(contest, "")}
    return joined(contest, filled)


def field(contest: Line, name: str, at: int) -> str:
    kind = mark_kind(contest)
    if contest.mark == "height":
        return f"{150 + at} хо {160 + at} ххх" if name == "raw" else ""
    if contest.mark == "place":
        return str(at + 1)
    if name in ("raw", "1", "2", "3", "4", "5", "6"):
        step = {"time": 1000, "distance": 100, "score": 1}[contest.mark]
        return kind.write(kind.limits.min + (at + 1) * step)
    return {"start": f"{at},0"}.get(name, str(at % 3 + 1))


@pytest.mark.parametrize("sport", IN_ONE_PART)
def test_a_sport_is_held_from_its_entries_to_its_official_result(module_shell: Shell, sport: str) -> None:
    held = Held(module_shell, sport)
    held.enter()
    for contest in held.contests:
        held.hold(contest)
    now = held.shell.now(held.slug)
    assert now.result is not None
    for contest in held.contests:
        result = now.result.contests[contest.id]
        assert (now.state.contests[contest.id].state, result.complete) == ("official", True)
        wanted = TEAMS if contest.by_matches else held.entrants(contest)
        assert {row.key for row in result.ranking.rows if row.place} == set(wanted)
        assert {row.key for row in result.teams.rows if row.place} == set(TEAMS)


def test_every_kind_of_mark_is_in_the_catalogue() -> None:
    rules = [rule for sport in sports().values() for rule in sport.rules.values()]
    kinds = {stage.get("mark") for rule in rules for stage in rule.get("stages", ())}
    assert set(MARKS) <= kinds
