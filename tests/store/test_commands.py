"""One wish under one key is carried out once and answered for ever; what was not carried out leaves nothing."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import select

from spartakiad.accounts.actions import Invite, NewAccount, OneAccount, invite, make_account, shut_out
from spartakiad.competition.desk import SYSTEM, Actor, Desk
from spartakiad.competition.shell import Shell
from spartakiad.errors import Refusal
from spartakiad.models.accounts import Account
from spartakiad.models.journal import Command
from spartakiad.results.actions import TypedMark, enter_mark
from spartakiad.starts.actions import OneContest, release
from spartakiad.store import journal
from spartakiad.store.commands import Answer
from spartakiad.store.store import Store

SECRETARY = NewAccount("Секретарь", "chief_secretary", "demo")
JUDGE = NewAccount("Судья", "judge", "demo", "", "trail")


def names(shell: Shell) -> list[str]:
    with shell.store.reader() as session:
        return sorted(session.exec(select(Account.name)))


def refused(shell: Shell, key: str = "k1", by: Actor = SYSTEM, wish: NewAccount | Invite = JUDGE) -> str:
    """The kind of refusal this wish meets."""
    with pytest.raises(Refusal) as caught:
        shell.write_now(invite if isinstance(wish, Invite) else make_account, wish, by, key)
    return caught.value.kind


def test_the_same_wish_under_the_same_key_gets_the_same_answer(shell: Shell) -> None:
    first = shell.write_now(make_account, SECRETARY, SYSTEM, "k1")
    shell.write_now(make_account, JUDGE, SYSTEM, "k2")
    assert shell.write_now(make_account, SECRETARY, SYSTEM, "k1") == first


def test_the_same_wish_under_the_same_key_is_carried_out_once(shell: Shell) -> None:
    for _ in range(3):
        shell.write_now(make_account, SECRETARY, SYSTEM, "k1")
    assert names(shell) == ["Секретарь"]


def test_a_key_used_for_another_wish_is_refused(shell: Shell) -> None:
    shell.write_now(make_account, SECRETARY, SYSTEM, "k1")
    assert (refused(shell), names(shell)) == ("key_reused", ["Секретарь"])


def test_a_key_used_by_another_person_is_refused(shell: Shell) -> None:
    shell.write_now(make_account, JUDGE, SYSTEM, "k1")
    assert refused(shell, by=Actor("a7")) == "key_reused"


def test_a_key_used_with_another_verb_is_refused(shell: Shell) -> None:
    made = shell.write_now(make_account, JUDGE, SYSTEM, "k1")["account"]
    assert isinstance(made, int)
    shell.write_now(shut_out, OneAccount(made), SYSTEM, "k2")
    assert refused(shell, "k2", wish=Invite(made, "hash")) == "key_reused"


def test_a_refusal_is_an_answer_too_and_stays_one(shell: Shell) -> None:
    """The account that was missing is made, yet the wish under this key was answered already."""
    wish = Invite(1, "hash")
    first = refused(shell, wish=wish)
    shell.write_now(make_account, SECRETARY, SYSTEM)
    assert (first, refused(shell, wish=wish)) == ("not_found", "not_found")


def test_a_refusal_comes_back_with_its_field_and_the_words_it_needs(shell: Shell) -> None:
    def refuses(_desk: Desk, new: NewAccount) -> Answer:
        raise Refusal("contest_closed", "raw", state="official", contest=new.contest)

    refusals = []
    for _ in range(2):
        with pytest.raises(Refusal) as caught:
            shell.write_now(refuses, JUDGE, SYSTEM, "k1")
        refusals.append((caught.value.kind, caught.value.field, dict(caught.value.args_for_words)))
    assert refusals == [("contest_closed", "raw", {"state": "official", "contest": "trail"})] * 2


def test_a_wish_that_met_a_busy_moment_may_be_repeated_under_its_key(shell: Shell) -> None:
    busy = [Refusal("storage_busy")]

    def meets_a_busy_moment(desk: Desk, new: NewAccount) -> Answer:
        if busy:
            raise busy.pop()
        return make_account(desk, new)

    with pytest.raises(Refusal, match="storage_busy"):
        shell.write_now(meets_a_busy_moment, SECRETARY, SYSTEM, "k1")
    shell.write_now(meets_a_busy_moment, SECRETARY, SYSTEM, "k1")
    assert names(shell) == ["Секретарь"]


@pytest.mark.parametrize("error", [Refusal("wrong_state", state="draft"), RuntimeError("a bug")])
def test_a_verb_that_fails_halfway_leaves_nothing(demo_shell: Shell, error: Exception) -> None:
    before = trace(demo_shell)

    def halfway(desk: Desk, new: NewAccount) -> Answer:
        make_account(desk, new)
        release(desk, OneContest("demo", "visit"))
        raise error

    with pytest.raises(type(error)):
        demo_shell.write_now(halfway, SECRETARY, SYSTEM)
    assert trace(demo_shell) == before


def test_a_verb_that_succeeds_leaves_a_trace(demo_shell: Shell) -> None:
    before = trace(demo_shell)
    demo_shell.write_now(release, OneContest("demo", "visit"), SYSTEM)
    assert trace(demo_shell) != before


def test_the_world_is_told_only_what_everybody_can_already_read(shell: Shell) -> None:
    told: list[list[str]] = []

    def work(desk: Desk, new: NewAccount) -> Answer:
        desk.after_commit(lambda: told.append(names(shell)))
        return make_account(desk, new)

    shell.write_now(work, SECRETARY, SYSTEM)
    assert told == [["Секретарь"]]


def test_one_key_sent_fifty_times_at_once_by_two_processes_is_carried_out_once(
    demo_shell: Shell, demo_url: str
) -> None:
    """Whoever comes while the first is not committed may be asked to repeat; nothing is ever done twice."""
    demo_shell.write_now(release, OneContest("demo", "visit"), SYSTEM)
    other = Shell(Store(demo_url))
    other.load()
    typed = TypedMark("demo", "visit", "pskov", "1", 0)
    with ThreadPoolExecutor(50) as taps:
        list(taps.map(lambda tap: attempt((demo_shell, other)[tap % 2], typed, "tap"), range(50)))
    with other.store.reader() as session:
        facts = [fact for fact in journal.read(session, "games:demo") if fact.command_key == "tap"]
        answers = list(session.exec(select(Command.status).where(Command.key == "tap")))
    other.store.close()
    assert ([fact.kind for fact in facts], answers) == (["contest.stated", "mark.entered"], ["done"])


def attempt(shell: Shell, typed: TypedMark, key: str) -> str:
    try:
        shell.write_now(enter_mark, typed, Actor("a1"), key)
    except Refusal as refusal:
        return refusal.kind
    return "done"


def trace(shell: Shell) -> tuple[object, ...]:
    """Everything a wish could leave behind."""
    with shell.store.reader() as session:
        head = journal.head(session, "games:demo")
        keys = sorted(session.exec(select(Command.key)))
    return head, keys, names(shell), shell.now("demo").state, dict(shell.memory.numbers)
