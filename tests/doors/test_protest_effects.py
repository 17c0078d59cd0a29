"""Both outcomes of a protest are seen before it is decided; the decision brings its effect."""

from dataclasses import replace

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.matches import matches_of
from spartakiad.errors import Refusal
from spartakiad.publication.decisions import entrant_called
from spartakiad.words.possible import depends_words
from tests.doors.reading import words
from tests.doors.test_protests import PAPER
from tests.doors.visiting import Site, Visitor

ASKED = {**PAPER, "contest": "ski-women", "team": "pskov", "claim": "out", "who": "1"}
RULING = {"reason": "срезала круг", "jury": "Зимин, Озёрова", "claim": "out", "who": "1"}


@pytest.fixture
def filed(site: Site) -> Site:
    """Pskov asks that the winner of an official race be disqualified."""
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    assert secretary.post("/office/demo/protests", ASKED).status_code == 303
    return site


def chief(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_JUDGE)


def page(site: Site) -> str:
    return f"/office/demo/protests/{max(site.shell.now('demo').state.protests)}"


def test_what_it_asks_for_is_told(filed: Site) -> None:
    assert "дисквалификация, остальные поднимаются" in words(chief(filed).get("/office/demo/protests").text)


def test_both_outcomes_are_shown_and_nothing_is_written(filed: Site) -> None:
    before = filed.numbers()
    answer = chief(filed).post(page(filed), {**RULING, "verdict": "look", "reason": "", "jury": ""})
    told = words(answer.text)
    assert (answer.status_code, filed.numbers()) == (200, before)
    assert ("Если отклонить: не изменится ничего" in told, "1 → –" in told) == (True, True)


def test_an_upheld_protest_makes_the_next_revision_of_the_sheet(filed: Site) -> None:
    revision = filed.shell.now("demo").state.contests["ski-women"].revision
    assert chief(filed).post(page(filed), {**RULING, "verdict": "upheld"}).status_code == 303
    now = filed.shell.now("demo")
    status = now.state.marks["ski-women", "main", "main", "1"].status
    assert (now.state.contests["ski-women"].revision, status) == (revision + 1, "DSQ")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"who": "999"}, "никого нет под «999»"),
        ({"who": ""}, "Назовите, о ком речь"),
        ({"claim": "value", "raw": ""}, "заполните"),
        ({"claim": "value", "raw": "быстро"}, ""),
        ({"claim": "annul"}, "игр нет"),
        ({"claim": "повесить"}, "такого варианта нет"),
    ],
)
@pytest.mark.parametrize("verdict", ["look", "upheld"])
def test_an_effect_that_cannot_be_is_said_and_nothing_is_decided(
    filed: Site, change: dict[str, str], said: str, verdict: str
) -> None:
    before = filed.numbers()
    answer = chief(filed).post(page(filed), {**RULING, "verdict": verdict, **change})
    assert (answer.status_code, filed.numbers(), said in words(answer.text)) == (422, before, True)


def test_the_page_of_what_is_possible_names_the_protest(filed: Site) -> None:
    told = words(filed.visitor().get("/games/demo/stakes").text)
    number = max(filed.shell.now("demo").state.protests)
    assert f"Ждёт решения протест № {number}." in told


def test_one_protest_is_spoken_of_in_the_singular() -> None:
    assert "Ждёт решения протест № 2." in depends_words((), (2,), (1,))
    assert "Ждут решения протесты № 2, 3." in depends_words((), (2, 3), (1,))


def sides(site: Site) -> tuple[str, str]:
    """Titles of the first match of the bandy, in the order of the sheet."""
    state = site.shell.now("demo").state
    first = matches_of(state, "bandy")[0]
    return state.teams[first.sides[0]].title, state.teams[first.sides[1]].title


def ask(site: Site, who: str) -> tuple[int, str]:
    """A protest that asks for another score of what is called so."""
    paper = {**PAPER, "contest": "bandy", "claim": "value", "who": who, "raw": "9:9"}
    answer = site.signed_in(Role.CHIEF_SECRETARY).post("/office/demo/protests", paper)
    return answer.status_code, words(answer.text)


@pytest.mark.parametrize("between", [" – ", " - ", "–", " — "])
def test_a_match_is_called_as_on_the_sheet(site: Site, between: str) -> None:
    first, second = sides(site)
    assert ask(site, f"{first.upper()}{between}{second}")[0] == 303
    page = chief(site).get("/office/demo/protests").text
    assert (f'value="{first} – {second}"' in page, f"{first} – {second}: результат станет «9:9»" in page) == (
        True,
        True,
    )


def test_a_match_called_the_other_way_round_is_asked_for_as_on_the_sheet(site: Site) -> None:
    first, second = sides(site)
    status, told = ask(site, f"{second} – {first}")
    assert (status, f"На листе вида эта игра – «{first} – {second}»" in told) == (422, True)


def test_two_matches_of_the_same_sides_are_told_apart_on_the_sheet(site: Site) -> None:
    state = site.shell.now("demo").state
    first = matches_of(state, "bandy")[0]
    own = next(one for one in state.starts.values() if (one.contest, one.unit) == ("bandy", first.unit))
    again = replace(own, unit="99")
    both = replace(state, starts={**state.starts, "again": again})
    with pytest.raises(Refusal, match="several_matches"):
        entrant_called(both, "bandy", " – ".join(sides(site)))
