"""The history of one value: everything that was ever entered, checked, corrected or taken back, and by whom."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from spartakiad.accounts import queries as accounts
from spartakiad.competition.correction_facts import MarkCorrected
from spartakiad.competition.fact_kinds import fact_of
from spartakiad.competition.facts import Fact, MarkChecked, MarkEntered
from spartakiad.competition.memory import stream_of
from spartakiad.competition.programme import Line
from spartakiad.competition.reading import written
from spartakiad.competition.record_facts import MarkTakenBack
from spartakiad.competition.state import MarkKey
from spartakiad.store import journal
from spartakiad.store.journal import Recorded
from spartakiad.words.states import by_whom, words


@dataclass(frozen=True, slots=True)
class Step:
    """`what` was done to the value, `raw` as typed, `read` as understood; `device`: number of a session."""

    number: int
    at: datetime
    what: str
    raw: str
    read: str
    reason: str
    who: str
    device: str


def history(session: Session, games: str, found: Line, keys: Iterable[MarkKey]) -> tuple[Step, ...]:
    """From the first value on, of each of the marks: a finalist has one in his heat and one in the final.

    What was held for the secretariat and never became a mark is in its inbox.
    """
    names, stream = accounts.names(session), stream_of(games)
    told = [one for key in keys for one in journal.about(session, stream, "mark:" + ":".join(key))]
    own = sorted((one for one in told if type(fact_of(one)) in _TOLD), key=lambda one: one.number)
    return tuple(_step(found, one, names) for one in own)


def _step(found: Line, one: Recorded, names: Mapping[str, str]) -> Step:
    fact = fact_of(one)
    what, raw, read, reason = _TOLD[type(fact)](found, fact)
    who = by_whom(names.get(one.actor, "система"), one.basis)
    typist = names.get(getattr(fact, "typed_by", ""), "")
    who = f"{typist}, передал {who}" if typist else who
    return Step(one.number, one.at, what, raw, read, reason, who, one.device.removeprefix("s"))


def _entered(found: Line, fact: Any) -> tuple[str, str, str, str]:
    return "введено", fact.raw, _read(found, fact), ""


def _corrected(found: Line, fact: Any) -> tuple[str, str, str, str]:
    return "исправлено после вывешивания", fact.raw, _read(found, fact), fact.reason


def _checked(_found: Line, fact: Any) -> tuple[str, str, str, str]:
    return words(fact.verdict, "mark"), "", "", fact.reason


def _taken_back(_found: Line, _fact: Any) -> tuple[str, str, str, str]:
    return "запись отменена", "", "", ""


def _read(found: Line, fact: Any) -> str:
    told = written(found, fact.value)
    status = words(fact.status, "status") if fact.status else ""
    return " ".join(part for part in (told.value or told.made_of, status) if part)


_TOLD: Mapping[type[Fact], Callable[[Line, Any], tuple[str, str, str, str]]] = {
    MarkEntered: _entered,
    MarkCorrected: _corrected,
    MarkChecked: _checked,
    MarkTakenBack: _taken_back,
}
