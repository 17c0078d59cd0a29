"""«Почему столько очков»: the tree behind one team's total, down to the marks that counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from scoring import Cell, Reason, Table
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import Line, line, lines
from spartakiad.errors import Refusal
from spartakiad.people.names import PublicName
from spartakiad.standings.cancelled import cancelled_contests
from spartakiad.standings.names import names_for_reasons, names_in_contest
from spartakiad.standings.parts import shares, whole
from spartakiad.standings.queries import overall_table
from spartakiad.words.criteria import criterion_value, criterion_words
from spartakiad.words.numbers import number, points
from spartakiad.words.reasons import reason_sentence


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the tree. `kind`: "" or dropped, absent, pending, total; `contest`: whose line it is, or ""."""

    label: str
    value: str
    note: str
    clause: str
    kind: str
    children: tuple["Node", ...] = ()
    contest: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """`formula` is the sum as it is added up: «8 + 7 + 6 = 21»."""

    team: str
    title: str
    city: str
    place: str
    total: str
    formula: str
    tie: str
    nodes: tuple[Node, ...]


def explanation(now: Now, team: str, public: dict[str, PublicName]) -> Explanation:
    """Enough to recompute the total by hand. Raises Refusal not_found for a team that is not in the standing."""
    table = overall_table(now)
    if table is None or team not in table.by_team:
        raise Refusal("not_found")
    row = table.by_team[team]
    titles = {line.id: line.title for line in lines(now.state)}
    order, split = list(titles), row.tie()
    gone = [Node(one.title, "–", one.words, "", "absent", contest=one.id) for one in cancelled_contests(now, table)]
    nodes = [*(_contest(now, table, titles[cell.contest], cell, team, public) for cell in row.cells), *gone]
    counted = [cell.points for cell in row.cells if cell.counted and cell.points is not None]
    added = [adjustment.points for adjustment in row.adjustments]
    return Explanation(
        team=team,
        title=now.state.teams[team].title,
        city=now.state.teams[team].city,
        place="–" if row.place is None else number(row.place),
        total=points(row.total),
        formula=f"{_added_up((*counted, *added))} = {number(row.total)}",
        tie="" if split is None else _tie(now, table, split, public),
        nodes=tuple(sorted(nodes, key=lambda node: order.index(node.contest))),
    )


def _tie(now: Now, table: Table, split: Reason, public: dict[str, PublicName]) -> str:
    """The step that told equals apart, with the value of each of them, or why nothing did."""
    clause = f" ({_clause(split)})" if split.clause else ""
    if split.kind != "tie_broken":
        text = _sentence(now, split, public)
        return f"{text[0].upper()}{text[1:]}{clause}"
    values = []
    for team in split.args["among"]:  # type: ignore[attr-defined]
        other = table.by_team[team].tie()
        if other is not None and other.args.get("criterion") == split.args["criterion"]:
            values.append(f"{now.state.teams[team].title} – {criterion_value(other.args.get('value'))}")
    return f"Очков поровну; решило {criterion_words(split.args['criterion'])}: {', '.join(values)}{clause}"


def _contest(now: Now, table: Table, title: str, cell: Cell, team: str, public: dict[str, PublicName]) -> Node:
    reason, left_out = cell.because(), cell.left_out()
    notes = [reason_sentence(reason.kind, reason.args, names_in_contest(now, public, cell.contest))]
    clause = _clause(reason) or (_clause(left_out) if left_out else "")
    if left_out is not None and left_out.args.get("decided") and clause:
        notes, clause = [f"{notes[0]} ({clause})"], ""  # it is the points that the clause is about, not the decision
    if left_out is not None:
        notes.append(_sentence(now, left_out, public))
    return Node(
        label=title,
        value="–" if cell.points is None else number(cell.points),
        note="; ".join(notes),
        clause=clause,
        kind=_kind(cell),
        children=_basis(now, cell, team, public),
        contest=cell.contest,
    )


def _basis(now: Now, cell: Cell, team: str, public: dict[str, PublicName]) -> tuple[Node, ...]:
    """What the team's place in the contest stands on: the members that counted, the tie that was broken."""
    if cell.place is None or now.result is None:
        return ()
    taken = now.state.taken.get(cell.contest)
    if taken:
        return (Node(f"место взято из протокола: {taken.document}", "", "", "", ""),)
    row = now.result.contests[cell.contest].teams.by_key.get(team)
    reasons = [reason for reason in (row.because(), row.tie()) if reason is not None] if row else []
    found, names = line(now.state, cell.contest), names_in_contest(now, public, cell.contest)
    return tuple(
        _parts(now, found, reason, public)
        if found.parts and reason.kind == "members"
        else Node(reason_sentence(reason.kind, reason.args, names), "", "", _clause(reason), "")
        for reason in reasons
    )


def _added_up(values: Sequence[int | Fraction]) -> str:
    """«8 + 7 − 2,5»: what is taken off stands with its own sign."""
    return " + ".join(map(number, values)).replace("+ −", "− ") or "0"


def _parts(now: Now, found: Line, reason: Reason, public: dict[str, PublicName]) -> Node:
    """Of a contest in parts, what each of them brought."""
    told = shares(now, found, reason.args, public)
    children = tuple(Node(one.title, one.value, one.words, "", "") for one in told)
    added = " + ".join(one.value for one in told)
    return Node(f"сумма частей: {added}", whole(found, reason.args), "", _clause(reason), "", children)


def _kind(cell: Cell) -> str:
    if not cell.held:
        return "pending"
    if cell.absence:
        return "absent"
    return "" if cell.counted else "dropped"


def _sentence(now: Now, reason: Reason, public: dict[str, PublicName]) -> str:
    return reason_sentence(reason.kind, reason.args, names_for_reasons(now, public))


def _clause(reason: Reason) -> str:
    return f"п. {reason.clause}" if reason.clause else ""
