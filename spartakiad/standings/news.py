"""What has just happened at a Games and what comes next, in sentences that are read aloud or sent to other sites."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from itertools import groupby

from spartakiad.competition.memory import Now
from spartakiad.competition.programme import lines
from spartakiad.games.notices import for_everybody
from spartakiad.games.timetable import Row, timetable
from spartakiad.people.names import PublicName
from spartakiad.results.queries import contest_view
from spartakiad.results.views import ContestView, ResultRow, part_of
from spartakiad.standings.queries import overall_table, progress
from spartakiad.words.aloud import (
    numbered,
    of_city,
    result_aloud,
    taken,
    team_of_city,
    when_aloud,
)
from spartakiad.words.dates import clock
from spartakiad.words.numbers import number, points

_MOST = 3  # places that are named
_SHOWN = ("posted", "official")  # states in which results are announced


@dataclass(frozen=True, slots=True)
class News:
    """`key`: the same for whatever becomes of the same thing; `path`: its page, below that of the Games."""

    key: str
    at: datetime
    title: str
    sentences: tuple[str, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """What an announcer has before him. `leaders`: the overall standing, its first three places."""

    leaders: tuple[str, ...]
    news: tuple[News, ...]
    going: tuple[str, ...]
    coming: tuple[str, ...]


def spoken(now: Now, public: Mapping[str, PublicName], genitives: Mapping[str, str]) -> Spoken:
    """`genitives`: of cities by their slugs, «Вологды»."""
    rows = timetable(now.state)
    going = [row for row in rows if row.state in ("start_list", "under_way")]
    coming = [row for row in rows if row.state == "planned"]
    return Spoken(
        _leaders(now, genitives),
        news(now, public, genitives),
        tuple(_going(row) for row in going),
        tuple(_coming(row) for row in coming if row.starts_at),
    )


def news(now: Now, public: Mapping[str, PublicName], genitives: Mapping[str, str]) -> tuple[News, ...]:
    """The newest first: results of contests as they stand, contests cancelled, notices for everybody."""
    told = [*_contests(now, public, genitives), *_notices(now)]
    return tuple(sorted(told, key=lambda one: (one.at, one.key), reverse=True))


def _contests(now: Now, public: Mapping[str, PublicName], genitives: Mapping[str, str]) -> Iterable[News]:
    for line in lines(now.state):
        held = now.state.contests[line.id]
        parts = [now.state.how_far(line.id, one.part).state for one in line.parts]
        if not {held.state, *parts} & {*_SHOWN, "cancelled"}:
            continue
        view = contest_view(now, line.id, public)
        if held.at is not None and held.state in (*_SHOWN, "cancelled"):
            sentences = (_state(view), *_podium(now, view, genitives))
            path = f"/contests/{line.id}"
            yield News(f"contest/{line.id}", held.at, f"{view.title}: {_title(view)}", sentences, path)
        for part in view.parts:
            if part.at is not None and part.state in _SHOWN:
                yield _part(now, part_of(view, part), genitives)


def _part(now: Now, part: ContestView, genitives: Mapping[str, str]) -> News:
    """A part is announced as soon as it is posted, while others still run, and as a list of its own."""
    key, path = f"contest/{part.id}/{part.part}", f"/contests/{part.id}#part-{part.part}"
    sentences = (_state(part), *_places(now, part, genitives))
    return News(key, part.at, f"{part.title}: {_title(part)}", sentences, path)  # type: ignore[arg-type]  # it is posted


def _notices(now: Now) -> Iterable[News]:
    for one in for_everybody(now.state):
        yield News(f"notice/{one.number}", one.at, f"Объявление № {one.number}", (one.text,), "/notices")


def _title(view: ContestView) -> str:
    if view.state == "cancelled":
        return "вид отменён"
    if view.state == "posted":
        return "предварительный результат"
    return "официальный результат" if view.revision < 2 else f"официальный результат, редакция {view.revision}"


def _state(view: ContestView) -> str:
    if view.state == "cancelled":
        return f"Вид «{view.title}» отменён{': ' + view.reason if view.reason else ''}."
    if view.state == "posted":
        until = f", протесты принимаются до {clock(view.protests_until)}" if view.protests_until else ""
        return f"«{view.title}»: предварительный результат{until}."
    again = " Он исправлен и заменяет объявленный раньше." if view.revision > 1 else ""
    return f"«{view.title}»: результат официальный.{again}"


def _podium(now: Now, view: ContestView, genitives: Mapping[str, str]) -> Iterable[str]:
    """The first three places, shared ones together; of several lists and of teams only the teams."""
    if view.state == "cancelled":
        return
    if not (view.by_teams or view.parts or view.tournament):
        yield from _places(now, view, genitives)
    for place, teams in _by_place(view.teams):
        said = taken(place, [_team(now, one.team, genitives) for one in teams])
        yield said if view.by_teams or view.tournament else f"Среди команд {said[0].lower()}{said[1:]}"


def _places(now: Now, view: ContestView, genitives: Mapping[str, str]) -> Iterable[str]:
    """The first three places of a list, with their results: athletes, or the teams that start whole."""
    for place, rows in _by_place(view.rows):
        result = result_aloud(view.mark, rows[0].result)
        who = [_team(now, one.team, genitives) if view.by_teams else _person(now, one, genitives) for one in rows]
        yield taken(place, who, f"результат {result}" if result else "")


def _by_place(rows: Sequence[object]) -> Iterable[tuple[str, list]]:  # type: ignore[type-arg]
    """Those on the first three places, one place after another."""
    placed = [row for row in rows if getattr(row, "place", "").isdecimal() and int(row.place) <= _MOST]  # type: ignore[attr-defined]
    for place, found in groupby(placed, key=lambda row: str(row.place)):  # type: ignore[attr-defined]
        yield place, list(found)


def _person(now: Now, row: ResultRow, genitives: Mapping[str, str]) -> str:
    """By name, or by the number of whoever did not agree to be named."""
    name = row.name if row.year else numbered(row.bib or row.entrant)
    team = now.state.teams[row.team]
    genitive = genitives.get(team.city, "") if len(dict(team.cities)) < 2 else ""
    return of_city(name, genitive) if genitive else f"{name}, {row.team_title}"


def _team(now: Now, team: str, genitives: Mapping[str, str]) -> str:
    """«команда Вологды» where it is called as its city is, else by its own title."""
    found = now.state.teams[team]
    known = genitives.get(found.city, "")
    return team_of_city(known) if known and len(dict(found.cities)) < 2 else f"«{found.title}»"


def _leaders(now: Now, genitives: Mapping[str, str]) -> tuple[str, ...]:
    table = overall_table(now)
    placed = [row for row in table.rows if row.place is not None and row.place <= _MOST] if table else []
    if table is None or not placed:
        return ("Результатов ещё нет.",)
    said = []
    for place, rows in groupby(placed, key=lambda row: row.place):
        found = list(rows)
        who = [_team(now, row.team, genitives) for row in found]
        margin = abs(Fraction(table.rows[0].total) - found[0].total)
        behind = f", от первого места отделяет {points(margin)}" if margin else ""
        each = "по " if len(found) > 1 else ""
        said.append(taken(number(place or 0), who, f"{each}{points(found[0].total)}{behind}"))
    return (*said, f"{progress(now)}.")


def _going(row: Row) -> str:
    return f"Сейчас идёт «{row.title}», площадка – {row.venue_title}."


def _coming(row: Row) -> str:
    when = when_aloud(row.starts_at) if row.starts_at else ""
    return f"Дальше – «{row.title}», {when}, площадка – {row.venue_title}."
