"""The secretariat's inbox: what judges' devices sent and could not simply be taken, with what stands in its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from spartakiad.competition.bibs import worn
from spartakiad.competition.decide.marks import mark_at
from spartakiad.competition.decide.records import waiting
from spartakiad.competition.matches import is_match, match_of, matches_of
from spartakiad.competition.programme import Line, line
from spartakiad.competition.records import Held
from spartakiad.competition.state import Mark, State
from spartakiad.errors import Refusal
from spartakiad.people.names import PersonName
from spartakiad.results.matches import match_words
from spartakiad.results.sheets import full_name
from spartakiad.words.dates import clock
from spartakiad.words.refusals import sentence
from spartakiad.words.states import by_whom


@dataclass(frozen=True, slots=True)
class Value:
    """One of two values: what was typed, by whom, on which device, when by the device's clock or by ours."""

    raw: str
    who: str
    device: str
    when: str


@dataclass(frozen=True, slots=True)
class Card:
    """`who`: the starter or the match as people call them, or what was typed in the place of a number.

    `chosen`: whom it is offered for, "" where a person has to say; `seen`: the version of what `stands`; `starters`:
    whom it may be for.
    """

    record: str
    contest: str
    contest_title: str
    who: str
    chosen: str
    why: str
    brought: Value
    arrived: datetime
    stands: Value | None
    seen: int
    starters: tuple[tuple[str, str], ...]


Names = Mapping[str, str]
_TAKEN_BACK = "результат отменён"


def inbox(state: State, people: Mapping[str, PersonName], actors: Names, devices: Names) -> list[Card]:
    """Everything that waits, the oldest first. `actors`, `devices`: names of people and of sessions."""
    return [_card(state, one, people, actors, devices) for one in waiting(state)]


def why_held(why: str, args: Mapping[str, object], actors: Names) -> str:
    """The sentence of a held record; the other judge is named where two of them disagree."""
    told = dict(args)
    if why == "mark_changed":
        told["who"] = by_whom(actors.get(str(args["who"]), "секретариат"), str(args.get("basis", "")))
        told["at"] = clock(datetime.fromisoformat(str(args["at"])))
    return sentence(Refusal(why, "raw", **told))


def _card(state: State, one: Held, people: Mapping[str, PersonName], actors: Names, devices: Names) -> Card:
    found = _line(state, one.contest)
    mark = _standing(state, one)
    typist = actors.get(one.typed_by or one.by, "секретариат")
    return Card(
        record=one.record,
        contest=one.contest,
        contest_title=found.title if found else one.contest,
        who=_who(state, found, one, people),
        chosen="" if one.why == "line_changed" else one.entrant,
        why=why_held(one.why, one.args, actors),
        brought=Value(_TAKEN_BACK if one.undo else one.raw, typist, devices.get(one.device, ""), one.typed_at[11:16]),
        arrived=one.at,
        stands=_value(mark, actors, devices) if mark else None,
        seen=mark.version if mark else 0,
        starters=_starters(state, found, people) if found else (),
    )


def _value(mark: Mark, actors: Names, devices: Names) -> Value:
    who = by_whom(actors.get(mark.typed_by or mark.entered_by, "секретариат"), mark.basis)
    return Value(mark.raw, who, devices.get(mark.device, ""), clock(mark.entered_at))


def _line(state: State, contest: str) -> Line | None:
    try:
        return line(state, contest)
    except Refusal:
        return None


def _standing(state: State, one: Held) -> Mark | None:
    try:
        return mark_at(state, one.contest, one.entrant)[1]
    except Refusal:
        return None


def _who(state: State, found: Line | None, one: Held, people: Mapping[str, PersonName]) -> str:
    known = one.entrant in state.athletes or one.entrant in state.teams
    if found and (known or match_of(state, found.id, one.entrant)):
        return _called(state, found, one.entrant, people)
    typed = "" if is_match(one.entrant) else one.entrant.lstrip("?")
    return f"номер «{typed or 'не указан'}»"


def _called(state: State, found: Line, entrant: str, people: Mapping[str, PersonName]) -> str:
    """«№ 12 Лыжина Анна», «Вологда», «Полуфинал 1: Вологда – Псков»."""
    name, match = full_name(state, found, people, entrant), match_of(state, found.id, entrant)
    if match:
        return ": ".join(filter(None, (match_words(state, found, match), name)))
    bib = worn(state, found.id, entrant)
    return name if bib in state.teams else f"№ {bib} {name}"


def _starters(state: State, found: Line, people: Mapping[str, PersonName]) -> tuple[tuple[str, str], ...]:
    if found.by_matches:
        keys = [one.key for one in matches_of(state, found.id)]
    else:
        keys = [entry.entrant for entry in state.entries_of(found.id)]
    return tuple((key, _called(state, found, key, people)) for key in keys)
