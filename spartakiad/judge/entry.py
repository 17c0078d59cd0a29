"""The entry screen: a page that works without network, its worker, and what belongs to it."""

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.accounts.roles import JUDGING, SECRETARIAT
from spartakiad.competition.programme import line
from spartakiad.judge.pages import shown
from spartakiad.results.carried import carry_key
from spartakiad.web.access import PUBLIC, only
from spartakiad.web.assets import ASSETS
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest
from spartakiad.web.wiring import me_in, settings_of, shell_of

WHO = only(*JUDGING, stand_ins=SECRETARIAT)


@get("/judge/{games:str}/{contest:str}/entry", opt={"who": WHO}, sync_to_thread=False)
def entry(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    """The frame alone: what is typed in comes as a list of its own and stays on the device."""
    state = shell_of(request).now(games).state
    whole = line(state, contest)
    found = shown(whole, str(request.query_params.get("part", "")))
    return desk(
        request,
        games,
        "judge/entry.html",
        contest=found,
        parts=whole.parts,
        part=found.part if whole.parts else "",
        me_id=me_in(request).actor_id,
        session=me_in(request).sign_in,
        seal=carry_key(settings_of(request).secret, me_in(request).token_hash),
        kind="match" if found.by_matches else found.mark,
    )


@get("/judge/worker.js", opt={"who": PUBLIC}, sync_to_thread=False)
def worker() -> Response[bytes]:
    """Under an address of its own: a worker rules over what lies beneath it, and is asked for anew each time."""
    found = ASSETS["judge/worker.js"]
    return Response(found.body, media_type=found.media_type, headers={"Cache-Control": "no-cache"})


routes = [entry, worker]
