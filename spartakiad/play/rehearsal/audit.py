"""What became of a plan on the site: every fact once and no other, its own standings, what the phones went through."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from spartakiad.play.rehearsal import facts, scored
from spartakiad.play.rehearsal.browser import Browser
from spartakiad.play.rehearsal.facts import Told
from spartakiad.play.rehearsal.judging import Judge
from spartakiad.play.rehearsal.plan import Plan
from spartakiad.play.rehearsal.scored import Rows
from spartakiad.words.numbers import number

Journal = Sequence[Mapping[str, Any]]
_SHOWN = 12  # differences that are named
_ROW = re.compile(r'<tr id="row-([^"]+)".*?data-place="([^"]*)".*?<td class="total">(.*?)</td>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Audit:
    """`lost`: facts of the plan that the journal has not, `odd`: facts that the plan has not, or only once.

    `tables`: standings and contests that came out otherwise; `page`: teams that the page of the standing shows
    otherwise.
    """

    planned: int
    recorded: int
    lost: Sequence[Told]
    odd: Sequence[Told]
    tables: Sequence[str]
    page: Sequence[str]

    @property
    def holds(self) -> bool:
        return not (self.lost or self.odd or self.tables or self.page)

    def words(self) -> Iterable[str]:
        yield f"фактов по плану: {self.planned}, в журнале: {self.recorded}"
        yield f"потеряно: {len(self.lost)}, лишних: {len(self.odd)}"
        yield from (f"  нет в журнале: {' · '.join(one)}" for one in self.lost[:_SHOWN])
        yield from (f"  нет в плане: {' · '.join(one)}" for one in self.odd[:_SHOWN])
        wrong = [*self.tables, *self.page]
        yield f"зачёт: {'как в плане' if not wrong else 'НЕ как в плане: ' + ', '.join(wrong)}"


@dataclass(frozen=True, slots=True)
class Figures:
    """Of all phones together. `again`: records that were sent more than once; `waits`: as in Network, sorted."""

    records: int
    sent: int
    lost: int
    again: int
    held: int
    waits: Sequence[float]

    def words(self) -> Iterable[str]:
        yield f"записей судей: {self.records}, из них у секретариата: {self.held}"
        yield f"запросов: {self.sent}, ответов потеряно: {self.lost}, записей отправлено повторно: {self.again}"
        if self.waits:
            half, most = (1000 * self.waits[int(len(self.waits) * part)] for part in (0.5, 0.99))
            yield f"приём: p50 {half:.0f} мс, p99 {most:.0f} мс"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the site gives away afterwards: the lines of the journal, the document, the page of the standing."""

    journal: Journal
    document: bytes
    page: str


def gathered(secretary: Browser, games: str) -> Evidence:
    lines = secretary.fetch(f"/office/{games}/journal.jsonl").splitlines()
    document = secretary.fetch(f"/office/{games}/document.json")
    return Evidence([_line(line) for line in lines], document, secretary.get(f"/games/{games}/standings").text)


def _line(text: bytes) -> Mapping[str, Any]:
    """What is hashed as one text is read as what it says."""
    line = json.loads(text)
    return {**line, "payload": json.loads(line["payload"])}


def differences(plan: Plan, games: str, journal: Journal) -> tuple[list[Told], list[Told]]:
    """Facts that are lost, and facts that are odd."""
    should, are = facts.planned(plan, games), facts.recorded(journal)
    return _sorted(should - are), _sorted(are - should)


def audit(plan: Plan, games: str, found: Evidence) -> Audit:
    lost, odd = differences(plan, games, found.journal)
    own, theirs, shown = scored.standings(plan), _scored(found.document), _page(found.page)
    return Audit(
        planned=facts.planned(plan, games).total(),
        recorded=len(found.journal),
        lost=lost,
        odd=odd,
        tables=[name for name in own if own[name] != theirs.get(name)],
        page=[team for team, *rest in own["standing overall"] if shown.get(team) != _printed(*rest)],
    )


def figures(judges: Sequence[Judge]) -> Figures:
    boxes = [one.outbox for one in judges]
    return Figures(
        records=sum(len(box.records) for box in boxes),
        sent=sum(one.network.sent for one in judges),
        lost=sum(one.network.lost for one in judges),
        again=sum(times > 1 for box in boxes for times in box.posted.values()),
        held=sum(state == "held" for box in boxes for state in box.states.values()),
        waits=sorted(wait for one in judges for wait in one.network.waits),
    )


def _scored(document: bytes) -> Rows:
    """By the command, as anybody would."""
    command = (sys.executable, "-m", "scoring", "-")
    return scored.rows(json.loads(subprocess.run(command, input=document, capture_output=True, check=True).stdout))


def _page(text: str) -> dict[str, tuple[str, str]]:
    """Team → place and total, as everybody reads them."""
    return {team: (place, total) for team, place, total in _ROW.findall(text)}


def _printed(place: str, total: str) -> tuple[str, str]:
    return place, number(Fraction(total))


def _sorted(counted: Counter[Told]) -> list[Told]:
    return sorted(counted.elements())
