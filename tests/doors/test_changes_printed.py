"""«Дозаявка», «Перезаявка»: a paper of what has changed since the accepted original, and of nothing else."""

import io
import re
import zipfile

import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from tests.doors.visiting import Site

CABINET, TABLE = "/team/demo/pskov", "/office/demo/admission/pskov"
COMES = {"surname": "Метелева Анна Игоревна", "sex": "ж", "born_on": "05.03.1990", "rank": "II"}
WHY = {"reason": "травма на разминке", "allowed": "главный секретарь Петров"}
STAYS, GOES, LEAVES = (
    {"surname": surname, "name": "Ия", "sex": "ж", "born_on": "05.03.1991", "rank": "III"}
    for surname in ("Остаева", "Заменова", "Уходова")
)
DOCTOR = {"official-post": "doctor", "official-surname": "Лекарева", "official-name": "Вера"}


def newest(site: Site) -> str:
    return max((one.number for one in site.shell.now("demo").state.athletes.values()), key=int)


def joined(site: Site, *people: dict[str, str]) -> list[str]:
    """Their numbers."""
    found = []
    for one in people:
        assert site.captain("pskov").post(f"{CABINET}/athletes", one).status_code == 303
        found.append(newest(site))
    return found


def accepted(site: Site) -> list[str]:
    """Three more join Pskov, one of them for the trail; the commission takes the paper. Their numbers."""
    numbers = joined(site, STAYS, GOES, LEAVES)
    captain = site.captain("pskov")
    captain.post(f"{CABINET}/entries", {f"e-trail-{number}": "team" for number in numbers[:2]})
    captain.post(f"{CABINET}/submission")
    filed = site.shell.now("demo").state.teams["pskov"].filed
    assert filed
    original = {"revision": str(filed.revision)}
    assert site.signed_in(Role.COMMISSION).post(f"{TABLE}/original", original).status_code == 303
    return numbers


def test_a_captain_is_told_that_it_was_submitted_and_in_which_revision(site: Site) -> None:
    joined(site, STAYS)
    captain = site.captain("pskov")
    answer = captain.post(f"{CABINET}/submission")
    filed = site.shell.now("demo").state.teams["pskov"].filed
    assert filed and f"Заявка подана, редакция {filed.revision}." in captain.get(answer.headers["location"]).text


def printed(site: Site) -> str:
    answer = site.captain("pskov").get(f"{CABINET}/changes.pdf")
    assert answer.status_code == 200
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages).split())


def test_before_the_original_and_without_a_change_there_is_nothing_to_print(site: Site) -> None:
    asked = [site.captain("pskov").get(f"{CABINET}/changes.pdf").status_code]
    accepted(site)
    answer = site.captain("pskov").get(f"{CABINET}/changes.pdf")
    assert [*asked, answer.status_code] == [409, 409] and "ничего не изменилось" in answer.text
    assert "changes.pdf" not in site.captain("pskov").get(CABINET).text


def test_a_replacement_is_printed_with_both_people_the_contests_and_the_grounds(site: Site) -> None:
    _, goes, _ = accepted(site)
    site.captain("pskov").post(f"{CABINET}/athletes/{goes}/replacement", COMES | WHY)
    text = printed(site)
    assert re.search(r"Перезаявка № \d+", text) and "НЕ ПОДАНА" in text
    assert "Заменова Ия" in text and "Метелева Анна Игоревна" in text and "05.03.1990" in text
    assert "Зимний трейл" in text and "травма на разминке" in text and "главный секретарь Петров" in text
    assert "Остаева" not in text and "Уходова" not in text


def test_a_contest_that_he_left_before_he_was_replaced_is_told_of(site: Site) -> None:
    _, goes, _ = accepted(site)
    captain = site.captain("pskov")
    captain.post(f"{CABINET}/entries", {f"e-trail-{goes}": ""})
    captain.post(f"{CABINET}/athletes/{goes}/replacement", COMES | WHY)
    text = printed(site)
    assert "Участие в видах" in text and "вместо: Заменова Ия" in text and "Зимний трейл –" in text
    assert "+1 −1, участие изменено: 1" in captain.get(CABINET).text


def test_an_addition_is_printed_with_the_permission_it_came_by(site: Site) -> None:
    accepted(site)
    joined(site, STAYS | {"surname": "Добавкина"})
    text = printed(site)
    assert re.search(r"Дозаявка № \d+", text) and "Добавкина Ия" in text
    assert "показ: попробуйте заявку" in text and "оргкомитет" in text


def test_everything_else_that_changed_has_its_list(site: Site) -> None:
    stays, _, leaves = accepted(site)
    captain = site.captain("pskov")
    captain.post(f"{CABINET}/athletes/{leaves}/leave")
    captain.post(f"{CABINET}/entries", {f"e-trail-{stays}": "guest"})
    again = {f"r0-{cell}": text for cell, text in (STAYS | {"rank": "I", "coach": "Вьюгин"}).items()}
    captain.post(f"{CABINET}/import", again)
    captain.post(f"{CABINET}/officials", DOCTOR)
    text = printed(site)
    assert "Изменения заявки № " in text and "Выбывают" in text and "Уходова Ия" in text
    assert "Зимний трейл (в/к)" in text and "I, тренер Вьюгин" in text and "Лекарева Вера" in text
    assert "Заменова" not in text


def test_the_table_says_what_the_paper_says(site: Site) -> None:
    _, goes, _ = accepted(site)
    site.captain("pskov").post(f"{CABINET}/athletes/{goes}/replacement", COMES | WHY)
    with zipfile.ZipFile(io.BytesIO(site.captain("pskov").get(f"{CABINET}/changes.xlsx").content)) as book:
        text = " ".join(book.read(name).decode() for name in book.namelist())
    assert "Заменова Ия" in text and "Метелева Анна Игоревна" in text and "Остаева" not in text


def test_captain_and_commission_are_led_to_it_and_it_is_written_down_who_took_it(site: Site) -> None:
    _, goes, _ = accepted(site)
    site.captain("pskov").post(f"{CABINET}/athletes/{goes}/replacement", COMES | WHY)
    pages = [site.captain("pskov").get(CABINET).text, site.signed_in(Role.COMMISSION).get(TABLE).text]
    assert [f'href="{CABINET}/changes.pdf">Перезаявка №' in page for page in pages] == [True, True]
    assert site.signed_in(Role.COMMISSION).get(f"{CABINET}/changes.pdf").status_code == 200
    exports = site.signed_in(Role.CHIEF_SECRETARY).get("/office/demo/exports").text
    assert "изменения заявки, печать" in exports


@pytest.mark.parametrize("taken", [True, False])
def test_submitted_again_it_stays_until_its_own_original_is_taken(site: Site, taken: bool) -> None:
    accepted(site)
    joined(site, STAYS | {"surname": "Добавкина"})
    site.captain("pskov").post(f"{CABINET}/submission")
    filed = site.shell.now("demo").state.teams["pskov"].filed
    assert filed
    if taken:
        site.signed_in(Role.COMMISSION).post(f"{TABLE}/original", {"revision": str(filed.revision)})
    assert ("changes.pdf" in site.captain("pskov").get(CABINET).text) is not taken
