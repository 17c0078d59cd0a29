"""The challenge cup: proposed by official results alone, given by a person with a name and a document."""

from dataclasses import replace
from datetime import date

from spartakiad.competition.cup_facts import CupConfirmed
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import Accept, Post, Reopen
from spartakiad.competition.decide.cup import ConfirmCup, DecideCup, HandOverCup, Proposal, proposal
from spartakiad.competition.decide.papers import CancelContest
from spartakiad.competition.decide.protests import DecideProtest, FileProtest
from spartakiad.competition.decide.setup import AdoptRegulation
from spartakiad.words.refusals import sentence
from tests.competition.conftest import Refused
from tests.competition.playing import Played, drafted, raced, run

CHAIR, DOCUMENT, DAY = "И. И. Иванов", "протокол № 1", date(2026, 2, 22)


def finished(figure: dict[str, str]) -> Played:
    """Pskov won the ski race; `figure` are places of the skaters."""
    games = run(raced(), "figure", figure)
    for contest in ("ski", "figure"):
        games.do(Post(contest))
        games.do(Accept(contest))
    return games


def won() -> Played:
    return finished({"pskov": "1", "vologda": "2"})


def tied() -> Played:
    return finished({"vologda": "1", "pskov": "2"})


def test_a_cup_that_cannot_be_computed_lists_what_is_missing() -> None:
    assert proposal(drafted().state) == Proposal("not_computable", (), ("Лыжи", "Катание"))


def test_a_contest_that_is_only_posted_is_still_missing() -> None:
    games = raced()
    games.do(Post("ski"))
    assert "Лыжи" in proposal(games.state).missing


def test_an_official_contest_is_missing_no_more() -> None:
    games = raced()
    games.do(Post("ski"))
    games.do(Accept("ski"))
    assert proposal(games.state).missing == ("Катание",)


def test_the_first_of_the_standing_is_proposed() -> None:
    assert proposal(won().state) == Proposal("proposed", ("pskov",), ())


def test_a_shared_first_place_asks_for_a_decision() -> None:
    found = proposal(tied().state)
    assert (found.state, set(found.teams)) == ("tied", {"vologda", "pskov"})


def test_a_tied_cup_is_not_confirmed(refused: Refused) -> None:
    refusal = refused(tied(), ConfirmCup("pskov", CHAIR, DOCUMENT))
    assert sentence(refusal) == (
        "Кубок присудить ещё нельзя. Первое место разделено, и положение его не разводит: нужно решение организаторов."
    )


def test_an_unfinished_cup_is_not_confirmed(refused: Refused) -> None:
    refusal = refused(raced(), ConfirmCup("pskov", CHAIR, DOCUMENT))
    assert sentence(refusal) == "Кубок присудить ещё нельзя. Ещё не официальны: Лыжи, Катание."


def test_a_confirmation_names_the_chair(refused: Refused) -> None:
    assert refused(won(), ConfirmCup("pskov", " ", DOCUMENT)).kind == "chair_needed"


def test_a_confirmation_names_the_document(refused: Refused) -> None:
    assert refused(won(), ConfirmCup("pskov", CHAIR, "")).kind == "document_needed"


def test_a_confirmation_of_another_winner_than_the_results_have_is_refused(refused: Refused) -> None:
    refusal = refused(won(), ConfirmCup("vologda", CHAIR, DOCUMENT))
    assert (refusal.kind, refusal.args_for_words["winner"]) == ("cup_other_winner", "Pskov")


def test_a_confirmed_cup_says_who_signed() -> None:
    games = won()
    games.do(ConfirmCup("pskov", f" {CHAIR} ", DOCUMENT))
    assert (games.state.cup.team, games.state.cup.chair, games.state.cup.document) == ("pskov", CHAIR, DOCUMENT)


def test_the_chair_and_the_document_are_free_text_beside_the_fact() -> None:
    assert CupConfirmed("pskov", CHAIR, DOCUMENT).line(1).payload == {"team": "pskov", "reserved": False}


def test_confirming_twice_changes_nothing() -> None:
    games = won()
    games.do(ConfirmCup("pskov", CHAIR, DOCUMENT))
    assert games.do(ConfirmCup("pskov", CHAIR, DOCUMENT)) == []


def test_a_result_taken_back_makes_the_cup_incomputable_again() -> None:
    games = run(raced(), "figure", {"pskov": "1", "vologda": "2"})
    for contest in ("ski", "figure"):
        games.do(Post(contest))
    games.do(Accept("ski"))
    games.do(Reopen("figure", "описка"))
    assert proposal(games.state).missing == ("Катание",)


DECISION = DecideCup("pskov", ("pskov", "vologda"), "lot", "оргкомитет", "решение № 5")


def confirmed() -> Played:
    games = won()
    games.do(ConfirmCup("pskov", CHAIR, DOCUMENT))
    return games


