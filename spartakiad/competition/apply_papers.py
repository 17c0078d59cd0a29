"""apply() for what is signed: cards, papers, protests, notices, the cup."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from spartakiad.competition import cup_facts as c
from spartakiad.competition import decision_facts as d
from spartakiad.competition import paper_facts as p
from spartakiad.competition import protest_facts as q
from spartakiad.competition.cards import Card, Described, GamesCard, Signatory
from spartakiad.competition.facts import Fact
from spartakiad.competition.meeting_facts import MeetingKept
from spartakiad.competition.meetings import Meeting
from spartakiad.competition.setup_facts import GamesDescribed, TeamRenamed
from spartakiad.competition.signed import (
    Cancelled,
    Claim,
    Cup,
    CupDecision,
    Handing,
    Notice,
    Pictured,
    Protest,
    Shortened,
    Signed,
    Taken,
)
from spartakiad.competition.state import State
from spartakiad.store.journal import Recorded
from spartakiad.words.dates import MOSCOW


def _card(state: State, fact: p.CardFilled, _at: Recorded) -> State:
    card = Card(
        fact.style,
        fact.distance,
        fact.track,
        fact.weather,
        fact.start_kind,
        fact.started,
        fact.ended,
        fact.judges,
        Signatory(fact.chief, fact.chief_category, fact.chief_city),
        Signatory(fact.secretary, fact.secretary_category, fact.secretary_city),
    )
    return replace(state, cards=_put(state.cards, fact.contest, card))


def _games_card(state: State, fact: p.GamesCardFilled, _at: Recorded) -> State:
    chief = Signatory(fact.chief, fact.chief_category, fact.chief_city)
    secretary = Signatory(fact.secretary, fact.secretary_category, fact.secretary_city)
    return replace(
        state, card=GamesCard(fact.entries_until, fact.chair, chief, secretary, fact.phone, fact.protest_minutes)
    )


def _described(state: State, fact: GamesDescribed, _at: Recorded) -> State:
    days = (date.fromisoformat(fact.starts_on), date.fromisoformat(fact.ends_on))
    were = (*state.were, state.described) if state.described else state.were
    return replace(state, described=Described(fact.title, fact.season, *days), were=were)


def _team_renamed(state: State, fact: TeamRenamed, _at: Recorded) -> State:
    team = state.teams[fact.team]
    renamed = replace(team, title=fact.title, were=(*team.were, team.title))
    return replace(state, teams=_put(state.teams, fact.team, renamed))


def _cup(state: State, fact: c.CupConfirmed, at: Recorded) -> State:
    """What was decided before is kept beside what holds now, the latest last."""
    before = (*state.cups_before, state.cup) if state.cup else state.cups_before
    cup = Cup(fact.team, fact.chair, fact.document, at.at, fact.reserved, fact.reason, revised=bool(before))
    return replace(state, cup=cup, cups_before=before)


def _cup_decision(state: State, fact: c.CupDecided, _at: Recorded) -> State:
    decision = CupDecision(fact.team, tuple(fact.among), fact.how, fact.jury, fact.document)
    return replace(state, cup_decision=decision)


def _handing(state: State, fact: c.CupHandedOver, _at: Recorded) -> State:
    handed = Handing(fact.on_day, fact.giver, fact.receiver)
    return replace(state, cup=replace(state.cup, handed=handed) if state.cup else None)


def _places(state: State, fact: p.PlacesTaken, _at: Recorded) -> State:
    taken = Taken({team: place for team, place in fact.places}, fact.document, fact.photo)
    return replace(state, taken=_put(state.taken, fact.contest, taken))


def _pictured(state: State, fact: p.PaperPictured, at: Recorded) -> State:
    key = (fact.contest, fact.part)
    pictures = (*state.pictured.get(key, ()), Pictured(fact.photo, at.at, at.actor))
    return replace(state, pictured=_put(state.pictured, key, pictures))


def _cancelled(state: State, fact: p.ContestCancelled, _at: Recorded) -> State:
    counts = tuple((str(standing), int(k), int(of)) for standing, k, of in fact.counts)
    cancelled = Cancelled(counts, fact.reason, fact.document)
    return replace(state, cancelled=_put(state.cancelled, fact.contest, cancelled))


def _shortened(state: State, fact: p.ContestShortened, _at: Recorded) -> State:
    shortened = Shortened(fact.what, fact.reason, fact.document)
    slot = state.slots.get(fact.contest)
    slots = _put(state.slots, fact.contest, replace(slot, changes=slot.changes + 1)) if slot else state.slots
    return replace(state, shortened=_put(state.shortened, fact.contest, shortened), slots=slots)


def _protest(state: State, fact: q.ProtestFiled, _at: Recorded) -> State:
    received = datetime.fromisoformat(fact.received).replace(tzinfo=MOSCOW)
    claim = Claim(fact.claim, fact.entrant, fact.raw)
    protest = Protest(fact.number, fact.contest, fact.team, received, fact.clause, fact.text, claim=claim, fee=fact.fee)
    held = state.contests.get(fact.contest)
    protest = replace(protest, posted=held.at if held and held.state == "posted" else None)
    return replace(state, protests=_put(state.protests, fact.number, protest))


def _decided(state: State, fact: q.ProtestDecided, _at: Recorded) -> State:
    old = state.protests[fact.number]
    revision = state.contests[old.contest].revision if old.contest in state.contests else 0
    decided = replace(old, verdict=fact.verdict, reason=fact.reason, jury=fact.jury, revision=revision)
    decided = replace(decided, effect=Claim(fact.effect, fact.entrant, fact.raw))
    return replace(state, protests=_put(state.protests, fact.number, decided))


def _signed(state: State, fact: d.DecisionSigned, at: Recorded) -> State:
    values = {name: getattr(fact, name) for name in d.DecisionSigned.__slots__}
    order = tuple(tuple(group) for group in fact.order)
    signed = Signed(**{**values, "order": order}, at=at.at)
    return replace(state, decisions=_put(state.decisions, fact.number, signed))


def _lifted(state: State, fact: d.DecisionLifted, _at: Recorded) -> State:
    lifted = replace(state.decisions[fact.number], lifted=fact.reason or "отменено")
    return replace(state, decisions=_put(state.decisions, fact.number, lifted))


def _meeting(state: State, fact: MeetingKept, _at: Recorded) -> State:
    came = [line.partition(" ") for line in fact.attended.splitlines()]
    meeting = Meeting(
        number=fact.number,
        held_at=fact.held_at,
        about=fact.day,
        place=fact.place,
        chair=fact.chair,
        secretary=fact.secretary,
        attended={team: who for team, _, who in came},
        decisions=tuple(fact.decisions.splitlines()),
    )
    return replace(state, meetings=_put(state.meetings, fact.number, meeting))


def _notice(state: State, fact: p.NoticeGiven, at: Recorded) -> State:
    notice = Notice(fact.number, tuple(fact.to), fact.text, at.at)
    return replace(state, notices=_put(state.notices, fact.number, notice))


def _seen(state: State, fact: p.NoticeSeen, at: Recorded) -> State:
    old = state.notices[fact.number]
    return replace(
        state, notices=_put(state.notices, fact.number, replace(old, seen=_put(old.seen, fact.account, at.at)))
    )


def _put(mapping: Any, key: Any, value: Any) -> Any:
    return {**mapping, key: value}


PAPERS: dict[type[Fact], Callable[[State, Any, Recorded], State]] = {
    p.CardFilled: _card,
    p.GamesCardFilled: _games_card,
    GamesDescribed: _described,
    TeamRenamed: _team_renamed,
    p.PlacesTaken: _places,
    p.PaperPictured: _pictured,
    p.ContestCancelled: _cancelled,
    p.ContestShortened: _shortened,
    q.ProtestFiled: _protest,
    q.ProtestDecided: _decided,
    d.DecisionSigned: _signed,
    d.DecisionLifted: _lifted,
    MeetingKept: _meeting,
    p.NoticeGiven: _notice,
    p.NoticeSeen: _seen,
    c.CupDecided: _cup_decision,
    c.CupConfirmed: _cup,
    c.CupHandedOver: _handing,
}
