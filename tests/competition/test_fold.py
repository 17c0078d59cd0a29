"""The journal is all there is: folded anew it gives the state in memory, and the state gives the result."""

import json
from datetime import date

import pytest

import scoring
from spartakiad.accounts.roles import Role
from spartakiad.competition.apply import fold
from spartakiad.competition.desk import SYSTEM, Actor
from spartakiad.competition.document import document
from spartakiad.competition.memory import Memory, Now
from spartakiad.competition.shell import Shell
from spartakiad.competition.state import State
from spartakiad.entries.actions import NewAthletes, add_athletes
from spartakiad.entries.commission import decide_rows
from spartakiad.entries.commission_table import untouched
from spartakiad.errors import Refusal
from spartakiad.people.forms import Clean
from spartakiad.publication.actions import OneContest, accept
from spartakiad.store import journal

PERSON = Clean("Лыжина", "Анна", "", "f", date(1990, 3, 5), "")


def folded(shell: Shell, slug: str = "demo") -> object:
    with shell.store.reader() as session:
        return fold(journal.read(session, f"games:{slug}"))


def test_the_journal_folds_to_the_state_in_memory_after_any_writes(demo_shell: Shell) -> None:
    demo_shell.write_now(add_athletes, NewAthletes("demo", "vologda", (PERSON,)), SYSTEM)
    demo_shell.write_now(decide_rows, untouched("demo", demo_shell.now("demo").state, "vologda"), SYSTEM)
    demo_shell.write_now(accept, OneContest("demo", "figure"), SYSTEM)
    assert folded(demo_shell) == demo_shell.now("demo").state


def test_a_refused_write_leaves_journal_and_memory_as_they_were(demo_shell: Shell) -> None:
    before = demo_shell.now("demo")
    with pytest.raises(Refusal):
        demo_shell.write_now(add_athletes, NewAthletes("demo", "vologda", (PERSON, PERSON)), SYSTEM)
    assert (demo_shell.now("demo") is before, folded(demo_shell) == before.state) == (True, True)


def test_a_half_of_the_journal_goes_on_to_the_same_state(demo_shell: Shell) -> None:
    with demo_shell.store.reader() as session:
        lines = list(journal.read(session, "games:demo"))
    half = fold(lines[: len(lines) // 2])
    assert fold(lines[len(lines) // 2 :], half) == demo_shell.now("demo").state


def test_the_result_in_memory_is_the_one_scored_from_nothing(demo_shell: Shell) -> None:
    demo_shell.write_now(accept, OneContest("demo", "figure"), Actor("someone"))
    now = demo_shell.now("demo")
    assert scoring.as_json(now.result) == scoring.as_json(scoring.score(scoring.parse(document(now.state))))


def test_roles_of_accounts_are_no_facts_of_the_games(demo_shell: Shell) -> None:
    with demo_shell.store.reader() as session:
        kinds = {line.kind.split(".")[0] for line in journal.read(session, "games:demo")}
    assert kinds & {"account", *(role.value for role in Role)} == set()


def test_no_name_of_a_person_is_in_the_journal(demo_shell: Shell) -> None:
    with demo_shell.store.reader() as session:
        chain = " ".join(
            json.dumps(dict(line.payload), ensure_ascii=False) for line in journal.read(session, "games:demo")
        )
    assert [name for name in ("Берёзкин", "Снегирёв", "Лыжин", "Озёров") if name in chain] == []


def test_whoever_walks_all_games_is_not_stopped_by_one_that_is_published() -> None:
    memory, (first, second) = Memory(), (Now(slug, State(), None) for slug in ("one", "another"))
    memory.publish(first, first)
    walks = [iter(memory.games.values()), iter(memory.shown.values())]
    memory.publish(second, second)
    assert [list(walk) for walk in walks] == [[first], [first]]
