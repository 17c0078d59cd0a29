"""The technical application of a team for one contest: who starts, in which order, who was scratched, to be signed."""

from collections.abc import Iterator, Sequence

from spartakiad.competition.applied import TechnicalLine
from spartakiad.competition.programme import Line, line
from spartakiad.competition.state import State
from spartakiad.competition.technical import technical
from spartakiad.documents.paper import Column, Paper, Signature, mark_of
from spartakiad.entries.queries import RosterRow
from spartakiad.errors import Refusal
from spartakiad.games.live import GamesHead
from spartakiad.words.scratches import absence_words
from spartakiad.words.states import words
from spartakiad.words.weights import category_words

_ORDER = ("team", "personal", "guest", "leg", "reserve", "bench")  # whoever starts first, whoever waits last
_HOW = {"leg": "в составе", "bench": "запасной"}
_COLUMNS = (
    Column("№", 10, "centre"),
    Column("Фамилия, имя, отчество", 52),
    Column("Дата рождения", 22, "centre"),
    Column("Разряд", 16, "centre"),
    Column("Участие", 34),
    Column("Порядок, этап", 16, "centre"),
    Column("Отметки", 25),
)


def technical_application(state: State, head: GamesHead, contest: str, team: str, roster: Sequence[RosterRow]) -> Paper:
    """It holds personal data and is nobody's but the team's and the secretariat's. Raises Refusal nobody_entered."""
    found, now = line(state, contest), technical(state, contest, team)
    if not now.lines:
        raise Refusal("nobody_entered", contest=found.title)
    title, people = state.teams[team].title, {row.number: row for row in roster}
    lines = sorted(now.lines, key=_place)
    return Paper(
        games=head.title,
        kind=f"Техническая заявка, редакция {now.revision}",
        subject=f"{found.title}. {title}",
        place=head.host_title,
        dates=head.dates,
        columns=_COLUMNS,
        rows=[_row(found, one, people.get(one.entrant)) for one in lines],
        notes=_reasons(state, contest, lines),
        signatures=[Signature("Представитель команды"), Signature("Принял: секретарь вида")],
        stamp=f"{head.title} · {found.title} · {title} · техническая заявка, ред. {now.revision}"
        f" · запись журнала № {state.number}",
        draft=mark_of(head, draft=False),
    )


def _place(one: TechnicalLine) -> tuple[str, int, int, int, str]:
    turn = int(one.turn) if one.turn else 99
    return one.part, _ORDER.index(one.how), turn, len(one.entrant), one.entrant


def _row(contest: Line, one: TechnicalLine, who: RosterRow | None) -> list[str]:
    part = contest.list_of(one.part).part_title
    how = _HOW.get(one.how) or words(one.how, "role")
    category = category_words(one.category) if one.category else ""
    told = ", ".join(filter(None, (part, category, how)))
    off = absence_words(one.away) if one.away else ""
    if who is None:
        return ["", "Команда целиком", "", "", part, "", off]
    return [one.entrant, who.name, f"{who.born_on:%d.%m.%Y}", who.rank, told, one.turn, off]


def _reasons(state: State, contest: str, lines: Sequence[TechnicalLine]) -> list[str]:
    return [f"Снятие: {told.rstrip('.')}." for told in _why(state, contest, lines)]


def _why(state: State, contest: str, lines: Sequence[TechnicalLine]) -> Iterator[str]:
    for one in (one for one in lines if one.away):
        told = state.scratches[contest, one.entrant]
        who = f"№ {one.entrant}" if one.entrant in state.athletes else "команда целиком"
        yield ", ".join(filter(None, (who, told.reason, told.who and f"сообщил или разрешил {told.who}")))
