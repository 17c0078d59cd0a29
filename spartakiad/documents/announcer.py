"""The sheet of the ceremony for whoever speaks: from the third place to the first, contest by contest, the cup last."""

from collections.abc import Sequence

from spartakiad.competition.state import State
from spartakiad.cup.ceremony.awards import Award, Awards, Podium
from spartakiad.cup.ceremony.queries import PrizeView
from spartakiad.documents.award_list import special
from spartakiad.documents.award_paper import CHALLENGE_CUP, award_paper, degree_words, from_third
from spartakiad.documents.paper import Column, Paper, Section
from spartakiad.games.live import GamesHead

_COLUMNS = [Column("Место", 32), Column("Приглашается", 98), Column("Результат", 25, "right"), Column("Вручает", 20)]


def announcer_sheet(state: State, head: GamesHead, found: Awards, prizes: Sequence[PrizeView]) -> Paper:
    podiums = [_called(one) for one in (*found.podiums, found.overall)]
    last = Section(CHALLENGE_CUP, [Column("Кому", 100), Column("Вручает", 75)], [[found.cup, state.card.chair]])
    return award_paper(state, head, found, "Порядок награждения", [*podiums[:-1], *special(prizes), podiums[-1], last])


def _called(podium: Podium) -> Section:
    rows = [[degree_words(one), _words(one), one.result, ""] for one in from_third(podium)]
    return Section(podium.title, _COLUMNS, rows)


def _words(one: Award) -> str:
    """«Лыжина Анна Петровна, Вологда»; a team with everybody who competed for it."""
    members = f": {', '.join(one.members)}" if one.members else ""
    return ", ".join(part for part in (one.who, one.team) if part) + members
