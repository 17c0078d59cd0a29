"""A condition set below what is entered already: who is over is said first; seen, it is saved and read by everybody."""

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.eligibility import identifiers_of, limits
from spartakiad.competition.state import State
from tests.doors.reading import words
from tests.doors.test_conditions import form
from tests.doors.visiting import Site, Visitor

RULES, PAGE, WHY = "/office/demo/setup/contests/darts/rules", "/office/demo/conditions", {"reason": "решение № 5"}


def secretary(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_SECRETARY)


def state(site: Site) -> State:
    return site.shell.now("demo").state


def told(page: str) -> str:
    """What stands under «Кто перестанет подходить»."""
    return words(page[page.index("Кто перестанет подходить") : page.index("Их заявки останутся")]).replace(
        "\u00a0", " "
    )


def test_a_quota_below_what_is_entered_names_every_team_and_changes_nothing(site: Site) -> None:
    before = site.numbers()
    answer = secretary(site).post(RULES, {"set-conditions-quota": "2", "form": "contest-darts", **WHY})
    assert (answer.status_code, site.numbers() == before, 'value="2"' in answer.text) == (409, True, True)
    said = "«Дартс»: участников у команды «Псков» 3, а по положению не больше 2 (п. 4.4 положения)."
    assert said in told(answer.text) and told(answer.text).startswith("Кто перестанет подходить: 8")


def test_whoever_is_of_the_wrong_sex_is_named(site: Site) -> None:
    answer = secretary(site).post(RULES, {"set-conditions-sex": "f", "form": "contest-darts", **WHY})
    assert "Вологда, № 21 Озёров Алексей Андреевич: «Дартс» (п. 4.4 положения)" in told(answer.text)


def test_the_look_before_it_names_them_too_and_asks_nothing(site: Site) -> None:
    before = site.numbers()
    typed = {"set-conditions-quota": "2", "form": "contest-darts", "look": "yes"}
    answer = secretary(site).post(RULES, typed)
    assert (answer.status_code, site.numbers() == before, "Псков" in told(answer.text)) == (200, True, True)


def test_seen_it_is_saved_and_stands_before_captain_and_commission(site: Site) -> None:
    typed = {"set-conditions-quota": "2", "form": "contest-darts", "sure": "yes", **WHY}
    assert secretary(site).post(RULES, typed).status_code == 303
    pages = [
        site.captain("pskov").get("/team/demo/pskov").text,
        site.signed_in(Role.COMMISSION).get("/office/demo/admission/pskov").text,
    ]
    said = "«Дартс»: участников у команды «Псков» 3, а по положению не больше 2"
    assert [said in words(page).replace("\u00a0", " ") for page in pages] == [True, True]


def test_what_was_over_already_is_not_asked_about_again(site: Site) -> None:
    for quota, sure in (("1", "yes"), ("2", "")):
        typed = {"set-conditions-quota": quota, "form": "contest-darts", "sure": sure, **WHY}
        assert secretary(site).post(RULES, typed).status_code == 303


def test_a_limit_below_what_a_delegation_has_names_it(site: Site) -> None:
    answer = secretary(site).post(PAGE, form(site, athletes="7"))
    assert (answer.status_code, limits(state(site).regulation).athletes) == (409, 60)
    assert "В заявке команды «Вологда» 8, а по положению не больше 7 (п. 4.1 положения)." in told(answer.text)
    assert secretary(site).post(PAGE, form(site, athletes="7", sure="yes")).status_code == 303


def test_a_limit_of_contests_names_whoever_has_more(site: Site) -> None:
    answer = secretary(site).post(PAGE, form(site, most="1"))
    assert "Вологда, № 19 Февралёва Ольга Олеговна: Видов в зачёт команде 2, а по положению не больше 1" in told(
        answer.text
    )


@pytest.mark.parametrize("sure", ["", "yes"])
def test_a_number_that_is_asked_for_names_whoever_has_none(site: Site, sure: str) -> None:
    asked = form(site) | {"needs-uin_gto": "yes", "needs-clause": "4.6", "sure": sure}
    answer = secretary(site).post(PAGE, asked)
    needed = identifiers_of(state(site).regulation)
    if sure:
        assert (answer.status_code, needed) == (303, (("uin_gto",), "4.6"))
    else:
        assert (answer.status_code, needed) == (409, ((), ""))
        assert "Вологда, № 17 Полярная-Северова Любовь Андреевна: Не указан УИН ГТО (п. 4.6" in told(answer.text)


def test_the_number_is_asked_for_no_longer(site: Site) -> None:
    secretary(site).post(PAGE, form(site) | {"needs-uin_gto": "yes", "needs-clause": "4.6", "sure": "yes"})
    assert 'name="needs-uin_gto" type="checkbox" value="yes" checked' in secretary(site).get(PAGE).text
    assert (secretary(site).post(PAGE, form(site)).status_code, identifiers_of(state(site).regulation)) == (
        303,
        ((), ""),
    )
