"""A relay is run by those who were named for it: two of a team, one of them a woman."""

from datetime import date

import pytest

from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import ReleaseStarts
from spartakiad.competition.decide.delegations import Enter, JoinAthlete, TakeOut, WithdrawEntry
from spartakiad.competition.decide.lineups import NameLineup
from spartakiad.competition.decide.marks import EnterMark
from spartakiad.competition.decide.replacing import Replace
from spartakiad.competition.decide.setup import StateGames
from spartakiad.competition.eligibility import check_eligibility
from spartakiad.competition.lineups import Member
from spartakiad.competition.programme import line
from spartakiad.entries.lineups import typed_lineup
from spartakiad.errors import Refusal
from spartakiad.people.names import PublicName
from spartakiad.results.lineups import lineups
from spartakiad.words.admission_plain import lineup_rules
from tests.competition.conftest import Refused
from tests.competition.playing import REGULATION, Played, drafted

RELAY = (
    REGULATION
    + """
[eligibility.contest.figure]
lineup = { least = 2, most = 3, women = 1 }
clause = "5.1"
"""
)
BORN = date(1990, 3, 5)
KEY = ("figure", "main", "vologda")
ANNA, IYA, OLEG = Member("1", "f", BORN), Member("2", "f", BORN), Member("3", "m", BORN)


def relay() -> Played:
    """№ 1, № 2 (women) and № 3 (a man) are of Vologda, № 4 of Pskov; both teams compete."""
    games = drafted(RELAY)
    for number, team in (("1", "vologda"), ("2", "vologda"), ("3", "vologda"), ("4", "pskov")):
        games.do(JoinAthlete(number, team, int(number), True))
    for team in ("vologda", "pskov"):
        games.do(Enter("figure", team, team, "team", ""))
    return games


def named(*members: Member, team: str = "vologda") -> NameLineup:
    return NameLineup("figure", "main", team, members)


def test_legs_stay_in_the_order_they_were_named() -> None:
    games = relay()
    games.do(named(OLEG, ANNA))
    assert games.state.lineups[KEY] == ("3", "1")


def test_the_same_line_up_again_changes_nothing() -> None:
    games = relay()
    games.do(named(OLEG, ANNA))
    assert games.do(named(OLEG, ANNA)) == []


def test_a_line_up_may_be_taken_back() -> None:
    games = relay()
    games.do(named(OLEG, ANNA))
    games.do(named())
    assert games.state.lineups[KEY] == ()


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        (named(ANNA), "lineup_size"),
        (named(ANNA, IYA, OLEG, Member("5", "f", BORN)), "not_found"),
        (named(ANNA, ANNA), "lineup_twice"),
        (named(ANNA, Member("4", "f", BORN)), "not_found"),
        (named(OLEG, Member("2", "m", BORN)), "lineup_sexes"),
        (NameLineup("ski", "main", "vologda", (ANNA, IYA)), "not_found"),
    ],
)
def test_a_line_up_that_cannot_be_is_refused(refused: Refused, wish: NameLineup, kind: str) -> None:
    assert refused(relay(), wish).kind == kind


def test_the_clause_is_named(refused: Refused) -> None:
    assert refused(relay(), named(ANNA)).args_for_words["clause"] == "5.1"


def test_whoever_was_refused_runs_no_leg(refused: Refused) -> None:
    games = relay()
    games.do(Admit("3", "refused", clause="4.5", reason="нет справки"))
    told = refused(games, named(OLEG, ANNA))
    assert (told.kind, told.field) == ("lineup_not_admitted", "o-3")


def test_a_team_that_does_not_compete_names_nobody(refused: Refused) -> None:
    games = drafted(RELAY)
    games.do(JoinAthlete("1", "vologda", 1, True))
    assert refused(games, named(ANNA, IYA)).kind == "not_found"


def test_it_may_change_after_the_start_list_and_not_after_the_first_result(refused: Refused) -> None:
    games = relay()
    games.do(StateGames("under_way"))
    games.do(ReleaseStarts("figure"))
    games.do(named(OLEG, ANNA))
    games.do(EnterMark("figure", "vologda", "1", 0))
    assert refused(games, named(ANNA, OLEG)).kind == "lineup_closed"


