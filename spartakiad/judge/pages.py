"""Judges: enter, check against the paper, post. The secretariat may type for them from paper."""

from datetime import datetime
from functools import partial
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts import queries as accounts
from spartakiad.accounts.roles import JUDGING, SECRETARIAT, Me, Role
from spartakiad.competition.finals import final_stage
from spartakiad.competition.programme import MAIN, Line, line, lines
from spartakiad.errors import Refusal
from spartakiad.games.timetable import shortened, timetable
from spartakiad.judge import cards
from spartakiad.judge.addresses import address, bar_in, part_in
from spartakiad.judge.seconds import others, who_compares
from spartakiad.people.queries import names_of
from spartakiad.publication.actions import OneContest, reopen
from spartakiad.publication.actions import post as post_result
from spartakiad.results.actions import Checked, TypedMark, check_marks, enter_mark, take_mark_off
from spartakiad.results.brackets import brackets
from spartakiad.results.finals import otherwise
from spartakiad.results.matches import choices
from spartakiad.results.sheets import full_name, sheet, sides, typed_fields, typed_line
from spartakiad.starts.actions import Pairing, pair
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, seen_waiting, whole
from spartakiad.web.render import following, is_htmx
from spartakiad.web.wiring import me_in, shell_of, staying
from spartakiad.words.dates import clock
from spartakiad.words.states import by_whom

WHO = only(*JUDGING, stand_ins=SECRETARIAT)
LOOK = only(*JUDGING, Role.CHIEF_JUDGE, stand_ins=SECRETARIAT)
CHIEFS = only(Role.SPORT_CHIEF)
SETTING = only(Role.SPORT_CHIEF, stand_ins=(Role.CHIEF_SECRETARY,))
LISTING = (Role.SPORT_CHIEF, Role.SPORT_SECRETARY, *SECRETARIAT)  # who makes start lists and releases them


