"""What judges' devices send, and what they ask: JSON for the island of the entry screen."""

import hashlib
from dataclasses import asdict
from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from sqlmodel import Session

from spartakiad.accounts import queries as accounts
from spartakiad.accounts.actions import note_unsent
from spartakiad.accounts.queries import former_session
from spartakiad.accounts.roles import JUDGING, SECRETARIAT
from spartakiad.competition.decide.records import waiting
from spartakiad.competition.desk import Actor
from spartakiad.competition.memory import Now, stream_of
from spartakiad.competition.programme import Line, line
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.judge.fields import fields, plausible, wins
from spartakiad.judge.pages import shown
from spartakiad.people.queries import names_of
from spartakiad.results.inbox import why_held
from spartakiad.results.matches import tournament
from spartakiad.results.records import hold_record, key_of, last_known, take_record
from spartakiad.results.sent import Batch, Sent, record_of
from spartakiad.results.sheets import SheetRow, sheet
from spartakiad.store import journal
from spartakiad.store.commands import is_known
from spartakiad.web.access import form_token, only
from spartakiad.web.forms import AnyRequest
from spartakiad.web.wiring import actor_in, me_in, settings_of, shell_of
from spartakiad.words.refusals import sentence
from spartakiad.words.states import words

WHO = only(*JUDGING, stand_ins=SECRETARIAT)
OPEN = ("start_list", "under_way")


