"""«Новая Спартакиада» and the desk on which it is prepared: programme, teams, the standing, what is still missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.queries import roles_in
from spartakiad.accounts.roles import Role
from spartakiad.competition.programme import lines
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.games import planning
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.drafting import answer_of, with_preset
from spartakiad.games.forms import understand
from spartakiad.games.live import head_of
from spartakiad.games.regulation import regulation
from spartakiad.standings.preview import Moved, what_if
from spartakiad.union.queries import cities
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, new_key, whole
from spartakiad.web.render import staff
from spartakiad.web.wiring import me_in, shell_of

MAKERS = only(Role.OFFICE, Role.CHIEF_SECRETARY)
WHO = only(Role.CHIEF_SECRETARY)


@dataclass(frozen=True, slots=True)
class Missing:
    """A line of the checklist: what it is about, whether it is there, where it is done."""

    words: str
    done: bool
    link: str


@get("/office/new", opt={"who": MAKERS}, sync_to_thread=False)
def new(request: AnyRequest) -> Response[str]:
    return _new(request, Said())


@post("/office/new", opt={"who": MAKERS})
async def make(request: AnyRequest) -> Response[Any]:
    typed = await fields(request)
    shell = shell_of(request)
    copied = shell.memory.games.get(typed.get("copy_of", ""))
    with shell.store.reader() as session:
        titles = {slug: city.title for slug, city in cities(session).items()}
    plan = understand(typed, titles, shell.memory.games, copied.state.regulation if copied else None)
    if isinstance(plan, list):
        return _new(request, Said(tuple(plan), typed))
    done = await carry_out(request, planning.plan, planning.Plan(plan, me_in(request).account), typed)
    return _new(request, done) if isinstance(done, Said) else Redirect(f"/office/{plan.slug}/setup", status_code=303)


@get("/office/{games:str}/setup", opt={"who": WHO}, sync_to_thread=False)
def setup(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _setup(request, games, Said())


@post("/office/{games:str}/setup/contests", opt={"who": WHO})
async def add_sport(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = planning.AddSport(games, typed.get("sport", ""), typed.get("reason", ""))
    return _after(request, games, await carry_out(request, planning.add_sport, wish, typed), "programme")


@post("/office/{games:str}/setup/contests/{contest:str}/removal", opt={"who": WHO})
async def drop_contest(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = planning.OneContest(games, contest, typed.get("reason", ""))
    return _after(request, games, await carry_out(request, planning.drop_contest, wish, typed), "programme")


@post("/office/{games:str}/setup/contests/{contest:str}/quota", opt={"who": WHO})
async def set_quota(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    try:
        quota = whole(typed, "quota") if typed.get("quota", "").strip() else None
    except Refusal as refusal:
        return _setup(request, games, Said((refusal,), typed))
    wish = planning.Quota(games, contest, quota, typed.get("reason", ""), typed.get("part", ""))
    return _after(request, games, await carry_out(request, planning.set_quota, wish, typed), "programme")


@post("/office/{games:str}/setup/teams", opt={"who": WHO})
async def add_team(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = planning.AddTeam(games, typed.get("city", ""), typed.get("team_title", ""))
    return _after(request, games, await carry_out(request, planning.add_team, wish, typed), "teams")


@post("/office/{games:str}/setup/standing", opt={"who": WHO})
async def choose_standing(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    preset = presets().get(typed.get("preset", ""))
    asked = [question.path for question in preset.questions] if preset else []
    given = {path: typed.get(f"answer-{path}", "").strip() for path in asked}
    answers = {path: answer_of(path, text) for path, text in given.items() if text}
    if preset and typed.get("look") == "yes":
        return _look(request, games, typed, with_preset(shell_of(request).now(games).state.regulation, preset, answers))
    wish = planning.ChooseStanding(games, typed.get("preset", ""), answers, typed.get("reason", ""))
    return _after(request, games, await carry_out(request, planning.choose_standing, wish, typed), "standing")


def _look(request: AnyRequest, games: str, typed: dict[str, str], document: Mapping[str, Any]) -> Response[str]:
    """Nothing is written: the standing as it is beside the one that would be."""
    try:
        moved = what_if(shell_of(request).now(games), document)
    except Refusal as refusal:
        return _setup(request, games, Said((refusal,), typed))
    return _setup(request, games, Said((), typed), moved)


def missing(state: State, held: set[tuple[str, str]], games: str) -> list[Missing]:
    """«Чего не хватает для приёма заявок». `held`: roles given in these Games, each with its team or contest."""
    without = [team.title for slug, team in state.teams.items() if (Role.CAPTAIN.value, slug) not in held]
    judged = any(role in (Role.JUDGE.value, Role.SPORT_CHIEF.value) for role, _ in held)
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


def _new(request: AnyRequest, said: Said) -> Response[str]:
    shell = shell_of(request)
    with shell.store.reader() as session:
        known = cities(session)
        heads = [head_of(session, slug, now.state) for slug, now in shell.memory.games.items()]
    return staff(
        request,
        "office/new.html",
        status=said.status,
        cities=[(slug, city.title) for slug, city in known.items()],
        copies=[(head.slug, head.title) for head in heads],
        sports=list(sports().values()),
        presets=[(one.id, one.title, "") for one in presets().values() if not one.questions],
        said=said,
        command_key=new_key(),
    )


def _setup(request: AnyRequest, games: str, said: Said, moved: tuple[Moved, ...] = ()) -> Response[str]:
    shell = shell_of(request)
    state = shell.now(games).state
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
        sports=[(one.id, one.title) for one in sports().values()],
        regulation=regulation(state),
        presets=list(presets().values()),
        checklist=missing(state, held, games),
        started=bool(state.marks),
        moved=moved,
    )


def _after(request: AnyRequest, games: str, done: object, part: str) -> Response[Any]:
    if isinstance(done, Said):
        return _setup(request, games, done)
    return Redirect(f"/office/{games}/setup#{part}", status_code=303)


routes = [new, make, setup, add_sport, drop_contest, set_quota, add_team, choose_standing]
