"""The boards of the hall's screen, each cut into pages of as many rows as the hall can read; an empty one is none."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from spartakiad.competition.memory import Now
from spartakiad.games.notices import for_everybody
from spartakiad.games.timetable import Row, timetable
from spartakiad.people.names import PublicName
from spartakiad.results.queries import contest_view
from spartakiad.results.views import ContestView, part_of
from spartakiad.standings.medals import medal_table
from spartakiad.standings.queries import StandingView, overall
from spartakiad.standings.reveal import RevealView, announced_at
from spartakiad.standings.stakes import Possible
from spartakiad.words.dates import MOSCOW, clock, day_month, moment
from spartakiad.words.hall import WIDE, signs
from spartakiad.words.marks import told
from spartakiad.words.states import words

_NOTICES = 2  # how many of the newest
_PAGES, _SEEN = (
    3,
    24,
)  # of one list of athletes: so many pages, more where letters are so large that they hold fewer rows
_LEAD, _CLOCK, _POINTS, _MARGIN, _RESULT = 2.0, 3.2, 2.6, 3.0, 5.0  # ems of the columns beside the text


@dataclass(frozen=True, slots=True)
class BoardLine:
    """`more`: what a narrow screen leaves out; `fresh`: announced last; `was`: what no longer holds of it."""

    lead: str
    text: str
    value: str = ""
    more: str = ""
    fresh: bool = False
    was: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """`kind`: standings, result, teams, running, starts, possible, medals, notices or reveal.

    `key`: what the marks in it mean, or "".
    """

    kind: str
    title: str
    pages: tuple[tuple[BoardLine, ...], ...]
    key: str = ""


def boards(now: Now, public: Mapping[str, PublicName], rows: int, at: datetime) -> tuple[Board, ...]:
    """In the order in which they are shown. While places are announced there is nothing else to see."""
    reveal = announced_at(now, at)
    if reveal is not None:
        return (_announced(reveal, rows),)
    results = (_standings(overall(now), rows), *_last_result(now, public, rows), _medals(now, public, rows))
    found = (*results, *_starts(now, rows), _notices(now, rows))
    return tuple(board for board in found if board.pages)


def possible_board(possible: Possible | None, rows: int) -> tuple[Board, ...]:
    """What the places still depend on; nothing where they depend on nothing any more."""
    if possible is None or (possible.clinched and not possible.open):
        return ()
    width, alone = signs(rows, _CLOCK, 0), signs(rows, 0, 0)
    lead = {one: [BoardLine("", text) for text in _wrapped(possible.lead, one)] for one in (width, alone)}
    lines = [BoardLine(one.between, one.team) for one in possible.rows]
    whole = paged([*lead[width], *lines], rows, width)
    apart = (*paged(lead[alone], rows, alone), *paged(lines, rows, width))
    return (Board("possible", "Что ещё возможно", whole if len(whole) == 1 else apart),)


def _wrapped(text: str, width: int) -> list[str]:
    """In lines of whole words: the screen makes its letters smaller where a word is longer than a line."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def paged(lines: Iterable[BoardLine], rows: int, width: int, most: int = 99) -> tuple[tuple[BoardLine, ...], ...]:
    """As few pages as hold them, none of them much emptier than the others; or the first `most`, saying how many lines
    are left out. A line of more than `width` signs takes several rows.
    """
    high = [(line, max(1, len(textwrap.wrap(f"{line.text} {line.was}", width)))) for line in lines]
    pages = _filled(high, rows)
    shown = high if len(pages) <= most else _cut(high, rows, most)
    even = (_filled(shown, fewer) for fewer in range(1, rows + 1))
    return next(found for found in even if len(found) <= min(most, len(pages)))


def _cut(high: Sequence[tuple[BoardLine, int]], rows: int, most: int) -> Sequence[tuple[BoardLine, int]]:
    """As many of the first as `most` pages hold together with a line that says how many are left out."""
    for kept in range(len(high), 0, -1):
        found = [*high[:kept], (BoardLine("…", f"и ещё {len(high) - kept}"), 1)]
        if len(_filled(found, rows)) <= most:
            return found
    return high


def _filled(lines: Iterable[tuple[BoardLine, int]], rows: int) -> tuple[tuple[BoardLine, ...], ...]:
    """One page after another, each as full as it gets; a line and how many rows it takes."""
    pages: list[list[BoardLine]] = []
    left = 0
    for line, high in lines:
        if high > left:
            pages.append([])
            left = rows
        pages[-1].append(line)
        left -= high
    return tuple(map(tuple, pages))


def _announced(reveal: RevealView, rows: int) -> Board:
    said = f"Объявлено мест: {reveal.shown} из {reveal.places}" if reveal.shown else "Объявление итогов"
    said = "Объявлены все места" if reveal.done else said
    lines = [BoardLine(one.place, one.team or "…", one.total, fresh=one.fresh) for one in reveal.lines]
    return Board("reveal", said, paged(lines, rows, signs(rows, _LEAD, _POINTS)))


