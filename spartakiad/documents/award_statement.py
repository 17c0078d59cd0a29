"""The statement of awards (ведомость выдачи): a line and a place to sign for everything that is handed over."""

from collections.abc import Iterator, Sequence

from spartakiad.competition.state import State
from spartakiad.cup.ceremony.awards import Awards, Podium
from spartakiad.cup.ceremony.queries import PrizeView
from spartakiad.documents.award_paper import CHALLENGE_CUP, DEGREE, award_paper
from spartakiad.documents.paper import Column, Paper, Section
from spartakiad.games.live import GamesHead

_COLUMNS = [
    Column("№", 10, "centre", number=True),
    Column("Кому", 48),
    Column("Команда", 30),
    Column("За что", 48),
    Column("Награда", 22),
    Column("Подпись", 25),
]
_PERSONS, _TEAM = "медаль, диплом", "диплом"


def award_statement(state: State, head: GamesHead, found: Awards, prizes: Sequence[PrizeView]) -> Paper:
    """A team's own awards are signed for by whoever takes them."""
    lines = [line for one in (*found.podiums, found.overall) for line in _lines(one)]
    lines += [[one.who, "", one.what_for, one.prize] for one in prizes]
    lines.append(["", found.cup, "первое место общего зачёта", CHALLENGE_CUP.lower()])
    rows = [[str(number), *line, ""] for number, line in enumerate(lines, 1)]
    return award_paper(state, head, found, "Ведомость выдачи наград", [Section("", _COLUMNS, rows)])


def _lines(podium: Podium) -> Iterator[list[str]]:
    """Who, team, for what, what; a team without a line-up has a line to write its members on."""
    for award in podium.awards:
        what = f"{DEGREE[award.degree]} место, {podium.title}"
        if podium.kind == "persons":
            yield [award.who, award.team, what, _PERSONS]
        elif podium.kind == "overall":
            yield ["", award.who, what, "кубок, диплом"]
        else:
            yield ["", award.who, what, _TEAM]
        members = award.members or (("",) if podium.kind == "squads" else ())
        yield from ([member, award.who, what, "медаль"] for member in members)
