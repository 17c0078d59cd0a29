"""One contest in parts from entries to official, through the verbs: each part a list of its own, one team result."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, select

import scoring
from spartakiad.competition.decide.setup import AdoptRegulation
from spartakiad.competition.desk import Desk
from spartakiad.competition.document import document
from spartakiad.competition.shell import Shell
from spartakiad.competition.state import State
from spartakiad.entries.actions import ChangeEntries, EntryChange, NewAthletes, add_athletes, change_entries
from spartakiad.errors import Refusal
from spartakiad.models.games import Contest, Games, Part, Stage, Start, Unit
from spartakiad.people.applicants import Wished
from spartakiad.people.forms import Clean
from spartakiad.publication.actions import OneContest, post, reopen
from spartakiad.results.actions import TypedMark, enter_mark
from spartakiad.standings.explanation import explanation
from spartakiad.standings.names import public_names
from spartakiad.starts import actions as starts
from spartakiad.store.commands import Answer
from tests.competition.skiing import MARKS, ONE, SLUG, SUMS, entered, held, made, posted, released, run


def state(shell: Shell) -> State:
    return shell.now(SLUG).state


def refused(shell: Shell, verb: object, wish: object) -> Refusal:
    number = state(shell).number
    with pytest.raises(Refusal) as caught:
        shell.write_now(verb, wish, ONE)  # type: ignore[arg-type]
    assert state(shell).number == number
    return caught.value


def states(shell: Shell) -> dict[str, str]:
    parts = {part: state(shell).how_far("ski", part).state for part in MARKS}
    return {"": state(shell).contests["ski"].state, **parts}


def test_sex_and_age_put_everybody_into_a_part(demo_shell: Shell) -> None:
    found = state(entered(made(demo_shell))).entries_of("ski")
    assert {part: [one.entrant for one in found if one.part == part] for part in MARKS} == {
        part: list(marks) for part, marks in MARKS.items()
    }


def test_the_teams_stand_as_reckoned_by_hand_and_as_the_engine_alone_says(demo_shell: Shell, tmp_path: Path) -> None:
    now = held(demo_shell).now(SLUG)
    assert now.result and now.state.contests["ski"].state == "official"
    ski = now.result.contests["ski"]
    assert {team: squad.sum for team, squad in ski.squads.items()} == SUMS
    assert [(row.key, row.place) for row in ski.teams.rows] == [("pskov", 1), ("vologda", 2), ("cherepovets", 3)]
    file = tmp_path / "skiing.json"
    file.write_text(json.dumps(document(now.state), ensure_ascii=False), encoding="utf-8")
    alone = subprocess.run([sys.executable, "-m", "scoring", file], capture_output=True, check=True, text=True)
    assert json.loads(alone.stdout) == json.loads(json.dumps(scoring.as_json(now.result)))


def test_each_part_has_its_places(demo_shell: Shell) -> None:
    now = held(demo_shell).now(SLUG)
    assert now.result
    places = {
        part: [(row.key, row.place) for row in one.ranking.rows]
        for part, one in now.result.contests["ski"].parts.items()
    }
    assert places == {
        "women": [("1", 1), ("5", 2), ("2", 3), ("6", 4)],
        "men-18": [("7", 1), ("3", 2), ("10", 3), ("8", 4)],
        "men-40": [("4", 1), ("9", 1), ("11", 3)],
        "relay": [("pskov", 1), ("vologda", 2), ("cherepovets", None)],
    }


def test_medals_are_counted_in_each_part(demo_shell: Shell) -> None:
    shell = run(released(entered(made(demo_shell, "medals"))), *MARKS)
    result = shell.now(SLUG).result
    assert result
    rows = {row.team: row.total for row in result.standings["medals"].rows}
    assert rows == {"vologda": 5, "pskov": 4, "cherepovets": 2}


def test_a_part_is_released_and_posted_by_itself_and_the_contest_with_the_last_of_them(demo_shell: Shell) -> None:
    shell = entered(made(demo_shell))
    shell.write_now(starts.release, starts.OneContest(SLUG, "ski", "women"), ONE)
    assert states(shell) == {
        "": "start_list",
        "women": "start_list",
        "men-18": "planned",
        "men-40": "planned",
        "relay": "planned",
    }
    posted(run(shell, "women"), "women")
    assert (states(shell)["women"], states(shell)[""]) == ("posted", "under_way")
    run(released(shell), "men-18", "men-40", "relay")
    posted(shell, "men-18", "men-40")
    assert states(shell)[""] == "under_way"
    posted(shell, "relay")
    assert set(states(shell).values()) == {"posted"}


def test_all_that_is_left_is_posted_at_once(demo_shell: Shell) -> None:
    shell = posted(run(released(entered(made(demo_shell))), *MARKS), "women")
    posted(shell, "")
    assert set(states(shell).values()) == {"posted"}


def test_a_contest_is_not_posted_while_a_part_of_it_is_run(demo_shell: Shell) -> None:
    shell = run(released(entered(made(demo_shell))), "women", "men-18", "men-40")
    assert refused(shell, post, OneContest(SLUG, "ski")).args_for_words["entrants"] == ["Вологда", "Псков", "Череповец"]


def test_each_part_has_a_start_list_of_its_own(demo_shell: Shell) -> None:
    listed = state(released(entered(made(demo_shell)))).starts.values()
    assert {one.part: [entrant for entrant, _ in one.starts] for one in listed} == {
        part: list(marks) for part, marks in MARKS.items()
    }


def test_a_part_taken_back_takes_its_contest_back_and_no_other_part(demo_shell: Shell) -> None:
    shell = posted(run(released(entered(made(demo_shell))), *MARKS), *MARKS)
    shell.write_now(reopen, OneContest(SLUG, "ski", "описка", "women"), ONE)
    assert (states(shell)[""], states(shell)["women"], states(shell)["relay"]) == ("under_way", "under_way", "posted")


def test_a_posted_part_takes_no_more_results(demo_shell: Shell) -> None:
    shell = posted(run(released(entered(made(demo_shell))), "women"), "women")
    assert refused(shell, enter_mark, TypedMark(SLUG, "ski", "1", "9:59,0", 2)).kind == "contest_closed"


def test_entries_of_a_part_are_taken_until_its_own_start_list(demo_shell: Shell) -> None:
    shell = entered(made(demo_shell))
    shell.write_now(starts.release, starts.OneContest(SLUG, "ski", "women"), ONE)
    out = [ChangeEntries(SLUG, "vologda", (EntryChange(number, "ski", ""),)) for number in ("1", "3")]
    assert refused(shell, change_entries, out[0]).kind == "entries_closed"
    assert shell.write_now(change_entries, out[1], ONE) == {"changed": 1}


def test_a_part_posted_by_itself_is_seen_where_only_posted_results_are(demo_shell: Shell) -> None:
    shell = posted(run(released(entered(made(demo_shell))), "women", "men-40"), "women")
    assert {row["part"] for row in document(state(shell), "posted")["mark"]} == {"women"}


def test_the_reason_of_a_total_names_the_parts(demo_shell: Shell) -> None:
    now = held(demo_shell).now(SLUG)
    (contest,) = explanation(now, "vologda", public_names(now, {})).nodes
    (whole,) = contest.children
    assert whole.label == "сумма частей: 55 + 27 + 30 + 54"
    assert [(one.label, one.value, one.note.replace("\u00a0", " ")) for one in whole.children] == [
        (
            "3 км, женщины",
            "55",
            "Участник № 1, Вологда: 1-е место → 30; Участник № 2, Вологда: 3-е место → 25",
        ),
        ("5 км, мужчины 18–39 лет", "27", "Участник № 3, Вологда: 2-е место → 27"),
        ("5 км, мужчины 40 лет и старше", "30", "Участник № 4, Вологда: 1-е место → 30"),
        ("Эстафета", "54", "Вологда: 2-е место → 27 × 2 = 54"),
    ]


def test_a_list_of_people_with_their_contests_is_added_with_their_parts(demo_shell: Shell) -> None:
    shell = made(demo_shell)
    clean = Clean("Ёлкина", "Алла", "", "f", date(1999, 5, 6), "")
    shell.write_now(
        add_athletes, NewAthletes(SLUG, "pskov", (clean,), entries=((Wished("ski", "team", "women"),),)), ONE
    )
    assert [(one.entrant, one.part, one.role) for one in state(shell).entries_of("ski")] == [("1", "women", "team")]


def rows(shell: Shell, games: str) -> list[tuple[str, str, int, list[str]]]:
    """Contest, part, its position and whoever starts there, as the rows have them."""
    query = (
        select(Contest, Part, Start)
        .join(Games, col(Games.id) == col(Contest.games_id))
        .join(Part, col(Part.contest_id) == col(Contest.id))
        .join(Stage, col(Stage.part_id) == col(Part.id))
        .join(Unit, col(Unit.stage_id) == col(Stage.id))
        .outerjoin(Start, col(Start.unit_id) == col(Unit.id))
        .where(col(Games.slug) == games)
        .order_by(col(Contest.position), col(Part.position), col(Start.position))
    )
    with shell.store.reader() as session:
        found = session.exec(query).all()
    keys = dict.fromkeys((contest.slug, part.slug, part.position) for contest, part, _ in found)
    return [
        (*key, [start.entrant for contest, part, start in found if start and (contest.slug, part.slug) == key[:2]])
        for key in keys
    ]


def test_the_rows_have_the_parts_and_who_starts_in_each(demo_shell: Shell) -> None:
    shell = released(entered(made(demo_shell)))
    assert rows(shell, SLUG) == [
        ("ski", part, position, list(marks)) for position, (part, marks) in enumerate(MARKS.items(), 1)
    ]


def test_the_rows_follow_a_regulation_that_divides_a_contest_and_joins_it_again(demo_shell: Shell) -> None:
    shell = made(demo_shell)
    divided = dict(state(shell).regulation)
    whole = {name: value for name, value in divided.items() if name not in ("part", "eligibility")}
    whole["rules"] = {**divided["rules"], "ski-parts-ski": divided["rules"]["ski-parts-race"]}
    shell.write_now(adopt, Adopt(whole), ONE)
    assert rows(shell, SLUG) == [("ski", "main", 1, [])]
    shell.write_now(adopt, Adopt(divided), ONE)
    assert [row[1] for row in rows(shell, SLUG)] == list(MARKS)


@dataclass(frozen=True, slots=True)
class Adopt:
    regulation: Mapping[str, Any]


def adopt(desk: Desk, wish: Adopt) -> Answer:
    return {"facts": len(desk.carry_out(SLUG, AdoptRegulation(wish.regulation)))}
