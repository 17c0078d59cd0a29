"""A rehearsal against a real server, its networks failing: the journal has the plan, the site its standings."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from spartakiad.accounts.queries import people_with_access
from spartakiad.competition.shell import Shell
from spartakiad.play.rehearsal import audit
from spartakiad.play.rehearsal import rehearse as rehearsal
from spartakiad.play.rehearsal.audit import Audit, Journal
from spartakiad.play.rehearsal.plan import Plan, Size
from spartakiad.play.rehearsal.staff import OFFICE
from spartakiad.settings import Settings
from spartakiad.store import journal
from spartakiad.store.store import Store
from spartakiad.words.dates import MOSCOW
from tests.serving import serving

pytestmark = [pytest.mark.faults, pytest.mark.timeout(300)]
SIZE = Size(teams=3, judges=4)


@dataclass(frozen=True)
class Played:
    outcome: rehearsal.Outcome
    said: list[str]
    data: Path

    @property
    def plan(self) -> Plan:
        return self.outcome.plan

    def held_against(self, **changed: Any) -> Audit:
        """The audit of what the site gave away, with something changed in it."""
        return audit.audit(self.plan, self.outcome.games, replace(self.outcome.evidence, **changed))


@pytest.fixture(scope="module")
def rehearsed(played: Path, tmp_path_factory: pytest.TempPathFactory) -> Played:
    data = tmp_path_factory.mktemp("rehearsed")
    shutil.copy(played, data / "spartakiad.sqlite")
    said: list[str] = []
    with serving(data) as address, rehearsal.own_link(Settings(data=data).url) as link:
        wish = rehearsal.Wish(address, link, "rehearsal", 1, 0, SIZE)
        outcome = rehearsal.rehearse(wish, datetime.now(MOSCOW).date(), said.append)
    return Played(outcome, said, data)


def test_the_journal_holds_the_facts_of_the_plan_once_each_and_no_other(rehearsed: Played) -> None:
    assert (rehearsed.outcome.audit.lost, rehearsed.outcome.audit.odd) == ([], [])


def test_the_standings_are_those_of_the_plan_by_the_command_and_on_the_page(rehearsed: Played) -> None:
    assert (rehearsed.outcome.audit.tables, rehearsed.outcome.audit.page) == ([], [])


def test_there_was_something_to_lose(rehearsed: Played) -> None:
    found = rehearsed.outcome.figures
    assert [found.lost > 5, found.again > 5, found.held > 5] == [True] * 3


def test_what_was_said_ends_with_the_account_of_it(rehearsed: Played) -> None:
    assert rehearsed.said[-3:] == [
        f"фактов по плану: {rehearsed.outcome.audit.planned}, в журнале: {rehearsed.outcome.audit.planned}",
        "потеряно: 0, лишних: 0",
        "зачёт: как в плане",
    ]


def test_the_chain_holds_and_the_doors_that_were_opened_are_shut(rehearsed: Played) -> None:
    shell = Shell(Store(Settings(data=rehearsed.data).url))
    shell.load()
    with shell.store.reader() as session:
        broken = journal.verify(session, f"games:{rehearsed.outcome.games}")
        known = people_with_access(session, shell.clock())
    shell.store.close()
    opened = {row.name: row.reachable for row in known}
    assert (broken, opened[rehearsal.ADMIN], opened[OFFICE]) == (None, False, False)


def differences(rehearsed: Played, lines: Journal) -> tuple[set[str], set[str]]:
    """Kinds of the facts that are lost, and of those that are odd."""
    lost, odd = audit.differences(rehearsed.plan, rehearsed.outcome.games, lines)
    return {kind for kind, *_ in lost}, {kind for kind, *_ in odd}


def of_each_kind(journal: Journal) -> list[Mapping[str, Any]]:
    """The last line of each kind, but for what the names of everything else hang on."""
    return list({line["kind"]: line for line in journal if not line["kind"].endswith(".joined")}.values())


def test_a_fact_that_is_missing_is_found_missing(rehearsed: Played) -> None:
    lines = rehearsed.outcome.evidence.journal
    for gone in of_each_kind(lines):
        assert differences(rehearsed, [one for one in lines if one is not gone]) == ({gone["kind"]}, set())


def test_a_fact_that_is_there_twice_is_found_odd(rehearsed: Played) -> None:
    lines = rehearsed.outcome.evidence.journal
    for doubled in of_each_kind(lines):
        assert differences(rehearsed, [*lines, doubled]) == (set(), {doubled["kind"]})


def test_a_fact_of_a_kind_that_no_plan_has_is_found_odd(rehearsed: Played) -> None:
    strange = {"kind": "cup.confirmed", "subject": "cup", "payload": {}}
    assert differences(rehearsed, [*rehearsed.outcome.evidence.journal, strange]) == (set(), {"cup.confirmed"})


def test_a_mark_that_is_another_is_found_in_the_tables(rehearsed: Played) -> None:
    document = json.loads(rehearsed.outcome.evidence.document)
    match = document["match"][0]
    match["score"] = [0, 9] if match["score"][0] > match["score"][1] else [9, 0]
    found = rehearsed.held_against(document=json.dumps(document).encode())
    assert (found.holds, found.tables[-1]) == (False, "contest hockey")


def test_a_page_that_shows_something_else_is_found(rehearsed: Played) -> None:
    page = rehearsed.outcome.evidence.page.replace('<td class="total">', '<td class="total">1', 1)
    assert len(rehearsed.held_against(page=page).page) == 1
