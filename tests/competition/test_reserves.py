"""A race in which one of a team waits in reserve: he takes no place of the starters, and starts when he is named."""

from datetime import date

import pytest

from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import ReleaseStarts
from spartakiad.competition.decide.delegations import Enter, JoinAthlete
from spartakiad.competition.decide.draws import DrawByHand
from spartakiad.competition.decide.lineups import NameLineup
from spartakiad.competition.decide.marks import EnterMark
from spartakiad.competition.decide.plans import PlanStarts
from spartakiad.competition.decide.reserves import NameReserve
from spartakiad.competition.decide.setup import StateGames
from spartakiad.competition.document import counts, document
from spartakiad.competition.lineups import Member
from spartakiad.competition.plans import Plan
from spartakiad.competition.programme import line
from spartakiad.competition.starters import list_of, starters
from spartakiad.entries.papers import replaced_words
from spartakiad.people.names import PublicName
from spartakiad.results.lineups import lineups
from spartakiad.words.admission_plain import lineup_rules
from spartakiad.words.refusals import sentence
from tests.competition.conftest import Refused
from tests.competition.playing import REGULATION, Played, drafted
from tests.competition.test_lineups import typed

WITH_RESERVE = REGULATION.replace("quota = 2", "quota = 2\nquota_reserves = 1") + (
    '[eligibility.contest.figure]\nlineup = { most = 2, reserves = 1 }\nclause = "5.1"\n'
)
SEXES = dict.fromkeys("12345", "f")
BORN = date(1990, 3, 5)
WHY = {"reason": "травма", "allowed": "Петров"}


def enter(number: str, role: str) -> Enter:
    return Enter("ski", number, "vologda", role, SEXES[number], "", BORN, SEXES)


def waiting() -> Played:
    """№ 1, № 2 start for Vologda, № 3 waits in reserve; everybody is admitted."""
    games = drafted(WITH_RESERVE)
    for number in "12345":
        games.do(JoinAthlete(number, "vologda", int(number), True))
        games.do(Admit(number, "admitted"))
    for number, role in (("1", "team"), ("2", "team"), ("3", "reserve")):
        games.do(enter(number, role))
    return games


def listed() -> Played:
    games = waiting()
    games.do(StateGames("under_way"))
    games.do(ReleaseStarts("ski"))
    return games


def comes_in(athlete: str = "1", reserve: str = "3", sex: str = "f") -> NameReserve:
    return NameReserve("ski", athlete, reserve, "vologda", sex, BORN, "", **WHY, sexes=SEXES)


def skiers(games: Played) -> list[str]:
    return starters(games.state, line(games.state, "ski"))


def test_he_takes_no_place_of_the_starters_and_does_not_start() -> None:
    games = listed()
    entrants = [row["id"] for row in document(games.state)["entrant"] if row["contest"] == "ski"]
    assert (skiers(games), entrants) == (["1", "2"], ["1", "2"])


def test_reserves_have_a_quota_of_their_own(refused: Refused) -> None:
    assert sentence(refused(waiting(), enter("4", "reserve"))) == (
        "«Лыжи»: запасных у команды «Vologda» уже 1 из 1 (п. 4.2 положения). "
        "Снимите кого-нибудь или выберите другое участие."
    )


def test_whoever_may_not_start_may_not_wait_for_it_either(refused: Refused) -> None:
    man = Enter("ski", "4", "vologda", "reserve", "m", "", BORN, {**SEXES, "4": "m"})
    assert refused(waiting(), man).kind == "wrong_sex"


def test_a_mark_of_a_reserve_is_kept_and_does_not_count() -> None:
    games = listed()
    games.do(EnterMark("ski", "3", "20:00,0", 0))
    key = ("ski", "main", "main", "3")
    assert counts(games.state, key, games.state.marks[key]) is False


def test_he_comes_in_at_the_same_place_and_the_other_waits() -> None:
    games = listed()
    games.do(comes_in())
    roles = {number: games.state.entries["ski", number].role for number in "123"}
    assert (skiers(games), roles) == (["3", "2"], {"1": "reserve", "2": "team", "3": "team"})


def test_before_the_start_list_too() -> None:
    games = waiting()
    games.do(comes_in())
    assert skiers(games) == ["2", "3"]


def test_why_he_came_in_is_kept_beside_the_journal() -> None:
    games = listed()
    named, *_ = games.do(comes_in())
    assert set(named.line(1).payload) == {"contest", "athlete", "reserve"}
    assert replaced_words(games.state, {}) == {"3": "вместо № 1 («Лыжи»); травма, разрешил Петров"}


