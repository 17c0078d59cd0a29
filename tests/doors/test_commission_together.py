"""Two commissions at one delegation: each is told what the other one decided, and no mark of either is lost."""

from datetime import datetime
from functools import partial

import pytest

from spartakiad.words.dates import MOSCOW
from tests.doors.reading import words
from tests.doors.test_commission import PAGE, again, commission, found, table, three
from tests.doors.test_joint import printed
from tests.doors.visiting import Site, Visitor

__all__ = ["three"]  # a fixture
LIST = PAGE.rpartition("/")[0]


def test_of_two_tables_at_one_delegation_neither_loses_a_mark(site: Site, three: list[str]) -> None:
    first, second, hour = three[0], three[1], {"all__until": "09:00"}
    late = table(site, three, **{f"have__medical__{first}": "no", f"reason__{first}": "врач"}, **hour)
    theirs = {f"have__insurance__{number}": "no" for number in (first, second)}
    commission(site).post(f"{PAGE}/table", table(site, three, **theirs, **hour))
    answer = commission(site).post(f"{PAGE}/table", late)
    assert (answer.status_code, f"о № {first} решила другая комиссия" in answer.text) == (409, True)
    assert commission(site).post(f"{PAGE}/table", again(answer.text)).status_code == 303
    assert [set(found(site, number).lacks) for number in three] == [{"medical", "insurance"}, {"insurance"}, set()]
    assert found(site, first).reason.startswith("врач")


@pytest.mark.parametrize(
    "told", ["", "5", "[]", '["until", 5, [], "", "", []]', '["until", [], [], "", "", [["medical"]]]']
)
def test_of_a_row_that_says_it_was_shown_otherwise_than_it_can_be_nothing_breaks(
    site: Site, three: list[str], told: str
) -> None:
    first = three[0]
    late = table(site, three, **{f"have__medical__{first}": "no", f"shown__{first}": told}, all__until="09:00")
    commission(site).post(
        f"{PAGE}/table", table(site, three, **{f"have__insurance__{first}": "no"}, all__until="09:00")
    )
    assert commission(site).post(f"{PAGE}/table", late).status_code == 409


def test_a_lapsed_condition_is_told_to_the_captain_and_in_the_list(site: Site, three: list[str]) -> None:
    def told() -> tuple[str, str]:
        return words(captain(site).get("/team/demo/pskov").text), words(commission(site).get(LIST).text)

    site.shell.clock = partial(at, 8)
    marked = {f"have__medical__{three[0]}": "no", "all__until": "09:00"}
    commission(site).post(f"{PAGE}/table", table(site, three, **marked))
    assert ["условно" in page and "срок истёк" not in page for page in told()] == [True, True]
    site.shell.clock = partial(at, 10)
    assert ("срок истёк, решает комиссия" in told()[0], "условно 1, срок истёк: 1" in told()[1]) == (True, True)
    assert "09:00 – истёк" in printed(commission(site).get("/office/demo/admission-protocol.pdf").content)


def test_what_is_decided_is_shown_where_the_page_is_open(site: Site, three: list[str]) -> None:
    """Fields stay as they are typed in; what is told beside them and above them is taken anew."""
    for page in (captain(site).get("/team/demo/pskov").text, commission(site).get(PAGE).text):
        assert 'hx-trigger="changed from:#stream throttle:5s' in page and 'hx-sse:connect="/live/' in page
        assert all(f'id="told-{number}"' in page and f"#told-{number}" in page for number in three)


def captain(site: Site) -> Visitor:
    return site.captain("pskov")


def at(hour: int) -> datetime:
    return datetime.now(MOSCOW).replace(hour=hour)
