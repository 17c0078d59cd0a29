"""The result protocol of a contest."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spartakiad.competition.cards import NO_CARD, Card
from spartakiad.competition.memory import Now
from spartakiad.competition.publishing import sheet_number
from spartakiad.documents.issue import Issue, issued
from spartakiad.documents.paper import Column, Paper, Section, Signature, mark_of
from spartakiad.errors import Refusal
from spartakiad.games.live import GamesHead
from spartakiad.people.names import PublicName
from spartakiad.results.matches import CrossTable, Game
from spartakiad.results.queries import contest_view
from spartakiad.results.views import ContestView, ResultRow
from spartakiad.words.dates import moment
from spartakiad.words.marks import SHARED, told
from spartakiad.words.scratches import HOW

_PLACE = Column("Место", 13, "centre", number=True)
_SCORED = Column("З–П", 16, "centre")
_WEIGHT = Column("Вес, кг", 20, "right", number=True)


def result_protocol(
    now: Now,
    head: GamesHead,
    contest: str,
    names: Mapping[str, PublicName],
    part: str = "",
    issue: Issue | None = None,
) -> Paper:
    """Results of a contest, or of one part of it, as they stand; `issue`: of a sheet that is published."""
    view = contest_view(now, contest, names)
    chosen = lists_of(view, part)
    columns, rows = _table(view)
    official = view.state == "official"
    revision = f"официальный, редакция {view.revision}" if official else "редакции нет"
    bare = paper_of(now, head, view, part and chosen[0].title)
    at = chosen[0].at if part else view.at
    notes = [f"{one.title}. {note}" for one in chosen for note in _notes(one)] if view.parts else _notes(view)
    made = replace(
        bare,
        kind=f"Протокол результатов № {sheet_number(now.state, view.id)}",
        about=_about(now.state.cards.get(contest, NO_CARD), view, chosen),
        columns=columns,
        rows=rows,
        sections=_sections(view, chosen) if view.parts else (),
        notes=[*notes, *_marks(chosen)],
        stamp=" · ".join([bare.stamp, revision, *([moment(at)] if at else [])]),
        draft=mark_of(head, draft=not official, unpublished=official),
        landscape=len(columns) > 10 or bool(view.made_of and not view.by_teams),
    )
    return issued(made, head, issue, draft=not official) if issue else made


def lists_of(view: ContestView, part: str) -> Sequence[ContestView]:
    """The lists of a contest, or the one that was asked for. Raises Refusal not_found."""
    found = [one for one in view.lists if part in ("", one.part)]
    if not found:
        raise Refusal("not_found")
    return found


def _sections(view: ContestView, chosen: Sequence[ContestView]) -> list[Section]:
    """A list for each part that has results; below them the teams, unless one part alone was asked for."""
    sections = [Section(one.title, *_table(one)) for one in chosen if one.rows]
    if len(chosen) == len(view.parts):
        columns = [_PLACE, Column("Команда", 42), Column("Сумма", 20, "right", number=True)]
        columns.append(Column("В зачёте", 100))
        rows = [(row.place or "–", row.title, row.result, row.members) for row in view.teams]
        sections.append(Section("Команды", columns, rows))
    return sections


def _table(view: ContestView) -> tuple[list[Column], list[Sequence[str]]]:
    if view.tournament and view.tournament.whole:
        return _cross(view.tournament.tables[0])
    columns = [_PLACE]
    if not view.by_teams:
        columns += [Column("№", 11, "centre"), Column("Фамилия, имя", 50), Column("Год", 12, "centre")]
        columns += [Column("Разряд", 15, "centre")]
    columns.append(Column("Команда", 60 if view.by_teams else 34))
    columns += [_WEIGHT] if view.weighed else []
    if view.shown:
        columns += [Column(view.made_of, 44)] if view.made_of else []
        columns.append(Column("Результат", 20, "right"))
        columns += [Column("Отставание", 20, "right")] if view.gaps else []
    columns.append(Column("Примечание", 40 if view.by_teams else 20))
    rows: list[Sequence[str]] = []
    for row in view.rows:
        own = [] if view.by_teams else [row.bib, row.name, row.year, row.rank]
        parts = [row.made_of] if view.made_of else []
        gap = [row.gap] if view.gaps else []
        shown = [*parts, row.result, *gap] if view.shown else []
        weight = [row.weight] if view.weighed else []
        rows.append([row.place or "–", *own, row.team_title, *weight, *shown, row.note])
    return columns, rows


def _cross(table: CrossTable) -> tuple[list[Column], list[Sequence[str]]]:
    opponents = range(1, len(table.rows) + 1) if table.cross else ()
    columns = [Column("Команда", 42), *(Column(str(number), 13, "centre") for number in opponents)]
    columns += [Column(title, 9, "centre", number=True) for title in ("И", "В", "Н", "П")]
    columns += [Column("Партии", 14, "centre"), Column("Мячи", 16, "centre")] if table.sets else [_SCORED]
    columns += [Column("Очки", 11, "centre", number=True), _PLACE]
    rows: list[Sequence[str]] = []
    for number, row in enumerate(table.rows, 1):
        cells = ["×" if cell is None else ", ".join(cell) for cell in row.cells]
        scored = [row.sets, row.goals] if table.sets else [row.goals]
        counts = [row.played, row.won, row.drawn, row.lost, *scored, row.points, row.place or "–"]
        rows.append([f"{number}. {row.title}", *cells, *counts])
    return columns, rows


def _notes(view: ContestView) -> list[str]:
    """Under the table: the teams with those who count, the games, who still has no result."""
    notes = [f"Места взяты из протокола: {view.taken}."] if view.taken else []
    notes += [view.ahead] if view.ahead else []
    notes += shortened(view)
    if view.teams and not view.by_teams:
        notes.append("Команды:")
        for row in view.teams:
            shown = f" – {row.result}" if row.result else ""
            members = f" ({row.members})" if row.members else ""
            notes.append(f"{_before(row.place)} {row.title}{shown}{members}")
    if view.tournament:
        notes += [] if view.tournament.whole else [_pool(one) for one in view.tournament.tables]
        games = [_played(one) for one in view.tournament.games if one.result or one.off]
        notes += [f"Игры: {'; '.join(games)}."] if games else []
    notes += lineups(view)
    if view.away:
        notes.append(f"Сняты со старта: {', '.join(_named(row) for row in view.away)}.")
    waiting = [row.name for row in view.waiting]
    if waiting and view.rows and not view.tournament:
        notes.append(f"Ещё без результата: {', '.join(waiting)}.")
    return notes


def _marks(chosen: Sequence[ContestView]) -> list[str]:
    """What the marks mean that are printed; a shared place is printed without one."""
    heads = [head for one in chosen if one.tournament and one.tournament.whole for head in one.tournament.heads]
    meant = told([*heads, *(text for one in chosen for text in one.texts if text != SHARED)])
    return [f"Обозначения: {meant}."] if meant else []


def _played(game: Game) -> str:
    off = f"({game.off})" if game.off else ""
    return " ".join(filter(None, (f"{game.first} – {game.second}", game.result, off)))


def _named(row: ResultRow) -> str:
    name = f"№ {row.bib} {row.name}" if row.bib else row.name
    return f"{name} (не вышла)" if row.note == HOW["no_show"] else name


def lineups(view: ContestView) -> list[str]:
    return ["Составы:", *(f"{team}: {names}" for team, names in view.lineups)] if view.lineups else []


def shortened(view: ContestView) -> list[str]:
    """What a reader must not miss: the contest is not held at all, or over less than was announced."""
    cancelled = [f"ВИД ОТМЕНЁН: {view.reason}."] if view.state == "cancelled" else []
    return [*cancelled, *([f"Вид сокращён: {view.shortened}."] if view.shortened else [])]


def _pool(table: CrossTable) -> str:
    """A pool in one line: who, with what, in its own order."""
    lines = [
        f"{_before(row.place)} {row.title} – {row.points} ({row.won}–{row.drawn}–{row.lost})" for row in table.rows
    ]
    return f"{table.title or 'Таблица'}, очки (выигрыши–ничьи–поражения): {'; '.join(lines)}."


def paper_of(now: Now, head: GamesHead, view: ContestView, part: str) -> Paper:
    """What every document of a contest has: where and when, who signs. `part`: of which part it is, or ""."""
    subject = f"{view.title}: {part}" if part else view.title
    card, slot = now.state.cards.get(view.id, NO_CARD), now.state.slots.get(view.id)
    venue = now.state.venues.get(slot.venue) if slot else None
    where = [venue.title, venue.town or head.host_title] if venue else [head.host_title]
    return Paper(
        games=head.title,
        kind="",
        subject=subject,
        place=", ".join(part for part in where if part),
        dates=moment(slot.starts_at) if slot and slot.starts_at else head.dates,
        about=(),
        columns=(),
        rows=(),
        notes=(),
        signatures=[Signature("Главный судья", card.chief), Signature("Секретарь", card.secretary)],
        stamp=f"{head.title} · {subject}",
        draft=mark_of(head, draft=False),
    )


def _about(card: Card, view: ContestView, chosen: Sequence[ContestView]) -> list[tuple[str, str]]:
    shown = [row for one in chosen for row in one.rows]
    started = [row for row in shown if row.note != "н/ст"]
    finished = [row for row in shown if row.place]
    counts = "" if view.tournament or not shown else f"{len(started)}, закончили {len(finished)}"
    return [
        ("Стиль", card.style),
        ("Дистанция", card.distance),
        ("Вид старта", card.start_kind),
        ("Трасса", card.track),
        ("Погода", card.weather),
        ("Начало", card.started),
        ("Конец", card.ended),
        ("Стартовали", counts),
        ("Судей", str(card.judges) if card.judges else ""),
    ]


def _before(place: str) -> str:
    """«3.», and of whoever has none yet a dash without a dot."""
    return f"{place}." if place and place != "–" else "–"
