"""The desk on which a Games is prepared: programme, teams, the standing, what is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.queries import roles_in
from spartakiad.accounts.roles import JUDGING, Role
from spartakiad.competition.decide.setup import check_regulation
from spartakiad.competition.programme import lines
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.games import planning
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.consequences import unfit_by
from spartakiad.games.drafting import answer_of
from spartakiad.games.regulation import Regulation, regulation, unread
from spartakiad.games.tuning import SENT_AS, Setting, contest_settings, sharing, standing_settings
from spartakiad.standings.preview import Moved, what_if
from spartakiad.union.queries import cities
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import shell_of
from spartakiad.words.refusals import sentence

WHO = only(Role.CHIEF_SECRETARY)
MOST_CITIES = 3  # of one joint team


@dataclass(frozen=True, slots=True)
class Missing:
    """A line of the checklist: what it is about, whether it is there, where it is done."""

    words: str
    done: bool
    link: str


@get("/office/{games:str}/setup", opt={"who": WHO}, sync_to_thread=False)
def setup(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _setup(request, games, Said())


@post("/office/{games:str}/setup/contests", opt={"who": WHO})
async def add_sport(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    return await _change(request, planning.AddSport(games, typed.get("sport", ""), *_seen(typed)), typed, "#programme")


@post("/office/{games:str}/setup/contests/{contest:str}/removal", opt={"who": WHO})
async def drop_contest(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    return await _change(request, planning.DropContest(games, contest, *_seen(typed)), typed, "#programme")


@post("/office/{games:str}/setup/contests/{contest:str}/rules", opt={"who": WHO})
async def tune_contest(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = planning.TuneContest(games, contest, _settings(typed), *_seen(typed), typed.get("sure") == "yes")
    return await _change(request, wish, typed, f"#contest-{contest}")


@post("/office/{games:str}/setup/standings/{standing:str}", opt={"who": WHO})
async def tune_standing(request: AnyRequest, games: FromPath[str], standing: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = planning.TuneStanding(games, standing, _settings(typed), *_seen(typed))
    return await _change(request, wish, typed, "#standing", standing)


@post("/office/{games:str}/setup/teams", opt={"who": WHO})
async def add_team(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = planning.AddTeam(games, typed.get("city", ""), typed.get("team_title", ""))
    return _after(request, games, await carry_out(request, planning.add_team, wish, typed), "?saved=yes#teams")


@post("/office/{games:str}/setup/joint-teams", opt={"who": WHO})
async def add_joint_team(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    cities = tuple(filter(None, (typed.get(f"city-{at}", "") for at in range(1, MOST_CITIES + 1))))
    wish = planning.AddJointTeam(games, cities, typed.get("joint_title", ""))
    return _after(request, games, await carry_out(request, planning.add_joint_team, wish, typed), "?saved=yes#teams")


@post("/office/{games:str}/setup/standing", opt={"who": WHO})
async def choose_standing(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    preset = presets().get(typed.get("preset", ""))
    asked = [question.path for question in preset.questions] if preset else []
    given = {path: typed.get(f"answer-{path}", "").strip() for path in asked}
    answers = {path: answer_of(path, text) for path, text in given.items() if text}
    wish = planning.ChooseStanding(games, typed.get("preset", ""), answers, *_seen(typed))
    return await _change(request, wish, typed, "#standing")


def _seen(typed: Mapping[str, str]) -> tuple[str, int]:
    """The reason, and the version of the regulation that stood on the page."""
    version = typed.get("version", "")
    return typed.get("reason", ""), int(version) if version.isascii() and version.isdigit() and len(version) < 9 else 0


def _settings(typed: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in typed.items() if name.startswith(SENT_AS)}


async def _change(
    request: AnyRequest, wish: planning.Change, typed: dict[str, str], part: str, standing: str = ""
) -> Response[Any]:
    """Carried out, or only looked at: then nothing is written and the standing stands beside the one that would be."""
    if typed.get("look") != "yes":
        return _after(request, wish.games, await carry_out(request, planning.change_regulation, wish, typed), part)
    shell, now = shell_of(request), shell_of(request).now(wish.games)
    with shell.store.reader() as session:
        starts_on = planning.first_day(session, wish.games, now.state, shell.clock())
    try:
        document = planning.changed(now.state, wish, starts_on)
        check_regulation(now.state, document)
        moved = what_if(now, replace(now.state, regulation=document), standing)
        with shell.store.reader() as session:
            unfit = unfit_by(session, wish.games, now.state, document)
    except Refusal as refusal:
        if refusal.status not in (409, 422):
            raise
        return _setup(request, wish.games, Said((refusal,), typed))
    return _setup(request, wish.games, Said((), typed), moved, unfit)


def missing(state: State, held: set[tuple[str, str]], games: str) -> list[Missing]:
    """«Чего не хватает для приёма заявок». `held`: roles given in these Games, each with its team or contest."""
    without = [team.title for slug, team in state.teams.items() if (Role.CAPTAIN.value, slug) not in held]
    judged = any(role in JUDGING for role, _ in held)
    setup, people, card = f"/office/{games}/setup", f"/office/{games}/people", f"/office/{games}/card"
    signed = state.card.chair and state.card.chief.name and state.card.secretary.name
    captains = f": {', '.join(without)}" if without and state.teams else ""
    return [
        Missing("Команды – хотя бы две", len(state.teams) >= 2, f"{setup}#teams"),
        Missing("Виды программы", bool(state.contests), f"{setup}#programme"),
        Missing("Подсчёт общего зачёта", bool(state.regulation.get("standing")), f"{setup}#standing"),
        Missing(f"Расписание{_unset(state)}", bool(state.contests) and not _unset(state), f"/office/{games}/timetable"),
        Missing(f"Представители команд{captains}", bool(state.teams) and not without, people),
        Missing("Судьи видов", judged, people),
        Missing("Мандатная комиссия", any(role == Role.COMMISSION.value for role, _ in held), people),
        Missing("Главный судья Спартакиады", any(role == Role.CHIEF_JUDGE.value for role, _ in held), people),
        Missing("До какого дня и часа заявки", bool(state.card.entries_until), card),
        Missing("Кто подписывает документы", bool(signed), card),
        Missing("Телефон секретариата", bool(state.card.phone), card),
        Missing("Приём заявок открыт", state.state != "draft", f"/office/{games}#state"),
    ]


def _unset(state: State) -> str:
    """Which contests have no place in the timetable yet."""
    titles = [line.title for line in lines(state) if line.id not in state.slots]
    return f": {', '.join(titles)}" if titles else ""


def _setup(
    request: AnyRequest, games: str, said: Said, moved: tuple[Moved, ...] = (), unfit: Sequence[str] = ()
) -> Response[str]:
    shell = shell_of(request)
    now = shell.now(games)
    state = now.state
    read = unread(state) if now.broken else regulation(state)
    with shell.store.reader() as session:
        known = cities(session)
        held = {(one.role.value, one.team or one.contest) for one in roles_in(session, games)}
    return desk(
        request,
        games,
        "office/setup.html",
        said,
        teams=list(state.teams.values()),
        cities=[(slug, city.title) for slug, city in known.items() if slug not in state.teams],
        every_city=[(slug, city.title) for slug, city in known.items()],
        most_cities=MOST_CITIES,
        sports=[(one.id, one.title) for one in sports().values()],
        regulation=read,
        broken=sentence(now.broken) if now.broken else "",
        settings=_all_settings(state.regulation, read),
        sharing={one.id: sharing(state.regulation, one.id) for one in read.contests},
        presets=list(presets().values()),
        checklist=missing(state, held, games),
        started=bool(state.marks),
        moved=moved,
        unfit=unfit or said.unfit,
    )


def _all_settings(document: Mapping[str, Any], read: Regulation) -> dict[str, list[Setting]]:
    """Of each contest and each standing, under the name of its form."""
    contests = {f"contest-{one.id}": contest_settings(document, one.id) for one in read.contests}
    return contests | {f"standing-{one.id}": standing_settings(document, one.id) for one in read.standings}


def _after(request: AnyRequest, games: str, done: object, part: str = "") -> Response[Any]:
    if isinstance(done, Said):
        return _setup(request, games, done)
    return Redirect(f"/office/{games}/setup{part}", status_code=303)


routes = [setup, add_sport, drop_contest, tune_contest, tune_standing, add_team, add_joint_team, choose_standing]
