"""«Заменить» at the last hour: one form for whoever comes in; number, starts and contests are those of the other."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath

from spartakiad.competition.decide.lineups import out_of_lineups
from spartakiad.competition.eligibility import identifiers_of
from spartakiad.competition.programme import line, lines
from spartakiad.entries.forms import typed_athlete
from spartakiad.entries.queries import RosterRow, roster
from spartakiad.entries.replacing import Replacing, replace_athlete
from spartakiad.entries.reserves import offered
from spartakiad.errors import Refusal
from spartakiad.people.alike.asking import Look
from spartakiad.people.forms import Clean, understand
from spartakiad.team.alike import Meant, meant
from spartakiad.team.pages import WHO, back_to_cabinet, known_team, today
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, lacking
from spartakiad.web.wiring import shell_of

_SHOWN = ("surname", "sex", "born_on", "rank")  # what this form asks for of a person, beside what the regulation does

_GROUNDS = {"reason": "reason_needed", "allowed": "required"}


@get("/team/{games:str}/{team:str}/athletes/{athlete:str}/replacement", opt={"who": WHO}, sync_to_thread=False)
def replacement(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], athlete: FromPath[str]
) -> Response[str]:
    return _page(request, games, team, athlete, Said())


def _again(request: AnyRequest) -> Response[str]:
    games, team, athlete = (str(request.path_params[name]) for name in ("games", "team", "athlete"))
    return _page(request, games, team, athlete, Said((Refusal("form_too_large"),)))


@post("/team/{games:str}/{team:str}/athletes/{athlete:str}/replacement", opt={"who": WHO, "too_large": _again})
async def replace(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], athlete: FromPath[str]
) -> Response[Any]:
    typed = await fields(request)
    known_team(request, games, team)
    needed = identifiers_of(shell_of(request).now(games).state.regulation)[0]
    shown = {name: text for name, text in typed.items() if name in (*_SHOWN, *needed)}
    clean = understand(typed_athlete(_named(shown)), today(request))
    lacks = lacking(typed, _GROUNDS)
    if not isinstance(clean, Clean) or lacks:
        wrong = () if isinstance(clean, Clean) else clean
        return _page(request, games, team, athlete, Said((*wrong, *lacks), typed))
    who = meant(request, games, team, clean, typed)
    if not isinstance(who, Meant):
        return _page(request, games, team, athlete, Said((Refusal("same_unsaid", "same"),), typed), who)
    grounds = (typed.get("reason", ""), typed.get("allowed", ""))
    wish = Replacing(games, team, athlete, who.clean, *grounds, who.identity, typed.get("city", ""))
    done = await carry_out(request, replace_athlete, wish, typed)
    if isinstance(done, Said):
        return _page(request, games, team, athlete, done)
    return back_to_cabinet(request, games, team, "replaced")


def _named(typed: dict[str, str]) -> dict[str, str]:
    """Surname, name and patronymic from one field, as they are said."""
    surname, name, patronymic = [*typed.get("surname", "").split(maxsplit=2), "", "", ""][:3]
    return {**typed, "surname": surname, "name": name, "patronymic": patronymic}


def _page(
    request: AnyRequest, games: str, team: str, athlete: str, said: Said, looks: tuple[Look, ...] = ()
) -> Response[str]:
    known_team(request, games, team)
    shell = shell_of(request)
    state = shell.now(games).state
    with shell.store.reader() as session:
        rows = roster(session, state, games, team)
    out: RosterRow | None = next((row for row in rows if row.number == athlete), None)
    if out is None:
        raise Refusal("not_found")
    mine = [one for one in lines(state) if one.id in out.roles]
    return desk(
        request,
        games,
        "team/replacement.html",
        said,
        team=state.teams[team],
        out=out,
        looks=looks,
        city=state.athletes[athlete].city,
        contests=[one.title for one in mine],
        lineups=[line(state, one.contest).title for one in out_of_lineups(state, athlete)],
        reserves=[one for one in mine if out.roles[one.id] == "team" and offered(state, one.id, rows)],
        needed=identifiers_of(state.regulation)[0],
    )


routes = [replacement, replace]
