"""A draw of a Games: sealed, made with what captains called, or typed from slips; then it is the start list."""

import hashlib

import pytest

from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import ReleaseStarts
from spartakiad.competition.decide.delegations import Enter, JoinAthlete
from spartakiad.competition.decide.draws import DrawByHand, GiveSeedings, MakeDraw, NameTurns, SealDraw
from spartakiad.competition.decide.listing import undrawn
from spartakiad.competition.decide.marks import EnterMark
from spartakiad.competition.drawing.record import Record, read, verified, written
from spartakiad.competition.draws import Drawn
from spartakiad.competition.programme import line
from spartakiad.competition.starters import starters
from tests.competition.conftest import Refused
from tests.competition.playing import Played, entered, raced, released

SEED = "270218"
SLIPS = (("1", "3"), ("2", "1"), ("3", "4"), ("4", "2"))


def sealed(way: str = "random") -> Played:
    games = entered()
    games.do(SealDraw("ski", "main", way, SEED))
    return games


def made(way: str = "random", called: str = "57") -> Played:
    games = sealed(way)
    games.do(MakeDraw("ski", "main", called))
    return games


def standing(games: Played) -> Drawn:
    return games.state.draws["ski", "main"]


def order(games: Played) -> list[str]:
    games.do(ReleaseStarts("ski"))
    return starters(games.state, line(games.state, "ski"))


def by_lot(key: str) -> list[str]:
    """What the page of the draw tells everybody to do, done here."""
    return sorted(["1", "2", "3", "4"], key=lambda who: hashlib.sha256(f"{key}:{who}".encode()).hexdigest())


def test_before_the_draw_everybody_sees_the_seal_and_the_journal_does_not_say_the_seed() -> None:
    (recorded,) = [one for one in sealed().journal if one.kind == "draw.sealed"]
    assert recorded.payload == {
        "contest": "ski",
        "part": "main",
        "way": "random",
        "groups": 1,
        "size": 0,
        "seal": hashlib.sha256(SEED.encode()).hexdigest(),
    }


def test_the_draw_opens_the_seed_and_orders_everybody_by_it_and_by_what_was_called() -> None:
    games = made()
    record = standing(games).record
    assert (record.seed, record.called, [*record.drawn[0]]) == (SEED, "57", by_lot(f"{SEED}:57"))
    assert order(games) == by_lot(f"{SEED}:57")


def test_nothing_called_the_seed_alone_decides() -> None:
    assert order(made(called="")) == by_lot(SEED)


def test_a_draw_is_verified_from_its_file_and_a_changed_file_is_found_out() -> None:
    record = standing(made()).record
    assert verified(read(written(record))).holds
    drawn = (record.drawn[0][::-1],)
    told = written(record)
    assert not verified(read(told | {"drawn": [list(group) for group in drawn]})).holds
    assert not verified(read(told | {"called": "58"})).same
    assert not verified(read(told | {"seed": "270219"})).seal_holds


@pytest.mark.parametrize("broken", [{}, {"format": 1}, {"format": 2}, {"way": "by_hand"}, {"slips": [1]}], ids=repr)
def test_what_is_no_draw_is_not_read(broken: dict[str, object]) -> None:
    told = written(standing(made()).record) | broken if broken else {}
    if broken == {"format": 1}:
        del told["seed"]
    with pytest.raises(ValueError):
        read(told)


def test_a_waiting_seal_is_not_changed_for_the_same_draw_but_another_way_has_its_own() -> None:
    games = sealed()
    assert games.do(SealDraw("ski", "main", "random", "999999")) == []
    games.do(SealDraw("ski", "main", "apart", "999999"))
    assert games.state.seals["ski", "main"].way == "apart"


def test_a_draw_is_made_anew_with_a_seal_and_a_reason_and_remembers_which_it_is(refused: Refused) -> None:
    games = made()
    assert refused(games, MakeDraw("ski", "main")).kind == "draw_unsealed"
    games.do(SealDraw("ski", "main", "random", "280218"))
    assert refused(games, MakeDraw("ski", "main")).field == "reason"
    games.do(MakeDraw("ski", "main", reason="дозаявка Пскова"))
    assert (standing(games).number, standing(games).reason, standing(games).record.seed) == (
        2,
        "дозаявка Пскова",
        "280218",
    )


def test_slips_of_the_meeting_are_the_order() -> None:
    games = entered()
    games.do(DrawByHand("ski", "main", SLIPS))
    assert (order(games), standing(games).by_hand) == (["2", "4", "1", "3"], True)


