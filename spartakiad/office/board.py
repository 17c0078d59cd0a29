"""The secretariat's board: what is not closed, and the next step of each contest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.queries import AccountRow, people_with_access
from spartakiad.accounts.roles import SECRETARIAT, Me, Role
from spartakiad.competition.decide.cup import Proposal, proposal
from spartakiad.competition.programme import MAIN, Line, lines
from spartakiad.competition.publishing import publishable
from spartakiad.competition.starters import starters
from spartakiad.competition.state import State
from spartakiad.entries.queries import delegations
from spartakiad.halls.devices import devices, with_halls
from spartakiad.office import (
    admission,
    ceremony,
    consents,
    cup,
    decisions,
    freeze,
    inbox,
    journal,
    meetings,
    notices,
    people,
    protests,
    report,
    setup,
    sheets,
    timetable,
    venue_cards,
)
from spartakiad.office import devices as devices_page
from spartakiad.publication.actions import OneContest, accept
from spartakiad.publication.blockers import Blocker, blockers
from spartakiad.publication.sheets import valid_sheet
from spartakiad.web.access import Who, only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, seen_waiting
from spartakiad.web.wiring import me_in, shell_of
from spartakiad.words.refusals import sentence

WHO = only(Role.CHIEF_SECRETARY)
LOOK = only(Role.CHIEF_SECRETARY, Role.CHIEF_JUDGE, Role.OPERATOR)
PAGES = (  # of the secretariat: address, title, who may
    ("admission", "Допуск", admission.WHO),
    ("cup", "Кубок", cup.LOOK),
    ("ceremony", "Награждение", ceremony.WHO),
    ("report", "Отчёт", report.WHO),
    ("freeze", "Придержать и объявить", freeze.WHO),
    ("timetable", "Расписание", timetable.WHO),
    ("meetings", "Заседания", meetings.LOOK),
    ("notices", "Объявления", notices.WHO),
    ("inbox", "Записи судей", inbox.WHO),
    ("protests", "Протесты", protests.WHO),
    ("decisions", "Решения", decisions.WHO),
    ("sheets", "Публикация", sheets.READ),
    ("setup", "Подготовка", setup.WHO),
    ("people", "Приглашения", people.WHO),
    ("venue-cards", "Карточки площадок", venue_cards.WHO),
    ("devices", "Устройства судей", devices_page.WHO),
    ("exports", "Выгрузки личных данных", consents.CHIEF),
    ("journal.jsonl", "Журнал файлом", journal.WHO),
    ("archive.zip", "Архив с проверкой", journal.CHIEF),
    ("document.json", "Документ для пересчёта", journal.WHO),
)
AFTER = (("static.zip", "Сайт для диска", journal.CHIEF),)  # once the Games are over
# Who answers for what is awaited of a role: the secretary of a sport for marks as its judges do.
_ANSWERING = {Role.JUDGE: (Role.JUDGE, Role.SPORT_SECRETARY)}


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A contest on the board. `flags` as in State; `next_step`: starts, judges, official, publish or nothing.

    `parts`: of a contest in parts, each; of a part, `part` is its name and `next_step` only what is done for it alone.
    """

    id: str
    title: str
    state: str
    flags: tuple[str, ...]
    marks: int
    unconfirmed: int
    next_step: str
    part: str = ""
    parts: tuple["BoardRow", ...] = ()


