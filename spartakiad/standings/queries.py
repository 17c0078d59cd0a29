"""The overall standing as a frozen view: strings ready to be shown, made of a state and nothing else."""

from dataclasses import dataclass
from fractions import Fraction

from scoring import Cell, Table, TableRow
from spartakiad.competition.freezing import overall_of
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import lines
from spartakiad.competition.state import State
from spartakiad.standings.cancelled import CancelledContest, cancelled_contests
from spartakiad.words.columns import column_titles
from spartakiad.words.naming import NO_NAMES
from spartakiad.words.numbers import counted, equals, number, points
from spartakiad.words.reasons import REASONS
from spartakiad.words.terms import ABSENCES


@dataclass(frozen=True, slots=True)
class Head:
    """A column: one contest of the standing. `step`: official, provisional or "" for the line of progress."""

    id: str
    url: str
    short: str
    title: str
    state: str
    step: str


@dataclass(frozen=True, slots=True)
class CellView:
    """`kind`: scored, dropped, absent or pending; `counted`: whether its points are in the total; `words` say what a
    mark without a number means."""

    contest: str
    title: str
    kind: str
    points: str
    place: str
    tied: bool
    counted: bool
    provisional: bool
    words: str


@dataclass(frozen=True, slots=True)
class RowView:
    place: str
    tied: bool
    slug: str
    team: str
    city: str
    url: str
    total: str
    margin: str
    leader: bool
    moved: str
    cells: tuple[CellView, ...]

    @property
    def told(self) -> str:
        """The row in a sentence: «Вологда – 2-е место, очков: 39, до первого места 2,5»."""
        place = "пока без места" if self.place == "–" else f"{self.place}-е\u00a0место{', разделено' * self.tied}"
        behind = f", до первого места {self.margin.lstrip('−')}" if self.margin and self.place != "–" else ""
        return f"{self.team}\u00a0– {place}, очков: {self.total}{behind}"


@dataclass(frozen=True, slots=True)
class StandingView:
    contests: tuple[Head, ...]
    rows: tuple[RowView, ...]
    leading: str
    progress: str
    reservation: str
    cancelled: tuple[CancelledContest, ...] = ()


def overall(now: Now) -> StandingView:
    """The standing the cup rests on; without any mark every team stands without a place."""
    heads = columns(now)
    table = overall_table(now)
    if table is None:
        return StandingView(heads, (), "Положение ещё не принято.", progress(now), "")
    best = table.rows[0].total if table.rows else 0
    rows = tuple(_row(now, heads, row, best) for row in table.rows)
    gone = cancelled_contests(now, table)
    return StandingView(heads, rows, leading(now, table), progress(now), _reservation(heads, table), gone)


def overall_table(now: Now) -> Table | None:
    return overall_of(now.state.regulation, now.result)


def leading(now: Now, table: Table) -> str:
    """One sentence: who leads, or has won, and by how much."""
    ahead = "Первое место –" if now.state.cup or now.state.state == "closed" else "Впереди"
    first = [row for row in table.rows if row.place == 1]
    if not first:
        return "Результатов ещё нет."
    if not any(row.total for row in table.rows) and len(first) == len(table.rows):
        return "Очков ещё ни у кого нет."
    titles = [now.state.teams[row.team].title for row in first]
    if len(first) > 1:
        return f"{ahead} поровну {equals(titles)}\u00a0– по {points(first[0].total)}."
    leader = f"{ahead} {titles[0]}\u00a0– {points(first[0].total)}"
    rest = [row for row in table.rows if row.place is not None and row.place != 1]
    if not rest:
        return f"{leader}."
    margin = abs(Fraction(first[0].total) - rest[0].total)
    second = now.state.teams[rest[0].team].title
    if margin == 0:
        return f"{leader}, столько же у второго места ({second}): решило равенство."
    return f"{leader}, на {number(margin)}\u00a0больше, чем у второго места ({second})."