@pytest.mark.parametrize(
    ("command", "kind", "field"),
    [
        (comes_in(athlete=""), "choice_needed", "athlete"),
        (comes_in(reserve="2"), "bad_choice", "reserve"),
        (comes_in(athlete="3"), "bad_choice", "athlete"),
        (comes_in(sex="m"), "wrong_sex", None),
        (NameReserve("ski", "1", "3", "pskov", "f", BORN, "", **WHY), "bad_choice", "athlete"),
        (NameReserve("ski", "1", "3", "vologda", "f", BORN, "", "", "Петров"), "reason_needed", "reason"),
        (NameReserve("ski", "1", "3", "vologda", "f", BORN, "", "травма", ""), "required", "allowed"),
    ],
)
def test_nobody_else_comes_in(refused: Refused, command: NameReserve, kind: str, field: str | None) -> None:
    told = refused(listed(), command)
    assert (told.kind, told.field) == (kind, field)


def test_whoever_was_not_admitted_does_not_come_in(refused: Refused) -> None:
    games = listed()
    games.do(Admit("3", "refused", clause="4.5", reason="нет справки"))
    assert refused(games, comes_in()).kind == "lineup_not_admitted"


def test_whoever_has_a_result_is_not_replaced(refused: Refused) -> None:
    games = listed()
    games.do(EnterMark("ski", "1", "20:00,0", 0))
    assert refused(games, comes_in()).kind == "replaced_has_results"


def member(number: str) -> Member:
    return Member(number, "f", BORN)


def relay(*reserves: str) -> NameLineup:
    return NameLineup("figure", "main", "vologda", (member("1"), member("2")), tuple(map(member, reserves)))


def skating() -> Played:
    games = waiting()
    games.do(Enter("figure", "vologda", "vologda", "team", ""))
    return games


def test_a_line_up_names_its_reserves_and_everybody_reads_them() -> None:
    games = skating()
    games.do(relay("3"))
    public = {number: PublicName(f"Участник № {number}", "", "") for number in "123"}
    told = lineups(games.state, line(games.state, "figure"), public)
    assert told == (("Vologda", "1. Участник № 1, 2. Участник № 2; запасной: Участник № 3"),)


def test_a_reserve_is_named_into_the_line_up() -> None:
    games = skating()
    games.do(relay("3"))
    games.do(NameLineup("figure", "main", "vologda", (member("3"), member("2")), (member("1"),)))
    key = ("figure", "main", "vologda")
    assert (games.state.lineups[key], games.state.benches[key]) == (("3", "2"), ("1",))


@pytest.mark.parametrize(("reserves", "kind"), [(("3", "4"), "lineup_reserves"), (("1",), "lineup_twice")])
def test_reserves_that_cannot_be_are_refused(refused: Refused, reserves: tuple[str, ...], kind: str) -> None:
    assert refused(skating(), relay(*reserves)).kind == kind


def test_whoever_is_refused_waits_no_longer() -> None:
    games = skating()
    games.do(relay("3"))
    games.do(Admit("3", "refused", clause="4.5", reason="нет справки"))
    assert games.state.benches["figure", "main", "vologda"] == ()


def test_a_reserve_is_typed_by_a_letter() -> None:
    assert typed(n1="1", n2="З", n3="2") == (("1", "3"), ("2",))


@pytest.mark.parametrize(("most", "words"), [(2, "запасных не больше 2"), (0, "без запасных")])
def test_the_rule_is_read_back(most: int, words: str) -> None:
    assert lineup_rules(4, 4, 0, 0, most).replace("\u00a0", " ") == f"В составе команды 4 человека, {words}."


def test_a_reserve_has_the_place_the_hour_and_the_bib_of_whoever_he_came_in_for() -> None:
    games = waiting()
    games.do(StateGames("under_way"))
    games.do(DrawByHand("ski", "main", (("1", "2"), ("2", "1"))))
    games.do(PlanStarts("ski", "main", Plan(start="interval", every=30, bibs="order", first=(("", 101),))))
    games.do(ReleaseStarts("ski"))
    games.do(comes_in("2"))
    found = list_of(games.state, line(games.state, "ski"))
    assert found and (found.starts, found.offsets) == ((("3", "101"), ("1", "102")), {"3": 0, "1": 30_000})
    games.do(ReleaseStarts("ski", reason="печать"))
    again = list_of(games.state, line(games.state, "ski"))
    assert again and again.starts == found.starts
