"""Verbs of the commission: one athlete, a whole delegation at its table, the application as such."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from spartakiad.competition.applied import passed
from spartakiad.competition.decide import decide
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.delegations import JudgeDelegation
from spartakiad.competition.decide.expiries import DatePaper
from spartakiad.competition.desk import Desk
from spartakiad.competition.expiries import ending, lapses, paper_ends
from spartakiad.competition.papers_required import RequiredPaper, papers_required
from spartakiad.competition.state import State
from spartakiad.competition.texts import an_hour, end_of_paper
from spartakiad.errors import Refusal
from spartakiad.store.commands import Answer
from spartakiad.words.dates import MOSCOW, day

BY_PAPERS = "papers"
_LACKS = "нет: "  # how that part of a reason begins which follows from the papers and changes with them


@dataclass(frozen=True, slots=True)
class Admission:
    """`until`: an hour, the next one there is; `on`: the day of it, where another is meant."""

    games: str
    athlete: str
    verdict: str
    until: str = ""
    clause: str = ""
    reason: str = ""
    lacks: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What the commission marked of one athlete. `outcome`: a verdict, or BY_PAPERS: all there – admitted, else until.

    `seen`: what the page was made of, as `seen_of` says it; `marked`: something was changed in his row.
    `ends`: of papers until when they hold, as typed.
    """

    athlete: str
    seen: str
    marked: bool
    outcome: str
    lacks: tuple[str, ...] = ()
    until: str = ""
    clause: str = ""
    reason: str = ""
    barred: tuple[str, ...] = ()
    ends: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DecideRows:
    """A delegation at the table. `until`, `on`: the hour for whoever lacks a paper and has none of his own.

    `papers`: which documents the page asked about.
    """

    games: str
    team: str
    papers: tuple[str, ...]
    rows: tuple[Row, ...]
    until: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    games: str
    team: str
    verdict: str
    remark: str


def judge_delegation(desk: Desk, wish: Verdict) -> Answer:
    return {"facts": len(desk.carry_out(wish.games, JudgeDelegation(wish.team, wish.verdict, wish.remark)))}


def admit(desk: Desk, wish: Admission) -> Answer:
    until = condition(wish.until, wish.on, desk.at, "until") if wish.verdict == "until" else ""
    grounds = (wish.clause, wish.reason, wish.lacks, wish.barred)
    return {"facts": len(desk.carry_out(wish.games, Admit(wish.athlete, wish.verdict, until, *grounds)))}


def decide_rows(desk: Desk, wish: DecideRows) -> Answer:
    """All or nobody: whoever waits, and every row that was marked. A newer decision about anybody else stands.

    Raises Refusal regulation_moved where other documents are asked for by now, decided_meanwhile at a marked row.
    """
    state = desk.state(wish.games)
    known = {one.id: one for one in papers_required(state.regulation)}
    if set(known) != set(wish.papers):
        raise Refusal("regulation_moved")
    facts = 0
    for row in rows_due(state, wish):
        standing, current = state.admission(row.athlete), row.seen == seen_of(state, row.athlete)
        try:
            dated = days_read(state, wish, row)
            if not current and dated:
                raise Refusal("decided_meanwhile", "outcome", athlete=row.athlete, state=standing.state)
            facts += sum(len(desk.carry_out(wish.games, one)) for one in dated)
            now = desk.state(wish.games)
            command = command_of(now, row, wish, standing.until if current else "", known, desk.at)
            if not current and decide(now, command, desk.by.id):
                raise Refusal("decided_meanwhile", "outcome", athlete=row.athlete, state=standing.state)
            facts += len(desk.carry_out(wish.games, command))
        except Refusal as refusal:
            raise at_row(refusal, row) from None
    return {"facts": facts}


