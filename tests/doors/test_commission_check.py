"""Whatever is wrong in the commission's table is said at once, at every row and field."""

import html
import re

from tests.doors.test_commission import PAGE, commission, table, three
from tests.doors.visiting import Site

__all__ = ["three"]  # a fixture


def test_everything_that_is_wrong_is_said_at_once_at_every_row(site: Site, three: list[str]) -> None:
    one, two, other = three
    before = site.numbers()
    marked = {f"outcome__{one}": "refused", f"outcome__{two}": "until", f"ends__insurance__{two}": "зимой"}
    answer = commission(site).post(f"{PAGE}/table", table(site, three, **marked, **{f"have__medical__{other}": "no"}))
    fields = re.findall(r'id="f-([a-z-]+(?:-[0-9]+)?)-error"', answer.text)
    assert (answer.status_code, site.numbers() == before) == (422, True)
    assert fields == ["all-until", f"clause-{one}", f"reason-{one}", f"ends-insurance-{two}"]


def test_two_papers_that_end_too_early_are_both_said(site: Site, three: list[str]) -> None:
    one = three[0]
    marked = {f"outcome__{one}": "admitted", f"ends__insurance__{one}": "01.02.2026"}
    marked[f"ends__medical__{one}"] = "02.02.2026"
    page = html.unescape(commission(site).post(f"{PAGE}/table", table(site, [one], **marked)).text)
    cell = page.partition(f'id="f-outcome-{one}-error">')[2].partition("</p>")[0]
    assert "Страховка (п. 4.6" in cell and "Допуск врача (п. 4.5" in cell
