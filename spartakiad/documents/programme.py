"""The timetable and the notices on paper, for the board in the hall."""

from collections.abc import Sequence

from spartakiad.competition.state import State
from spartakiad.documents.paper import Column, Paper, Signature, mark_of
from spartakiad.games.live import GamesHead
from spartakiad.games.notices import NoticeView
from spartakiad.games.timetable import days
from spartakiad.words.dates import clock, day, moment


def timetable_paper(state: State, head: GamesHead) -> Paper:
    """By day and moment; a moment that was moved stays beside the new one, what was put off stands last."""
    columns = [Column("День", 30), Column("Начало", 16, "centre"), Column("Вид", 46), Column("Где", 53)]
    rows = [
        [
            day(one.day) if one.day else "отложено",
            clock(row.starts_at) if row.starts_at else "–",
            row.title,
            ", ".join(part for part in (row.venue_title, row.address) if part),
            "; ".join([*(f"было {moment(old)}" for old in row.was), *([row.reason] if row.reason else [])]),
        ]
        for one in days(state)
        for row in one.rows
    ]
    return _paper(state, head, "Расписание", [*columns, Column("Изменения", 30)], rows)


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
        subject="",
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
