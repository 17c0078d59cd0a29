"""More ways to look at the standing of a Games: its race, points by contest, medals."""

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.competition.memory import UNION
from spartakiad.documents.shared_card import Shared
from spartakiad.games.live import held_of
from spartakiad.site import past
from spartakiad.site.showing import page, public_names_of, shown_games
from spartakiad.standings import points_chart, race_chart
from spartakiad.standings.medals import medal_table
from spartakiad.standings.medals_chart import medal_bars
from spartakiad.standings.queries import overall
from spartakiad.standings.race import race
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import note_made_of
from spartakiad.web.wiring import shell_of
from spartakiad.words.medals import leading_words, rests_on_words


@get("/games/{games:str}/race", opt={"who": PUBLIC}, sync_to_thread=True)
def race_page(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """Rank and total of each team after each contest; it takes a standing for each of them."""
    now, head = shown_games(request, games)
    run = race(now)
    drawn = {name: race_chart.drawing(run, getattr(race_chart, name.upper())) for name in ("wide", "narrow")}
    return page(request, now, "site/race.html", head=head, standing=overall(now), race=run, **drawn)


@get("/games/{games:str}/points", opt={"who": PUBLIC}, sync_to_thread=False)
def points_page(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    now, head = shown_games(request, games)
    drawn = {"wide": points_chart.bars(now, points_chart.WIDE), "narrow": points_chart.bars(now, points_chart.NARROW)}
    return page(
        request, now, "site/points.html", head=head, standing=overall(now), fewer=points_chart.fewer(now), **drawn
    )


@get("/games/{games:str}/medals", opt={"who": PUBLIC}, sync_to_thread=True)
def medals_page(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """All lists of all contests are looked through."""
    now, head = shown_games(request, games)
    found = medal_table(now, public_names_of(request, now))
    first = [row for row in found.rows if row.place == "1"]
    words = {
        "leading": leading_words([row.team for row in first], first[0].sums if first else ()),
        "rests_on": rests_on_words(found.official, found.provisional),
    }
    drawn = {name: medal_bars(found.rows, getattr(points_chart, name.upper())) for name in ("wide", "narrow")}
    return page(request, now, "site/medals.html", head=head, medals=found, **words, **drawn)


@get("/games/{games:str}/og.png", opt={"who": PUBLIC}, sync_to_thread=True)
def share(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    """What messengers show beside a link to the Games."""
    from spartakiad.documents.share_picture import share_picture  # slow to import: with the first picture

    shared = _shared(request, games) if games in shell_of(request).memory.shown else past.shared(request, games)
    named = {"content-disposition": f'inline; filename="{games}.png"'}
    return Response(share_picture(shared), media_type="image/png", headers=named)


def _shared(request: AnyRequest, games: str) -> Shared:
    now, head = shown_games(request, games)
    note_made_of(request, {**now.reads, UNION: shell_of(request).memory.numbers.get(UNION, 0)})
    standing = overall(now)
    where = f" – {head.host_title}, {head.dates}" if head.host_title else ""
    rows = [(row.place, row.team, row.total) for row in standing.rows if row.place != "–"]
    told = ". ".join(filter(None, (standing.progress, held_of(now, head))))
    return Shared(head.title, where, head.demo, standing.leading, rows, told)


routes = [race_page, points_page, medals_page, share]
