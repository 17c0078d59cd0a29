"""A mark that was read in a file says so, until a person types another one."""

from spartakiad.competition.decide.files import NoteFile
from spartakiad.competition.decide.marks import CheckMark, EnterMark
from spartakiad.competition.document import document
from spartakiad.competition.origins import Origin
from tests.competition.conftest import Refused
from tests.competition.playing import CHECKS, TYPES, Played, released

DIGEST = "0f" * 32
ROWS = (("main", "main", "1", 12, False),)


def read(digest: str = DIGEST, rows: tuple[tuple[str, str, str, int, bool], ...] = ROWS) -> NoteFile:
    return NoteFile("ski", digest, rows, "итог.xlsx", "Женщины")


def typed() -> Played:
    games = released()
    games.do(EnterMark("ski", "1", "20:00,0", 0))
    return games


def from_file() -> Played:
    games = typed()
    games.do(read())
    return games


def test_the_mark_knows_its_row() -> None:
    assert from_file().mark("1").origin == Origin(DIGEST, "итог.xlsx", "Женщины", 12, False)


def test_the_file_is_told_with_the_number_of_its_marks() -> None:
    assert [(one.contest, one.digest, one.marks, one.by) for one in from_file().state.files] == [
        ("ski", DIGEST, 1, TYPES)
    ]


def test_what_the_file_is_called_is_beside_the_fact_and_not_in_it() -> None:
    line = from_file().journal[-1]
    assert (line.texts, "итог" in str(line.payload)) == ({"file": "итог.xlsx", "sheet": "Женщины"}, False)


def test_a_mark_typed_anew_comes_from_no_file() -> None:
    games = from_file()
    games.do(EnterMark("ski", "1", "20:30,0", 1))
    assert games.mark("1").origin is None


def test_confirming_keeps_the_row() -> None:
    games = from_file()
    games.do(CheckMark("ski", "1", 1, "confirmed"), CHECKS)
    assert games.mark("1").origin is not None


def test_whoever_read_the_file_counts_as_having_typed(refused: Refused) -> None:
    assert refused(from_file(), CheckMark("ski", "1", 1, "confirmed"), TYPES).kind == "self_confirmation"


def test_nobody_says_of_the_mark_of_another_that_it_comes_from_a_file(refused: Refused) -> None:
    assert refused(typed(), read(), CHECKS).kind == "not_entered"


def test_nobody_says_so_of_a_mark_that_was_confirmed(refused: Refused) -> None:
    games = typed()
    games.do(CheckMark("ski", "1", 1, "confirmed"), CHECKS)
    assert refused(games, read()).kind == "not_entered"


def test_where_there_is_no_mark_nothing_comes_from_a_file(refused: Refused) -> None:
    assert refused(released(), read()).kind == "not_entered"


def test_a_digest_is_one(refused: Refused) -> None:
    assert refused(typed(), read(digest="итог")).kind == "bad_choice"


def test_a_file_without_rows_is_no_fact() -> None:
    assert typed().do(read(rows=())) == []


def test_the_engine_hears_nothing_of_files() -> None:
    assert document(from_file().state) == document(typed().state)