def _standings(standing: StandingView, rows: int) -> Board:
    lines = [BoardLine(row.place + ("=" if row.tied else ""), row.team, row.total, row.margin) for row in standing.rows]
    beside = _POINTS + (_MARGIN if rows >= WIDE else 0)
    key = told(one.lead[-1:] for one in lines)
    return Board("standings", "Общий зачёт", paged(lines, rows, signs(rows, _LEAD, beside)), key)


def _last_result(now: Now, public: Mapping[str, PublicName], rows: int) -> tuple[Board, ...]:
    """Of the contest, or the part, that was posted or made official last; the whole before its parts.

    Where athletes compete and teams are ranked by them, the teams have a board of their own after it.
    """
    keys = [(name, "main") for name in now.state.contests] + list(now.state.parts)
    held = [(now.state.how_far(*key), key) for key in keys if key[0] in now.state.contests]
    dated = [(one.at, key[1] == "main", key) for one, key in held if one.at and one.state in ("posted", "official")]
    if not dated:
        return ()
    _, _, (contest, part) = max(dated)
    whole = contest_view(now, contest, public)
    view = next((part_of(whole, one) for one in whole.parts if one.part == part), whole)
    state, width = words(view.state, "contest"), signs(rows, _LEAD, _RESULT)
    teams = paged(_teams(view), rows, width)
    if not view.part and (view.by_teams or view.parts or view.tournament):
        return (Board("result", f"{view.title}: {state}", teams),)
    personal = [BoardLine(row.place, _whose(row.name, row.team_title), row.result) for row in view.rows if row.place]
    own = Board("result", f"{view.title}: {state}", paged(personal, rows, width, max(_PAGES, _SEEN // rows)))
    return own, Board("teams", f"{view.title}, команды: {state}", () if view.part else teams)


def _teams(view: ContestView) -> Sequence[BoardLine]:
    return [BoardLine(row.place, row.title, row.result) for row in view.teams if row.place]


def _whose(name: str, team: str) -> str:
    """Whoever is not named is called by his city already."""
    return name if team in name else f"{name}, {team}"


def _medals(now: Now, public: Mapping[str, PublicName], rows: int) -> Board:
    """Gold, silver and bronze of whoever has any; what is provisional is counted and said so."""
    table = medal_table(now, public)
    won = [row for row in table.rows if row.place]
    lines = [BoardLine(row.place, row.team, "\u2009·\u2009".join(map(str, row.sums))) for row in won]
    title = "Медали, с предварительными" if table.provisional else "Медали"
    return Board("medals", title, paged(lines, rows, signs(rows, _LEAD, _RESULT)), "золото · серебро · бронза")


def _starts(now: Now, rows: int) -> tuple[Board, ...]:
    """What goes on, and the first day of what is to come."""
    found, width = timetable(now.state), signs(rows, _CLOCK, 0)
    running = [_slot(row) for row in found if row.state in ("start_list", "under_way")]
    coming = [row for row in found if row.state == "planned" and row.starts_at]
    first = _day(coming[0]) if coming else None
    next_ones = [_slot(row) for row in coming if _day(row) == first]
    put_off = [BoardLine("–", f"{row.title}: перенесён") for row in found if "postponed" in row.flags]
    when = f"Дальше, {day_month(first)}" if first else "Дальше"
    pages = paged(running, rows, width), paged([*next_ones, *put_off], rows, width)
    return Board("running", "Сейчас", pages[0]), Board("starts", when, pages[1])


def _day(row: Row) -> date | None:
    return row.starts_at.astimezone(MOSCOW).date() if row.starts_at else None


def _slot(row: Row) -> BoardLine:
    """With the moment that was announced before, of another day with its date."""
    was = [clock(old) if row.starts_at and _same_day(old, row.starts_at) else moment(old) for old in row.was[-1:]]
    return BoardLine(_hour(row), _where(row), was="".join(was))


def _same_day(one: datetime, other: datetime) -> bool:
    return one.astimezone(MOSCOW).date() == other.astimezone(MOSCOW).date()


def _hour(row: Row) -> str:
    return clock(row.starts_at) if row.starts_at else "–"


def _where(row: Row) -> str:
    return f"{row.title}, {row.venue_title}" if row.venue_title else row.title


def _notices(now: Now, rows: int) -> Board:
    width = signs(rows, _CLOCK, 0)
    told: list[BoardLine] = []
    for one in for_everybody(now.state)[:_NOTICES]:
        wrapped = _wrapped(one.text, width)
        told += [BoardLine("" if n else f"№\u00a0{one.number}", text) for n, text in enumerate(wrapped)]
    return Board("notices", "Объявления", paged(told, rows, width))
