"""The start list of a contest."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from spartakiad.competition.cards import NO_CARD
from spartakiad.competition.matches import key_of
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import MAIN
from spartakiad.documents.paper import Column, Paper, Section
from spartakiad.documents.results import lineups, lists_of, paper_of, shortened
from spartakiad.games.live import GamesHead
from spartakiad.people.names import PublicName
from spartakiad.results.brackets import BracketView
from spartakiad.results.matches import Tournament, pools
from spartakiad.results.queries import contest_view
from spartakiad.results.views import ContestView, ResultRow
from spartakiad.words.scratches import TAKEN_OFF


def start_list(now: Now, head: GamesHead, contest: str, public: Mapping[str, PublicName], part: str = "") -> Paper:
    """Everybody who starts, in starting order, with room for what the judges write."""
    view = contest_view(now, contest, public)
    chosen = lists_of(view, part)
    listed = [Section(one.title, *_starts(now, one)) for one in chosen]
    card = now.state.cards.get(contest, NO_CARD)
    bare = paper_of(now, head, view, part and chosen[0].title)
    return replace(
        bare,
        kind="Стартовый протокол",
        about=[("Дистанция", card.distance), ("Вид старта", card.start_kind), ("Первый старт", _begins(chosen))],
        columns=listed[0].columns,
        rows=listed[0].rows,
        sections=_sections(view, listed, pools(now.state, contest)),
        notes=[*shortened(view), *(note for one in chosen for note in lineups(one))],
        stamp=f"{bare.stamp} · стартовый · запись журнала № {now.state.number}",
    )


def _sections(view: ContestView, listed: Sequence[Section], pools: Mapping[str, Sequence[str]]) -> Sequence[Section]:
    """A list for each part that has starters; of a tournament its pools, its games and its brackets."""
    if view.parts:
        return [one for one in listed if one.rows] or listed[:1]
    drawn = view.tournament
    if drawn is None or not (pools or drawn.brackets):
        return ()
    columns = [Column("Группа", 20, "centre"), Column("Кто", 155)]
    who = {
        row.entrant: row.team_title if view.by_teams else row.name
        for row in (*view.rows, *view.waiting, *view.scratched)
    }
    told = [(pool, ", ".join(who.get(one, one) for one in those)) for pool, those in pools.items()]
    found = [Section("Группы", columns, told), Section("Игры", listed[0].columns, listed[0].rows)]
    found += [Section(one.title or "Сетка", *_bracket(one)) for one in drawn.brackets]
    return [one for one in found if one.rows]


def _begins(chosen: Sequence[ContestView]) -> str:
    """Of one list the hour, of several each with its title; "" where all begin with the contest."""
    told = [(one.title, one.begins) for one in chosen if one.begins]
    return told[0][1] if len(chosen) == 1 and told else "; ".join(f"{title} – {at}" for title, at in told)


def _starts(now: Now, view: ContestView) -> tuple[list[Column], list[Sequence[str]]]:
    if view.tournament:
        return _pairs(view.tournament)
    listed = {row.entrant: row for row in (*view.rows, *view.waiting, *view.scratched)}
    key = (view.id, view.part or MAIN, MAIN)
    starts = next((one.starts for one in now.state.starts.values() if (one.contest, one.part, one.unit) == key), ())
    rows = [listed[entrant] for entrant, _ in starts if entrant in listed]
    cells = [_START_CELLS[name] for name in _start_columns(rows, view)]
    columns = [column for column, _ in cells]
    return columns, [tuple(cell(number, row) for _, cell in cells) for number, row in enumerate(rows, 1)]


def _start_columns(rows: Sequence[ResultRow], view: ContestView) -> list[str]:
    """A column for each thing that there is to say of a starter; what is left goes to the judges' notes."""
    said = [name for name in ("heat", "lane", "bib", "start") if any(getattr(row, name) for row in rows)]
    own = ["place", *said]
    weight = ["weight"] if view.weighed else []
    athletes = ["name", "year", "rank", "team", *weight, "notes"]
    return [*own, *(["team_alone", "notes_wide"] if view.by_teams else athletes)]


_START_CELLS: Mapping[str, tuple[Column, Callable[[int, ResultRow], str]]] = {
    "place": (Column("№ п/п", 12, "centre"), lambda number, _: str(number)),
    "heat": (Column("Забег", 12, "centre"), lambda _, row: row.heat),
    "lane": (Column("Дор.", 12, "centre"), lambda _, row: row.lane),
    "bib": (Column("Номер", 14, "centre"), lambda _, row: row.bib),
    "start": (Column("Старт", 18, "centre"), lambda _, row: row.start),
    "name": (Column("Фамилия, имя", 52), lambda _, row: row.name),
    "year": (Column("Год", 12, "centre"), lambda _, row: row.year),
    "rank": (Column("Разряд", 16, "centre"), lambda _, row: row.rank),
    "team": (Column("Команда", 36), lambda _, row: row.team_title),
    "weight": (Column("Вес, кг", 20, "right", number=True), lambda _, row: row.weight),
    "notes": (Column("Отметки", 21), lambda _, row: row.note if row.note in TAKEN_OFF else ""),
    "team_alone": (Column("Команда", 80), lambda _, row: row.team_title),
    "notes_wide": (Column("Отметки", 60), lambda _, row: row.note if row.note in TAKEN_OFF else ""),
}


def _bracket(drawn: BracketView) -> tuple[list[Column], list[Sequence[str]]]:
    """The matches in the order of play; who is not known yet is told by where he comes from."""
    timed = any(game.when for game in drawn.games)
    when = [Column("Когда и где", 36)] if timed else []
    columns = [Column("Игра", 30), *when, Column("Первые", 42), Column("Вторые", 42)]
    columns += [Column("Счёт", 22), Column("Подпись судьи", 28)]
    rows: list[Sequence[str]] = []
    for game in drawn.games:
        at = [game.when] if timed else []
        rows.append((game.about, *at, *(side.title for side in game.sides), "", ""))
    return columns, rows


def _pairs(drawn: Tournament) -> tuple[list[Column], list[Sequence[str]]]:
    """The matches in the order they were drawn, each with room for the score and a signature; those of a bracket stand
    in it."""
    turn = [Column("Тур", 10, "centre")] if drawn.turned else []
    when = [Column("Когда и где", 36)] if drawn.timed else []
    columns = [*turn, Column("Игра", 22, "centre"), *when, Column("Первые", 38), Column("Вторые", 38)]
    columns += [Column("Счёт", 22), Column("Подпись судьи", 28)]
    rows: list[Sequence[str]] = []
    fed = {key_of(game.unit) for bracket in drawn.brackets for game in bracket.games}
    for one in drawn.games:
        if one.key in fed:
            continue
        own = [*([one.turn] if turn else []), one.about, *([one.when] if when else [])]
        rows.append((*own, one.first, one.second, one.off, ""))
    return columns, rows
