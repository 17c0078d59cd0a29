"""Coming in by the card of a venue. Its code stands behind the # of its address and travels in bodies only."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from litestar import MediaType, Response, get, post
from litestar.response import Redirect

from spartakiad.accounts.actions import hash_of, new_token
from spartakiad.accounts.pins import actions as pins
from spartakiad.competition.desk import Actor
from spartakiad.errors import Refusal
from spartakiad.games.live import head_of
from spartakiad.halls.coming_in import (
    PAUSE,
    CardSignIn,
    Judge,
    JudgeChange,
    change_judge,
    come_in_by_card,
    open_card,
)
from spartakiad.halls.keys import code_in, sign_of, word_hash
from spartakiad.halls.queries import CardView, card_of_code, judges_on
from spartakiad.web.access import PUBLIC, SIGNED_IN
from spartakiad.web.cookies import device_cookie, device_of, session_cookie
from spartakiad.web.forms import AnyRequest, Said, fields
from spartakiad.web.render import staff
from spartakiad.web.wiring import actor_in, me_in, settings_of, shell_of

_UNTIL_CLOSED = int(timedelta(hours=28).total_seconds())  # the session itself ends earlier, by the server's clock


@get("/judge/card", opt={"who": PUBLIC}, sync_to_thread=False)
def ask_code(request: AnyRequest) -> Response[str]:
    return _code_page(request, Said())


@post("/judge/card", opt={"who": PUBLIC}, status_code=200)
async def look_at_card(request: AnyRequest) -> Response[str]:
    """What the code opens and the word of the card, before anybody says who he is."""
    typed = await fields(request)
    try:
        return _name_page(request, _card(request, typed), typed, Said())
    except Refusal as refusal:
        return _code_page(request, Said((refusal,), typed))


@post("/judge/card/session", opt={"who": PUBLIC})
async def come_in(request: AnyRequest) -> Response[Any]:
    """A session of its own for the code, the words and a name; whatever cookie came in is worth nothing."""
    typed = await fields(request)
    session, device = new_token(), device_of(request)
    words = word_hash(settings_of(request).secret, typed.get("word", ""))
    wish = CardSignIn(
        hash_of(code_in(typed.get("token", ""))),
        words,
        hash_of(device),
        hash_of(session),
        _agent(request),
        _judge(request, typed),
    )
    try:
        done = await shell_of(request).write(come_in_by_card, wish, Actor("guest"))
        _check(done)
    except Refusal as refusal:
        if refusal.field == "token":
            return _code_page(request, Said((refusal,), typed))
        return _name_page(request, _card(request, typed), typed, Said((refusal,), typed))
    return _in(request, session, device)


@get("/judge/card/judge", opt={"who": SIGNED_IN}, sync_to_thread=False)
def ask_judge(request: AnyRequest) -> Response[str]:
    return _change_page(request, Said())


@post("/judge/card/judge", opt={"who": SIGNED_IN})
async def hand_over(request: AnyRequest) -> Response[Any]:
    """Another judge at the same device: what it holds stays on it."""
    typed = await fields(request)
    session = new_token()
    wish = JudgeChange(me_in(request).sign_in, hash_of(session), _judge(request, typed))
    try:
        _check(await shell_of(request).write(change_judge, wish, actor_in(request)))
    except Refusal as refusal:
        if refusal.status != 422:
            raise
        return _change_page(request, Said((refusal,), typed))
    return _in(request, session, device_of(request))


def _check(done: Mapping[str, Any]) -> None:
    """Raises the Refusal of what was counted."""
    outcome = done["outcome"]
    if outcome == "pin":
        pins.check(done["pin"])
    if outcome == "wrong":
        raise Refusal("wrong_words", "word", left=done["left"])
    if outcome == "paused":
        raise Refusal("words_paused", "word", minutes=PAUSE.seconds // 60)
    if outcome == "shut":
        raise Refusal("card_shut")
    if outcome == "full":
        raise Refusal("card_full", None, places=done["places"])


def _judge(request: AnyRequest, typed: Mapping[str, str]) -> Judge:
    chosen, pin = typed.get("judge", ""), typed.get("pin", "")
    account = int(chosen) if chosen.isascii() and chosen.isdigit() else 0
    return Judge(typed.get("account_name", ""), account, pin and pins.keyed(settings_of(request).secret, pin))


def _card(request: AnyRequest, typed: Mapping[str, str]) -> CardView:
    """Raises Refusal required, card_void or card_other_day."""
    code = code_in(typed.get("token", ""))
    if not code:
        raise Refusal("required", "token")
    shell = shell_of(request)
    with shell.store.reader() as session:
        return open_card(card_of_code(session, hash_of(code)), shell.clock())


def _in(request: AnyRequest, session: str, device: str) -> Response[Any]:
    settings = settings_of(request)
    cookies = [session_cookie(settings, session, _UNTIL_CLOSED), device_cookie(settings, device)]
    return Redirect("/me", status_code=303, cookies=cookies)


def _code_page(request: AnyRequest, said: Said) -> Response[str]:
    return _plain(request, "judge/card_code.html", said)


def _name_page(request: AnyRequest, card: CardView, typed: Mapping[str, str], said: Said) -> Response[str]:
    device = device_of(request)
    state = shell_of(request).now(card.games).state
    with shell_of(request).store.reader() as session:
        known = judges_on(session, card.games, hash_of(device))
        head = head_of(session, card.games, state)
    context = {
        "card": card,
        "head": head,
        "demo": head.demo,
        "venue": state.venues[card.venue],
        "sign": sign_of(settings_of(request).secret, card.seed),
        "known": known,
        "token": code_in(typed.get("token", "")),
    }
    answer = _plain(request, "judge/card_name.html", said, **context)
    answer.set_cookie(device_cookie(settings_of(request), device))
    return answer


def _change_page(request: AnyRequest, said: Said) -> Response[str]:
    me = me_in(request)
    if me.hall is None:
        raise Refusal("not_allowed")
    with shell_of(request).store.reader() as session:
        known = judges_on(session, me.hall.games, hash_of(device_of(request)))
        head = head_of(session, me.hall.games, shell_of(request).now(me.hall.games).state)
    others = {number: name for number, name in known.items() if number != me.account}
    return staff(
        request, "judge/card_judge.html", status=said.status, head=head, demo=head.demo, known=others, said=said
    )


def _plain(request: AnyRequest, template: str, said: Said, **context: Any) -> Response[str]:
    body = request.app.state.templates.get_template(template).render(said=said, **context)
    return Response(body, media_type=MediaType.HTML, status_code=said.status, headers={"Cache-Control": "no-store"})


def _agent(request: AnyRequest) -> str:
    return request.headers.get("user-agent", "")


routes = [ask_code, look_at_card, come_in, ask_judge, hand_over]
