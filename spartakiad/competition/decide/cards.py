"""Cards of contests and of the Games: filled in whole, as often as something becomes known."""

from dataclasses import dataclass, fields

from spartakiad.competition.cards import Signatory
from spartakiad.competition.facts import Fact
from spartakiad.competition.paper_facts import CardFilled, GamesCardFilled
from spartakiad.competition.programme import line
from spartakiad.competition.state import State
from spartakiad.competition.texts import PHRASE, an_hour, free_text, is_moment
from spartakiad.errors import Refusal

_MOST = 500  # judges of one contest
_LONGEST_PROTEST = 1440  # minutes


@dataclass(frozen=True, slots=True)
class FillCard:
    """The texts by the names of CardFilled."""

    contest: str
    judges: int
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FillGamesCard:
    entries_until: str
    texts: tuple[tuple[str, str], ...]
    protest_minutes: int = 0


def fill(state: State, command: FillCard, _by: str) -> list[Fact]:
    line(state, command.contest)
    if not 0 <= command.judges <= _MOST:
        raise Refusal("bad_number", "judges")
    texts = _clean(CardFilled, command.texts)
    for field in ("started", "ended"):
        if texts.get(field):
            texts[field] = an_hour(texts[field], field)
    card = CardFilled(command.contest, command.judges, **texts)
    return [] if _card_now(state, command.contest) == card else [card]


def fill_games(state: State, command: FillGamesCard, _by: str) -> list[Fact]:
    if command.entries_until and not is_moment(command.entries_until):
        raise Refusal("bad_date", "entries_until", example="10.02.2027 18:00")
    if not 0 <= command.protest_minutes <= _LONGEST_PROTEST:
        raise Refusal("bad_number", "protest_minutes")
    texts = _clean(GamesCardFilled, command.texts)
    card = GamesCardFilled(command.entries_until, **texts, protest_minutes=command.protest_minutes)
    return [] if _games_card_now(state) == card else [card]


def _clean(kind: type[Fact], texts: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {name: free_text(text, name, PHRASE) for name, text in texts if name in kind.free}


def _card_now(state: State, contest: str) -> CardFilled | None:
    card = state.cards.get(contest)
    if card is None:
        return None
    people = {**_people("chief", card.chief), **_people("secretary", card.secretary)}
    texts = {field.name: getattr(card, field.name) for field in fields(card) if field.type is str}
    return CardFilled(contest, card.judges, **texts, **people)


def _games_card_now(state: State) -> GamesCardFilled:
    card = state.card
    people = {**_people("chief", card.chief), **_people("secretary", card.secretary)}
    minutes = card.protest_minutes
    return GamesCardFilled(card.entries_until, chair=card.chair, phone=card.phone, **people, protest_minutes=minutes)


def _people(of: str, one: Signatory) -> dict[str, str]:
    return {of: one.name, f"{of}_category": one.category, f"{of}_city": one.city}
