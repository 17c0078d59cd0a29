"""The timetable and the notices on paper, for the board in the hall."""

from collections.abc import Sequence

from spartakiad.competition.state import State
from spartakiad.documents.paper import Column, Paper, Signature, mark_of
from spartakiad.games.live import GamesHead
from spartakiad.games.notices import NoticeView
from spartakiad.games.timetable import Row, days
from spartakiad.words.dates import clock, day, moment
from spartakiad.words.states import words


def timetable_paper(state: State, head: GamesHead) -> Paper:
    """By day and moment; what no longer holds stays beside what does, what was put off stands last."""
    columns = [Column("День", 30), Column("Начало", 16, "centre"), Column("Вид", 46), Column("Где", 53)]
    rows = [
        [
            day(one.day) if one.day else "отложено",
            clock(row.starts_at) if row.starts_at else "–",
            row.title,
            ", ".join(part for part in (row.venue_title, row.address) if part),
            _changes(row),
        ]
        for one in days(state)
        for row in one.rows
    ]
    return _paper(state, head, "Расписание", [*columns, Column("Изменения", 30)], rows)


def _changes(row: Row) -> str:
    flags = [words("cancelled", "contest")] if row.cancelled else []
    old = [*map(moment, row.was), *row.left]
    told = [*flags, *(f"было {one}" for one in old), f"сокращён: {row.shortened}" if row.shortened else "", row.reason]
    return "; ".join(filter(None, told))


def notices_paper(state: State, head: GamesHead, notices: Sequence[NoticeView]) -> Paper:
    """The notices that were handed in, in their order."""
    columns = [Column("№", 10, "centre", number=True), Column("Когда", 32)]
    columns += [Column("Кому", 38), Column("Объявление", 95)]
    rows = [[str(one.number), moment(one.at), one.to, one.text] for one in notices]
    return _paper(state, head, "Объявления", columns, rows)


def _paper(state: State, head: GamesHead, kind: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Paper:
    return Paper(
        games=head.title,
        kind=kind,
        place=head.host_title,
        dates=head.dates,
        about=[("Телефон секретариата", head.phone)],
        columns=columns,
        rows=rows,
        notes=(),
        signatures=[Signature("Главный секретарь", state.card.secretary)],
        stamp=f"{head.title} · {kind.lower()} · запись журнала № {state.number}",
        draft=mark_of(head, draft=False),
    )
