"""The protocol of the commission: who applied and was admitted, of which rank, who was not and why."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from spartakiad.competition.programme import lines
from spartakiad.competition.state import State
from spartakiad.documents.paper import Column, Paper, Section, Signature, mark_of
from spartakiad.entries.queries import RosterRow
from spartakiad.games.live import GamesHead
from spartakiad.words.dates import until
from spartakiad.words.states import words

Team = tuple[str, Sequence[RosterRow]]  # its title (or slug) and athletes
_ADMITTED = ("admitted", "until")
_RANKS = ("ЗМС", "МСМК", "ГР", "МС", "КМС", "I", "II", "III", "юн.", "б/р")
_COUNTED = ("Заявлено", "муж.", "жен.", "Допущено", "муж.", "жен.", "Условно", "Не допущено", "Снято", "Ждут")


def admission_protocol(
    state: State, head: GamesHead, rosters: Sequence[Team], replaced: Mapping[str, str], at: datetime
) -> Paper:
    """`rosters`: the athletes of each team by its slug; `replaced`: by number, for whom he came in and why.

    `at`: when it is taken; whose hour has passed by then is told.

    It holds personal data and is the commission's own.
    """
    contests = {line.id: line.title for line in lines(state)}
    titled = [(state.teams[team].title, rows) for team, rows in rosters]
    everybody = [(title, row) for title, rows in titled for row in rows]
    exceptions = [(title, row) for title, row in everybody if _told(row)]
    return Paper(
        games=head.title,
        kind="Протокол комиссии по допуску",
        place=head.host_title,
        dates=head.dates,
        sections=[
            Section("Состав команд", [Column("Команда", 45), *_figures(_COUNTED)], _totalled(titled, _counts)),
            Section(
                "Звания и разряды допущенных", [Column("Команда", 45), *_figures(_RANKS)], _totalled(titled, _ranks)
            ),
            *_replacements(everybody, replaced),
            Section("Не допущены и допущены условно", _WHY, [_why(contests, at, *one) for one in exceptions]),
        ],
        signatures=[
            Signature("Председатель комиссии"),
            Signature("Врач"),
            Signature("Главный судья", state.card.chief),
            Signature("Главный секретарь", state.card.secretary),
        ],
        stamp=f"{head.title} · протокол комиссии по допуску · запись журнала № {state.number}",
        draft=mark_of(head, draft=any(row.admission.state == "pending" for _, row in everybody)),
        landscape=True,
    )


_WHY = [
    Column("№", 12, "centre"),
    Column("Фамилия, имя, отчество", 50),
    Column("Команда", 35),
    Column("Решение", 35),
    Column("Пункт", 15),
    Column("Причина", 60),
]


def _replacements(everybody: Sequence[tuple[str, RosterRow]], replaced: Mapping[str, str]) -> list[Section]:
    columns = [Column("№", 12, "centre"), Column("Фамилия, имя, отчество", 60), Column("Команда", 40)]
    rows = [[row.number, row.name, team, replaced[row.number]] for team, row in everybody if row.number in replaced]
    return [Section("Замены", [*columns, Column("Вместо кого, причина, кто разрешил", 95)], rows)] if rows else []


def _figures(titles: Sequence[str]) -> list[Column]:
    return [Column(title, 17, "centre", number=True) for title in titles]


def _totalled(titled: Sequence[Team], counts: Callable[[Sequence[RosterRow]], list[int]]) -> list[list[str]]:
    """A line for each team and one for all of them."""
    lines = [(title, counts(rows)) for title, rows in titled]
    every = counts([row for _, rows in titled for row in rows])
    return [[title, *map(str, figures)] for title, figures in (*lines, ("Всего", every))]


def _counts(rows: Sequence[RosterRow]) -> list[int]:
    by_state = [row.admission.state for row in rows]
    admitted = [row for row in rows if row.admission.state in _ADMITTED]
    rest = [by_state.count(state) for state in ("until", "refused", "withdrawn", "pending")]
    return [*_by_sex(rows), *_by_sex(admitted), *rest]


def _by_sex(rows: Sequence[RosterRow]) -> list[int]:
    men = sum(row.sex == "m" for row in rows)
    return [len(rows), men, len(rows) - men]


def _ranks(rows: Sequence[RosterRow]) -> list[int]:
    held = [_group(row.rank) for row in rows if row.admission.state in _ADMITTED]
    return [held.count(rank) for rank in _RANKS]


def _group(rank: str) -> str:
    return "юн." if rank.endswith("юн") else rank or "б/р"


def _told(row: RosterRow) -> bool:
    found = row.admission
    return found.state in ("until", "refused", "withdrawn") or bool(found.barred)


def _why(titles: Mapping[str, str], at: datetime, team: str, row: RosterRow) -> list[str]:
    found = row.admission
    decided = (
        words(found.state, "admission")
        + (f" до {until(found.until)}" if found.until else "")
        + " – истёк" * found.lapsed(at)
    )
    barred = ", ".join(titles[contest] for contest in found.barred)
    return [
        row.number,
        row.name,
        team,
        f"{decided}, кроме: {barred}" if barred else decided,
        found.clause,
        found.reason,
    ]