def progress(now: Now) -> str:
    """«Официально: 4 из 8 видов, предварительно ещё 2»: the two figures are never mixed."""
    counting = [line for line in lines(now.state) if not line.outside and line.id not in now.state.cancelled]
    states = [now.state.contests[line.id].state for line in counting]
    official, begun = states.count("official"), sum(state in ("posted", "under_way") for state in states)
    text = f"Официально: {official} из {counted(len(counting), 'вида', 'видов', 'видов')}"
    text = f"{text}, предварительно ещё {begun}" if begun else text
    gone = [line.title for line in lines(now.state) if line.id in now.state.cancelled and not line.outside]
    return f"{text}. Отменены и не считаются: {'; '.join(gone)}" if gone else text


def columns(now: Now) -> tuple[Head, ...]:
    """The contests of the programme that count, in its order."""
    held = [line for line in lines(now.state) if not line.outside and line.id not in now.state.cancelled]
    return tuple(
        Head(
            id=line.id,
            url=f"/games/{now.slug}/contests/{line.id}",
            short=short,
            title=line.title,
            state=_column_state(now.state, line.id),
            step=_STEPS.get(now.state.contests[line.id].state, ""),
        )
        for line, short in zip(held, column_titles([line.title for line in held]), strict=True)
    )


def _column_state(state: State, contest: str) -> str:
    """How far the contest is, and whether a protest about it waits."""
    told = _COLUMN_STATES.get(state.contests[contest].state, "не начат")
    return ", ".join(filter(None, (told, "протест" if state.protested(contest) else "")))


_COLUMN_STATES = {
    "official": "",
    "posted": "предв.",
    "under_way": "идёт",
    "cancelled": "отменён",
    "postponed": "перенесён",
}
_STEPS = {"official": "official", "posted": "provisional", "under_way": "provisional"}


def _row(now: Now, heads: tuple[Head, ...], row: TableRow, best: int | Fraction) -> RowView:
    cells = {cell.contest: cell for cell in row.cells}
    team = now.state.teams[row.team]
    behind = abs(Fraction(best) - row.total)
    return RowView(
        place="–" if row.place is None else number(row.place),
        tied=row.tied,
        slug=row.team,
        team=team.title,
        city=team.city,
        url=f"/games/{now.slug}/standings/{row.team}",
        total=number(row.total),
        margin="" if behind == 0 else f"−{number(behind)}",
        leader=row.place == 1,
        moved=_moved(now, row.team),
        cells=tuple(_cell(head, cells[head.id]) for head in heads if head.id in cells),
    )


def _cell(head: Head, cell: Cell) -> CellView:
    kind, words = _kind(cell)
    return CellView(
        contest=head.id,
        title=head.title,
        kind=kind,
        points="" if cell.points is None else number(cell.points),
        place="" if cell.place is None else number(cell.place),
        tied=cell.sharing > 1,
        counted=cell.counted and cell.points is not None,
        provisional=head.step == "provisional",
        words=words,
    )


def _kind(cell: Cell) -> tuple[str, str]:
    if not cell.held:
        return "pending", "ещё не проводился"
    if cell.absence in ("pending", "playing"):
        return "pending", ABSENCES[cell.absence.value]
    if cell.absence:
        dropped = "" if cell.counted or cell.points is None else ", не в зачёте"
        return "absent", ABSENCES[cell.absence.value] + dropped
    return ("scored", "") if cell.counted else ("dropped", "не в зачёте")


def _moved(now: Now, team: str) -> str:
    """«▲1», «▼2» after the last fact that moved this team; «» otherwise."""
    for change in now.changes:
        if (change.scope, change.key) == ("standing", team) and change.place_before and change.place_after:
            steps = change.place_before - change.place_after
            return f"▲{number(steps)}" if steps > 0 else f"▼{number(-steps)}" if steps < 0 else ""
    return ""


def _reservation(heads: tuple[Head, ...], table: Table) -> str:
    """Why the order cannot be called final although everything was held; while it is held, the progress says enough."""
    if table.reservation is None or any(head.step == "" for head in heads):
        return ""
    kind, args = table.reservation.kind, table.reservation.args
    return f"Порядок ещё не окончательный: {REASONS[kind](args, NO_NAMES)}."