def counted_the_other_way() -> Played:
    """Confirmed for Pskov, which was first in both; then the standing became a sum where the most places win."""
    games = confirmed()
    document = games.state.regulation
    standing = [{**document["standing"][0], "wins": "least"}]
    games.do(AdoptRegulation({**document, "standing": standing}, "решение № 9"))
    return games


def test_a_cancelled_contest_is_not_waited_for() -> None:
    games = raced()
    games.do(Post("ski"))
    games.do(Accept("ski"))
    games.do(CancelContest("figure", (), "нет льда", "решение № 4"))
    assert (proposal(games.state).state, proposal(games.state).missing) == ("proposed", ())


def test_a_decision_tells_the_first_apart() -> None:
    games = tied()
    games.do(DECISION)
    assert proposal(games.state) == Proposal("proposed", ("pskov",), ())


def test_a_decision_is_about_exactly_those_who_share_the_first_place(refused: Refused) -> None:
    other = DecideCup("pskov", ("pskov", "kirov"), "lot", "оргкомитет", "решение № 5")
    assert refused(tied(), other).kind == "cup_not_tied"
    assert refused(won(), DECISION).kind == "cup_not_tied"


def test_a_decision_names_who_decided_and_the_document(refused: Refused) -> None:
    assert refused(tied(), DecideCup("pskov", DECISION.among, "lot", "", "решение № 5")).field == "jury"
    assert refused(tied(), DecideCup("pskov", DECISION.among, "lot", "оргкомитет", "")).kind == "document_needed"
    assert refused(tied(), DecideCup("", DECISION.among, "lot", "оргкомитет", "решение № 5")).field == "team"


def test_an_open_protest_is_a_reservation_that_has_to_be_said(refused: Refused) -> None:
    games = won()
    games.do(FileProtest("ski", "vologda", "2026-02-21T12:00", "5.1", "хронометраж"))
    assert proposal(games.state).reservations == (("protest", "1, Лыжи"),)
    assert refused(games, ConfirmCup("pskov", CHAIR, DOCUMENT)).field == "reserved"
    games.do(ConfirmCup("pskov", CHAIR, DOCUMENT, reserved=True))
    assert games.state.cup.reserved


def test_a_cup_is_handed_over_by_people_on_a_day() -> None:
    games = confirmed()
    games.do(HandOverCup(DAY, CHAIR, "А. А. Петров"))
    assert proposal(games.state).state == "handed_over"
    assert (games.state.cup.handed.on_day, games.state.cup.handed.receiver) == ("2026-02-22", "А. А. Петров")


def test_what_is_not_confirmed_is_not_handed_over(refused: Refused) -> None:
    assert refused(won(), HandOverCup(DAY, "", "А. А. Петров")).kind == "cup_not_confirmed"


def test_another_winner_after_the_confirmation_is_confirmed_anew_with_a_reason(refused: Refused) -> None:
    games = counted_the_other_way()
    assert proposal(games.state) == Proposal("proposed", ("vologda",), (), (), "pskov")
    assert refused(games, ConfirmCup("vologda", CHAIR, "протокол № 2")).kind == "reason_needed"
    games.do(ConfirmCup("vologda", CHAIR, "протокол № 2", reason="решение № 9"))
    assert (games.state.cup.team, games.state.cup.reason) == ("vologda", "решение № 9")
    assert proposal(games.state).state == "revised"


def test_nothing_is_decided_where_nobody_shares_the_first_place(refused: Refused) -> None:
    assert refused(won(), replace(DECISION, among=("pskov",))).kind == "cup_not_tied"


def test_a_decision_is_for_one_of_those_who_share_the_first_place(refused: Refused) -> None:
    assert refused(tied(), replace(DECISION, team="kirov")).field == "team"


def test_equals_are_told_apart_by_the_organisers_or_by_lot(refused: Refused) -> None:
    assert refused(tied(), replace(DECISION, how="coin")).field == "how"


def test_a_protest_that_was_decided_reserves_nothing() -> None:
    games = won()
    games.do(FileProtest("ski", "vologda", "2026-02-21T12:00", "5.1", "хронометраж"))
    games.do(DecideProtest(1, "rejected", "учтено", "Зимин"))
    assert proposal(games.state).reservations == ()


def test_somebody_admitted_until_a_paper_comes_is_a_reservation() -> None:
    games = won()
    games.do(Admit("3", "until", "2026-02-21T17:45", "4.5", "справка"))
    assert proposal(games.state).reservations == (("until", "3 (Pskov), Лыжи"),)


def test_handing_over_the_same_again_changes_nothing() -> None:
    games, handing = confirmed(), HandOverCup(DAY, CHAIR, "А. А. Петров")
    games.do(handing)
    assert games.do(handing) == []
