"""The start list of a contest: lots are drawn, everybody sees what would be released, then it is released."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import SECRETARIAT, Role
from spartakiad.competition.decide.draws import ways_of
from spartakiad.competition.decide.plans import races
from spartakiad.competition.decide.pools import pools_wanted
from spartakiad.competition.finals import final_stage
from spartakiad.competition.memory import Now
from spartakiad.competition.plans import NO_PLAN
from spartakiad.competition.programme import Line, line
from spartakiad.competition.shell import Verb
from spartakiad.competition.starters import starters
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.people.queries import names_of, people_of
from spartakiad.results.matches import Tournament, tournament
from spartakiad.results.sheets import sides
from spartakiad.starts import actions as starts
from spartakiad.starts.forms import shown_plan, typed_plan
from spartakiad.starts.queries import Preview, drawn_view, preview, sealed_view
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.wiring import me_in, shell_of, staying
from spartakiad.words.draws import WAYS
from spartakiad.words.refusals import sentence
from spartakiad.words.starts import BIBS, STARTS, bib_words, court_words, start_words

Wish = starts.OneContest | starts.Sealing | starts.Lots | starts.PerEntrant | starts.PlanOf
WHO = only(Role.SPORT_CHIEF, Role.SPORT_SECRETARY, *SECRETARIAT)


@get("/office/{games:str}/contests/{contest:str}/starts", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    return _page(request, games, contest, Said())


@post("/office/{games:str}/contests/{contest:str}/starts", opt={"who": WHO})
async def release(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    """The deliberate act: from now on judges have the list and nobody is entered any more."""
    typed = await fields(request)
    wish = starts.OneContest(games, contest, typed.get("part", ""), reason=typed.get("reason", ""))
    return await _done(request, starts.release, wish, typed)


@post("/office/{games:str}/contests/{contest:str}/starts/seal", opt={"who": WHO})
async def seal(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    part, way, seed = _part(request, games, contest), typed.get("way", ""), typed.get("seed", "")
    try:
        size, groups = (whole(typed, name) if typed.get(name, "").strip() else 0 for name in ("size", "groups"))
    except Refusal as refusal:
        return _page(request, games, contest, Said((refusal,), typed))
    return await _done(request, starts.seal, starts.Sealing(games, contest, part, way, seed, size, groups), typed)


@post("/office/{games:str}/contests/{contest:str}/starts/draw", opt={"who": WHO})
async def draw(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    """By the sealed seed, with what captains called."""
    typed = await fields(request)
    part = _part(request, games, contest)
    wish = starts.Lots(games, contest, part, typed.get("draw-called", ""), typed.get("draw-reason", ""))
    return await _done(request, starts.draw, wish, typed, "draw")


@post("/office/{games:str}/contests/{contest:str}/starts/slips", opt={"who": WHO})
async def slips(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    """Typed from the slips of a meeting."""
    typed = await fields(request)
    part = _part(request, games, contest)
    wish = starts.PerEntrant(games, contest, part, _of_each(typed, "slip-"), typed.get("slip-reason", ""))
    return await _done(request, starts.draw_by_hand, wish, typed, "slip")


@post("/office/{games:str}/contests/{contest:str}/starts/seedings", opt={"who": WHO})
async def seedings(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = starts.PerEntrant(games, contest, _part(request, games, contest), _of_each(typed, "seeding-"))
    return await _done(request, starts.give_seedings, wish, typed, "seeding")


@post("/office/{games:str}/contests/{contest:str}/starts/plan", opt={"who": WHO})
async def plan(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    """How they start and which numbers they wear."""
    typed = await fields(request)
    part = _part(request, games, contest)
    try:
        found = typed_plan(shell_of(request).now(games).state, contest, typed)
    except Refusal as refusal:
        return _page(request, games, contest, Said((refusal,), typed))
    return await _done(request, starts.plan, starts.PlanOf(games, contest, part, found), typed)


async def _done(
    request: AnyRequest,
    verb: Verb,
    wish: Wish,
    typed: Mapping[str, str],
    form: str = "",
) -> Response[Any]:
    """Back to the page; what is refused is said at the fields of the `form` it came from."""
    done = await carry_out(request, verb, wish, typed)
    if isinstance(done, Said):
        return _page(request, wish.games, wish.contest, done.under(form) if form else done)
    address = f"/office/{wish.games}/contests/{wish.contest}/starts"
    return Redirect(staying(request, address, part=request.query_params.get("part", "")), status_code=303)


def _of_each(typed: Mapping[str, str], prefix: str) -> tuple[tuple[str, str], ...]:
    named = ((name.removeprefix(prefix), text) for name, text in typed.items() if name.startswith(prefix))
    return tuple((entrant, text) for entrant, text in named if entrant != "reason")


def _part(request: AnyRequest, games: str, contest: str) -> str:
    return _shown(request, line(shell_of(request).now(games).state, contest)).part


def _shown(request: AnyRequest, whole: Line) -> Line:
    """The part that the address names, or the first one; a contest in one part is its own list."""
    part = request.query_params.get("part", "")
    if part and whole.parts and whole.list_of(part) is whole:
        raise Refusal("not_found")
    return whole.list_of(part or whole.lists[0].part)


def _teams(state: State, part: Line) -> set[str]:
    return {state.entries[part.id, one].team for one in starters(state, part)}


def _planned(state: State, part: Line, said: Said) -> dict[str, Any]:
    """How they start as it stands, and what may be chosen instead."""
    plan = state.plans.get((part.id, part.part), NO_PLAN)
    courts = court_words(plan.courts, plan.minutes, plan.rounds_a_day)
    starts_so = f"{start_words(plan.start, plan.every, plan.at_once)}; номера: {bib_words(plan.bibs)}"
    return {
        "plan": {**shown_plan(state, part.id, plan), **said.typed},
        "plan_words": courts if part.by_matches else starts_so,
        "kinds": [(kind, *STARTS[kind]) for kind in STARTS if not part.by_matches],
        "numbers": [(kind, *BIBS[kind]) for kind in BIBS if not (part.by_teams and kind in ("number", "sex"))],
    }


def _tournament(games: str, contest: str, shown: Preview, state: State, named: Mapping[str, str]) -> Tournament:
    """The games as they would be released, or as they are."""
    then = shown.state if shown.state and state.contests[contest].state in ("planned", "start_list") else state
    return tournament(Now(games, then, None), line(then, contest), None, named.__getitem__)


def _page(request: AnyRequest, games: str, contest: str, said: Said) -> Response[str]:
    shell, me = shell_of(request), me_in(request)
    state = shell.now(games).state
    contest_whole = line(state, contest)
    found = _shown(request, contest_whole)
    with shell.store.reader() as session:
        named = dict(sides(state, found, names_of(session, games)))
        sexes = {number: person.sex for number, person in people_of(session, games).items()}
    drawn = drawn_view(state, found, lambda one: named.get(one, f"№ {one}"))
    shown = preview(state, found, named.__getitem__, shell.now(games).result, sexes)
    return desk(
        request,
        games,
        "office/starts.html",
        said,
        contest=found,
        parts=contest_whole.parts,
        page=f"/office/{games}/contests/{contest}/starts",
        at=f"?part={found.part}" if contest_whole.parts else "",
        standing=state.how_far(contest, found.part),
        final=final_stage(found) is not None,
        waiting=[one for one in contest_whole.parts if state.how_far(contest, one.part).state == "planned"],
        ways=[(way, *WAYS[way]) for way in ways_of(found)],
        wanted=pools_wanted(found) if found.by_matches else 0,
        sealed=sealed_view(state, found),
        **_planned(state, found, said),
        races=[(f"{one.id}|{one.part}", one.title) for one in races(state, found)],
        teams=[(one.slug, one.title) for one in state.teams.values() if one.slug in _teams(state, found)],
        drawn=drawn,
        entrants=[(one, named[one]) for one in starters(state, found)],
        seedings=state.seedings.get((contest, found.part), {}),
        places={row.entrant: row.place for row in drawn.rows} if drawn else {},
        preview=shown,
        tournament=_tournament(games, contest, shown, state, named) if found.by_matches else None,
        blocked=sentence(shown.refusal) if shown.refusal else "",
        board=me.may(_BOARD, games),
        judging=me.may((Role.SPORT_CHIEF, Role.SPORT_SECRETARY), games, contest=contest),
    )


_BOARD = (*SECRETARIAT, Role.CHIEF_JUDGE)
routes = [look, release, plan, seal, draw, slips, seedings]
