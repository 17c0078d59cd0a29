"""Verbs of the cards: what headers and signatures of the documents are taken from."""

from dataclasses import dataclass

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


def fill_card(desk: Desk, wish: ContestCard) -> Answer:
    return {"facts": len(desk.carry_out(wish.games, FillCard(wish.contest, wish.judges, wish.texts)))}


def fill_games_card(desk: Desk, wish: WholeCard) -> Answer:
    return {"facts": len(desk.carry_out(wish.games, FillGamesCard(wish.entries_until, wish.texts)))}
