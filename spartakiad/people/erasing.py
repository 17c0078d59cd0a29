"""A person is erased: his rows, what was written about him, and every sentence that names him, in all his Games."""

from collections.abc import Sequence
from dataclasses import dataclass

from spartakiad.accounts.actions import new_token
from spartakiad.competition.applied import Former
from spartakiad.competition.decide.persons import EraseAthlete
from spartakiad.competition.desk import Desk
from spartakiad.competition.holders import held_by, holder
from spartakiad.competition.memory import stream_of
from spartakiad.competition.state import State
from spartakiad.competition.texts import SENTENCE, free_text
from spartakiad.errors import Refusal
from spartakiad.models.people import CONSENTS, Person
from spartakiad.people.actions import WithdrawConsent, withdraw_consent
from spartakiad.people.published import close_files
from spartakiad.people.queries import athlete_rows, papers_of, surnames_of
from spartakiad.store.commands import Answer
from spartakiad.store.erasing import erase_around, erase_texts, erase_where
from spartakiad.words.mentions import names_beside, names_him, same_stem

_ABOUT = ("admission", "athlete", "papers")  # subjects of facts whose texts are about whoever has the number
_SENTENCES = ("reason", "remark", "text", "what")  # other free texts: names of whoever signs are not the athlete's


@dataclass(frozen=True, slots=True)
class Erase:
    """`athlete`: whoever has the number or, «27.1», had it; `reason`: whose wish it was, and by which paper."""

    games: str
    team: str
    athlete: str
    reason: str


def erase(desk: Desk, wish: Erase) -> Answer:
    """Name, birth date, numbers, coaches, signatures, words about him go. He stays «Участник № 27»."""
    number = holder(desk.state(wish.games), wish.team, wish.athlete)
    person = desk.session.get(Person, number) if number else None
    if person is None or person.id is None or not person.surname:
        raise Refusal("not_found")
    if not free_text(wish.reason, "reason", SENTENCE):
        raise Refusal("reason_needed", "reason")
    for kind in CONSENTS:
        withdraw_consent(desk, WithdrawConsent(person.id, kind))
    for slug in list(desk.memory.games):
        if held_by(desk.memory.games[slug].state, person.id):
            _silence(desk, slug, person)
    close_files(desk, person.id, erased=True)
    _blank(desk, person)
    return {"erased": True}


def _silence(desk: Desk, slug: str, person: Person) -> None:
    """In one Games: what was written while a number was his, and whatever names him; then the facts say so."""
    state, stream = desk.state(slug), stream_of(slug)
    held = held_by(state, person.id or 0)
    for one in held:
        for about in _ABOUT:
            erase_texts(desk.session, stream, f"{about}:{one.athlete}", one.first, one.last)
        for contest in state.contests:
            erase_texts(desk.session, stream, f"scratch:{contest}:{one.athlete}", one.first, one.last)
    shared = _has_namesake(desk, state, person)

    def says(text: str) -> bool:
        """Where somebody else has the surname too, only together with the name or its first letter."""
        return names_him(text, person.surname) and (not shared or names_beside(text, person.name))

    erase_where(desk.session, stream, _SENTENCES, says)
    erase_around(desk.session, slug, says, f"Участник № {_numbers(held)[0]}")
    desk.reread(slug)
    for athlete in _numbers(held):
        desk.carry_out(slug, EraseAthlete(athlete, person.id or 0))


def _numbers(held: Sequence[Former]) -> list[str]:
    return list(dict.fromkeys(one.athlete for one in held))


def _has_namesake(desk: Desk, state: State, person: Person) -> bool:
    everybody = {one.person for one in state.athletes.values()} | {one.person for one in state.former}
    return any(
        same_stem(surname, person.surname) for surname in surnames_of(desk.session, everybody - {person.id or 0})
    )


def _blank(desk: Desk, person: Person) -> None:
    consents, rows = papers_of(desk.session, person.id or 0), athlete_rows(desk.session, person.id or 0)
    for consent in consents:
        consent.signed_by = ""
    person.surname = person.name = person.patronymic = person.sort_key = ""
    person.search_key = f"erased-{new_token()}"
    person.uin_gto = None
    for row in rows:
        row.coach = ""
    person.born_on = person.born_on.replace(month=1, day=1)
