"""The commission's table: delegations, their athletes, a verdict on each."""

from datetime import date
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts import queries as accounts
from spartakiad.accounts.roles import Role
from spartakiad.competition.applications import revision
from spartakiad.competition.papers_required import papers_required
from spartakiad.competition.programme import lines, team_of
from spartakiad.documents.admission import admission_protocol
from spartakiad.documents.paper import Paper
from spartakiad.entries.commission import DecideRows, Verdict, decide_rows, judge_delegation
from spartakiad.entries.commission_check import refused
from spartakiad.entries.commission_table import shown_rows, together, typed_rows
from spartakiad.entries.foreseeing import foreseen_words
from spartakiad.entries.matrix import columns, started_in
from spartakiad.entries.papers import changes_title, late_words, paper_words, replaced_words
from spartakiad.entries.queries import delegations, members, over_words, roster, roster_of, told_by
from spartakiad.entries.replacing import Original, Permission, Revocation, allow_late, revoke_late, take_original
from spartakiad.errors import Refusal
from spartakiad.games.live import head_of
from spartakiad.people.actions import NewExport, note_export
from spartakiad.people.alike.pairs import many_alike
from spartakiad.people.queries import full_names, official_rows, people_of
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.papers import pdf_answer, xlsx_answer
from spartakiad.web.render import following
from spartakiad.web.wiring import actor_in, me_in, shell_of

WHO = only(Role.COMMISSION, Role.CHIEF_SECRETARY)