@get("/office/{games:str}", opt={"who": LOOK}, sync_to_thread=False)
def board(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return board_page(request, games, Said())


@post("/office/{games:str}/contests/{contest:str}/official", opt={"who": WHO})
async def official(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = OneContest(games, contest, despite=seen_waiting(typed))
    done = await carry_out(request, accept, wish, typed)
    return board_page(request, games, done, contest) if isinstance(done, Said) else _back(games)


def board_rows(state: State) -> list[BoardRow]:
    return [_row(state, found) for found in lines(state)]


def _row(state: State, found: Line) -> BoardRow:
    marks = [mark for key, mark in state.marks_of(found.id).items() if found.part in (MAIN, key[1])]
    standing = state.contests[found.id].state
    return BoardRow(
        id=found.id,
        title=found.title,
        state=standing,
        flags=state.flags(found.id),
        marks=len(marks),
        unconfirmed=sum(mark.check != "confirmed" for mark in marks),
        next_step="publish" if _unpublished(state, found.id) else _NEXT.get(standing, ""),
        parts=tuple(_part_row(state, part) for part in found.parts),
    )


def _part_row(state: State, part: Line) -> BoardRow:
    standing = state.how_far(part.id, part.part).state
    step = "starts" if standing == "planned" and starters(state, part) else ""
    own = replace(_row(state, part), title=part.part_title, state=standing, flags=(), next_step=step)
    return replace(own, part=part.part)


def _unpublished(state: State, contest: str) -> bool:
    return publishable(state, contest) and valid_sheet(state, contest) is None


_NEXT = {"planned": "starts", "start_list": "judges", "under_way": "judges", "posted": "official"}


@dataclass(frozen=True, slots=True)
class Expected:
    """A blocker with the people who answer for it: names and phones. `opens`: whoever looks may follow its link."""

    blocker: Blocker
    people: tuple[tuple[str, str], ...]
    opens: bool


def expected(found: Sequence[Blocker], known: Sequence[AccountRow], games: str, me: Me) -> list[Expected]:
    stands_in = me.may(SECRETARIAT, games)
    pages = {"", *(page for page, _, _ in _mine(me, games)), *(["contests"] if stands_in else [])}
    return [
        Expected(
            one,
            one.people or tuple((who.name, who.phone) for who in known if _answers(who, one, games)),
            _page_of(one.link, games) in pages if one.link.startswith("/office/") else stands_in,
        )
        for one in found
    ]


def _mine(me: Me, games: str, standing: str = "") -> list[tuple[str, str, Who]]:
    pages = (*PAGES, *(AFTER if standing == "closed" else ()))
    return [page for page in pages if me.may(page[2].roles, games)]


def _page_of(link: str, games: str) -> str:
    """The page of the secretariat that a link leads to; "" for this board."""
    return link.removeprefix(f"/office/{games}").removeprefix("/").partition("#")[0].partition("/")[0]


def _answers(who: AccountRow, one: Blocker, games: str) -> bool:
    return who.reachable and any(
        held.role in _ANSWERING.get(one.role, (one.role,))
        and held.games == games
        and one.team in ("", held.team)
        and (held.contest in ("", one.contest) or not one.contest)
        for held in who.roles
    )


def awaited(request: AnyRequest, games: str) -> list[Expected]:
    """What keeps the Games from being closed, and who answers for each."""
    shell = shell_of(request)
    now, at = shell.now(games), shell.clock()
    with shell.store.reader() as session:
        known = people_with_access(session, at)
    silent = [row for row in devices(known, games, now.state, at) if row.silent(at)]
    return expected(blockers(now, at, silent), with_halls(known, games, now.state), games, me_in(request))


def board_page(request: AnyRequest, games: str, said: Said, wrong: str = "") -> Response[str]:
    """`wrong`: the contest that `said` is about."""
    shell, me = shell_of(request), me_in(request)
    now = shell.now(games)
    state = now.state
    found: Proposal = Proposal("not_computable", (), ()) if now.broken else proposal(state, now.result)
    return desk(
        request,
        games,
        "office/board.html",
        said,
        broken=sentence(now.broken) if now.broken else "",
        wrong=wrong,
        expected=awaited(request, games),
        pages=[(page, title) for page, title, _ in _mine(me, games, state.state)],
        runs=me.may(WHO.roles, games),
        stands_in=me.may(SECRETARIAT, games),
        sees_sheets=me.may((*SECRETARIAT, Role.CHIEF_JUDGE), games),
        stream=now.stream,
        number=state.number,
        rows=board_rows(state),
        delegations=delegations(state, shell.clock()),
        proposal=found,
        resumed=state.resumed,
        winners=[state.teams[team].title for team in found.teams],
    )


def _back(games: str) -> Response[Any]:
    return Redirect(f"/office/{games}", status_code=303)


routes = [board, official]
