"""Results as plain text for a terminal: a standing as a table, an explanation as an indented tree."""

from collections.abc import Sequence

from scoring.engine import Result
from scoring.explain import Tree
from scoring.numbers import spell
from scoring.output import plain
from scoring.standing import Cell, Table, TableRow

HEADINGS = ("Место", "Команда", "Сумма")


def as_table(table: Table) -> str:
    """Places with a star are shared; points that do not count are in brackets, a missing value is a dash."""
    lines = [(HEADINGS[0], HEADINGS[1], *table.contests, HEADINGS[2]), *map(_line, table.rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join([table.id, *(_padded(line, widths) for line in lines)])


def as_tables(result: Result) -> str:
    """Every standing, and under them what keeps them from being final."""
    lines = [as_table(one) for one in result.standings.values()]
    open_ = [key for key, one in result.contests.items() if not one.complete]
    below = [f"Не завершены: {', '.join(open_)}"] if open_ else []
    if result.cup:
        missing = f", нет: {', '.join(result.cup.missing)}" if result.cup.missing else ""
        below.append(f"Кубок: {result.cup.state} {', '.join(result.cup.teams)}".rstrip() + missing)
    if result.unused:
        below.append(f"Решений без применения: {len(result.unused)}")
    return "\n\n".join([*lines, *(["\n".join(below)] if below else [])])


def _line(row: TableRow) -> tuple[str, ...]:
    place = "–" if row.place is None else f"{spell(row.place)}{'*' if row.tied else ''}"
    return (place, row.team, *map(_points, row.cells), str(spell(row.total)))


def _points(cell: Cell) -> str:
    if cell.points is None:
        return "–"
    return str(spell(cell.points)) if cell.counted else f"({spell(cell.points)})"


def _padded(line: Sequence[str], widths: Sequence[int]) -> str:
    left = [word.ljust(width) for word, width in zip(line[:2], widths[:2], strict=True)]
    return "  ".join(left + [word.rjust(width) for word, width in zip(line[2:], widths[2:], strict=True)]).rstrip()


def as_tree(tree: Tree, depth: int = 0) -> str:
    """A line a node: value, id, kind of reason with its clause and particulars; what does not count in brackets."""
    value = "–" if tree.value is None else str(spell(tree.value))
    lines = ["  " * depth + (value if tree.counted else f"({value})") + f" {tree.label}".rstrip()]
    for reason in (tree.reason, tree.left_out, tree.tie):
        if reason:
            details = ", ".join(f"{key}={plain(one)}" for key, one in reason.args.items() if one is not None)
            clause = f" [{reason.clause}]" if reason.clause else ""
            lines.append("  " * depth + f"  · {reason.kind}{clause} {details}".rstrip())
    return "\n".join(lines + [as_tree(child, depth + 1) for child in tree.children])
