"""The open data tell results as the pages do: what is not confirmed, not counted or not held here is marked so."""

from tests.doors.test_open_data import DEMO, ROOT, table, told
from tests.doors.visiting import Site


def test_matches_have_scores_and_it_is_said_which_nobody_has_confirmed(shared_site: Site) -> None:
    """Of the hockey outside some matches are still to be played; skiers play none."""
    hockey, bandy = (told(shared_site, f"{DEMO}/contests/{one}/matches") for one in ("hockey", "bandy"))
    first = hockey[0]
    assert (first["about"], first["first"], first["result"], first["checked"]) == ("1", "Архангельск", "4:1", True)
    assert {(one["result"] == "", one["checked"]) for one in bandy} == {(True, False), (False, True)}
    assert told(shared_site, f"{DEMO}/contests/ski-women/matches") == []


def test_a_result_out_of_the_count_is_marked_so(shared_site: Site) -> None:
    """In the demo three count for a team; of the standing's table it is said by column."""
    found = told(shared_site, f"{DEMO}/contests/ski-women/results")
    counted = [row for row in found["results"] if row["counted"]]
    assert {one["team"]: one["members"] for one in found["teams"] if one["place"]} == {
        team: ", ".join(row["name"].removesuffix(f", {row['team_title']}") for row in counted if row["team"] == team)
        for team in {r["team"] for r in counted}
    }
    assert {(row["note"], row["counted"]) for row in found["results"]} >= {
        ("в/к", False),
        ("дискв.", False),
        ("", True),
    }
    relay = told(shared_site, f"{DEMO}/contests/ski-relay/results")["results"]
    assert all(row["counted"] == bool(row["place"]) for row in relay)
    line = table(shared_site, f"{DEMO}/standings.csv")[0]
    assert (line["not_counted"], line["provisional"]) == ("darts", "darts, figure")


def test_medals_that_are_only_provisional_stand_apart(shared_site: Site) -> None:
    rows = {row["team"]: row for row in told(shared_site, f"{DEMO}/medals")}
    metals = ("gold", "silver", "bronze")
    assert [rows["cherepovets"][name] for name in metals] == [0, 1, 2]
    assert [rows["cherepovets"][f"{name}_provisional"] for name in metals] == [1, 0, 0]


def test_past_games_are_told_at_their_own_address_as_sources_know_them(shared_site: Site) -> None:
    past = [one["slug"] for one in told(shared_site, f"{ROOT}/games") if not one["live"]]
    answers = {slug: told(shared_site, f"{ROOT}/games/{slug}") for slug in past}
    known = [(row["place"], row["city"], row["points"]) for row in answers["winter-2026"]["standing"]]
    assert ({one["live"] for one in answers.values()}, answers["winter-2026"]["page"]) == (
        {False},
        "/games/winter-2026",
    )
    assert known == [("1", "syktyvkar", 34), ("2", "petrozavodsk", 29), ("3", "cherepovets", 28)]
