"""Verbs of the commission: one athlete, everybody who waits, a whole delegation at once, the application as such."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.delegations import JudgeDelegation
from spartakiad.competition.desk import Desk
from spartakiad.competition.papers_required import RequiredPaper, papers_required
from spartakiad.competition.state import State
from spartakiad.competition.texts import an_hour
from spartakiad.entries.actions import OneTeam
from spartakiad.errors import Refusal
from spartakiad.store.commands import Answer
from spartakiad.words.dates import MOSCOW

BY_PAPERS = "papers"
_LACKS = "нет: "  # how a reason begins that follows from the papers; it changes with them


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

    `seen`: which version of the decision about him the page showed.
    """

    athlete: str
    seen: int
    outcome: str
    lacks: tuple[str, ...] = ()
    until: str = ""
    clause: str = ""
    reason: str = ""
    barred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecideRows:
    """A delegation at the table. `until`, `on`: the hour for whoever lacks a paper and has none of his own."""

    games: str
    team: str
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


def admit_waiting(desk: Desk, wish: OneTeam) -> Answer:
    """Everybody of a team who still waits is admitted: the commission marks only the exceptions."""
    state = desk.state(wish.games)
    waiting = [one.number for one in state.athletes_of(wish.team) if state.admission(one.number).state == "pending"]
    for number in waiting:
        desk.carry_out(wish.games, Admit(number, "admitted"))
    return {"admitted": len(waiting)}


def decide_rows(desk: Desk, wish: DecideRows) -> Answer:
    """All or nobody. Whoever was decided about by another commission meanwhile is not overwritten."""
    state = desk.state(wish.games)
    known = {one.id: one for one in papers_required(state.regulation)}
    mine = {one.number for one in state.athletes_of(wish.team)}
    facts = 0
    for row in (one for one in wish.rows if one.athlete in mine):
        if _untouched(state, row):
            continue
        try:
            command = _command(row, wish, known, desk.at)
            _check_seen(state, row, command)
            facts += len(desk.carry_out(wish.games, command))
        except Refusal as refusal:
            at = refusal.field if refusal.field == "all-until" else f"{refusal.field or 'outcome'}-{row.athlete}"
            raise refusal.at(at) from None
    return {"facts": facts}


def _untouched(state: State, row: Row) -> bool:
    """Nothing was marked here, and another commission has decided since the page was shown: that stands."""
    marked = row.outcome != BY_PAPERS or row.lacks or row.barred
    return not marked and state.versions.get(f"admission:{row.athlete}", 0) != row.seen


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


def _command(row: Row, wish: DecideRows, known: Mapping[str, RequiredPaper], now: datetime) -> Admit:
    verdict, clause, reason = row.outcome, row.clause, row.reason
    lacking = [one for name, one in known.items() if name in row.lacks]
    if verdict == BY_PAPERS:
        verdict = "until" if lacking else "admitted"
    if lacking and (not reason.strip() or reason.startswith(_LACKS)):
        reason = _LACKS + ", ".join(_inside(one.title) for one in lacking)
        clause = ", ".join(dict.fromkeys(one.clause for one in lacking if one.clause)) or clause
    until = _until(row, wish, now) if verdict == "until" else ""
    return Admit(row.athlete, verdict, until, clause, reason, row.lacks, row.barred)


def _inside(title: str) -> str:
    """A title inside a sentence: «допуск врача», but «УИН»."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _until(row: Row, wish: DecideRows, now: datetime) -> str:
    """His own hour, which may stand from before, or the one for all."""
    if "T" in row.until:
        return row.until
    if row.until.strip():
        return condition(row.until, wish.on, now, "until")
    return condition(wish.until, wish.on, now, "all-until")


def _check_seen(state: State, row: Row, command: Admit) -> None:
    """Another commission may have decided since the page was shown; the same decision twice is no quarrel."""
    standing = state.admission(row.athlete)
    if state.versions.get(f"admission:{row.athlete}", 0) == row.seen:
        return
    if (standing.state, standing.lacks, standing.barred) != (command.verdict, command.lacks, command.barred):
        raise Refusal("decided_meanwhile", "outcome", state=standing.state)
