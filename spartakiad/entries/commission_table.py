"""The form of the commission's table: what a row shows, what was typed in it, whether anything was marked."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from spartakiad.competition.papers_required import papers_required
from spartakiad.competition.state import State
from spartakiad.entries.commission import BY_PAPERS, DecideRows, Row, ends_shown, seen_of

_LONGEST_SEEN = 40


@dataclass(frozen=True, slots=True)
class ShownRow:
    """What stands in the fields of an athlete's row before anybody touches it; `seen`, `ends`: as in Row."""

    seen: str
    outcome: str
    lacks: tuple[str, ...]
    barred: tuple[str, ...]
    clause: str
    reason: str
    ends: tuple[tuple[str, str], ...] = ()

    @property
    def told(self) -> str:
        """All of it as one text that the form sends back, so that a mark can be told from what was shown."""
        return _told(self.outcome, self.lacks, self.barred, self.clause, self.reason, self.ends)


def shown_rows(state: State, team: str) -> dict[str, ShownRow]:
    return {one.number: _shown(state, one.number) for one in state.athletes_of(team)}


def typed_rows(typed: Mapping[str, str], state: State, team: str) -> tuple[Row, ...]:
    """Of every athlete that the page showed: `have-<paper>-<n>` ticked where it is there, `bar-<contest>-<n>`."""
    shown = typed.get("papers", "").split()
    found = []
    for number in (one.number for one in state.athletes_of(team)):
        seen = typed.get(f"seen-{number}", "")
        if not seen or len(seen) > _LONGEST_SEEN:
            continue
        outcome = typed.get(f"outcome-{number}", "")
        lacks = tuple(one for one in shown if not typed.get(f"have-{one}-{number}"))
        barred = tuple(contest for contest in state.contests if typed.get(f"bar-{contest}-{number}"))
        until, clause, reason = (typed.get(f"{name}-{number}", "") for name in ("until", "clause", "reason"))
        days = ends_shown(state, number).items()  # a field that the page did not have takes no day away
        ends = tuple((paper, typed.get(f"ends-{paper}-{number}", day)) for paper, day in days)
        told = _told(outcome, lacks, barred, clause, reason, ends)
        marked = bool(until.strip()) or told != typed.get(f"shown-{number}", "")
        found.append(Row(number, seen, marked, outcome, lacks, until, clause, reason, barred, ends))
    return tuple(found)


def untouched(games: str, state: State, team: str) -> DecideRows:
    """The table as it stands, sent without a mark: whoever waits is admitted."""
    rows = tuple(
        Row(number, one.seen, False, one.outcome, one.lacks, "", one.clause, one.reason, one.barred, one.ends)
        for number, one in shown_rows(state, team).items()
    )
    return DecideRows(games, team, tuple(one.id for one in papers_required(state.regulation)), rows)


def together(typed: Mapping[str, str], state: State, team: str, disputed: Collection[str]) -> dict[str, str]:
    """What was typed, beside what another table decided meanwhile, so that no mark of either is lost.

    A row that was not touched here shows theirs; of a disputed one, every field that was left as it was shown here.
    """
    shown, rows = shown_rows(state, team), {row.athlete: row for row in typed_rows(typed, state, team)}
    untouched_here = {number for number, row in rows.items() if not row.marked}
    kept = {name: text for name, text in typed.items() if name.rpartition("-")[2] not in untouched_here}
    for number in disputed:
        if number in rows and (was := _was(typed.get(f"shown-{number}", ""))):
            now, papers = shown[number], typed.get("papers", "").split()
            contests = {*was.barred, *now.barred}
            before, now_there = (dict(_fields(one, papers, contests, number)) for one in (was, now))
            kept |= {name: text for name, text in now_there.items() if typed.get(name, "") == before.get(name, "")}
    return kept


def _fields(
    row: ShownRow, papers: Collection[str], contests: Collection[str], number: str
) -> Iterator[tuple[str, str]]:
    """The fields of a row as a form sends them; a box without its tick is an empty one."""
    yield from ((f"{name}-{number}", getattr(row, name)) for name in ("outcome", "clause", "reason"))
    yield from ((f"have-{paper}-{number}", "" if paper in row.lacks else "yes") for paper in papers)
    yield from ((f"bar-{one}-{number}", "yes" if one in row.barred else "") for one in contests)
    yield from ((f"ends-{paper}-{number}", text) for paper, text in row.ends)


def _was(told: str) -> ShownRow | None:
    """The row as the form showed it; None where that is no text of ours."""
    try:
        found: Any = json.loads(told)
        outcome, lacks, barred, clause, reason, ends = found
        dated = tuple((str(paper), str(text)) for paper, text in ends)
        return ShownRow("", outcome, tuple(lacks), tuple(barred), clause, reason, dated)
    except (ValueError, TypeError, RecursionError):
        return None


def _shown(state: State, athlete: str) -> ShownRow:
    found, papers = state.admission(athlete), papers_required(state.regulation)
    by_papers = found.state == "pending" or bool(found.state == "until" and found.lacks)
    by_papers = by_papers or bool(found.state == "admitted" and papers and not found.lacks)
    return ShownRow(
        seen=seen_of(state, athlete),
        outcome=BY_PAPERS if by_papers else found.state,
        lacks=tuple(one.id for one in papers if one.id in found.lacks),
        barred=tuple(contest for contest in state.contests if contest in found.barred),
        clause=found.clause,
        reason=found.reason,
        ends=tuple(ends_shown(state, athlete).items()),
    )


def _told(
    outcome: str,
    lacks: tuple[str, ...],
    barred: tuple[str, ...],
    clause: str,
    reason: str,
    ends: tuple[tuple[str, str], ...],
) -> str:
    dated = [(paper, text.strip()) for paper, text in ends]
    return json.dumps(
        (outcome, lacks, barred, " ".join(clause.split()), " ".join(reason.split()), dated), ensure_ascii=False
    )
