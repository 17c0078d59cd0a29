"""The Games known from the report and the press, and the ledger of the cup."""

from spartakiad.union.past_games import OverallPlace
from spartakiad.union.sources import Sources


def standing(facts: Sources, slug: str) -> tuple[OverallPlace, ...]:
    overall = facts.games[slug].standing
    return overall.rows if overall else ()


def test_totals_of_winter_2026_are_known(facts: Sources) -> None:
    assert [(row.place, row.city, row.points) for row in standing(facts, "winter-2026")] == [
        (1, "syktyvkar", 34),
        (2, "petrozavodsk", 29),
        (3, "cherepovets", 28),
    ]


def test_the_podium_of_winter_2024_is_the_reports(facts: Sources) -> None:
    assert [row.city for row in standing(facts, "winter-2024")] == ["petrozavodsk", "cherepovets", "vologda"]


def test_a_shared_overall_place_stays_shared(facts: Sources) -> None:
    shared = [row.city for row in standing(facts, "summer-2018") if row.place == 11]
    assert shared == ["velikiy-ustyug", "pskov"]


def test_eight_teams_took_part_in_the_winter_games_of_2024(facts: Sources) -> None:
    assert set(facts.games["winter-2024"].teams[0].cities) == {
        "arkhangelsk",
        "velikiy-novgorod",
        "vologda",
        "ivanovo",
        "petrozavodsk",
        "pskov",
        "syktyvkar",
        "cherepovets",
    }


def test_the_event_and_the_games_of_winter_2024_name_the_same_cities(facts: Sources) -> None:
    assert facts.events["winter-spartakiad-2024"].cities == facts.games["winter-2024"].teams[0].cities


def test_report_and_press_keep_their_own_figures(facts: Sources) -> None:
    figures = facts.games["winter-2024"].figures
    assert [(figure.what, figure.kind, figure.count, figure.sources) for figure in figures[:4]] == [
        ("cities", "exact", 8, ("report-2024",)),
        ("athletes", "about", 400, ("report-2024",)),
        ("cities", "exact", 7, ("narkom-2024",)),
        ("athletes", "exact", 380, ("narkom-2024",)),
    ]


def test_the_speed_skating_of_winter_2024_was_in_another_town(facts: Sources) -> None:
    assert [venue.town for venue in facts.games["winter-2024"].venues if venue.town] == ["Сортавала"]


def test_the_host_that_withdrew_is_kept_beside_the_new_one(facts: Sources) -> None:
    games = facts.games["summer-2025"]
    assert (games.withdrawal and games.withdrawal.city, games.hosts) == ("velikiy-novgorod", ("vologda",))


def test_the_only_known_holder_of_the_cup_is_petrozavodsk_after_winter_2024(facts: Sources) -> None:
    assert {games: holding.city for games, holding in facts.holders.items()} == {"winter-2024": "petrozavodsk"}


def test_games_carry_their_number_or_year_in_the_slug(facts: Sources) -> None:
    def slug(series: str, number: str, year: int | None) -> str:
        arabic = {"V": "5", "XII": "12"}
        return f"{series.replace('_', '-')}-{year or 'n' + arabic[number]}"

    assert [games.slug for games in facts.games.values()] == [
        slug(games.series, games.number, games.when.year) for games in facts.games.values()
    ]


def test_an_inferred_year_or_number_is_marked(facts: Sources) -> None:
    marked = {games.slug: set(games.inferred) & {"year", "number"} for games in facts.games.values()}
    assert {slug: fields for slug, fields in marked.items() if fields} == {
        "summer-2014": {"year"},
        "summer-2016": {"year"},
        "summer-2021": {"number"},
    }
