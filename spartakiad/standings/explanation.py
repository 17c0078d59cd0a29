"""«Почему столько очков»: the tree behind one team's total, down to the marks that counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scoring import Cell, ContestResult, Reason, Row, Table, TableRow
from scoring.facts import Adjustment
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import Line, line, lines
from spartakiad.errors import Refusal
from spartakiad.people.names import PublicName
from spartakiad.standings.cancelled import cancelled_contests
from spartakiad.standings.names import names_for_reasons, names_in_contest
from spartakiad.standings.parts import shares, whole
from spartakiad.standings.queries import overall_table
from spartakiad.words.naming import NO_NAMES, Names
from spartakiad.words.numbers import number, points
from spartakiad.words.reasons import reason_sentence, tie_words

_PROVISIONAL = ("posted", "under_way")


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
    added = [paper.points for paper in row.adjustments]
    nodes.sort(key=lambda node: order.index(node.contest))
    return Explanation(
        team=team,
        title=now.state.teams[team].title,
        city=now.state.teams[team].city,
        place="–" if row.place is None else number(row.place),
        total=points(row.total),
        formula=f"{_added_up((*counted, *added))} = {number(row.total)}",
        tie="" if split is None else _tie(now, table, split, public),
        nodes=(*nodes, *map(_paper, row.adjustments)),
    )


def _tie(now: Now, table: Table, split: Reason, public: dict[str, PublicName]) -> str:
    """The step that told equals apart, with the value of each of them, or why nothing did."""
    clause = f" ({_clause(split)})" if split.clause else ""
    names = names_for_reasons(now, public)
    if split.kind != "tie_broken":
        text = reason_sentence(split.kind, split.args, names)
        return f"{text[0].upper()}{text[1:]}{clause}"
    return f"Очков поровну; {_told_apart(split, table.by_team, names)}{clause}"


def _told_apart(split: Reason, rows: Mapping[str, TableRow] | Mapping[str, Row], names: Names) -> str:
    """With the value of each whom the same step told apart."""
    ties = {key: row.tie() for key, row in rows.items() if key in split.args["among"]}  # type: ignore[operator]
    same = {key: tie for key, tie in ties.items() if tie and tie.args.get("criterion") == split.args["criterion"]}
    values = [(names.team(key), tie.args.get("value")) for key, tie in same.items()]
    return tie_words(split.args["criterion"], values)


def _contest(now: Now, table: Table, title: str, cell: Cell, team: str, public: dict[str, PublicName]) -> Node:
    reason, left_out = cell.because(), cell.left_out()
    notes = [reason_sentence(reason.kind, reason.args, names_in_contest(now, public, cell.contest))]
    clause = _clause(reason) or (_clause(left_out) if left_out else "")
    if left_out is not None and left_out.args.get("decided") and clause:
        notes, clause = [f"{notes[0]} ({clause})"], ""  # it is the points that the clause is about, not the decision
    if left_out is not None:
        notes.append(_sentence(now, left_out, public))
    if cell.points is not None and now.state.contests[cell.contest].state in _PROVISIONAL:
        notes.append("результат предварительный")
    return Node(
        label=title,
        value="–" if cell.points is None else number(cell.points),
        note="; ".join(notes),
        clause=clause,
        kind=_kind(cell),
        children=(*_basis(now, cell, team, public), *map(_paper, cell.adjustments)),
        contest=cell.contest,
    )


def _basis(now: Now, cell: Cell, team: str, public: dict[str, PublicName]) -> tuple[Node, ...]:
    """What the team's place in the contest stands on: the members that counted, the tie that was broken."""
    if cell.place is None or now.result is None:
        return ()
    taken = now.state.taken.get(cell.contest)
    if taken:
        return (Node(f"место взято из протокола: {taken.document}", "", "", "", ""),)
    result = now.result.contests[cell.contest]
    row = result.teams.by_key.get(team)
    found, names = line(now.state, cell.contest), names_in_contest(now, public, cell.contest)
    if row is None:
        return ()
    made, split = _made(found, result, row), row.tie()
    nodes = [
        _parts(now, found, reason, public)
        if found.parts and reason.kind == "members"
        else Node(reason_sentence(reason.kind, reason.args, names), "", "", _clause(reason), "")
        for reason in (made, split if split and split.kind != "tie_broken" else None)
        if reason is not None
    ]
    if split and split.kind == "tie_broken":
        told = _told_apart(split, result.teams.by_key, names)
        nodes.append(Node(f"при равенстве {told}", "", "", _clause(split), ""))
    return tuple(nodes)


def _made(found: Line, result: ContestResult, row: Row) -> Reason | None:
    """Of a team that competes itself, what it showed: its matches, its time; a place alone says no more than it is."""
    reason = row.because()
    if reason is None or reason.kind != "own_place":
        return reason
    own = result.row(str(reason.args["entrant"]))
    shown = own.because() if own else None
    return reason if shown is None or (shown.kind == "mark" and found.mark == "place") else shown


def _paper(paper: Adjustment) -> Node:
    """Points that a signed decision added or took; whose words are no matter of everybody, its document is."""
    told = reason_sentence("adjustment", {"points": paper.points, "document": paper.document}, NO_NAMES)
    return Node(told, number(paper.points), "", "", "")


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