def test_whoever_leaves_the_application_leaves_the_line_up() -> None:
    games = relay()
    games.do(named(OLEG, ANNA, IYA))
    games.do(TakeOut("1", "vologda"))
    assert games.state.lineups[KEY] == ("3", "2")


def test_everybody_reads_names_as_consents_allow() -> None:
    games = relay()
    games.do(named(OLEG, ANNA))
    public = {"1": PublicName("Участник № 1, Вологда", "", ""), "3": PublicName("Ветров Олег", "1990", "")}
    told = lineups(games.state, line(games.state, "figure"), public)
    assert told == (("Vologda", "1. Ветров Олег, 2. Участник № 1, Вологда"),)


def typed(**cells: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return typed_lineup({f"o-{name[1:]}": text for name, text in cells.items()}, relay().state, "vologda")


def test_legs_are_typed_as_numbers_and_a_plus_stands_last() -> None:
    assert typed(n1="+", n2=" 2 ", n3="1") == (("3", "2", "1"), ())


@pytest.mark.parametrize(
    ("cells", "kind", "field"),
    [
        ({"n1": "первый"}, "bad_leg", "o-1"),
        ({"n1": "0"}, "bad_leg", "o-1"),
        ({"n1": "²"}, "bad_leg", "o-1"),
        ({"n1": "1", "n2": "1"}, "lineup_leg_taken", "o-2"),
    ],
)
def test_a_leg_that_is_none_is_said_at_its_cell(cells: dict[str, str], kind: str, field: str) -> None:
    with pytest.raises(Refusal) as caught:
        typed(**cells)
    assert (caught.value.kind, caught.value.field) == (kind, field)


def test_a_rule_that_nobody_could_fulfil_is_refused() -> None:
    section = {"contest": {"figure": {"lineup": {"women": 2, "men": 2, "most": 3}}}}
    with pytest.raises(Refusal) as caught:
        check_eligibility({"contest": [{"id": "figure"}], "eligibility": section})
    assert caught.value.args_for_words["path"] == "eligibility.contest.figure.lineup.most"


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ((4, 4, 2, 2), "В составе команды 4 человека, женщин не меньше 2, мужчин не меньше 2."),
        ((6, 12, 0, 0), "В составе команды не меньше 6, не больше 12."),
        ((0, 0, 1, 0), "В составе команды женщин не меньше 1."),
        ((0, 0, 0, 0), ""),
    ],
)
def test_a_rule_is_read_back(rule: tuple[int, int, int, int], sentence: str) -> None:
    assert lineup_rules(*rule).replace("\u00a0", " ") == sentence


def test_whoever_is_refused_leaves_the_line_up() -> None:
    games = relay()
    games.do(named(OLEG, ANNA, IYA))
    games.do(Admit("2", "refused", clause="4.5", reason="нет справки"))
    assert games.state.lineups[KEY] == ("3", "1")


def test_whoever_comes_in_for_somebody_is_named_anew() -> None:
    games = relay()
    games.do(named(OLEG, ANNA, IYA))
    games.do(Replace("1", "vologda", 50, True, "m", BORN, "травма", "Петров"))
    assert games.state.lineups[KEY] == ("3", "2")


def test_a_team_that_withdraws_and_comes_back_names_it_anew() -> None:
    games = relay()
    games.do(named(OLEG, ANNA))
    games.do(WithdrawEntry("figure", "vologda", "vologda"))
    games.do(Enter("figure", "vologda", "vologda", "team", ""))
    assert games.state.lineups[KEY] == ()


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        (TakeOut("1", "vologda"), "already_listed"),
        (Replace("1", "vologda", 50, True, "f", BORN, "травма", "Петров"), "replaced_has_results"),
    ],
)
def test_a_line_up_that_competed_stays_as_it_was(refused: Refused, wish: object, kind: str) -> None:
    games = relay()
    games.do(named(OLEG, ANNA))
    games.do(StateGames("under_way"))
    games.do(ReleaseStarts("figure"))
    games.do(EnterMark("figure", "vologda", "1", 0))
    assert refused(games, wish).kind == kind
