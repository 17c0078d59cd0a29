"""One value with its history; after the protocol is posted it is corrected here, with a look at what moves."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts import queries as accounts
from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.corrections import CLOSED
from spartakiad.competition.matches import match_of
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.starters import next_stage
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.judge.pages import LOOK
from spartakiad.people.queries import names_of
from spartakiad.publication.corrections import Correction, correct_mark
from spartakiad.results.history import history
from spartakiad.results.sheets import sheet, typed_fields, typed_line
from spartakiad.standings.moves import Moves, would_move
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.wiring import me_in, shell_of, staying

WHO = only(Role.SPORT_CHIEF, Role.CHIEF_JUDGE, stand_ins=(Role.CHIEF_SECRETARY,))
OFFICIAL = only(Role.CHIEF_JUDGE, stand_ins=(Role.CHIEF_SECRETARY,))  # who changes what is official
_MARK = "/judge/{games:str}/{contest:str}/marks/{entrant:str}"


@get(_MARK, opt={"who": LOOK}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str], contest: FromPath[str], entrant: FromPath[str]) -> Response[str]:
    return _page(request, games, contest, entrant, Said())


@post(f"{_MARK}/correction", opt={"who": WHO})
async def correct(
    request: AnyRequest, games: FromPath[str], contest: FromPath[str], entrant: FromPath[str]
) -> Response[Any]:
    """What is official is shown before it is saved: a form that has not seen the moves of this value gets them."""
    typed = await fields(request)
    found = _list(shell_of(request).now(games).state, contest, entrant)
    raw = typed_line(found, typed)
    typed |= typed_fields(found, raw)
    try:
        wish = _wish(typed, games, found, entrant, raw)
        _may(request, wish)
        if typed.get("look") == "yes" or (wish.standing == "official" and typed.get("seen") != raw):
            return _page(
                request,
                games,
                contest,
                entrant,
                Said((), typed),
                would_move(shell_of(request), games, wish.command, me_in(request).actor_id),
                raw,
            )
    except Refusal as refusal:
        if refusal.status not in (409, 422):
            raise
        return _page(request, games, contest, entrant, Said((refusal,), typed))
    done = await carry_out(request, correct_mark, wish, typed)
    if isinstance(done, Said):
        return _page(request, games, contest, entrant, done)
    address = staying(request, f"/judge/{games}/{contest}/marks/{entrant}", saved="yes")
    return Redirect(address, status_code=303)


def _wish(typed: Mapping[str, str], games: str, found: Line, entrant: str, raw: str) -> Correction:
    version, reason, sure = whole(typed, "version"), typed.get("reason", ""), typed.get("sure") == "yes"
    standing, over = typed.get("standing", ""), typed.get("over", "")
    return Correction(games, found.id, entrant, raw, version, standing, reason, sure, over)


def _may(request: AnyRequest, wish: Correction) -> None:
    """The chief judge of the sport corrects while protests are taken; later it is a matter of the whole Games."""
    if wish.standing == "official" and not me_in(request).may(OFFICIAL.roles, wish.games, contest=wish.contest):
        raise Refusal("official_not_yours")


def _list(state: State, contest: str, entrant: str) -> Line:
    """The list that the entrant stands in, or that of the match.

    Raises Refusal not_found for somebody who is not in the contest, or has no value of his own as teams meet in it.
    """
    whole_contest, entry = line(state, contest), state.entries.get((contest, entrant))
    if match_of(state, contest, entrant):
        return whole_contest
    if entry is None or whole_contest.by_matches:
        raise Refusal("not_found")
    return whole_contest.list_of(entry.part)


def _page(
    request: AnyRequest,
    games: str,
    contest: str,
    entrant: str,
    said: Said,
    moved: Moves | None = None,
    seen: str = "",
) -> Response[str]:
    shell, me = shell_of(request), me_in(request)
    state = shell.now(games).state
    found = _list(state, contest, entrant)
    match, standing = match_of(state, contest, entrant), state.how_far(contest, found.part)
    stages = [match.stage] if match else dict.fromkeys((MAIN, next_stage(state, found, entrant)))
    with shell.store.reader() as session:
        rows = sheet(state, found, names_of(session, games), accounts.names(session))
        steps = history(session, games, found, [(contest, found.part, stage, entrant) for stage in stages])
    roles = OFFICIAL.roles if standing.state == "official" else WHO.roles
    opens = standing.state in CLOSED and contest not in state.taken and state.state != "closed"
    return desk(
        request,
        games,
        "judge/mark.html",
        said,
        contest=found,
        part=found.part if found.part != MAIN else "",
        standing=standing,
        row=next(row for row in rows if row.entrant == entrant),
        steps=steps,
        correcting=opens and me.may(roles, games, contest=contest),
        kind="match" if found.by_matches else found.mark,
        moved=moved,
        seen=seen,
    )


routes = [look, correct]
