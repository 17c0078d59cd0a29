"""The hall's screen: as many rows as can be read from the last row of seats, board after board, by itself."""

import re
from collections.abc import Mapping
from fractions import Fraction

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.errors import Refusal
from spartakiad.site.showing import page, public_names_of, shown_games
from spartakiad.standings.boards import boards, possible_board
from spartakiad.standings.queries import progress
from spartakiad.standings.stakes import still_possible
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.wiring import shell_of
from spartakiad.words.hall import ASKED, DISTANCE, LEAST, MOST, USUAL, WIDTH, rows_for
from spartakiad.words.numbers import number

_NUMBER = re.compile(r"[0-9]{1,3}([.,][0-9]{1,3})?")


@get("/games/{games:str}/screen", opt={"who": PUBLIC}, sync_to_thread=False)
def screen(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """For the hall: `?m=15&s=3`, the distance and the width of the screen in metres. It follows the Games by itself.

    While the places are announced it shows them and nothing else.
    """
    rows = rows_of(request.query_params)
    now, head = shown_games(request, games)
    at = shell_of(request).clock()
    found = boards(now, public_names_of(request, now), rows, at)
    until = now.reveal.until if now.reveal else None
    shown = {"head": head, "rows": rows, "boards": found, "progress": progress(now)}
    return page(request, now, "site/screen.html", until=until if until and at < until else None, **shown)


@get("/games/{games:str}/screen/possible", opt={"who": PUBLIC}, sync_to_thread=True)
def possible(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """The board that takes hundreds of standings: fetched by the screen apart, and not before it is asked for."""
    rows = rows_of(request.query_params)
    now, head = shown_games(request, games)
    found = () if now.hold and now.reveal else possible_board(still_possible(now), rows)
    return page(request, now, "site/screen_possible.html", head=head, eager=False, rows=rows, boards=found)


def rows_of(asked: Mapping[str, str]) -> int:
    """From `m` and `s`, or `rows` itself. Raises Refusal hall_number, hall_too_far."""
    if "rows" in asked:
        return int(_asked(asked, "rows", (LEAST, MOST)))
    if not {"m", "s"} & set(asked):
        return USUAL
    metres, width = _asked(asked, "m", DISTANCE), _asked(asked, "s", WIDTH)
    rows = rows_for(metres, width)
    if rows < LEAST:
        raise Refusal("hall_too_far", metres=number(metres), width=number(width))
    return rows


def kept_as(asked: Mapping[str, str]) -> bytes | None:
    """The query under which the memo keeps a screen: its number of rows, however it was asked for."""
    try:
        return b"rows=%d" % rows_of(asked)
    except Refusal:
        return None


def _asked(asked: Mapping[str, str], name: str, bounds: tuple[Fraction, Fraction]) -> Fraction:
    """«15», «2,5», «2.5». Raises Refusal hall_number."""
    typed = asked.get(name, "").strip()
    value = Fraction(typed.replace(",", ".")) if _NUMBER.fullmatch(typed) else None
    if value is None or not bounds[0] <= value <= bounds[1]:
        least, most = map(number, bounds)
        raise Refusal("hall_number", what=ASKED[name], typed=typed[:20], least=least, most=most)
    return value


routes = [screen, possible]
