"""Consents of a delegation, taken from paper at once; one withdrawn; a person erased; who took personal data out."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts import queries as accounts
from spartakiad.accounts.roles import Role
from spartakiad.competition.holders import former_holders
from spartakiad.competition.programme import team_of
from spartakiad.competition.state import State
from spartakiad.competition.texts import a_day
from spartakiad.documents.publishing import Erasure, Withdrawal, erase_and_reissue, withdraw_and_reissue
from spartakiad.errors import Refusal
from spartakiad.models.people import CONSENTS
from spartakiad.office.sheets import press_of
from spartakiad.people.actions import Paper, TakePapers, Withdraw, take_papers
from spartakiad.people.erasing import Erase
from spartakiad.people.queries import consents_of, exports_of
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import me_in, shell_of
from spartakiad.words.dates import MOSCOW

WHO = only(Role.COMMISSION, Role.CHIEF_SECRETARY)
CHIEF = only(Role.CHIEF_SECRETARY)


@get("/office/{games:str}/admission/{team:str}/consents", opt={"who": WHO}, sync_to_thread=False)
def consents(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[str]:
    return _page(request, games, team, Said())


@post("/office/{games:str}/admission/{team:str}/consents", opt={"who": WHO})
async def take(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    """Everybody whose boxes are ticked; what is not ticked is neither given nor withdrawn."""
    typed = await fields(request)
    try:
        on = a_day(typed.get("given_on", ""), "given_on")
    except Refusal as refusal:
        return _page(request, games, team, Said((refusal,), typed))
    papers = tuple(_paper(typed, number) for number in _numbers(shell_of(request).now(games).state, team))
    done = await carry_out(request, take_papers, TakePapers(games, team, on, papers), typed)
    return _page(request, games, team, done) if isinstance(done, Said) else _back(games, team)


@post("/office/{games:str}/admission/{team:str}/consents/{athlete:str}/withdrawal", opt={"who": WHO})
async def take_back(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], athlete: FromPath[str]
) -> Response[Any]:
    typed = await fields(request)
    done = await carry_out(
        request,
        withdraw_and_reissue,
        Withdrawal(Withdraw(games, team, athlete, typed.get("kind", "")), press_of(request)),
        typed,
    )
    return _page(request, games, team, done) if isinstance(done, Said) else _back(games, team)


@post("/office/{games:str}/admission/{team:str}/consents/{athlete:str}/erasure", opt={"who": CHIEF})
async def erasure(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], athlete: FromPath[str]
) -> Response[Any]:
    typed = await fields(request)
    done = await carry_out(
        request,
        erase_and_reissue,
        Erasure(Erase(games, team, athlete, typed.get("reason", "")), press_of(request)),
        typed,
    )
    return _page(request, games, team, done, athlete) if isinstance(done, Said) else _back(games, team)


@get("/office/{games:str}/exports", opt={"who": CHIEF}, sync_to_thread=False)
def exports(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    shell = shell_of(request)
    with shell.store.reader() as session:
        rows, names = exports_of(session, games), accounts.names(session)
    teams = shell.now(games).state.teams
    shown = [(row, names.get(row.actor, row.actor), teams[row.team].title if row.team in teams else "") for row in rows]
    return desk(request, games, "office/exports.html", rows=shown)


def _paper(typed: Mapping[str, str], number: str) -> Paper:
    kinds = tuple(kind for kind in CONSENTS if typed.get(f"{kind}-{number}") == "yes")
    return Paper(number, kinds, typed.get(f"signer-{number}", ""))


def _numbers(state: State, team: str) -> list[str]:
    return [one.number for one in state.athletes_of(team)]


def _page(request: AnyRequest, games: str, team: str, said: Said, wrong: str = "") -> Response[str]:
    shell = shell_of(request)
    state = shell.now(games).state
    found = team_of(state, team)
    today = shell.clock().astimezone(MOSCOW).date()
    present = {one.number: one.person for one in state.athletes_of(team)}
    gone = {key: one.person for key, one in former_holders(state, team).items()}
    with shell.store.reader() as session:
        rows, former = consents_of(session, present, today), consents_of(session, gone, today)
    given = {kind: sum(kind in row.given for row in rows) for kind in CONSENTS}
    return desk(
        request,
        games,
        "office/consents.html",
        said,
        team=found,
        rows=rows,
        former=former,
        kinds=CONSENTS,
        refused={row.number for row in rows if state.admission(row.number).state == "refused"},
        today=f"{today:%d.%m.%Y}",
        wrong=wrong,
        chief=me_in(request).may(CHIEF.roles, games),
        given=given,
        # Once papers were taken, whoever is left is an exception: a second press must not consent for them.
        fresh=[] if said.typed else [kind for kind in CONSENTS if not given[kind]],
    )


def _back(games: str, team: str) -> Response[Any]:
    return Redirect(f"/office/{games}/admission/{team}/consents?saved=yes", status_code=303)


routes = [consents, take, take_back, erasure, exports]
