"""«Протокол заседания судей и представителей»: who came, how lots were drawn, how they start, what was decided."""

from collections.abc import Sequence
from datetime import datetime

from spartakiad.competition.cards import NOBODY, Signatory
from spartakiad.competition.meetings import Meeting
from spartakiad.competition.plans import NO_PLAN
from spartakiad.competition.programme import Line, lines
from spartakiad.competition.state import State
from spartakiad.documents.paper import Column, Paper, Section, Signature, mark_of
from spartakiad.games.live import GamesHead
from spartakiad.games.timetable import Row, timetable
from spartakiad.starts.queries import DrawView, drawn_view, sealed_view
from spartakiad.words.dates import MOSCOW, moment
from spartakiad.words.starts import court_words, start_words

_TITLE = "Протокол заседания судей и представителей"


def meeting_paper(state: State, head: GamesHead, meeting: Meeting) -> Paper:
    """What the Games knows of the day it was about stands as it is now."""
    rows = about(state, meeting.about)
    found = [_attended(state, meeting), _draws(state, rows), _order(state, rows), _changes(rows), _decided(meeting)]
    at = datetime.fromisoformat(meeting.held_at).replace(tzinfo=MOSCOW)
    return Paper(
        games=head.title,
        kind=f"{_TITLE} № {meeting.number}",
        place=head.host_title,
        dates=head.dates,
        about=[one for one in (("Когда", moment(at)), ("Где", meeting.place)) if one[1]],
        sections=[section for section in found if section.rows],
        signatures=[
            _signature("Председатель заседания", meeting.chair, state.card.chief),
            _signature("Секретарь", meeting.secretary, state.card.secretary),
        ],
        stamp=f"{head.title} · заседание № {meeting.number} · запись журнала № {state.number}",
        draft=mark_of(head, draft=False),
    )


def about(state: State, on: str) -> list[Row]:
    """The timetable of a day, of all days where none is named; a day that nothing is held on has none."""
    return [row for row in timetable(state) if not on or (row.starts_at and _day(row.starts_at) == on)]


def _day(at: datetime) -> str:
    return at.astimezone(MOSCOW).date().isoformat()


def _attended(state: State, meeting: Meeting) -> Section:
    rows = [[team.title, meeting.attended.get(team.slug, "не было")] for team in state.teams.values()]
    return Section("Присутствовали", [Column("Команда", 60), Column("Представитель", 115)], rows)


def _draws(state: State, rows: Sequence[Row]) -> Section:
    told = [(part, drawn_view(state, part, str) or sealed_view(state, part)) for part in _lists(state, rows)]
    columns = [Column("Вид", 60), Column("Способ", 45), Column("Как прошла", 70)]
    return Section("Жеребьёвка", columns, [[part.title, view.title, _drawn(view)] for part, view in told if view])


def _drawn(view: DrawView) -> str:
    if not view.made:
        return f"число опечатано {moment(view.at)}"
    seed = [f"число {view.seed}" if view.seed else "", f"цифры представителей {view.called}" if view.called else ""]
    anew = f"жеребьёвка {view.number}-я: {view.reason}" if view.number > 1 else ""
    return ", ".join(filter(None, [moment(view.at), *seed, anew]))


def _order(state: State, rows: Sequence[Row]) -> Section:
    """In the order of the timetable; what has no hour yet stands last."""
    hours = {row.contest: row for row in rows}
    told = [[part.title, _when(hours[part.id]), _how(state, part)] for part in _lists(state, rows)]
    columns = [Column("Вид", 60), Column("Начало", 40), Column("Как стартуют", 75)]
    return Section("Порядок стартов", columns, told)


def _when(row: Row) -> str:
    return moment(row.starts_at) if row.starts_at else "срок не назначен"


def _how(state: State, part: Line) -> str:
    plan = state.plans.get((part.id, part.part), NO_PLAN)
    if part.by_matches:
        return court_words(plan.courts, plan.minutes, plan.rounds_a_day)
    return f"старт {start_words(plan.start, plan.every, plan.at_once)}"


def _changes(rows: Sequence[Row]) -> Section:
    moved = [row for row in rows if row.was or row.left]
    told = [[row.title, "; ".join([*map(moment, row.was), *row.left]), _now(row), row.reason] for row in moved]
    columns = [Column("Вид", 50), Column("Было", 40), Column("Стало", 40), Column("Причина", 45)]
    return Section("Изменения в расписании", columns, told)


def _now(row: Row) -> str:
    return ", ".join([_when(row), row.venue_title] if row.left else [_when(row)])


def _decided(meeting: Meeting) -> Section:
    rows = [[str(number), one] for number, one in enumerate(meeting.decisions, 1)]
    return Section("Решили", [Column("№", 10, "centre"), Column("Решение", 165)], rows)


def _lists(state: State, rows: Sequence[Row]) -> list[Line]:
    programme = {one.id: one for one in lines(state)}
    return [part for row in rows if row.contest in programme for part in programme[row.contest].lists]


def _signature(post: str, name: str, known: Signatory) -> Signature:
    """Whoever was named; his category where it is he whom the card names."""
    return Signature(post, known if name in ("", known.name) else Signatory(name) if name else NOBODY)
