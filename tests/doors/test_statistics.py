"""The union's years in numbers: only what was held has a host and guests, a sum is as precise as its parts."""

import re

import pytest

from tests.doors.reading import read, section
from tests.doors.test_union_office import added, office, send
from tests.doors.visiting import Site

PAGE = "/union/statistics"


def row(site: Site, year: int) -> str:
    """The words of a year's row of the first table."""
    return section(site, PAGE, "years").partition("Участников проведённых")[2].partition(f"{year} ")[2][:90]


def hosted(site: Site, city: str) -> list[str]:
    return re.findall(rf"{city}\W+(\d+)", section(site, PAGE, "hosts"))


@pytest.mark.parametrize("became", ["", "withdrawn", "cancelled"])
def test_what_was_not_held_has_no_host_and_no_guests(site: Site, became: str) -> None:
    before = hosted(site, "Боровичи"), section(site, PAGE, "guests")
    slug = added(site, event_host="borovichi")
    assert send(site, slug, "/cities", **{"came-borovichi": "in_person"}) == 303
    if became:
        assert send(site, slug, "/steps", 2, became=became, reason="паводок") == 303
    assert (hosted(site, "Боровичи"), section(site, PAGE, "guests")) == before


def test_the_statistics_count_as_the_report_does(site: Site) -> None:
    _, gone, ahead = (added(site, when="03.2011") for _ in range(3))
    assert send(site, gone, "/steps", became="cancelled", reason="паводок") == 303
    assert send(site, ahead, "/steps", became="planned") == 303
    assert row(site, 2011).startswith("1 1 1 ")
    told = read(site, "/union/report/2011")
    assert "прошло 1 событие" in told and "запланировано – 1, отменено – 1" in told


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [("exact", "exact", "1 – – 30"), ("more", "exact", "не менее 30"), ("more", "about", "около 30")],
)
def test_a_sum_is_as_precise_as_its_parts(site: Site, first: str, second: str, said: str) -> None:
    for people, precision in (("10", first), ("20", second)):
        slug = added(site, when="01.02.2011")
        own = {"title": "Форум", "people": people, "people_precision": precision, "people_who": "человек"}
        assert send(site, slug, **own) == 303
    assert said.replace("1 – –", "2 – –") in row(site, 2011)


def test_a_plan_without_hosts_is_not_called_complete(site: Site) -> None:
    added(site, event_host="", when="2031")
    added(site, event_host="", when="II квартал 2032")
    told = [office(site).get(f"/office/union/years/{year}").text for year in (2031, 2032)]
    assert all("не внесён город проведения" in page and "внесено всё" not in page for page in told)
    assert "не внесён даже месяц" in told[0]


def test_a_quarter_is_no_exact_date_of_what_was_held(site: Site) -> None:
    added(site, when="II квартал 2011")
    assert "не внесена точная дата" in office(site).get("/office/union/years/2011").text
