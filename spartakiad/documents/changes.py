"""«Дозаявка», «Перезаявка»: what has changed in an application since its accepted original, and nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spartakiad.competition.applications import Difference, outdated, revision
from spartakiad.competition.applied import Filed, Replacement
from spartakiad.competition.programme import Line, lines
from spartakiad.competition.state import State
from spartakiad.documents.paper import Column, Paper, Section, Signature, mark_of
from spartakiad.entries.papers import changes_title
from spartakiad.entries.queries import RosterRow
from spartakiad.errors import Refusal
from spartakiad.games.live import GamesHead
from spartakiad.people.queries import OfficialRow
from spartakiad.words.entered import entered_words
from spartakiad.words.officials import post_words

ERASED = "данные удалены"
_NUMBER, _NAME, _BORN, _RANK = Column("№", 9, "centre"), Column("Фамилия, имя, отчество", 46), 20, 14
_STAMP = Column("Виза врача «Допущен», подпись, печать", 30)
_WHY = (Column("Причина", 34), Column("Кто разрешил", 34))


@dataclass(frozen=True, slots=True)
class Sides:
    """An application as its accepted paper has it and as it stands; `names` of persons, `rows` by number."""

    state: State
    team: str
    before: Filed
    found: Difference
    rows: Mapping[str, RosterRow]
    names: Mapping[int, str]
    programme: Mapping[str, Line]


def changes_paper(
    state: State,
    head: GamesHead,
    team: str,
    people: tuple[Sequence[RosterRow], Sequence[OfficialRow], Mapping[int, str]],
) -> Paper:
    """`people`: the athletes and officials as they are, and names of persons who were in the original.

    Raises Refusal no_changes. It holds personal data and is nobody's but the team's and the commission's.
    """
    title, original = changes_title(state, team), state.teams[team].original
    if original is None or not title:
        raise Refusal("no_changes")
    roster, officials, names = people
    number, filed = revision(state, team)
    rows, programme = {row.number: row for row in roster}, {line.id: line for line in lines(state)}
    sides = Sides(state, team, original, outdated(state, team), rows, names, programme)
    found = [_replaced(sides), _added(sides), _left(sides), _moved(sides), _described(sides), _along(sides, officials)]
    return Paper(
        games=head.title,
        kind=title,
        subject=state.teams[team].title,
        place=head.host_title,
        dates=head.dates,
        about=[("К именной заявке", f"редакция {original.revision}"), ("Теперь", f"редакция {number}")],
        sections=[section for section in found if section.rows],
        signatures=[
            Signature("Врач (печать медорганизации)"),
            Signature("Представитель команды"),
            Signature("Руководитель органа по спорту, М.П."),
            Signature("Принял: комиссия по допуску"),
        ],
        stamp=f"{head.title} · {state.teams[team].title} · {title}, ред. {number} · запись журнала № {state.number}",
        draft=" · ".join(one for one in ("" if filed else "НЕ ПОДАНА", mark_of(head, draft=False)) if one),
        landscape=True,
    )


def _replaced(sides: Sides) -> Section:
    """Who comes in for whom: the number and its starts are the same."""
    columns = [_NUMBER, Column("Выбывает", 40), Column("Вместо него", 46), *_own(), Column("Виды", 40), *_WHY, _STAMP]
    rows = []
    for number in (one for one in sides.found.came if one in sides.found.went):
        row, told = sides.rows[number], _last(sides.state.replacements, number)
        why = (told.reason, told.allowed) if told else ("", "")
        out = _who(sides, number)
        rows.append([number, out, row.name, *_told(row), _starts(sides, _now(sides, number)), *why, ""])
    return Section("Замены", columns, rows)


def _added(sides: Sides) -> Section:
    columns = [_NUMBER, _NAME, *_own(), Column("Виды", 44), *_WHY, _STAMP]
    rows = []
    for number in (one for one in sides.found.came if one not in sides.found.went):
        row, late = sides.rows[number], sides.state.athletes[number].late
        why = (late.reason, late.allowed) if late else ("", "")
        rows.append([number, row.name, *_told(row), _starts(sides, _now(sides, number)), *why, ""])
    return Section("Добавлены", columns, rows)


def _left(sides: Sides) -> Section:
    columns = [_NUMBER, Column("Фамилия, имя, отчество", 60), Column("Был заявлен", 100)]
    gone = [one for one in sides.found.went if one not in sides.found.came]
    rows = [[number, _who(sides, number), _starts(sides, _then(sides, number))] for number in gone]
    return Section("Выбывают", columns, rows)


def _moved(sides: Sides) -> Section:
    columns = [_NUMBER, Column("Фамилия, имя, отчество", 60), Column("Был заявлен", 70), Column("Заявлен", 70)]
    rows = []
    for entrant in sides.found.changed:
        number, name = (entrant, sides.rows[entrant].name) if entrant in sides.rows else ("", "Команда целиком")
        name += f" (вместо: {_who(sides, entrant)})" if entrant in sides.found.went else ""
        rows.append([number, name, _starts(sides, _then(sides, entrant)), _starts(sides, _now(sides, entrant))])
    return Section("Участие в видах", columns, rows)


def _described(sides: Sides) -> Section:
    columns = [_NUMBER, Column("Фамилия, имя, отчество", 60), Column("Было", 60), Column("Стало", 60)]
    was = {
        number: (_words(rank, coach, _city(sides, city)), named)
        for number, rank, coach, named, city in sides.before.described
    }
    rows = []
    for number in sides.found.described:
        row, (before, named) = sides.rows[number], was.get(number, ("", 0))
        renamed = sides.state.athletes[number].named != named
        after = ["имя или дата рождения исправлены"] if renamed else []
        city = _city(sides, sides.state.athletes[number].city)
        rows.append([number, row.name, before, "; ".join([*after, _words(row.rank, row.coach, city)])])
    return Section("Имя, разряд, тренер, город", columns, rows)


def _along(sides: Sides, officials: Sequence[OfficialRow]) -> Section:
    """Of whoever left nothing but the post is kept."""
    full = {one.id: one.full for one in officials}
    came = [[post_words(one.post), full.get(one.number, ERASED), "добавлен"] for one in sides.found.officials_came]
    went = [[post_words(one.post), "", "выбывает"] for one in sides.found.officials_went]
    return Section(
        "Официальные лица",
        [Column("Должность", 50), Column("Фамилия, имя, отчество", 80), Column("Что изменилось", 40)],
        [*came, *went],
    )


def _own() -> tuple[Column, Column]:
    return Column("Дата рождения", _BORN, "centre"), Column("Разряд", _RANK, "centre")


def _told(row: RosterRow) -> tuple[str, str]:
    return f"{row.born_on:%d.%m.%Y}", row.rank


def _words(rank: str, coach: str, city: str) -> str:
    return ", ".join(filter(None, (rank or "без разряда", coach and f"тренер {coach}", city)))


def _city(sides: Sides, city: str) -> str:
    return dict(sides.state.teams[sides.team].cities).get(city, "")


def _who(sides: Sides, number: str) -> str:
    """Whose number it was in the original."""
    person = next(person for one, person in sides.before.people if one == number)
    return sides.names.get(person, ERASED)


def _last(replacements: Iterable[Replacement], number: str) -> Replacement | None:
    return next((one for one in reversed(list(replacements)) if one.athlete == number), None)


Entered = tuple[str, str, str]  # part, role, category


def _now(sides: Sides, entrant: str) -> dict[str, Entered]:
    mine = [one for one in sides.state.entries.values() if one.entrant == entrant]
    return {one.contest: (one.part, one.role, one.category) for one in mine}


def _then(sides: Sides, entrant: str) -> dict[str, Entered]:
    mine = [row for row in sides.before.entries if row[0] == entrant]
    return {contest: (part, role, category) for _, contest, part, role, category in mine}


def _starts(sides: Sides, entries: Mapping[str, Entered]) -> str:
    """In the order of the programme, each with its part; «лично» and «в/к» are said."""
    told = []
    for contest in (one for one in sides.programme if one in entries):
        part, role, category = entries[contest]
        told.append(entered_words(sides.programme[contest].list_of(part).title, role, category))
    return "; ".join(told) or "–"
