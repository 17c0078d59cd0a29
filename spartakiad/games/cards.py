"""Verbs of the cards: what headers and signatures of the documents are taken from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from spartakiad.competition.decide.cards import FillCard, FillGamesCard
from spartakiad.competition.desk import Desk
from spartakiad.store.commands import Answer


@dataclass(frozen=True, slots=True)
class ContestCard:
    """`texts` by the names of CardFilled."""

    games: str
    contest: str
    judges: int
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WholeCard:
    """`entries_until`: a moment of Moscow, "2027-02-10T18:00"; `texts` by the names of GamesCardFilled."""

    games: str
    entries_until: str
    texts: tuple[tuple[str, str], ...]
    protest_minutes: int = 0


def fill_card(desk: Desk, wish: ContestCard) -> Answer:
    return {"facts": len(desk.carry_out(wish.games, FillCard(wish.contest, wish.judges, wish.texts)))}


def fill_games_card(desk: Desk, wish: WholeCard) -> Answer:
    command = FillGamesCard(wish.entries_until, wish.texts, wish.protest_minutes)
    return {"facts": len(desk.carry_out(wish.games, command))}


def signatories(card: Mapping[str, Any]) -> dict[str, str]:
    """The chief judge and the secretary of a card as the fields of its form."""
    flat: dict[str, str] = {}
    for of in ("chief", "secretary"):
        one = card[of]
        flat |= {of: one["name"], f"{of}_category": one["category"], f"{of}_city": one["city"]}
    return flat
