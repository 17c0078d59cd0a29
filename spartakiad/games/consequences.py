"""Whom another regulation would leave without his place: said before it is adopted, by name."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlmodel import Session

from spartakiad.competition.misfits import Misfit, misfits
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.people.applicants import applicants
from spartakiad.people.names import PersonName
from spartakiad.people.queries import names_of
from spartakiad.words.refusals import sentence


def unfit_by(session: Session, games: str, state: State, document: Mapping[str, Any]) -> list[str]:
    """Who of those entered is not as `document` wants it, and was as the regulation in force does; in sentences."""
    people = applicants(session, state, games)
    before = {one.key for one in misfits(state, people)}
    after = [one for one in misfits(replace(state, regulation=document), people) if one.key not in before]
    names = names_of(session, games, {one.athlete for one in after if one.athlete})
    return [_told(state, one, names) for one in after]


def check_unfit(session: Session, games: str, state: State, document: Mapping[str, Any]) -> None:
    """Raises Refusal now_unfit, with these sentences, where there is anybody."""
    told = unfit_by(session, games, state, document)
    if told:
        raise Refusal("now_unfit", "sure", told=told, many=len(told))


def _told(state: State, one: Misfit, names: Mapping[str, PersonName]) -> str:
    """«Псков, № 7 Лыжин Пётр: …»; of a whole team its sentence names it."""
    said = sentence(one.why)
    if not one.athlete:
        return said
    name = f" {names[one.athlete].full}" if one.athlete in names else ""
    return f"{state.teams[one.team].title}, № {one.athlete}{name}: {said}"
