"""«Действует до» from a captain's table or form to the commission: seen at the cell, and no «допущен» by papers."""

import re
from datetime import date

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.applied import PaperEnd
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.expiries import last_day
from spartakiad.competition.papers_required import documents_of
from spartakiad.entries.actions import NewAthletes, add_athletes
from spartakiad.entries.commission_table import shown_rows
from spartakiad.people.forms import Clean
from tests.doors.reading import words
from tests.doors.test_commission import PAGE, commission, found, table
from tests.doors.visiting import Site

PAPERS = ("insurance", "medical")
EARLY, LATE = "01.02.2026", "31.12.2030"


@pytest.fixture
def one(site: Site) -> str:
    """The number of somebody who has joined Pskov and waits."""
    people = (Clean("Ёлкина", "Анна", "", "f", date(1990, 3, 5), ""),)
    done = site.shell.write_now(add_athletes, NewAthletes("demo", "pskov", people), SYSTEM)
    return str(done["athletes"][0])  # type: ignore[index]


def dated(site: Site, number: str, text: str, **more: str) -> dict[str, str]:
    shown = shown_rows(site.shell.now("demo").state, "pskov")[number].ends
    fields = {f"ends-{paper}-{number}": day for paper, day in shown} | {f"ends-insurance-{number}": text}
    return table(site, [number], **more) | fields


def papers(site: Site, number: str) -> tuple[PaperEnd, ...]:
    return site.shell.now("demo").state.athletes[number].papers


def test_the_games_of_the_demo_know_their_last_day(site: Site) -> None:
    assert last_day(site.shell.now("demo").state) == date(2026, 2, 22)


def test_a_policy_that_ends_too_early_admits_until_an_hour_only(site: Site, one: str) -> None:
    page = commission(site).post(f"{PAGE}/table", dated(site, one, EARLY))
    assert page.status_code == 422 and 'id="f-all-until-error"' in page.text and papers(site, one) == ()
    assert f'value="{EARLY}"' in page.text
    commission(site).post(f"{PAGE}/table", dated(site, one, EARLY, all__until="09:00"))
    told = found(site, one)
    assert (told.state, told.lacks, told.clause) == ("until", ("insurance",), "4.6")
    assert told.reason == "нет: страховка (действует до 1 февраля 2026 г.)"
    shown = words(commission(site).get(PAGE).text)
    assert "Страховка (п. 4.6 положения): срок до 1 февраля 2026 г., а нужен до 22 февраля 2026 г." in shown


def test_a_new_policy_is_typed_and_he_is_admitted(site: Site, one: str) -> None:
    commission(site).post(f"{PAGE}/table", dated(site, one, EARLY, all__until="09:00"))
    commission(site).post(f"{PAGE}/table", dated(site, one, LATE) | {f"have-insurance-{one}": "yes"})
    assert found(site, one).state == "admitted"
    assert papers(site, one) == (PaperEnd("insurance", date(2030, 12, 31), True),)


def test_whoever_is_admitted_by_hand_with_such_a_policy_is_not(site: Site, one: str) -> None:
    page = commission(site).post(f"{PAGE}/table", dated(site, one, EARLY) | {f"outcome-{one}": "admitted"})
    assert page.status_code == 422 and f'id="f-outcome-{one}-error"' in page.text
    assert found(site, one).state == "pending" and papers(site, one) == ()


def test_a_day_that_cannot_be_read_stands_at_its_field(site: Site, one: str) -> None:
    page = commission(site).post(f"{PAGE}/table", dated(site, one, "зимой"))
    assert (
        page.status_code == 422 and f'id="f-ends-insurance-{one}-error"' in page.text and 'value="зимой"' in page.text
    )


def test_a_year_that_no_paper_has_is_told(site: Site, one: str) -> None:
    for typed in ("01.03.0001", "01.03.9999"):
        page = commission(site).post(f"{PAGE}/table", dated(site, one, typed))
        assert page.status_code == 422 and "такого года на бумаге быть не может" in page.text
    assert papers(site, one) == ()


def test_a_day_typed_over_a_newer_one_is_not_written(site: Site, one: str) -> None:
    form = dated(site, one, LATE)
    commission(site).post(f"{PAGE}/table", dated(site, one, "31.12.2029"))
    assert commission(site).post(f"{PAGE}/table", form).status_code == 409
    assert [row.ends for row in papers(site, one)] == [date(2029, 12, 31)]


