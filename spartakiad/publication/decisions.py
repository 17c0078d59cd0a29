"""Verbs and views of signed decisions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

import scoring
from spartakiad.competition.bibs import wearer, worn
from spartakiad.competition.decide.decisions import Adjust, Lift, Remove, TellApart
from spartakiad.competition.desk import Desk
from spartakiad.competition.document import parsed
from spartakiad.competition.matches import Match, is_match, key_of, matches_of, sides_of
from spartakiad.competition.programme import lines, title_of
from spartakiad.competition.signed import Signed
from spartakiad.competition.state import State
from spartakiad.competition.undecided import undecided
from spartakiad.errors import Refusal
from spartakiad.people.names import PersonName
from spartakiad.publication.official import carried_out
from spartakiad.results.sheets import full_name
from spartakiad.store.commands import Answer
from spartakiad.words.keys import search_key
from spartakiad.words.numbers import number

_BETWEEN = re.compile(r"\s+[-–—]\s+|\s*[–—]\s*")  # a title may have a hyphen of its own


@dataclass(frozen=True, slots=True)
class Decided:
    """A wish that a decision be signed, of whichever kind."""

    games: str
    command: TellApart | Remove | Adjust | Lift


@dataclass(frozen=True, slots=True)
class Tie:
    """`key` names it in a form; `who`: pairs (id, name) of the equals."""

    key: str
    title: str
    who: tuple[tuple[str, str], ...]
    url: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """`words`: what was decided; `applies`: False where no such equals are there any more."""

    number: int
    title: str
    words: str
    document: str
    jury: str
    reason: str
    at: datetime
    lifted: str
    applies: bool


def sign(desk: Desk, wish: Decided) -> Answer:
    return {"facts": len(carried_out(desk, wish.games, wish.command))}


def entrant_called(state: State, contest: str, who: str) -> str:
    """By the number that is worn, by the team's title or, in a contest of matches, by both sides of one.

    Raises Refusal nobody_named, nobody_so_called, match_other_way or several_matches.
    """
    text = who.strip().removeprefix("№").strip()
    if not text:
        raise Refusal("nobody_named", "who")
    found = wearer(state, contest, text)
    teams = [team.slug for team in state.teams.values() if search_key(team.title) == search_key(text)]
    known = [team for team in teams if (contest, team) in state.entries]
    if not found and not known:
        return _match_called(state, contest, text)
    return found or known[0]


def _match_called(state: State, contest: str, text: str) -> str:
    """As the judges' sheet calls it: the first side first, since a score is told from it."""
    said = [search_key(part) for part in _BETWEEN.split(text)]
    sides = {one.key: [search_key(state.teams[side].title) for side in one.sides] for one in _of_teams(state, contest)}
    found = [key for key, titles in sides.items() if titles == said]
    if len(found) > 1:
        raise Refusal("several_matches", "who", who=text)
    turned = [key for key, titles in sides.items() if titles == said[::-1]]
    if not found and turned:
        raise Refusal("match_other_way", "who", match=_match_words(state, contest, turned[0]))
    if not found:
        title = next((one.title for one in lines(state) if one.id == contest), contest)
        raise Refusal("nobody_so_called", "who", who=text, contest=title)
    return found[0]


def _of_teams(state: State, contest: str) -> list[Match]:
    return [one for one in matches_of(state, contest) if set(one.sides) <= state.teams.keys()]


def _match_words(state: State, contest: str, match: str) -> str:
    return " – ".join(state.teams[side].title for side in sides_of(state, contest, match) or ())


def typed_as(state: State, contest: str, entrant: str) -> str:
    """As the secretary would type whom it is about, so that entrant_called() finds him."""
    if is_match(entrant):
        return _match_words(state, contest, entrant)
    return state.teams[entrant].title if entrant in state.teams else worn(state, contest, entrant)


def called(state: State, contest: str, entrant: str, people: Mapping[str, PersonName]) -> str:
    """How an entrant or a match is called on the papers of the secretariat."""
    if entrant in state.teams:
        return state.teams[entrant].title
    found = next((one for one in lines(state) if one.id == contest), None)
    return full_name(state, found, people, entrant) if found else entrant


def ties(state: State, people: Mapping[str, PersonName]) -> list[Tie]:
    """Of contests that have ended so far as anybody can tell, and of the standings."""
    if not state.regulation:
        return []
    titles = _titles(state)
    return [
        Tie(
            f"{one.contest}.{one.standing}.{one.among}.{'.'.join(one.names)}",
            titles[one.contest or f"standing {one.standing}"],
            tuple((name, called(state, one.contest, name, people)) for name in one.names),
            f"contests/{one.contest}" if one.contest else "standings",
        )
        for one in undecided(scoring.score(parsed(state, upto=state.public_from)))
    ]


def decisions(state: State, people: Mapping[str, PersonName]) -> list[DecisionView]:
    """The newest first."""
    unused = _unused(state)
    titles = _titles(state)
    return [
        DecisionView(
            one.number,
            titles.get(one.contest or f"standing {one.standing}", "Общий зачёт"),
            _words(state, one, people),
            one.document,
            one.jury,
            one.reason,
            one.at,
            one.lifted,
            one.number not in unused,
        )
        for one in sorted(state.decisions.values(), key=lambda one: -one.number)
    ]


def _titles(state: State) -> dict[str, str]:
    contests = {one.id: one.title for one in lines(state)}
    return contests | {f"standing {row['id']}": title_of(row) for row in state.regulation.get("standing", ())}


def _unused(state: State) -> set[int]:
    """Orders of equals that are equal no longer."""
    if not state.decisions:
        return set()
    left = scoring.score(parsed(state, upto=state.public_from)).unused
    said = {(one.kind, one.contest or "", one.standing or "", one.groups) for one in left}
    return {
        one.number
        for one in state.decisions.values()
        if one.order and (one.what, one.contest, one.standing, one.order) in said
    }


def _words(state: State, one: Signed, people: Mapping[str, PersonName]) -> str:
    if one.order:
        named = ", ".join(called(state, one.contest, name, people) for group in one.order for name in group)
        return f"{'жребий' if one.what == 'lot' else 'порядок'}: {named}"
    if one.what == "adjust":
        return f"{state.teams[one.entrant].title}: {_signed(one.points)} к очкам"
    who = called(state, one.contest, key_of(one.unit) if one.unit else one.entrant, people)
    if one.what == "vacate":
        return f"{who}: места лишён, оно остаётся пустым"
    return f"{who}: игра аннулирована" if one.unit else f"{who}: все игры аннулированы"


def _signed(written: str) -> str:
    """«−2,5», «+10»: as a decimal where that is exact, else the fraction that was decided."""
    exact = Fraction(written)
    told = number(abs(exact)) if 100 % exact.denominator == 0 else str(abs(exact))
    return f"{'−' if exact < 0 else '+'}{told}"