def rows_due(state: State, wish: DecideRows) -> list[Row]:
    """Of whoever waits, and whatever was marked."""
    mine = {one.number for one in state.athletes_of(wish.team)}
    rows = [one for one in wish.rows if one.athlete in mine]
    waiting = {one.athlete for one in rows if state.admission(one.athlete).state == "pending"}
    return [one for one in rows if one.marked or (one.athlete in waiting and one.seen == seen_of(state, one.athlete))]


def at_row(refusal: Refusal, row: Row) -> Refusal:
    """The same at the field of this athlete's row."""
    field = refusal.field if refusal.field == "all-until" else f"{refusal.field or 'outcome'}-{row.athlete}"
    return refusal.at(field)


def seen_of(state: State, athlete: str) -> str:
    """Which decision about which person a page shows, and what of his papers: the next one, or another person under
    his number, differs."""
    decided, dated = (state.versions.get(f"{about}:{athlete}", 0) for about in ("admission", "papers"))
    return f"{decided}-{state.athletes[athlete].person}-{dated}"


def ends_shown(state: State, athlete: str) -> dict[str, str]:
    """Of each paper that ends, its day as it stands in the field, "21.02.2027" or ""."""
    found = {one.id: paper_ends(state, athlete, one.id) for one in ending(state)}
    return {paper: f"{ends:%d.%m.%Y}" if ends else "" for paper, ends in found.items()}


def days_read(state: State, wish: DecideRows, row: Row) -> list[DatePaper]:
    """Off the papers by the commission, where they are not what stands there."""
    shown = ends_shown(state, row.athlete)
    return [
        DatePaper(
            row.athlete, wish.team, paper, end_of_paper(text, f"ends-{paper}") if text.strip() else None, seen=True
        )
        for paper, text in row.ends
        if paper in shown and text.strip() != shown[paper]
    ]


def condition(hour: str, on: date | None, now: datetime, field: str) -> str:
    """A moment of Moscow, "2027-02-19T09:00": that hour of the day, or the next one there is.

    Raises Refusal bad_time or required, and condition_past.
    """
    wanted, local = an_hour(hour, field), now.astimezone(MOSCOW)
    if on is None:
        on = local.date() if wanted > f"{local:%H:%M}" else local.date() + timedelta(days=1)
    moment = f"{on.isoformat()}T{wanted}"
    if moment <= f"{local:%Y-%m-%dT%H:%M}":
        raise Refusal("condition_past", field)
    return moment


def command_of(
    state: State, row: Row, wish: DecideRows, until: str, known: Mapping[str, RequiredPaper], now: datetime
) -> Admit:
    """By the papers, one that ends too early is as good as none."""
    verdict, clause, reason, lacks = row.outcome, row.clause, row.reason, set(row.lacks)
    early = {one.paper.id: one.ends for one in lapses(state, row.athlete, row.barred)} if verdict == BY_PAPERS else {}
    lacking = [one for name, one in known.items() if name in lacks | early.keys()]
    if verdict == BY_PAPERS:
        verdict = "until" if lacking else "admitted"
    own = reason.partition(_LACKS)[0].strip("; ")
    if lacking:
        named_ones = [_inside(one.title) + _until_only(early.get(one.id)) for one in lacking]
        reason = "; ".join(filter(None, (own, _LACKS + ", ".join(named_ones))))
        named = ", ".join(dict.fromkeys(one.clause for one in lacking if one.clause))
        clause = clause if own else named or clause
    until = _until(row, wish, until, now) if verdict == "until" else ""
    return Admit(row.athlete, verdict, until, clause, reason, tuple(one.id for one in lacking), row.barred)


def _until_only(ends: date | None) -> str:
    return f" (действует до {day(ends)})" if ends else ""


def _inside(title: str) -> str:
    """A title inside a sentence: «допуск врача», but «УИН»."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _until(row: Row, wish: DecideRows, until: str, now: datetime) -> str:
    """His own hour, the one that stands from before, or the one for all."""
    if row.until.strip():
        return condition(row.until, wish.on, now, "until")
    if until and not passed(until, now):
        return until
    return condition(wish.until, wish.on, now, "all-until")
