"""The challenge cup: proposed by official results alone, given by a person with a name and a document."""

from spartakiad.competition.decide.contests import Accept, Post, Reopen
from spartakiad.competition.decide.cup import ConfirmCup, Proposal, proposal
from spartakiad.competition.facts import CupConfirmed
from spartakiad.words.refusals import sentence
from tests.competition.conftest import Refused
from tests.competition.playing import Played, drafted, raced, run

CHAIR, DOCUMENT = "И. И. Иванов", "протокол № 1"


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
    assert CupConfirmed("pskov", CHAIR, DOCUMENT).line(1).payload == {"team": "pskov"}


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
