"""What the open data are made of: published fields only, under names that stay."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class GamesOut:
    """Спартакиада. `state`: draft, entries_open, entries_closed, under_way, closed, moved, cancelled, host_withdrew.
    `live`: есть ли у неё здесь ход соревнований; без него по её адресу – то, что о ней рассказывают источники."""

    slug: str
    title: str
    state: str
    dates: str
    hosts: list[str]
    winners: list[str]
    demo: bool
    live: bool


@dataclass(frozen=True, slots=True)
class PastPlaceOut:
    """Место в общем зачёте прошедшей Спартакиады; `points` null, где источник их не называет."""

    place: str
    tied: bool
    city: str
    points: int | None


@dataclass(frozen=True, slots=True)
class PastGamesOut:
    """Спартакиада без хода соревнований (`live` false), как её рассказывают источники. `standing`: известные места,
    обычно только первые; `page`: её страница, там же ссылки на источники."""

    slug: str
    title: str
    state: str
    dates: str
    hosts: list[str]
    demo: bool
    live: bool
    standing: list[PastPlaceOut]
    page: str


@dataclass(frozen=True, slots=True)
class GamesStateOut:
    """Спартакиада с ходом соревнований. `number`: номер журнала, которому это соответствует; `held`: результаты
    придержаны до церемонии и показаны, какими были тогда."""

    slug: str
    title: str
    state: str
    host: str
    first: date | None
    last: date | None
    demo: bool
    live: bool
    number: int
    held: bool
    leading: str
    progress: str


@dataclass(frozen=True, slots=True)
class CellOut:
    """Очки команды за вид. `points` null, пока вид не проводился; `counted`: вошли ли в сумму;
    `absence`: почему нет места."""

    contest: str
    place: float | None
    points: float | None
    counted: bool
    absence: str | None
    provisional: bool


@dataclass(frozen=True, slots=True)
class StandingOut:
    """Строка общего зачёта. `total_exact`: сумма без округления, целое или дробь «71/2»."""

    place: float | None
    tied: bool
    team: str
    title: str
    city: str
    total: float
    total_exact: str
    cells: list[CellOut]


@dataclass(frozen=True, slots=True)
class ContestOut:
    """Вид программы. `state`: planned, start_list, under_way, posted (предварительно), official, cancelled.
    `revision`: редакция официального результата, 0 – её ещё нет. `outside`: вне зачёта."""

    id: str
    title: str
    state: str
    revision: int
    at: datetime | None
    outside: bool
    protested: bool
    flags: list[str]


@dataclass(frozen=True, slots=True)
class ResultOut:
    """Строка результатов: участник или команда. `name` – фамилия и имя только с согласия на публикацию.

    `counted`: вошёл ли результат в зачёт своей команды в этом виде; `state`: вида или дистанции, как у вида программы:
    до official строка предварительная.
    """

    part: str
    place: str
    tied: bool
    bib: str
    name: str
    team: str
    team_title: str
    result: str
    behind: str
    note: str
    counted: bool
    state: str


@dataclass(frozen=True, slots=True)
class TeamResultOut:
    """Место команды в виде и то, из чего оно сложилось."""

    place: str
    tied: bool
    team: str
    title: str
    result: str
    members: str


@dataclass(frozen=True, slots=True)
class ContestResultsOut:
    """Результаты вида: строки всех дистанций и групп, затем места команд."""

    contest: ContestOut
    results: list[ResultOut]
    teams: list[TeamResultOut]


@dataclass(frozen=True, slots=True)
class MatchOut:
    """Матч вида: пара и счёт со стороны первой команды.

    `about`: номер или что разыгрывают; `result` пуст, пока матч не сыгран; `checked`: счёт сверен вторым человеком, до
    этого он предварительный; `off`: почему матч не играют или он не в счёт.
    """

    id: str
    about: str
    first: str
    second: str
    result: str
    checked: bool
    turn: str
    when: str
    off: str


@dataclass(frozen=True, slots=True)
class TeamOut:
    """Команда; `cities`: у сборной нескольких городов – все они."""

    id: str
    title: str
    city: str
    cities: list[str]


@dataclass(frozen=True, slots=True)
class SlotOut:
    """Строка расписания; `starts_at` null – отложено без нового срока. `was`: прежние начала."""

    contest: str
    title: str
    starts_at: datetime | None
    ends_at: datetime | None
    venue: str
    address: str
    state: str
    flags: list[str]
    was: list[datetime]
    reason: str


@dataclass(frozen=True, slots=True)
class NoticeOut:
    """Объявление для всех."""

    number: int
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class MedalsOut:
    """Медали команды: `gold`, `silver`, `bronze` – в официальных результатах, с `_provisional` – сверх того в
    предварительных. `place` – по тем и другим вместе, как на странице медалей."""

    place: str
    team: str
    title: str
    gold: int
    silver: int
    bronze: int
    gold_provisional: int
    silver_provisional: int
    bronze_provisional: int


@dataclass(frozen=True, slots=True)
class ChangeOut:
    """Что изменилось в строке журнала `number`: games, contests, results, standings, teams, schedule, notices, sheets
    или names. После results мог измениться и зачёт; после names заберите заново всё, где есть имена."""

    number: int
    at: datetime
    what: str
    contest: str


@dataclass(frozen=True, slots=True)
class FeedOut:
    """Изменения после номера `after`; следующий раз спрашивайте `after=next`, при `more` – сразу."""

    games: str
    after: int
    next: int
    more: bool
    held: bool
    changes: list[ChangeOut]


@dataclass(frozen=True, slots=True)
class Refused:
    """Почему ответа нет и что сделать."""

    error: str
