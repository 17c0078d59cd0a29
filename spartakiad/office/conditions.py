"""The form of what the regulation says of everybody: documents for the commission, limits of a delegation."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.eligibility import IDENTIFIERS, Limits, identifiers_of, limits
from spartakiad.competition.joint import joint_rule
from spartakiad.competition.papers_required import MOST, documents_of
from spartakiad.competition.quotas import HIGHEST
from spartakiad.competition.residence import residence_of
from spartakiad.competition.texts import free_text
from spartakiad.errors import Refusal
from spartakiad.games.conditions import (
    SetConditions,
    set_conditions,
    typed_identifiers,
    typed_joint,
    typed_papers,
    typed_residence,
)
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.wiring import shell_of
from spartakiad.words.joint import JOINT
from spartakiad.words.residence import HOW

WHO = only(Role.CHIEF_SECRETARY)


@get("/office/{games:str}/conditions", opt={"who": WHO}, sync_to_thread=False)
def conditions(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/conditions", opt={"who": WHO})
async def save(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    try:
        papers = typed_papers(typed, shell_of(request).now(games).state.regulation)
        version = whole(typed, "version") if typed.get("version") else 0
        asked = (papers, _limits(typed), typed_residence(typed), typed_joint(typed), *typed_identifiers(typed))
        wish = SetConditions(games, *asked, typed.get("reason", ""), version, typed.get("sure") == "yes")
    except Refusal as refusal:
        return _page(request, games, Said((refusal,), typed))
    done = await carry_out(request, set_conditions, wish, typed)
    if isinstance(done, Said):
        return _page(request, games, done)
    return Redirect(f"/office/{games}/conditions?saved=yes", status_code=303)


def _limits(typed: Mapping[str, str]) -> Limits:
    athletes, contests = (_most(typed, name) for name in ("athletes", "most"))
    return Limits(athletes, contests, free_text(typed.get("limits-clause", ""), "limits-clause", 40))


def _most(typed: Mapping[str, str], name: str) -> int | None:
    """Nothing typed, no limit."""
    if not typed.get(name, "").strip():
        return None
    found = whole(typed, name)
    if not 1 <= found <= HIGHEST:
        raise Refusal("limit_outside", name, least=1, most=HIGHEST)
    return found


def _page(request: AnyRequest, games: str, said: Said) -> Response[str]:
    state = shell_of(request).now(games).state
    papers = documents_of(state.regulation)
    rows = [*papers, *(None for _ in range(MOST - len(papers)))]
    return desk(
        request,
        games,
        "office/conditions.html",
        said,
        rows=list(enumerate(rows, 1)),
        limits=limits(state.regulation),
        how=[(one, words) for one, (_, words) in HOW.items()],
        residence=residence_of(state.regulation),
        joint=joint_rule(state.regulation),
        ways=list(JOINT.items()),
        identifiers=IDENTIFIERS,
        needed=identifiers_of(state.regulation),
        version=state.regulation_version,
        started=bool(state.marks),
    )


routes = [conditions, save]