@post("/judge/{games:str}/_/records", opt={"who": WHO})
async def records(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    """Take the records in their order, one transaction each. A gap before one stops the batch: the device fills it.

    Answers {"last", "number", "token", "answers": [{"n", "state", …}]}: the newest record that this server knows, where
    the journal stands.
    """
    try:
        batch = msgspec.json.decode(await request.body(), type=Batch)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refusal("records_unreadable") from error
    shell_of(request).now(games)
    answers, last = [], _last(request, games, batch)
    for sent in batch.records:
        if sent.n > max(last + 1, batch.first):
            break
        answers.append({"n": sent.n, **await _taken(request, games, batch.device, sent)})
        last = max(last, sent.n)
    _note_unsent(request, max(0, batch.unsent - len(answers)))
    return _json({"last": last, "number": _number(request, games), "token": _token(request), "answers": answers})


@get("/judge/{games:str}/{contest:str}/list", opt={"who": WHO}, sync_to_thread=False)
def start_list(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[bytes]:
    """The list that is typed in: whole, or with `?since=` only the lines that changed after that journal number."""
    shell = shell_of(request)
    now = shell.now(games)
    state = now.state
    found = shown(line(state, contest), str(request.query_params.get("part", "")))
    with shell.store.reader() as session:
        actors = accounts.names(session)
        rows = sheet(state, found, names_of(session, games), actors)
        head = journal.hash_at(session, stream_of(games), state.number)
        follows = _follows(request, session, games)
    return _json(
        {
            **_about(state, found),
            "chute": _chute(state, found, str(request.query_params.get("device", ""))),
            "table": _table(now, found),
            **_rows(rows, state.undone, request, follows=follows),
            "head": head,
            "token": _token(request),
        }
    )


def _note_unsent(request: AnyRequest, left: int) -> None:
    """What the device keeps back now; nobody waits for it."""
    shell, sign_in = shell_of(request), me_in(request).sign_in
    at = shell.clock()
    shell.store.writer.submit(lambda session, _: note_unsent(session, sign_in, left, at))


async def _taken(request: AnyRequest, games: str, device: str, sent: Sent) -> dict[str, object]:
    record = record_of(games, device, sent)
    shell, actor = shell_of(request), _typist(request, sent.who)
    try:
        answer = dict(await shell.write(take_record, record, actor, record.key))
    except Refusal as refusal:
        if refusal.status not in (409, 422):
            raise
        if refusal.kind == "key_reused":
            return {"state": "strange", "says": sentence(refusal)}
        # Whatever nobody foresaw: it waits for the secretariat, and those behind it go on.
        answer = dict(await shell.write(hold_record, record, actor, f"{record.key}-held"))
    if answer["state"] == "held":
        answer = {"state": "held", "number": answer["number"], "says": _why(request, answer)}
    elif answer["state"] == "refused":
        answer = {"state": "refused", "number": answer["number"], "says": sentence(Refusal("finish_not_yours"))}
    return answer


def _typist(request: AnyRequest, who: str) -> Actor:
    """Whoever holds the device brings what another judge typed on it before; who was never there is unproved."""
    me = actor_in(request)
    if who in ("", me.id):
        return me
    with shell_of(request).store.reader() as session:
        former = former_session(session, me_in(request).sign_in, int(who.removeprefix("a")))
    return Actor(me.id, f"s{former}" if former else me.device, me.basis, brings=who)


def _why(request: AnyRequest, answer: dict[str, Any]) -> str:
    """Why a record waits, with the other one's name and hour where two judges disagree."""
    with shell_of(request).store.reader() as session:
        return why_held(answer["why"], answer["args"], accounts.names(session))


def _last(request: AnyRequest, games: str, batch: Batch) -> int:
    """Of what the device believes to have sent, the newest that is really here."""
    with shell_of(request).store.reader() as session:
        if batch.sent == 0 or is_known(session, key_of(games, batch.device, batch.sent)):
            return batch.sent
        return last_known(session, games, batch.device, batch.first, batch.sent)


def _about(state: State, found: Line) -> dict[str, Any]:
    standing = state.how_far(found.id, found.part)
    return {
        "number": state.number,
        "contest": found.id,
        "part": found.part,
        "title": found.title,
        "open": standing.state in OPEN,
        "state": words(standing.state, "contest"),
        "final": standing.state in ("official", "cancelled"),
        "by_teams": found.by_teams,
        "by_matches": found.by_matches,
        "mark": "match" if found.by_matches else found.mark,
        "fields": [asdict(one) for one in fields(found)],
        "plausible": plausible(found),
        "wins": wins(found),
        "held": len(waiting(state, found.id)),
    }


def _table(now: Now, found: Line) -> list[dict[str, str]]:
    """Of a tournament: the tables as they stand with what is entered."""
    if not found.by_matches:
        return []
    result = now.result.contests.get(found.id) if now.result else None
    tables = tournament(now, found, result, lambda team: now.state.teams[team].title).tables
    return [{"place": row.place, "title": row.title, "points": row.points} for one in tables for row in one.rows]


def _chute(state: State, found: Line, own: str) -> list[dict[str, str]]:
    """Who came through by devices other than one's `own`, in the order of each.

    Of another device nobody hears the name: whoever knew it could send records in its place.
    """
    called = [one for one in state.finish.values() if one.note == "number" and one.contest == found.id]
    mine = [one for one in called if one.part in ("", found.part) and one.device != own]
    return [{"number": one.value} for one in sorted(mine, key=lambda one: (one.device, one.order))]


def _rows(rows: tuple[SheetRow, ...], undone: int, request: AnyRequest, *, follows: bool) -> dict[str, Any]:
    """`who`: a fingerprint of the list itself; while the device has that one, changed lines are enough.

    `follows`: the device knows this journal, not one that was lost with the disk.
    """
    people = [
        undone,
        *((it.entrant, it.bib, it.start, it.name, it.team_title, it.about, it.held_out, it.line) for it in rows),
    ]
    who = hashlib.sha256(msgspec.json.encode(people)).hexdigest()[:16]
    whole, since = not follows or request.query_params.get("who") != who, _since(request)
    return {"who": who, "whole": whole, "rows": [_row(one) for one in rows if whole or one.number > since]}


def _row(one: SheetRow) -> dict[str, Any]:
    return {
        "id": one.entrant,
        "bib": one.bib,
        "start": one.start,
        "after": one.after,
        "name": one.name,
        "team": one.team_title,
        "about": one.about,
        "cells": {name: text for name, text in one.cells.items() if text},
        "read": one.read,
        "version": one.version,
        "check": one.check,
        "reason": one.reason,
        "by": one.entered_by,
        "note": one.held_out,
        "line": one.line,
        "over": one.over,
    }


def _since(request: AnyRequest) -> int:
    text = str(request.query_params.get("since", "0"))
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0


def _follows(request: AnyRequest, session: Session, games: str) -> bool:
    """Whether the line of the journal that the device heard of last is a line of this one; an older page names none."""
    known = request.query_params.get("head")
    return known is None or known == journal.hash_at(session, stream_of(games), _since(request))


def _number(request: AnyRequest, games: str) -> int:
    return shell_of(request).now(games).state.number


def _token(request: AnyRequest) -> str:
    return form_token(settings_of(request).secret, me_in(request).token_hash)


def _json(body: dict[str, Any]) -> Response[bytes]:
    return Response(msgspec.json.encode(body), media_type="application/json", headers={"Cache-Control": "no-store"})


routes = [records, start_list]
