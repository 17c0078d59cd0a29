"""Whatever is too large comes back as the form it was sent from, with a sentence at its field; nothing is written."""

import html
from urllib.parse import urlencode

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.intake.columns import FIELDS
from spartakiad.intake.table import MOST_SIGNS
from spartakiad.office.union_plan import MOST_PREVIEWED as MOST_PLAN
from spartakiad.team.tables import MOST_PEOPLE, MOST_PREVIEWED
from spartakiad.union import plan_rows
from tests.doors.visiting import Site, Visitor

MEGABYTE = 1024 * 1024
FORMS = [
    (Role.CAPTAIN, "/team/demo/vologda/paste", "file", 12, "Прислано больше 10 МБ"),
    (Role.CHIEF_SECRETARY, "/office/demo/contests/trail/places", "photo", 11, "Снимок больше 10 МБ"),
    (Role.SPORT_CHIEF, "/judge/demo/bandy/import", "file", 21, "Прислано больше 10 МБ"),
]


def visitor(site: Site, role: Role) -> Visitor:
    return (
        site.captain() if role is Role.CAPTAIN else site.signed_in(role, contest="bandy" * (role is Role.SPORT_CHIEF))
    )


@pytest.mark.parametrize(("role", "path", "field", "megabytes", "says"), FORMS)
def test_a_file_too_large_is_said_at_its_field(
    shared_site: Site, role: Role, path: str, field: str, megabytes: int, says: str
) -> None:
    before = shared_site.numbers()
    content = b"\x00" * (megabytes * MEGABYTE)
    who = visitor(shared_site, role)
    answer = who.ask("POST", path, files={field: ("a.xlsx", content)}, headers={"X-Form-Token": who.token})
    page = html.unescape(answer.text)
    assert (answer.status_code, shared_site.numbers()) == (413, before)
    assert f'id="f-{field}-error"' in page and says in page and f'name="{field}"' in page


def test_a_pasted_table_too_large_is_said_on_the_page_of_the_application(shared_site: Site) -> None:
    answer = shared_site.captain().post("/team/demo/vologda/paste", {"rows": "x" * (12 * MEGABYTE)})
    assert answer.status_code == 413 and "пришлите по частям" in answer.text and 'id="f-rows"' in answer.text


def test_records_of_a_telephone_too_large_are_said_on_their_page(shared_site: Site) -> None:
    operator = shared_site.signed_in(Role.OPERATOR)
    answer = operator.post("/office/demo/inbox/brought", {"bundle": "x" * (3 * MEGABYTE)})
    assert answer.status_code == 413 and 'id="f-bundle-error"' in answer.text


def test_a_preview_comes_back_with_its_cells_however_full_they_are(shared_site: Site) -> None:
    """A preview lets nobody type more into a cell, so none of its answers is too large to be read."""
    row = {cell: "Ы" * MOST_SIGNS for cell in FIELDS if cell != "city"}  # whose is one city needs no column of it
    sent = {f"r{number}-{cell}": text for number in range(30) for cell, text in row.items()}
    assert len(urlencode(row)) * MOST_PEOPLE + MEGABYTE // 4 < MOST_PREVIEWED
    answer = shared_site.captain().post("/team/demo/vologda/import", sent)
    assert (answer.status_code, answer.text.count(f">{row['name']}</textarea>")) == (422, len(sent))
    assert answer.text.count(f'maxlength="{MOST_SIGNS}"') == len(sent)


def test_a_plan_comes_back_with_its_cells_however_full_they_are(shared_site: Site) -> None:
    row = {name: "Ы" * MOST_SIGNS for name in plan_rows.FIELDS}
    assert len(urlencode({f"{name}-100": text for name, text in row.items()})) * plan_rows.MOST < MOST_PLAN
    office = shared_site.signed_in(Role.OFFICE, "")
    sent = {f"{name}-{at}": text for at in range(50) for name, text in row.items()}
    answer = office.post("/office/union/plan/events", sent | {f"keep-{at}": "yes" for at in range(50)})
    assert (answer.status_code, answer.text.count(f'value="{row["title"]}" size="40" maxlength="{MOST_SIGNS}"')) == (
        422,
        50,
    )
    assert answer.text.count(f">{row['theme']}</textarea>") == 2 * 50
    answer = office.post("/office/union/plan/events", {"title-0": "x" * MOST_PLAN})
    assert answer.status_code == 413 and "эта форма не принимает" in html.unescape(answer.text)


def test_whoever_may_not_see_the_form_is_not_shown_it(shared_site: Site) -> None:
    answer = shared_site.captain("pskov").post("/team/demo/vologda/paste", {"rows": "x" * (12 * MEGABYTE)})
    assert answer.status_code == 404 and 'id="f-rows"' not in answer.text


PAGES = [
    *(f"/team/demo/vologda/{one}" for one in ("athletes", "entries", "submission", "officials", "coaches", "former")),
    *(f"/team/demo/vologda/contests/trail/{one}" for one in ("entries", "lineup", "reserve", "scratch", "turns")),
]


@pytest.mark.parametrize("path", PAGES)
def test_every_form_of_a_captain_comes_back_with_its_page(shared_site: Site, path: str) -> None:
    before = shared_site.numbers()
    answer = shared_site.captain().post(path, {"surname": "x" * (3 * MEGABYTE)})
    page = html.unescape(answer.text)
    assert (answer.status_code, shared_site.numbers()) == (413, before)
    assert "эта форма не принимает" in page and '<form method="post"' in page


@pytest.mark.parametrize("path", ["import", "marked.xlsx"])
def test_what_no_preview_can_be_comes_back_as_the_page_of_the_application(shared_site: Site, path: str) -> None:
    answer = shared_site.captain().post(f"/team/demo/vologda/{path}", {"surname": "x" * MOST_PREVIEWED})
    assert answer.status_code == 413 and "эта форма не принимает" in html.unescape(answer.text)


def test_forms_about_one_athlete_come_back_too(shared_site: Site) -> None:
    number = shared_site.shell.now("demo").state.athletes_of("vologda")[0].number
    for form in ("correction", "replacement"):
        answer = shared_site.captain().post(
            f"/team/demo/vologda/athletes/{number}/{form}", {"reason": "x" * (3 * MEGABYTE)}
        )
        assert answer.status_code == 413 and "эта форма не принимает" in answer.text
        assert f"/athletes/{number}/{form}" in answer.text
