"""Parts of a contest: who is entered where, what the engine is told, what an old journal says."""

from datetime import date

from spartakiad.competition.apply import apply, fold
from spartakiad.competition.decide.contests import ReleaseStarts, Reopen
from spartakiad.competition.decide.delegations import Enter, JoinAthlete, TakeOut
from spartakiad.competition.decide.marks import EnterMark
from spartakiad.competition.decide.papers import TakePlaces
from spartakiad.competition.decide.setup import StateGames
from spartakiad.competition.document import document
from spartakiad.store.journal import Recorded
from spartakiad.words.refusals import sentence
from tests.competition.conftest import Refused
from tests.competition.playing import Played, released
from tests.competition.several import OLD, YOUNG, man, several, woman


def parts(games: Played) -> dict[str, str]:
    return {one.entrant: one.part for one in games.state.entries_of("ski")}


def test_where_sex_and_age_leave_one_part_it_need_not_be_named() -> None:
    games = several()
    games.do(woman("1"))
    games.do(man("3", YOUNG))
    games.do(Enter("ski", "vologda", "vologda", "team", ""))
    assert parts(games) == {"1": "women", "3": "men", "vologda": "relay"}


def test_where_they_leave_two_it_is_asked_for_by_name(refused: Refused) -> None:
    assert sentence(refused(several(), man("4", OLD))) == (
        "«Лыжи»: подходит не одно: «5 км», «5 км, 40+». Назовите, что именно."
    )


def test_where_they_leave_none_nobody_is_entered(refused: Refused) -> None:
    assert refused(several(), man("3", date(2010, 1, 1))).kind == "no_part_fits"


def test_somebody_too_young_is_refused_with_the_years(refused: Refused) -> None:
    assert sentence(refused(several(), man("3", YOUNG, "old"))) == (
        "«Лыжи: 5 км, 40+» (п. 4.1 положения): сюда заявляют только родившихся в 1986 году и раньше. "
        "Снимите отметку или выберите другую группу."
    )


def test_ages_are_those_of_the_named_day(refused: Refused) -> None:
    games = several()
    games.do(man("3", date(2008, 12, 31), "men"))
    assert refused(games, man("4", date(2009, 1, 1), "men")).kind == "wrong_age"


def test_a_part_that_is_not_there_is_no_choice(refused: Refused) -> None:
    assert refused(several(), woman("1", "juniors")).kind == "bad_choice"


def test_the_quota_of_a_part_is_counted_in_it(refused: Refused) -> None:
    games = several()
    games.do(woman("1"))
    assert refused(games, woman("2")).args_for_words["contest"] == "Лыжи: 3 км"


def test_the_quota_of_the_contest_is_counted_over_its_parts_and_without_the_team_itself(refused: Refused) -> None:
    games = several()
    games.do(Enter("ski", "vologda", "vologda", "team", ""))
    for command in (woman("1"), man("3", YOUNG), man("4", OLD, "old")):
        games.do(command)
    games.do(JoinAthlete("6", "vologda", 6, True))
    assert refused(games, man("6", OLD, "men")).args_for_words["contest"] == "Лыжи"


def test_moving_to_another_part_is_one_entry_in_the_other_part() -> None:
    games = several()
    games.do(man("4", OLD, "old"))
    games.do(man("4", OLD, "men"))
    assert parts(games) == {"4": "men"}


def test_a_team_is_not_entered_among_athletes_nor_an_athlete_among_teams(refused: Refused) -> None:
    games = several()
    assert refused(games, Enter("ski", "vologda", "vologda", "team", "", "women")).kind == "not_found"
    assert refused(games, woman("1", "relay")).kind == "unknown_team"


def test_the_document_says_the_parts_of_entrants_and_of_marks() -> None:
    games = several()
    games.do(woman("1"))
    games.do(Enter("ski", "vologda", "vologda", "team", ""))
    games.do(ReleaseStarts("ski"))
    games.do(EnterMark("ski", "1", "20:00,0", 0))
    games.do(EnterMark("ski", "vologda", "40:00,0", 0))
    told = document(games.state)
    assert [(row["id"], row["part"]) for row in told["entrant"]] == [("1", "women"), ("vologda", "relay")]
    assert told["mark"] == [
        {"contest": "ski", "entrant": "1", "part": "women", "time": "20:00.0"},
        {"contest": "ski", "team": "vologda", "part": "relay", "time": "40:00.0"},
    ]


def test_closed_by_a_paper_the_contest_has_no_parts_and_back_in_work_it_has_them_again() -> None:
    games = several()
    games.do(woman("1"))
    games.do(StateGames("under_way"))
    games.do(ReleaseStarts("ski"))
    games.do(TakePlaces("ski", (("pskov", 1), ("vologda", 2)), "протокол", "0" * 64))
    assert "part" not in document(games.state) or document(games.state)["part"] == []
    games.do(Reopen("ski", "нашлись листы"))
    games.do(EnterMark("ski", "1", "20:00,0", 0))
    assert [row["part"] for row in document(games.state)["mark"]] == ["women"]


def test_a_journal_without_parts_folds_as_before() -> None:
    games = released()
    old = [_without_part(line) for line in games.journal]
    assert any(line.kind == "entry.made" for line in old)
    assert fold(old) == games.state


def _without_part(line: Recorded) -> Recorded:
    payload = {name: value for name, value in line.payload.items() if (line.kind, name) != ("entry.made", "part")}
    return Recorded(**{**{name: getattr(line, name) for name in Recorded.__slots__}, "payload": payload})


def test_a_fact_of_a_part_is_about_that_part_alone() -> None:
    games = several()
    games.do(woman("1"))
    games.do(ReleaseStarts("ski", "women"))
    line = next(one for one in games.journal if one.kind == "part.stated")
    assert (line.subject, apply(games.state, line).parts["ski", "women"].state) == ("part:ski:women", "start_list")


def test_whoever_stands_in_no_start_list_may_leave_while_another_part_has_one(refused: Refused) -> None:
    games = several()
    games.do(woman("1"))
    games.do(man("3", YOUNG))
    games.do(ReleaseStarts("ski", "women"))
    assert refused(games, TakeOut("1", "vologda")).kind == "already_listed"
    games.do(TakeOut("3", "vologda"))
    assert parts(games) == {"1": "women"}
