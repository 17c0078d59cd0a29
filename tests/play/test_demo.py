"""The demo is dated as a Games is: what is done at a contest is done when the timetable has it, or later."""

from datetime import datetime

from spartakiad.competition.shell import Shell
from spartakiad.play.cast import SLOTS, SLUG
from spartakiad.store import journal
from spartakiad.words.dates import MOSCOW


def test_nothing_is_entered_before_the_hour_of_its_contest_nor_before_what_was_done_first(demo_shell: Shell) -> None:
    hours = {contest: datetime.fromisoformat(at).replace(tzinfo=MOSCOW) for contest, at, _ in SLOTS}
    with demo_shell.store.reader() as session:
        told = list(journal.read(session, f"games:{SLUG}"))
    marks = [(one.payload["contest"], one.at) for one in told if one.kind == "mark.entered"]
    assert [contest for contest, at in marks if at < hours[contest]] == []
    assert [one.at for one in told] == sorted(one.at for one in told)
    assert {contest for contest, _ in marks} == set(hours) - {"trail"}