@get("/judge/{games:str}", opt={"who": WHO}, sync_to_thread=False)
def my_contests(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    shell, me = shell_of(request), me_in(request)
    state = shell.now(games).state
    slots = {row.contest: row for row in timetable(state)}
    mine = [row for row in lines(state) if me.may(WHO.roles, games, contest=row.id)]
    by_hour = {contest: at for at, contest in enumerate(slots)}
    mine.sort(key=lambda row: by_hour.get(row.id, len(by_hour)))
    return desk(
        request,
        games,
        "judge/contests.html",
        **following(shell.now(games)),
        contests=mine,
        states=state.contests,
        slots=slots,
        parts={(row.id, one.part): state.how_far(row.id, one.part).state for row in mine for one in row.parts},
    )


@get("/judge/{games:str}/{contest:str}", opt={"who": LOOK}, sync_to_thread=False)
def entry(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    return sheet_page(request, games, contest, Said())


@post("/judge/{games:str}/{contest:str}/marks/{entrant:str}", opt={"who": WHO})
async def enter(
    request: AnyRequest, games: FromPath[str], contest: FromPath[str], entrant: FromPath[str]
) -> Response[Any]:
    """One mark. Typed over somebody else's newer one, both come back and the judge decides."""
    typed = await fields(request)
    try:
        version = whole(typed, "version")
    except Refusal as refusal:
        return sheet_page(request, games, contest, Said((refusal,), typed), entrant)
    state = shell_of(request).now(games).state
    entered = state.entries.get((contest, entrant))
    found = line(state, contest).list_of(entered.part if entered else MAIN)
    raw = typed_line(found, typed)
    saw = typed.get("line", ""), typed.get("over", "")
    mark = TypedMark(games, contest, entrant, raw, version, typed.get("sure") == "yes", *saw)
    verb = take_mark_off if typed.get("off") == "yes" else enter_mark
    done = await carry_out(request, verb, mark, {**typed, **typed_fields(found, raw)})
    if isinstance(done, Said):
        return sheet_page(request, games, contest, _named(request, done), entrant)
    if is_htmx(request):
        return sheet_page(request, games, contest, Said(), entrant)
    return _back(request, games, contest)


@post("/judge/{games:str}/{contest:str}/checks", opt={"who": WHO})
async def check(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    """«Сверено с бумагой»: the ticked marks in the versions that were seen, or one sent back with a reason."""
    typed = await fields(request)
    whole_list = typed.get("verdict") == "all"
    verdict = "confirmed" if whole_list else typed.get("verdict", "confirmed")
    ticked = "a-" if whole_list else "c-"
    seen = [(name[2:], *value.partition("-")[::2]) for name, value in typed.items() if name.startswith(ticked)]
    proven = bool(typed.get("comparing"))
    items = tuple((entrant, _version(version)) for entrant, version, _ in seen)
    over = tuple((entrant, mark) for entrant, _, mark in seen)
    wish = Checked(games, contest, items, verdict, typed.get("reason", ""), proven, over)
    try:
        by = await who_compares(request, typed, games, contest)
    except Refusal as refusal:
        return sheet_page(request, games, contest, Said((refusal,), typed))
    done = await carry_out(request, check_marks, wish, typed, by)
    if isinstance(done, Said):
        return sheet_page(request, games, contest, done)
    return _back(request, games, contest, str(done["facts"]) if verdict == "confirmed" else "")


@post("/judge/{games:str}/{contest:str}/posting", opt={"who": CHIEFS})
async def posting(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = OneContest(games, contest, part=part_in(request), despite=seen_waiting(typed))
    done = await carry_out(request, post_result, wish, typed)
    return sheet_page(request, games, contest, done) if isinstance(done, Said) else _back(request, games, contest)


@post("/judge/{games:str}/{contest:str}/reopening", opt={"who": CHIEFS})
async def reopening(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = OneContest(games, contest, typed.get("reason", ""), part_in(request))
    done = await carry_out(request, reopen, wish, typed)
    return sheet_page(request, games, contest, done) if isinstance(done, Said) else _back(request, games, contest)


@post("/judge/{games:str}/{contest:str}/matches", opt={"who": SETTING})
async def matches(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    """Who meets whom, where the draw of the start list does not say it."""
    typed = await fields(request)
    stage, _, unit = typed.get("unit", "").partition("|")
    pairing = Pairing(games, contest, stage, unit, typed.get("first", ""), typed.get("second", ""))
    done = await carry_out(request, pair, pairing, typed)
    return sheet_page(request, games, contest, done) if isinstance(done, Said) else _back(request, games, contest)


def sheet_page(request: AnyRequest, games: str, contest: str, said: Said, entrant: str = "") -> Response[str]:
    """The whole sheet, or one row of it for htmx; `said` belongs to the row of `entrant`, or to the page."""
    shell, me = shell_of(request), me_in(request)
    state = shell.now(games).state
    whole = line(state, contest)
    entered = state.entries.get((contest, entrant))
    found = shown(whole, part_in(request) or (entered.part if entered else ""))
    standing = state.how_far(contest, found.part)
    rights = _rights(me, games, contest, standing.state)
    with shell.store.reader() as session:
        people = names_of(session, games)
        rows = sheet(state, found, people, accounts.names(session))
    row = next((row for row in rows if row.entrant == entrant), None)
    return desk(
        request,
        games,
        "judge/sheet.html",
        said,
        block="part_row" if row else "",
        **following(shell.now(games)),
        contest=found,
        flags=state.flags(contest),
        shortened=shortened(state, contest),
        parts=whole.parts,
        standing=standing,
        upheld=state.upheld(contest),
        rows=rows,
        final=final_stage(found) is not None,
        moved=otherwise(state, found, partial(full_name, state, found, people)),
        row=row,
        wrong=row.entrant if row else "",
        **rights,
        units=choices(found) if rights["setting"] else (),
        brackets=brackets(state, found, partial(full_name, state, found, people)) if found.by_matches else (),
        sides=sides(state, found, people),
        kind="match" if found.by_matches else found.mark,
        seconds=others(request, state, games, contest),
        pictures=state.pictured.get((found.id, found.part), ()),
        **address(request, found.part if whole.parts else ""),
    )


def _rights(me: Me, games: str, contest: str, state: str) -> dict[str, bool]:
    """What this person may do on the sheet. `open`: results are taken, and from him; `judges`: he compares."""
    may = partial(me.may, games=games, contest=contest)
    return {
        "open": state in ("start_list", "under_way") and may(WHO.roles),
        "judges": may(WHO.roles),
        "chief": may(CHIEFS.roles),
        "setting": may(SETTING.roles),
        "cards": may(cards.WHO.roles),
        "listing": may(LISTING),
    }


def shown(whole: Line, part: str) -> Line:
    """The part that was asked for, or the first one; a contest in one part whatever was asked for."""
    if part and whole.parts and whole.list_of(part) is whole:
        raise Refusal("not_found")
    return whole.list_of(part or whole.lists[0].part)


def _named(request: AnyRequest, said: Said) -> Said:
    """Whoever wrote the other value is named, and when: the judge rings him or looks at the paper."""
    with shell_of(request).store.reader() as session:
        actors = accounts.names(session)
    return Said(tuple(_with_name(refusal, actors) for refusal in said.refusals), said.typed)


def _with_name(refusal: Refusal, actors: dict[str, str]) -> Refusal:
    if refusal.kind != "mark_changed":
        return refusal
    args = refusal.args_for_words
    at = clock(datetime.fromisoformat(str(args["at"])))
    who = by_whom(actors.get(str(args["who"]), "секретариат"), str(args.get("basis", "")))
    return refusal.at(refusal.field, who=who, at=at)


def _version(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def _back(request: AnyRequest, games: str, contest: str, checked: str = "") -> Response[Any]:
    """`checked`: how many marks were compared; whoever did stays where he goes on."""
    page = staying(request, f"/judge/{games}/{contest}", part=part_in(request), bar=bar_in(request), checked=checked)
    return Redirect(f"{page}#check" if checked else page, status_code=303)


routes = [my_contests, entry, enter, check, posting, reopening, matches]