@pytest.mark.parametrize(
    ("slips", "kind", "field"),
    [
        (SLIPS[:-1], "slip_missing", "4"),
        ((*SLIPS[:-1], ("4", "")), "slip_missing", "4"),
        ((*SLIPS[:-1], ("4", "1")), "slip_twice", "2"),
        ((*SLIPS[:-1], ("4", "5")), "slip_wrong", "4"),
        ((*SLIPS[:-1], ("4", "два")), "slip_wrong", "4"),
    ],
)
def test_slips_that_do_not_add_up_are_refused_at_the_slip(
    refused: Refused, slips: tuple[tuple[str, str], ...], kind: str, field: str
) -> None:
    said = refused(entered(), DrawByHand("ski", "main", slips))
    assert (said.kind, said.field) == (kind, field)


def test_the_order_of_a_captain_is_heeded_and_closed_by_the_draw(refused: Refused) -> None:
    games = entered()
    games.do(NameTurns("ski", "main", "vologda", ("2", "1")))
    games.do(SealDraw("ski", "main", "apart", SEED))
    games.do(MakeDraw("ski", "main"))
    found = order(games)
    assert found.index("2") < found.index("1")
    assert refused(games, NameTurns("ski", "main", "vologda", ("1", "2"))).kind == "turns_closed"


def test_a_captain_orders_his_own_only(refused: Refused) -> None:
    assert refused(entered(), NameTurns("ski", "main", "vologda", ("2", "3"))).kind == "not_found"


def test_the_strongest_by_the_seedings_that_were_given_starts_last() -> None:
    games = entered()
    games.do(GiveSeedings("ski", "main", (("2", 1), ("3", 2))))
    games.do(SealDraw("ski", "main", "strongest_last", SEED))
    games.do(MakeDraw("ski", "main"))
    assert order(games)[2:] == ["3", "2"]


def test_whoever_comes_after_the_draw_starts_after_those_drawn_and_is_known_as_such() -> None:
    games = made()
    games.do(JoinAthlete("5", "pskov", 5, True))
    games.do(Enter("ski", "5", "pskov", "personal", "f"))
    games.do(Admit("5", "admitted"))
    assert undrawn(games.state, line(games.state, "ski")) == ["5"]
    assert order(games) == [*by_lot(f"{SEED}:57"), "5"]


def test_whoever_is_replaced_leaves_his_place_to_the_other_and_whoever_is_refused_leaves_a_gap_closed() -> None:
    games = made()
    first, *others = by_lot(f"{SEED}:57")
    games.do(Admit(first, "refused", clause="4.5", reason="нет справки"))
    assert order(games) == others


@pytest.mark.parametrize(
    ("command", "kind", "field"),
    [
        (SealDraw("ski", "main", "", SEED), "choice_needed", "way"),
        (SealDraw("ski", "main", "whim", SEED), "bad_choice", "way"),
        (SealDraw("ski", "main", "random", "12"), "bad_seed", "seed"),
        (SealDraw("figure", "main", "apart", SEED), "bad_choice", "way"),
        (MakeDraw("ski", "main"), "draw_unsealed", None),
        (GiveSeedings("ski", "main", (("1", 0),)), "out_of_bounds", "1"),
        (GiveSeedings("ski", "main", (("99", 1),)), "not_found", None),
    ],
)
def test_what_cannot_be_drawn_is_refused(refused: Refused, command: object, kind: str, field: str | None) -> None:
    said = refused(entered(), command)
    assert (said.kind, said.field) == (kind, field)


def test_what_captains_called_are_figures(refused: Refused) -> None:
    assert refused(sealed(), MakeDraw("ski", "main", "пять")).kind == "bad_called"


@pytest.mark.parametrize("command", [SealDraw("ski", "main", "random", SEED), DrawByHand("ski", "main", SLIPS)])
def test_a_contest_under_way_is_not_drawn(refused: Refused, command: object) -> None:
    assert refused(raced(), command).kind == "wrong_state"


def test_a_list_that_is_out_keeps_its_order_until_it_is_released_again() -> None:
    games = released()
    games.do(DrawByHand("ski", "main", SLIPS))
    assert starters(games.state, line(games.state, "ski")) == ["1", "2", "3", "4"]
    games.do(ReleaseStarts("ski", reason="жребий"))
    games.do(EnterMark("ski", "2", "20:00,0", 0))
    assert starters(games.state, line(games.state, "ski")) == ["2", "4", "1", "3"]


def test_a_record_without_a_draw_says_so() -> None:
    assert not verified(Record("random", 1, "", "1234", "", (), ((),))).seal_holds
