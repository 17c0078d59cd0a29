"""The named application of a team: everybody with date of birth and contests, and room for the doctor's stamp."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from spartakiad.competition.applications import revision
from spartakiad.competition.eligibility import identifiers_of
from spartakiad.competition.programme import MAIN, Line, lines
from spartakiad.competition.state import State
from spartakiad.documents.paper import Column, Paper, Signature, mark_of
from spartakiad.entries.queries import RosterRow
from spartakiad.games.live import GamesHead
from spartakiad.people.queries import OfficialRow
from spartakiad.words.entered import entered_words


def named_application(
    state: State, head: GamesHead, team: str, roster: Sequence[RosterRow], officials: Sequence[OfficialRow]
) -> Paper:
    """Of one team, for the commission; it holds personal data and is nobody's but the team's and the commission's."""
    number, filed = revision(state, team)
    team_title = state.teams[team].title
    programme = {line.id: line for line in lines(state)}
    more = _more(state, roster)
    rows = [_row(line_number, one, _contests(state, programme, one), more) for line_number, one in enumerate(roster, 1)]
    entered = [entry for entry in state.entries.values() if entry.entrant == team]
    squads = [programme[entry.contest].list_of(entry.part).title for entry in entered]
    return Paper(
        games=head.title,
        kind=f"Именная заявка, редакция {number}",
        subject=team_title,
        place=head.host_title,
        dates=head.dates,
        about=[("Командные виды", ", ".join(squads)), ("Официальные лица", _named(officials))],
        columns=[
            Column("№", 9, "centre"),
            Column("Фамилия, имя, отчество", 52),
            Column("Дата рождения", 22, "centre"),
            Column("Разряд", 16, "centre"),
            *more.values(),
            Column("Виды", 44),
            Column("Виза врача «Допущен», подпись, печать", 32),
        ],
        rows=rows,
        notes=["Всего допущено ________ чел. (прописью ______________________), не допущено ________ чел."],
        signatures=[
            Signature("Врач (печать медорганизации)"),
            Signature("Представитель команды"),
            Signature("Руководитель органа по спорту, М.П."),
        ],
        stamp=f"{head.title} · {team_title} · именная заявка, ред. {number} · запись журнала № {state.number}",
        draft=" · ".join(one for one in ("" if filed else "НЕ ПОДАНА", mark_of(head, draft=False)) if one),
        landscape=True,
    )


def _row(number: int, one: RosterRow, contests: str, more: Iterable[str]) -> list[str]:
    own = [getattr(one, field) for field in more]
    return [str(number), one.name, f"{one.born_on:%d.%m.%Y}", one.rank, *own, contests, ""]


def _more(state: State, roster: Sequence[RosterRow]) -> dict[str, Column]:
    """Columns by the fields that fill them: what somebody has or the regulation asks for."""
    needed = identifiers_of(state.regulation)[0]
    columns = {
        "city": Column("Город", 26),
        "coach": Column("Тренер", 34),
        "uin_gto": Column("УИН ГТО", 27, "centre"),
    }
    return {
        field: column
        for field, column in columns.items()
        if field in needed or any(getattr(one, field) for one in roster)
    }


def _named(officials: Sequence[OfficialRow]) -> str:
    return ", ".join(f"{one.post_words} {one.full}" for one in officials)


def _contests(state: State, programme: Mapping[str, Line], one: RosterRow) -> str:
    """Each with the part he starts in, and as what where it is not for the team."""
    told = [(programme[key].list_of(one.parts.get(key, MAIN)).title, key) for key in one.roles]
    own = [entered_words(title, one.roles[key], one.categories.get(key, "")) for title, key in told]
    return "; ".join([*own, *_squads(state, programme, one.number)])


def _squads(state: State, programme: Mapping[str, Line], athlete: str) -> Iterator[str]:
    """Where he competes in the line-up of his team, or waits beside it."""
    for kind, named in (("team", state.lineups), ("reserve", state.benches)):
        for (contest, part, _), members in named.items():
            if athlete in members and contest in programme:
                yield entered_words(programme[contest].list_of(part).title, kind, "")
