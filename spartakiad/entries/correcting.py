"""A correction of what stands beside an athlete's number: a verb and its form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from spartakiad.competition.decide.delegations import TAKING
from spartakiad.competition.decide.expiries import DatePaper
from spartakiad.competition.decide.persons import CorrectAthlete
from spartakiad.competition.desk import Desk
from spartakiad.competition.expiries import ending
from spartakiad.competition.texts import PHRASE, end_of_paper, free_text
from spartakiad.entries.actions import athlete_row
from spartakiad.errors import Refusal
from spartakiad.models.people import Person
from spartakiad.people.actions import keep_uin
from spartakiad.people.forms import uin_word
from spartakiad.store.commands import Answer
from spartakiad.words.ranks import rank_word


@dataclass(frozen=True, slots=True)
class Correction:
    """An empty `uin_gto` takes no number away: it is the person's, and other Games know it too. `city` "": it stays.

    `ends`: of his papers until when they hold, as he says.
    """

    games: str
    team: str
    athlete: str
    rank: str
    coach: str
    uin_gto: str
    city: str = ""
    ends: tuple[tuple[str, date | None], ...] = ()


def understand_correction(games: str, team: str, athlete: str, typed: Mapping[str, str]) -> Correction | list[Refusal]:
    values, refusals = {}, []
    ends: list[tuple[str, date | None]] = []
    for field in (one for one in typed if one.startswith(_ENDS)):
        try:
            ends.append(
                (field.removeprefix(_ENDS), end_of_paper(typed[field], field) if typed[field].strip() else None)
            )
        except Refusal as refusal:
            refusals.append(refusal)
    for field, read in _READERS.items():
        try:
            values[field] = read(typed.get(field, ""))
        except Refusal as refusal:
            refusals.append(refusal)
    return refusals or Correction(games, team, athlete, **values, city=typed.get("city", ""), ends=tuple(ends))


def correct(desk: Desk, wish: Correction) -> Answer:
    """While applications may be changed. What he is entered for stays; where he fits no longer, everybody is told."""
    state = desk.state(wish.games)
    if state.state not in TAKING:
        raise Refusal("entries_closed", state=state.state)
    if wish.athlete not in state.athletes:
        raise Refusal("not_found")
    athlete = athlete_row(desk, wish.games, int(wish.athlete))
    told = CorrectAthlete(wish.athlete, wish.team, wish.rank, wish.coach, (athlete.rank, athlete.coach), wish.city)
    asked = {paper.id for paper in ending(state)}  # a field that no form shows is not taken from it
    facts = [
        *desk.carry_out(wish.games, told),
        *(
            fact
            for paper, ends in wish.ends
            if paper in asked
            for fact in desk.carry_out(wish.games, DatePaper(wish.athlete, wish.team, paper, ends))
        ),
    ]
    person = desk.session.get(Person, athlete.person_id)
    if person is not None:
        keep_uin(desk, person, wish.uin_gto)
    return {"facts": len(facts)}


_ENDS = "ends-"
_READERS: Mapping[str, Callable[[str], str]] = {
    "rank": rank_word,
    "coach": lambda text: text and free_text(text, "coach", PHRASE),
    "uin_gto": uin_word,
}
