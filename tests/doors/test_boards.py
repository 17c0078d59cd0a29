"""Race, points by contest and medals: the same numbers as the standing and the lists of results, told another way."""

import re
from fractions import Fraction
from itertools import pairwise

import scoring
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.document import document
from spartakiad.competition.freezing import overall_of
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import lines
from spartakiad.people.names import PublicName
from spartakiad.publication.actions import OneContest, accept, reopen
from spartakiad.results.queries import contest_view
from spartakiad.standings.medals import METALS, medal_table
from spartakiad.standings.medals_chart import medal_bars
from spartakiad.standings.points_chart import WIDE, bars
from spartakiad.standings.queries import overall
from spartakiad.standings.race import Race, Stand, Step, race
from spartakiad.standings.race_chart import NARROW, drawing
from spartakiad.standings.race_chart import WIDE as DESK
from spartakiad.words.numbers import number
from tests.doors.reading import links, read, words
from tests.doors.visiting import Site


def shown(site: Site) -> Now:
    return site.shell.shown("demo")


def stood(now: Now, contests: list[str]) -> dict[str, Stand]:
    """The standing of a document that has nothing but the facts of these contests, read and scored from scratch."""
    raw = document(now.state)
    kept = {name: [one for one in raw[name] if one["contest"] in contests] for name in ("mark", "match")}
    table = overall_of(now.state.regulation, scoring.score(scoring.parse({**raw, **kept})))
    assert table is not None
    rows = enumerate(table.rows, 1)
    return {row.team: Stand("–" if row.place is None else number(row.place), at, number(row.total)) for at, row in rows}


def test_each_step_of_the_race_is_the_standing_of_what_had_ended_by_then(shared_site: Site) -> None:
    now = shown(shared_site)
    run = race(now)
    ids = [step.url.rpartition("/")[2] for step in run.steps]
    assert len(ids) == 8 and "trail" not in ids
    for at in range(len(ids)):
        assert {one.slug: one.stands[at] for one in run.runners} == stood(now, ids[: at + 1])


def test_the_race_ends_where_the_standing_is(site: Site) -> None:
    site.shell.write_now(reopen, OneContest("demo", "figure", "ошибка"), SYSTEM)
    now = shown(site)
    run, rows = race(now), overall(now).rows
    assert [(one.slug, one.stands[-1].place, one.stands[-1].total) for one in run.runners] == [
        (row.slug, row.place, row.total) for row in rows
    ]
    assert (run.steps[-1].title, run.steps[-1].official) == ("сейчас, пока идут: Фигурное катание", False)


def test_contests_follow_each_other_as_they_were_held(shared_site: Site) -> None:
    now = shown(shared_site)
    hours = [now.state.slots[step.url.rpartition("/")[2]].starts_at for step in race(now).steps]
    assert hours == sorted(hours, key=str)


def test_a_race_without_any_result_says_so(race: Site) -> None:
    assert "Ни один вид ещё не закончен" in read(race, "/games/race/race")
    assert "Ни один вид ещё не закончен" in read(race, "/games/race/medals")


def test_a_long_name_does_not_leave_the_drawing(shared_site: Site) -> None:
    found = drawing(race(shown(shared_site)), NARROW)
    assert max(len(one.team) for one in found.curves) <= NARROW.longest
    assert all(0 < dot.x < found.width and 0 < dot.y < found.height for one in found.curves for dot in one.dots)


def test_titles_of_many_contests_stand_beside_each_other_over_the_race() -> None:
    steps = tuple(Step(at, "Плавание 100 м, м", "", "", official=True) for at in range(1, 13))
    marks = drawing(Race(steps, ()), DESK).marks
    assert all(len(one.short) * 8 <= two.x - one.x for one, two in pairwise(marks))


def test_points_that_count_add_up_to_the_total(shared_site: Site) -> None:
    now = shown(shared_site)
    for row in overall(now).rows:
        added = sum(Fraction(cell.points.replace(",", ".")) for cell in row.cells if cell.counted)
        assert number(added) == row.total


def test_a_bar_is_as_long_as_its_points_and_ends_with_what_does_not_count(shared_site: Site) -> None:
    now = shown(shared_site)
    for bar, row in zip(bars(now, WIDE).bars, overall(now).rows, strict=True):
        told = [cell.points for cell in row.cells if cell.points not in ("", "0")]
        assert sorted(piece.text or "1" for piece in bar.pieces) == sorted(told)
        assert [piece.counted for piece in bar.pieces] == sorted((one.counted for one in bar.pieces), reverse=True)
        assert bar.pieces[-1].x + bar.pieces[-1].width <= WIDE.width


def test_every_number_leads_to_its_explanation(shared_site: Site) -> None:
    page = shared_site.visitor().get("/games/demo/points").text
    targets = [one for one in links(page, "/games/demo/standings/") if "#" in one]
    assert len(targets) == 8 * 8
    for target in targets:
        team, _, anchor = target.partition("#")
        assert f'id="{anchor}"' in shared_site.visitor().get(f"/games/demo/standings/{team}").text


def test_medals_are_the_first_three_places_of_every_list(shared_site: Site) -> None:
    now = shown(shared_site)
    nobody = {number: PublicName("", "", "") for number in now.state.athletes}
    held = [contest_view(now, one.id, nobody) for one in lines(now.state)]
    won = [
        (row.team, row.place, view.state == "official")
        for view in held
        if view.state in ("posted", "official")
        for row in view.rows
        if row.place in METALS
    ]
    for row in medal_table(now, nobody).rows:
        for metal, one in zip(METALS, row.metals, strict=True):
            assert one.official == won.count((row.slug, metal, True))
            assert one.more == won.count((row.slug, metal, False))


def test_a_bar_of_medals_has_each_metal_once_official_and_once_provisional(shared_site: Site) -> None:
    now = shown(shared_site)
    nobody = {number: PublicName("", "", "") for number in now.state.athletes}
    rows = [row for row in medal_table(now, nobody).rows if row.place]
    for bar, row in zip(medal_bars(rows, WIDE).bars, rows, strict=True):
        told = [(str(many), loose) for one in row.metals for many, loose in ((one.official, False), (one.more, True))]
        assert [(piece.text, piece.provisional) for piece in bar.pieces] == [one for one in told if one[0] != "0"]
        assert bar.pieces[-1].x + bar.pieces[-1].width <= WIDE.width


def test_provisional_medals_are_told_apart_and_become_official(site: Site) -> None:
    before = read(site, "/games/demo/medals")
    assert "Официально разыграно: 6 комплектов медалей, предварительно ещё 2" in before
    for contest in ("darts", "figure"):
        site.shell.write_now(accept, OneContest("demo", contest), SYSTEM)
    after = read(site, "/games/demo/medals")
    assert "Официально разыграно: 8 комплектов медалей" in after and "предварительно" not in after


def test_a_medallist_without_consent_is_a_number(shared_site: Site) -> None:
    page = shared_site.visitor().get("/games/demo/medals").text
    cards = [words(one) for one in re.findall(r"<li data-city.*?</li>", page, flags=re.DOTALL)]
    assert any(card.startswith("1 Участник № 5") for card in cards)
    assert any("Инеев Дмитрий" in card for card in cards)
