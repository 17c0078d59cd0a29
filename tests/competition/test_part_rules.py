"""Parts of a regulation: what is refused by name, what of it is kept, and laws over any sequence of commands."""

import tomllib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import scoring
from spartakiad.competition.apply import fold
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import Accept, Post, ReleaseStarts, Reopen
from spartakiad.competition.decide.delegations import Enter, TakeOut, WithdrawEntry
from spartakiad.competition.decide.marks import CheckMark, EnterMark
from spartakiad.competition.decide.papers import TakePlaces
from spartakiad.competition.decide.setup import AdoptRegulation, StateGames
from spartakiad.competition.document import document
from spartakiad.errors import Refusal
from spartakiad.words.refusals import sentence
from tests.competition.conftest import Refused
from tests.competition.playing import CHECKS, REGULATION, TYPES, drafted
from tests.competition.several import OLD, PARTS, YOUNG, man, several, woman

BROKEN = {
    "an unknown key": ("quota = 1", "qouta = 1", "ключ «qouta» неизвестен; может быть, «quota»?"),
    "a part that is not there": ("part.women]", "part.woman]", "«woman»; может быть, «women»?"),
    "an age without a day": ('age_on = "2026-12-31"', "", "не хватает ключа «age_on»"),
    "a day that is none": ('"1986-12-31"', '"1986-13-31"', 'должно стоять: день, "1986-01-31", а стоит: 1986-13-31'),
    "a day that is not text": ('"1986-12-31"', "1986-12-31", 'должно стоять: день, "1986-01-31", а стоит: 1986-12-31'),
    "an age that nobody has": ("age_from = 18", "age_from = 180", "180 – не в пределах от 0 до 120"),
    "an age turned round": ("age_from = 18", "age_from = 18\nage_to = 9", "9 – не в пределах от 18 до 120"),
    "teams of women": ("teams = true", 'teams = true\nsex = "f"', "ключ «sex» неизвестен"),
    "two parts of teams": (
        'sex = "f"\nquota = 1\nclause = "4.2"',
        "teams = true",
        "команда целиком стартует только в одной",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_regulation_of_parts_that_nobody_could_hold_is_refused_by_name(refused: Refused, case: str) -> None:
    old, new, said = BROKEN[case]
    assert old in PARTS
    assert said in sentence(refused(drafted(), AdoptRegulation(tomllib.loads(PARTS.replace(old, new, 1)))))


@pytest.mark.parametrize("name", ["Women", "main", "3 км", "-"])
def test_the_name_of_a_part_is_good_for_an_address(refused: Refused, name: str) -> None:
    called = PARTS.replace('"women"', f'"{name}"').replace("part.women]", f'part."{name}"]')
    assert f"назвать «{name}» нельзя" in sentence(refused(drafted(), AdoptRegulation(tomllib.loads(called))))


def test_a_part_of_matches_is_a_contest_of_its_own(refused: Refused) -> None:
    matches = PARTS.replace(
        'stages = [{ format = "list", mark = "time", precision = "0.1" }]',
        'stages = [{ format = "round_robin", points = { win = 1 } }]',
    )
    assert refused(drafted(), AdoptRegulation(tomllib.loads(matches))).kind == "part_of_matches"


def test_whoever_is_entered_keeps_his_part(refused: Refused) -> None:
    games = several()
    games.do(woman("1"))
    for other in (PARTS.replace('"women"', '"ladies"').replace("part.women]", "part.ladies]"), REGULATION):
        assert refused(games, AdoptRegulation(tomllib.loads(other))).kind == "part_has_entries"
    teams = PARTS.replace('sex = "f"\nquota = 1\nclause = "4.2"', "teams = true").replace(
        "part.relay]\nteams = true", "part.relay]"
    )
    assert refused(games, AdoptRegulation(tomllib.loads(teams))).args_for_words["contest"] == "Лыжи: 3 км"


PART = st.sampled_from(["", "women", "men", "relay"])
ENTRANT = st.sampled_from(["1", "2", "3", "4", "5", "vologda", "pskov"])
COMMANDS = st.one_of(
    st.builds(man, ENTRANT, st.sampled_from([YOUNG, OLD]), PART, st.sampled_from(["team", "guest"])),
    st.builds(woman, ENTRANT, PART),
    st.builds(Enter, st.just("ski"), ENTRANT, ENTRANT, st.just("team"), st.just("")),
    st.builds(WithdrawEntry, st.just("ski"), ENTRANT, st.sampled_from(["vologda", "pskov"])),
    st.builds(TakeOut, ENTRANT, st.just("vologda")),
    st.builds(Admit, st.sampled_from(["1", "3"]), st.sampled_from(["admitted", "withdrawn"])),
    st.builds(ReleaseStarts, st.just("ski"), PART),
    st.builds(EnterMark, st.just("ski"), ENTRANT, st.sampled_from(["20:00,0", "21:00,0", "дискв"]), st.integers(0, 3)),
    st.builds(CheckMark, st.just("ski"), ENTRANT, st.integers(1, 3), st.just("confirmed")),
    st.builds(Post, st.just("ski"), PART),
    st.builds(Reopen, st.just("ski"), st.just("описка"), PART),
    st.builds(Accept, st.just("ski")),
    st.builds(TakePlaces, st.just("ski"), st.just((("pskov", 1),)), st.just("протокол"), st.just("0" * 64)),
    st.builds(StateGames, st.just("under_way")),
    st.builds(AdoptRegulation, st.just(tomllib.loads(PARTS)), st.just("причина")),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(COMMANDS, st.sampled_from([TYPES, CHECKS])), max_size=30))
def test_whatever_is_done_to_parts_can_be_folded_and_scored(sequence: list[tuple[object, str]]) -> None:
    """And an official contest has no part that is still on its way."""
    games = several()
    for command, by in sequence:
        try:
            games.do(command, by)
        except Refusal:
            continue
    assert fold(games.journal) == games.state
    for upto in ("entered", "posted", "official"):
        result = scoring.score(scoring.parse(document(games.state, upto)))
        assert set(result.standings["overall"].by_team) == set(games.state.teams)
    whole = games.state.contests["ski"].state
    own = {games.state.how_far("ski", part).state for part in ("women", "men", "old", "relay")}
    assert whole not in ("posted", "official") or own == {whole}
