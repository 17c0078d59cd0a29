"""Meetings of judges and captains: who came, what was decided, and the paper of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.meetings import KeepMeeting
from spartakiad.competition.meetings import Meeting
from spartakiad.competition.state import State
from spartakiad.competition.texts import a_moment
from spartakiad.documents.meeting import meeting_paper
from spartakiad.errors import Refusal
from spartakiad.games.live import head_of
from spartakiad.games.meetings import Kept, keep_meeting
from spartakiad.games.timetable import days
from spartakiad.people.queries import official_rows
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.papers import pdf_answer
from spartakiad.web.wiring import shell_of
from spartakiad.words.dates import day as day_words
from spartakiad.words.officials import post_words

WHO = only(Role.CHIEF_SECRETARY)
LOOK = only(Role.CHIEF_SECRETARY, Role.CHIEF_JUDGE)


@get("/office/{games:str}/meetings", opt={"who": LOOK}, sync_to_thread=False)
def latest(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """The last one, or the form of the first."""
    return _page(request, games, max(1, len(shell_of(request).now(games).state.meetings)), Said())


@get("/office/{games:str}/meetings/{number:int}", opt={"who": LOOK}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str], number: FromPath[int]) -> Response[str]:
    """One that was held, or the form of the next one."""
    return _page(request, games, number, Said())


@post("/office/{games:str}/meetings/{number:int}", opt={"who": WHO})
async def keep(request: AnyRequest, games: FromPath[str], number: FromPath[int]) -> Response[Any]:
    typed = await fields(request)
    try:
        told = _told(typed, number)
    except Refusal as refusal:
        return _page(request, games, number, Said((refusal,), typed))
    done = await carry_out(request, keep_meeting, Kept(games, told), typed)
    if isinstance(done, Said):
        return _page(request, games, number, done)
    return Redirect(f"/office/{games}/meetings/{number}?saved=yes", status_code=303)


@get("/office/{games:str}/meetings/{number:int}/protocol.pdf", opt={"who": LOOK}, sync_to_thread=True)
def paper(request: AnyRequest, games: FromPath[str], number: FromPath[int]) -> Response[bytes]:
    shell = shell_of(request)
    state = shell.now(games).state
    if number not in state.meetings:
        raise Refusal("not_found")
    with shell.store.reader() as session:
        return pdf_answer(meeting_paper(state, head_of(session, games, state), state.meetings[number]))


def _told(typed: Mapping[str, str], number: int) -> KeepMeeting:
    return KeepMeeting(
        number=number,
        held_at=a_moment(typed.get("held_on", ""), typed.get("held_time", ""), "held_on", "held_time"),
        about=typed.get("about_day", ""),
        place=typed.get("held_where", ""),
        chair=typed.get("held_by", ""),
        secretary=typed.get("written_by", ""),
        attended=tuple((name.removeprefix("came-"), who) for name, who in typed.items() if name.startswith("came-")),
        decisions=tuple(typed.get("decisions", "").splitlines()),
    )


def _shown(meeting: Meeting) -> dict[str, str]:
    on, _, at = meeting.held_at.partition("T")
    return {
        "held_on": ".".join(reversed(on.split("-"))),
        "held_time": at,
        "about_day": meeting.about,
        "held_where": meeting.place,
        "held_by": meeting.chair,
        "written_by": meeting.secretary,
        "decisions": "\n".join(meeting.decisions),
        **{f"came-{team}": who for team, who in meeting.attended.items()},
    }


def _page(request: AnyRequest, games: str, number: int, said: Said) -> Response[str]:
    shell = shell_of(request)
    state = shell.now(games).state
    if not 1 <= number <= len(state.meetings) + 1:
        raise Refusal("not_found")
    kept, came = state.meetings.get(number), {f"came-{team}": "" for team in state.teams}
    return desk(
        request,
        games,
        "office/meeting.html",
        said,
        number=number,
        kept=kept is not None,
        held=[(one, day_words(_held_on(state.meetings[one]))) for one in sorted(state.meetings)],
        values={**came, **(_shown(kept) if kept else _expected(request, games, state)), **said.typed},
        teams=list(state.teams.values()),
        days=[(one.day.isoformat(), day_words(one.day)) for one in days(state) if one.day],
    )


def _held_on(meeting: Meeting) -> date:
    return date.fromisoformat(meeting.held_at.partition("T")[0])


def _expected(request: AnyRequest, games: str, state: State) -> dict[str, str]:
    """Of a meeting to come: who signs by the card, and who came along as the representative of each team."""
    post = post_words("representative")
    found = _shown(Meeting(0, "", chair=state.card.chief.name, secretary=state.card.secretary.name))
    with shell_of(request).store.reader() as session:
        for team in state.teams:
            named = [one.full for one in official_rows(session, games, team) if one.post_words == post]
            found[f"came-{team}"] = ", ".join(named)
    return found


routes = [latest, look, keep, paper]
