"""A protest that says what it asks for brings its effect, and tells whether the cup depends on it."""

import pytest

import scoring
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import Accept, Post
from spartakiad.competition.decide.cup import ConfirmCup, proposal
from spartakiad.competition.decide.protests import DecideProtest, FileProtest
from spartakiad.competition.document import parsed
from spartakiad.competition.outcomes import outcomes
from spartakiad.competition.signed import NO_CLAIM, Claim
from spartakiad.errors import Refusal
from tests.competition.playing import CHECKS, Played, official, posted, run

BOTH = ("ski", "figure")


def filed(games: Played, claim: Claim, contest: str = "ski") -> Played:
    games.do(FileProtest(contest, "vologda", "2026-02-19T12:40", "6.1", "Срезала круг", claim))
    return games


def upheld(games: Played, effect: Claim) -> Played:
    games.do(DecideProtest(1, "upheld", "подтверждено видео", "Озёрова, Зимин", effect), by=CHECKS)
    return games


def place(games: Played, entrant: str) -> object:
    return scoring.score(parsed(games.state)).contests["ski"].ranking.place(entrant)


@pytest.mark.parametrize(
    ("effect", "third", "first"),
    [
        (Claim("value", "3", "20:30,0"), 2, 1),
        (Claim("out", "3"), None, 1),
        (Claim("vacate", "3"), None, 2),
        (NO_CLAIM, 1, 2),
    ],
)
def test_what_was_decided_happens_with_the_decision(effect: Claim, third: object, first: object) -> None:
    games = upheld(filed(posted(), effect), effect)
    assert (place(games, "3"), place(games, "1")) == (third, first)


def test_an_official_result_gets_its_next_revision_and_waits_for_nothing() -> None:
    games = upheld(filed(official(), NO_CLAIM), Claim("out", "3"))
    assert (games.state.contests["ski"].revision, games.state.upheld("ski")) == (2, [])


def test_a_rejected_protest_moves_nothing() -> None:
    games = filed(posted(), Claim("out", "3"))
    games.do(DecideProtest(1, "rejected", "круг пройден", "Озёрова", Claim("out", "3")))
    assert place(games, "3") == 1


def test_an_effect_that_cannot_be_leaves_the_protest_undecided() -> None:
    games = filed(posted(), NO_CLAIM)
    with pytest.raises(Refusal, match="mark_unreadable"):
        upheld(games, Claim("value", "3", "быстро"))
    assert games.state.protests[1].verdict == ""


@pytest.mark.parametrize("claim", [Claim("out"), Claim("out", "99"), Claim("value", "3", " "), Claim("???", "3")])
def test_a_claim_names_somebody_and_says_what(claim: Claim) -> None:
    with pytest.raises(Refusal, match=r"required|bad_choice"):
        filed(posted(), claim)


def ended(ski: Played, figure: dict[str, str]) -> Played:
    games = run(ski, "figure", figure)
    games.do(Post("figure"))
    games.do(Accept("figure"))
    return games


def test_a_protest_on_which_the_cup_does_not_depend_lets_it_be_given_with_a_reservation() -> None:
    games = filed(ended(posted(), {"pskov": "1", "vologda": "2"}), Claim("value", "3", "19:30,0"))
    found = proposal(games.state)
    assert (found.state, found.teams) == ("reserved", ("pskov",))
    assert found.reservations == (("posted", "Лыжи"), ("protest", "1, Лыжи"))
    games.do(ConfirmCup("pskov", "Озёрова", "протокол № 1", reserved=True))
    assert proposal(games.state).state == "confirmed"


def test_a_protest_on_which_it_depends_keeps_the_cup_waiting() -> None:
    games = filed(ended(posted(), {"pskov": "1", "vologda": "2"}), Claim("out", "3"))
    found = outcomes(games.state, BOTH)
    assert (found.tried, len(found.cases), proposal(games.state).state) == ((1,), 2, "not_computable")


def test_the_cup_given_with_a_reservation_is_revised_when_the_result_turns_round() -> None:
    games = filed(ended(posted(), {"pskov": "1", "vologda": "2"}), Claim("value", "3", "19:30,0"))
    games.do(ConfirmCup("pskov", "Озёрова", "протокол № 1", reserved=True))
    upheld(games, Claim("out", "3"))
    assert proposal(games.state).before == "pskov"


def test_a_protest_that_does_not_say_what_it_asks_for_leaves_its_contest_open() -> None:
    games = filed(ended(posted(), {"pskov": "1", "vologda": "2"}), NO_CLAIM)
    found = outcomes(games.state, BOTH)
    assert (found.tried, found.open) == ((), {"ski": ("pskov", "vologda")})


def test_more_protests_than_are_tried_leave_their_contest_open() -> None:
    games = ended(posted(), {"pskov": "1", "vologda": "2"})
    for number in "1234":
        wish = FileProtest("ski", "vologda", "2026-02-19T12:40", "6.1", f"о № {number}", Claim("out", number))
        games.do(wish)
    found = outcomes(games.state, BOTH)
    assert (found.open, found.stakes("overall").exact) == ({"ski": ("pskov", "vologda")}, False)


def test_a_witness_names_the_protests_that_are_upheld_in_it() -> None:
    games = filed(ended(posted(), {"pskov": "1", "vologda": "2"}), Claim("out", "3"))
    found = outcomes(games.state, BOTH)
    spans = found.stakes("overall").spans
    assert spans["vologda"].best_when is not None
    assert found.upheld(spans["vologda"].best_when.case) == (1,)


def test_a_place_asked_of_somebody_who_has_none_leaves_everything_readable() -> None:
    games = filed(posted(), Claim("vacate", "2"))
    games.do(Admit("2", "refused", clause="4.5", reason="нет медицинского допуска"))
    found = outcomes(games.state, BOTH)
    assert (found.tried, "ski" in found.open, found.stakes("overall").clinched) == ((), True, None)


@pytest.mark.parametrize("kind", ["value", "out", "vacate"])
def test_a_value_that_is_asked_for_is_a_phrase_and_no_book(kind: str) -> None:
    games = posted()
    with pytest.raises(Refusal, match="too_long"):
        filed(games, Claim(kind, "3", "9" * 10240))
    with pytest.raises(Refusal, match=r"too_long|mark_"):
        upheld(filed(games, NO_CLAIM), Claim(kind, "3", "9" * 10240))
    assert games.state.protests[1].verdict == ""


def test_hidden_signs_of_a_value_that_is_asked_for_are_not_kept() -> None:
    games = filed(posted(), Claim("value", "3", "20:30,0\u202e "))
    assert games.state.protests[1].claim.raw == "20:30,0"


def test_the_same_paper_with_another_claim_is_not_dropped_without_a_word() -> None:
    games = filed(posted(), NO_CLAIM)
    assert games.do(FileProtest("ski", "vologda", "2026-02-19T12:40", "6.1", "Срезала круг")) == []
    with pytest.raises(Refusal, match="protest_known"):
        filed(games, Claim("out", "3"))
