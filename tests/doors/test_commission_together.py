"""Two commissions at one delegation: each is told what the other one decided, and no mark of either is lost."""

from tests.doors.test_commission import PAGE, again, commission, found, table, three
from tests.doors.visiting import Site

__all__ = ["three"]  # a fixture


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
