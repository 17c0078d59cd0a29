"""Games of the past and the ledger of the cup, as a visitor reads them."""

import pytest

from spartakiad.competition.desk import SYSTEM
from spartakiad.models.union import CupHolding
from tests.doors.reading import FACTS, Added, add, links, read, section
from tests.doors.visiting import Site

WINTER_2024 = "Архангельск, Великий Новгород, Вологда, Иваново, Петрозаводск, Псков, Сыктывкар, Череповец"


def test_every_games_is_listed_newest_first(shared_site: Site) -> None:
    page = shared_site.visitor().get("/games").text
    listed = links(page[: page.index('id="demo"')], "/games/")
    known = [one for one in FACTS.games.values() if one.when.year]
    newest = sorted(known, key=lambda one: str(one.when.start or one.when.year), reverse=True)
    assert listed == [*(one.slug for one in newest), "winter-sports-n12", "summer-n5"]


@pytest.mark.parametrize("slug", FACTS.games)
def test_the_page_of_a_past_games_names_its_sources(shared_site: Site, slug: str) -> None:
    told = section(shared_site, f"/games/{slug}", "sources")
    assert [one for one in FACTS.games[slug].sources if FACTS.sources[one].title not in told] == []


def test_winter_2024_names_its_eight_teams(shared_site: Site) -> None:
    told = section(shared_site, "/games/winter-2024", "teams")
    assert f"Участвовали: 8 {WINTER_2024} по данным: Отчётный доклад" in told


def test_winter_2024_names_its_podium(shared_site: Site) -> None:
    told = section(shared_site, "/games/winter-2024", "standing")
    assert told.endswith("1 Петрозаводск 2 Череповец 3 Вологда")


def test_winter_2024_names_who_received_the_cup(shared_site: Site) -> None:
    assert "Кубок получила команда города Петрозаводска" in read(shared_site, "/games/winter-2024")


def test_winter_2024_keeps_the_figures_of_each_source_apart(shared_site: Site) -> None:
    told = section(shared_site, "/games/winter-2024", "figures")
    report, press = (FACTS.sources[slug].title for slug in ("report-2024", "narkom-2024"))
    assert told == (
        f"В цифрах 8 городов, около 400 спортсменов – по данным: {report} "
        f"7 городов, 380 спортсменов, 7 видов спорта – по данным: {press}"
    )


def test_summer_2025_names_the_host_that_withdrew(shared_site: Site) -> None:
    told = section(shared_site, "/games/summer-2025", "withdrawal")
    assert "Великий Новгород" in told


def test_summer_2025_says_that_its_cup_is_unknown(shared_site: Site) -> None:
    assert "Кубок кому вручён, неизвестно" in read(shared_site, "/games/summer-2025")


def test_an_inferred_year_is_marked(shared_site: Site) -> None:
    assert "Наш вывод год, проведение" in read(shared_site, "/games/summer-2014")


def test_a_shared_place_is_marked_as_shared(shared_site: Site) -> None:
    assert section(shared_site, "/games/summer-2018", "standing").count("место разделено") == 2


def test_the_cup_has_one_known_holder_and_no_guess(shared_site: Site) -> None:
    told = section(shared_site, "/cup", "book")
    assert (told.count("обладатель неизвестен"), told.count("вручён, дата не указана")) == (len(FACTS.games) - 1, 1)


def test_the_ledger_tells_hosts_podiums_and_what_is_not_known(shared_site: Site) -> None:
    told = section(shared_site, "/cup", "book")
    first = "IV зимняя Спартакиада 2026 г. Сыктывкар положение не найдено обладатель неизвестен 1. Сыктывкар 2."
    assert first in told.replace("\u00a0", " ")
    assert "от кого : неизвестно" in told or "от кого: неизвестно" in told
    assert told.count("положение не найдено") == len(FACTS.games)
    assert "Пункт положения о том, кто хранит кубок" in section(shared_site, "/cup", "keeping")


def test_a_cup_of_a_demonstration_stays_out_of_the_real_ledger(site: Site) -> None:
    site.shell.write_now(add, Added(CupHolding(games="demo", city="pskov", state="confirmed", chair="И. Демо")), SYSTEM)
    seen = ["Псков" in section(site, "/cup", name) for name in ("book", "demo")]
    assert seen == [False, True]


def test_a_cup_of_a_demonstration_does_not_become_the_last_one(site: Site) -> None:
    site.shell.write_now(add, Added(CupHolding(games="demo", city="pskov", state="confirmed", chair="И. Демо")), SYSTEM)
    assert "После III зимней Спартакиады кубок получила команда города Петрозаводска." in read(site, "/")
