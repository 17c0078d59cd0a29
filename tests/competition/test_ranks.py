"""A race for ranks from III to I: who is taken, who is asked, who fits no longer when his rank is another."""

from datetime import date

import pytest

from spartakiad.competition.applicants import Applicant, unfit_for
from spartakiad.competition.decide.delegations import Enter, JoinAthlete
from spartakiad.competition.decide.lineups import NameLineup
from spartakiad.competition.decide.persons import CorrectAthlete
from spartakiad.competition.decide.replacing import Replace
from spartakiad.competition.eligibility import check_eligibility
from spartakiad.competition.lineups import Member
from spartakiad.competition.misfits import misfits
from spartakiad.competition.programme import line
from spartakiad.errors import Refusal
from spartakiad.words.refusals import sentence
from tests.competition.conftest import Refused
from tests.competition.playing import REGULATION, Played, drafted

RANKED = REGULATION.replace('sex = "f"\nquota = 2', 'rank_from = "III"\nrank_to = "I"') + (
    '[eligibility.contest.figure]\nrank_from = "II"\nclause = "4.4"\n'
)
IN_TWO = """
[[part]]
contest = "ski"
id = "open"
title = "Любители"
rules = "ski"
[[part]]
contest = "ski"
id = "masters"
title = "Мастера"
rules = "ski"
[eligibility.contest.ski.part.open]
rank_to = "I"
[eligibility.contest.ski.part.masters]
rank_from = "КМС"
"""
BORN = date(1990, 3, 5)


def enter(rank: str, role: str = "team") -> Enter:
    return Enter("ski", "1", "vologda", role, "f", "", BORN, {"1": "f"}, rank)


def ranked(regulation: str = RANKED) -> Played:
    games = drafted(regulation)
    games.do(JoinAthlete("1", "vologda", 1, True))
    return games


@pytest.mark.parametrize("rank", ["III", "II", "I"])
def test_whoever_has_such_a_rank_is_entered(rank: str) -> None:
    games = ranked()
    games.do(enter(rank))
    assert ("ski", "1") in games.state.entries


def test_a_rank_above_or_below_is_refused_with_the_clause(refused: Refused) -> None:
    assert [sentence(refused(ranked(), enter(rank))) for rank in ("КМС", "б/р")] == [
        f"«Лыжи» (п. 4.2 положения): сюда заявляют с разрядом от III до I, а здесь {rank}. Исправьте или снимите."
        for rank in ("КМС", "б/р")
    ]


def test_a_rank_that_nobody_said_is_asked_for(refused: Refused) -> None:
    asked = refused(ranked(), enter(""))
    assert (asked.field, sentence(asked)) == (
        "rank",
        "«Лыжи» (п. 4.2 положения): сюда заявляют с разрядом от III до I, а разряд не указан. "
        "Впишите его; если разряда нет – «б/р».",
    )


def test_whoever_runs_personally_may_have_any_rank() -> None:
    games = ranked()
    games.do(enter("КМС", "personal"))
    assert ("ski", "1") in games.state.entries


@pytest.mark.parametrize(("rank", "part"), [("II", "open"), ("МС", "masters")])
def test_a_rank_chooses_the_part(rank: str, part: str) -> None:
    games = ranked(REGULATION.replace('sex = "f"\nquota = 2', "quota = 2") + IN_TWO)
    games.do(enter(rank))
    assert games.state.entries["ski", "1"].part == part


def test_where_the_rank_is_not_known_the_part_is_asked_for(refused: Refused) -> None:
    assert refused(ranked(REGULATION.replace('sex = "f"\n', "") + IN_TWO), enter("")).kind == "part_needed"


def test_whoever_comes_in_for_somebody_has_such_a_rank(refused: Refused) -> None:
    games = ranked()
    games.do(enter("I"))
    comes = ("1", "vologda", 50, True, "f", BORN, "травма", "Петров", (), {"1": "f"})
    assert refused(games, Replace(*comes, "КМС")).kind == "wrong_rank"
    games.do(Replace(*comes, "II"))
    assert games.state.athletes["1"].person == 50


def test_a_line_up_asks_for_it_at_its_field(refused: Refused) -> None:
    games = ranked()
    games.do(Enter("figure", "vologda", "vologda", "team", ""))
    told = refused(games, NameLineup("figure", "main", "vologda", (Member("1", "f", BORN, "III"),)))
    assert (told.kind, told.field, told.args_for_words["clause"]) == ("wrong_rank", "o-1", "4.4")


def test_a_correction_is_told_in_the_journal() -> None:
    games = ranked()
    games.do(CorrectAthlete("1", "vologda", "КМС", "Зимин", ("I", "")))
    assert games.journal[-1].payload == {"athlete": "1", "rank": "КМС", "coached": True, "city": ""}
    assert (games.state.athletes["1"].rank, games.state.athletes["1"].coach) == ("КМС", "Зимин")


def test_the_rank_that_his_row_has_is_no_correction() -> None:
    assert ranked().do(CorrectAthlete("1", "vologda", "I", "", ("I", ""))) == []


def test_whoever_fits_no_longer_is_named() -> None:
    games = ranked()
    games.do(enter("I"))
    found = misfits(games.state, {"1": Applicant("1", "vologda", "f", BORN, "КМС")})
    assert [(one.athlete, one.contest, one.why.kind) for one in found] == [("1", "ski", "wrong_rank")]


@pytest.mark.parametrize(
    ("told", "path"),
    [
        ({"rank_from": "1"}, "eligibility.contest.ski.rank_from"),
        ({"rank_from": "I", "rank_to": "II"}, "eligibility.contest.ski.rank_to"),
    ],
)
def test_a_rank_that_is_none_is_refused_by_its_path(told: dict[str, str], path: str) -> None:
    with pytest.raises(Refusal) as caught:
        check_eligibility({"contest": [{"id": "ski"}], "eligibility": {"contest": {"ski": told}}})
    assert caught.value.args_for_words["path"] == path


def test_everything_by_which_somebody_does_not_fit_is_said() -> None:
    rules = 'sex = "f"\nrank_from = "I"\nborn_to = "2000-12-31"'
    state = drafted(REGULATION.replace('sex = "f"', rules)).state
    man = Applicant("1", "vologda", "m", date(2001, 1, 1), "III")
    assert [one.kind for one in unfit_for(line(state, "ski"), man)] == ["wrong_sex", "wrong_age", "wrong_rank"]