@get("/office/{games:str}/admission", opt={"who": WHO}, sync_to_thread=False)
def teams(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    shell = shell_of(request)
    with shell.store.reader() as session:
        alike, _ = many_alike(session, people_of(session, games).values())
    state = shell.now(games).state
    weighed = [one for one in lines(state) if one.weights.needed]
    rows = delegations(state, shell.clock())
    foreseen = {one.slug: foreseen_words(one.foreseen) for one in state.teams.values()}
    return desk(
        request,
        games,
        "office/admission.html",
        **following(shell.now(games)),
        delegations=rows,
        foreseen=foreseen,
        alike=alike,
        weighed=weighed,
        board=me_in(request).may((Role.CHIEF_SECRETARY,), games),
    )


@get("/office/{games:str}/admission-protocol.pdf", opt={"who": WHO}, sync_to_thread=True)
def protocol(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    return pdf_answer(_protocol(request, games, "протокол комиссии, печать"))


@get("/office/{games:str}/admission-protocol.xlsx", opt={"who": WHO}, sync_to_thread=True)
def protocol_sheet(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    return xlsx_answer(_protocol(request, games, "протокол комиссии, таблица"))


@get("/office/{games:str}/admission/{team:str}", opt={"who": WHO}, sync_to_thread=False)
def one_team(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[str]:
    return _team(request, games, team, Said())


@post("/office/{games:str}/admission/{team:str}/verdict", opt={"who": WHO})
async def verdict(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = Verdict(games, team, typed.get("verdict", ""), typed.get("remark", ""))
    done = await carry_out(request, judge_delegation, wish, typed)
    return _team(request, games, team, done) if isinstance(done, Said) else _back(games, team)


@post("/office/{games:str}/admission/{team:str}/table", opt={"who": WHO})
async def table(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    """The whole delegation at once: only the exceptions were marked."""
    typed = await fields(request)
    state = shell_of(request).now(games).state
    try:
        on = _day(request, games, typed, "on")
    except Refusal as refusal:
        return _team(request, games, team, Said((refusal,), typed))
    papers = tuple(typed.get("papers", "").split())
    wish = DecideRows(games, team, papers, typed_rows(typed, state, team), typed.get("all-until", ""), on)
    shell = shell_of(request)
    wrong = refused(state, wish, shell.clock(), actor_in(request).id)
    done = Said(wrong, typed) if wrong else await carry_out(request, decide_rows, wish, typed)
    if not isinstance(done, Said):
        return _back(games, team)
    disputed = [one.field.rpartition("-")[2] for one in done.refusals if one.kind == "decided_meanwhile" and one.field]
    typed = together(typed, shell.now(games).state, team, disputed)
    return _team(request, games, team, Said(done.refusals, typed))


@post("/office/{games:str}/admission/{team:str}/late", opt={"who": WHO})
async def late(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    """«Дозаявка»: the team may add until an hour."""
    typed = await fields(request)
    try:
        on = _day(request, games, typed, "late-on")
    except Refusal as refusal:
        return _team(request, games, team, Said((refusal,), typed))
    until, reason, allowed = (typed.get(f"late-{name}", "") for name in ("until", "reason", "allowed"))
    done = await carry_out(request, allow_late, Permission(games, team, until, reason, allowed, on), typed)
    return _team(request, games, team, done.under("late")) if isinstance(done, Said) else _back(games, team)


@post("/office/{games:str}/admission/{team:str}/late/revocation", opt={"who": WHO})
async def late_back(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    """The permission is taken back before its hour."""
    typed = await fields(request)
    done = await carry_out(request, revoke_late, Revocation(games, team, typed.get("revoked-reason", "")), typed)
    return _team(request, games, team, done.under("revoked")) if isinstance(done, Said) else _back(games, team)


@post("/office/{games:str}/admission/{team:str}/original", opt={"who": WHO})
async def original(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    try:
        wish = Original(games, team, whole(typed, "revision"))
    except Refusal as refusal:
        return _team(request, games, team, Said((refusal,), typed))
    done = await carry_out(request, take_original, wish, typed)
    return _team(request, games, team, done) if isinstance(done, Said) else _back(games, team)


def _day(request: AnyRequest, games: str, typed: dict[str, str], field: str) -> date | None:
    """One of the days of the Games, or the next one there is."""
    if not typed.get(field):
        return None
    shell = shell_of(request)
    with shell.store.reader() as session:
        days = dict(head_of(session, games, shell.now(games).state).days)
    if typed[field] not in days:
        raise Refusal("bad_choice", field)
    return date.fromisoformat(typed[field])


def _protocol(request: AnyRequest, games: str, what: str) -> Paper:
    """It has names and reasons, so whoever takes it is written down first."""
    shell = shell_of(request)
    state = shell.now(games).state
    shell.write_now(note_export, NewExport(games, "", what), actor_in(request))
    with shell.store.reader() as session:
        rosters = [(team, roster(session, state, games, team)) for team in state.teams]
        replaced = replaced_words(state, full_names(session, [one.was for one in state.replacements]))
        return admission_protocol(state, head_of(session, games, state), rosters, replaced, shell.clock())


def _team(request: AnyRequest, games: str, team: str, said: Said) -> Response[str]:
    shell = shell_of(request)
    state = shell.now(games).state
    found = team_of(state, team)
    with shell.store.reader() as session:
        actors = accounts.names(session)
        found_rows = members(session, state, games, team)
        rows = roster_of(state, found_rows, actors)
        officials = official_rows(session, games, team)
        before = {one.was for one in state.replacements if one.team == team}
        alike, names = many_alike(session, [person for _, person in found_rows], before)
    return desk(
        request,
        games,
        "office/admission_team.html",
        said,
        **following(shell.now(games)),
        team=found,
        foreseen=foreseen_words(found.foreseen),
        moved_by=told_by(found, actors),
        rows=rows,
        officials=officials,
        over=over_words(state, team, rows),
        columns=columns(state, team, rows),
        leaves=started_in(state, team, rows),
        paper=paper_words(state, team),
        changes=changes_title(state, team),
        alike=alike,
        revision=revision(state, team),
        adds=state.takes_late(team, shell.clock()),
        late=late_words(found.late),
        papers=papers_required(state.regulation),
        shown=shown_rows(state, team),
        replaced=replaced_words(state, names, team),
    )


def _back(games: str, team: str) -> Response[Any]:
    return Redirect(f"/office/{games}/admission/{team}?saved=yes", status_code=303)


routes = [teams, protocol, protocol_sheet, one_team, verdict, table, late, late_back, original]