def test_a_day_moved_to_the_paper_it_is_of_is_written(site: Site, one: str) -> None:
    commission(site).post(f"{PAGE}/table", dated(site, one, LATE))
    form = dated(site, one, "") | {f"ends-medical-{one}": LATE}
    assert found(site, one).state == "admitted" and commission(site).post(f"{PAGE}/table", form).status_code == 303
    assert papers(site, one) == (PaperEnd("medical", date(2030, 12, 31), True),)


def test_a_page_without_the_field_takes_no_day_away(site: Site, one: str) -> None:
    commission(site).post(f"{PAGE}/table", dated(site, one, LATE))
    assert commission(site).post(f"{PAGE}/table", table(site, [one])).status_code == 303
    assert papers(site, one) == (PaperEnd("insurance", date(2030, 12, 31), True),)
    commission(site).post(f"{PAGE}/table", dated(site, one, ""))
    assert papers(site, one) == ()


def test_columns_of_a_captains_table_are_known_and_kept(site: Site) -> None:
    head = "Фамилия\tИмя\tПол\tДата рождения\tСтраховка до\tМедосмотр до\n"
    page = site.captain().post(
        "/team/demo/vologda/paste", {"rows": f"{head}Буранова\tАнна\tж\t05.03.1990\t{EARLY}\t{LATE}\n"}
    )
    assert [re.search(rf'name="r0-{one}_until"[^>]*value="(.*?)"', page.text)[1] for one in PAPERS] == [EARLY, LATE]
    row = {"surname": "Буранова", "name": "Анна", "sex": "ж", "born_on": "05.03.1990", "insurance_until": EARLY}
    site.captain().post("/team/demo/vologda/import", {f"r0-{cell}": text for cell, text in row.items()})
    state = site.shell.now("demo").state
    (mine,) = [one for one in state.athletes.values() if one.papers]
    assert mine.papers == (PaperEnd("insurance", date(2026, 2, 1), False),)
    cabinet = words(site.captain().get("/team/demo/vologda").text)
    assert "Страховка (п. 4.6 положения): срок до 1 февраля 2026 г." in cabinet


def test_a_captain_says_it_of_one_until_the_commission_has_seen_it(site: Site, one: str) -> None:
    page = f"/team/demo/pskov/athletes/{one}/correction"
    captain = site.captain("pskov")
    form = {"rank": "", "coach": "", "uin_gto": ""}
    assert captain.post(page, form | {"ends-insurance": "завтра"}).status_code == 422
    assert captain.post(page, form | {"ends-insurance": LATE}).status_code == 303
    assert papers(site, one) == (PaperEnd("insurance", date(2030, 12, 31), False),)
    commission(site).post(f"{PAGE}/table", dated(site, one, "31.12.2029"))
    assert "комиссия сверила с бумагой" in captain.get(page).text
    assert captain.post(page, form | {"ends-insurance": LATE}).status_code == 409


def test_a_table_is_told_that_a_day_the_commission_has_seen_stays(site: Site, one: str) -> None:
    commission(site).post(f"{PAGE}/table", dated(site, one, LATE))
    row = {"surname": "Ёлкина", "name": "Анна", "sex": "ж", "born_on": "05.03.1990", "insurance_until": "01.01.2031"}
    head = "Фамилия\tИмя\tПол\tДата рождения\tСтраховка до\n"
    page = site.captain("pskov").post("/team/demo/pskov/paste", {"rows": head + "\t".join(row.values())})
    assert "срок, который комиссия уже сверила с бумагой, меняет только она" in words(page.text)
    site.captain("pskov").post("/team/demo/pskov/import", {f"r0-{cell}": text for cell, text in row.items()})
    assert papers(site, one) == (PaperEnd("insurance", date(2030, 12, 31), True),)


def test_until_which_day_is_declared_and_told_to_everybody(site: Site) -> None:
    office = site.signed_in(Role.CHIEF_SECRETARY)
    form = {"reason": "решение № 3", "title-1": "Страховка", "id-1": "insurance", "holds-1": "to_the_start"}
    assert office.post("/office/demo/conditions", form | {"holds-1": "forever"}).status_code == 422
    assert office.post("/office/demo/conditions", form).status_code == 303
    assert [one.holds for one in documents_of(site.shell.now("demo").state.regulation)] == ["to_the_start"]
    assert "страховка, до дня каждого старта" in words(site.visitor().get("/games/demo/rules").text)
    assert '<option value="to_the_start" selected>' in office.get("/office/demo/conditions").text
