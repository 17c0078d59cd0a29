"""The list of awards: how many of which are needed, then who gets what, by contest and place."""

from collections.abc import Sequence

from spartakiad.competition.state import State
from spartakiad.cup.ceremony.awards import Awards, Need, Podium, needs
from spartakiad.cup.ceremony.queries import PrizeView
from spartakiad.documents.award_paper import CHALLENGE_CUP, award_paper, degree_words
from spartakiad.documents.paper import Column, Paper, Section
from spartakiad.games.live import GamesHead

_NEEDS = [
    Column("Награда", 75),
    *(Column(title, 20, "centre", number=True) for title in ("I", "II", "III", "Всего")),
    Column("Не внесено составов", 20, "centre", number=True),
]
_WHO = [Column("Место", 32), Column("Кому", 78), Column("Команда", 45), Column("Результат", 20, "right")]


def award_list(state: State, head: GamesHead, found: Awards, prizes: Sequence[PrizeView]) -> Paper:
    counted = Section("Сколько наград", _NEEDS, [_need(one) for one in needs(found, len(prizes))])
    podiums = [_podium(one) for one in (*found.podiums, found.overall)]
    cup = Section(CHALLENGE_CUP, [Column("Кому", 100), Column("Получил", 75)], [[found.cup, ""]])
    sections = [counted, *podiums, cup, *special(prizes)]
    return award_paper(state, head, found, "Список награждаемых", sections)


def special(prizes: Sequence[PrizeView]) -> list[Section]:
    columns = [Column("Кому", 65), Column("За что", 65), Column("Приз", 45)]
    return [Section("Специальные призы", columns, [[p.who, p.what_for, p.prize] for p in prizes])] if prizes else []


def _need(one: Need) -> list[str]:
    counts = map(str, one.counts) if one.by_place else ("", "", "")
    return [one.what, *counts, str(one.total), str(one.unknown) if one.unknown else ""]


def _podium(one: Podium) -> Section:
    rows = []
    for award in one.awards:
        rows.append([degree_words(award), award.who, award.team, award.result])
        rows += [["", member, award.who, ""] for member in award.members]
    return Section(one.title, _WHO, rows)
