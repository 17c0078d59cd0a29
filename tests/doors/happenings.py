"""Everything that can happen to the demo in its last hours, through the verbs."""

from pathlib import Path

from spartakiad.competition.decide.cup import proposal
from spartakiad.competition.desk import SYSTEM, Actor
from spartakiad.competition.programme import lines
from spartakiad.competition.shell import Shell
from spartakiad.cup.actions import Confirmation, HandingOver, confirm, hand_over
from spartakiad.documents.publishing import Press, Publish, publish
from spartakiad.games import notices, timetable
from spartakiad.games.actions import GamesState, state_games
from spartakiad.play.cast import VENUES
from spartakiad.publication import actions as publication
from spartakiad.publication import protests
from spartakiad.results.actions import Checked, TypedMark, check_marks, enter_mark
from spartakiad.words.keys import slug_of

JUDGE = Actor("a901")


def much_happens(shell: Shell) -> None:
    """A result is corrected, protocols are published, the rest is settled or cancelled, the Games end with a cup."""
    correct(shell)
    publish_two(shell)
    do = shell.write_now
    for contest in ("figure", "darts"):
        do(publication.accept, publication.OneContest("demo", contest), SYSTEM)
    do(notices.give_notice, notices.NewNotice("demo", ("all",), "Все на награждение"), SYSTEM)
    filed = protests.NewProtest("demo", "chess", "pskov", "2026-02-20T10:00", "5.7", "часы стояли")
    do(protests.file_protest, filed, SYSTEM)
    moved = timetable.ShiftAll("demo", slug_of(VENUES[2][0]), "2026-02-21T10:00", 30, "метель")
    do(timetable.shift, moved, SYSTEM)
    cancel_the_rest(shell)
    end(shell)


def publish_two(shell: Shell) -> None:
    """The protocols 1 and 2, by a key beside the database."""
    keys = Path(shell.store.url.removeprefix("sqlite:///")).parent / "keys"
    for contest in ("ski-women", "ski-men"):
        shell.write_now(publish, Publish("demo", contest, Press("http://games.test", str(keys))), SYSTEM)


def correct(shell: Shell) -> None:
    """A result that was posted already is taken back, somebody disqualified: places and points of many move."""
    do, one = shell.write_now, publication.OneContest("demo", "figure", "ошибка")
    do(publication.reopen, one, SYSTEM)
    key = next(key for key in shell.now("demo").state.marks if key[0] == "figure")
    mark = shell.now("demo").state.marks[key]
    do(enter_mark, TypedMark("demo", "figure", key[3], "дискв", mark.version), JUDGE)
    version = shell.now("demo").state.marks[key].version
    do(check_marks, Checked("demo", "figure", ((key[3], version),), "confirmed"), SYSTEM)
    do(publication.post, one, SYSTEM)


def cancel_the_rest(shell: Shell) -> None:
    state = shell.now("demo").state
    left = [one.id for one in lines(state) if state.contests[one.id].state != "official" and not one.outside]
    official = sum(not one.outside for one in lines(state)) - len(left)
    for contest in left:
        paper = publication.Cancellation("demo", contest, (("overall", 1, official),), "мороз", "решение № 5")
        shell.write_now(publication.cancel_contest, paper, SYSTEM)


def end(shell: Shell) -> None:
    found = proposal(shell.now("demo").state)
    wish = Confirmation("demo", found.teams[0], "Морошкина О. П.", "протокол № 1", bool(found.reservations))
    shell.write_now(confirm, wish, SYSTEM)
    shell.write_now(hand_over, HandingOver("demo", "22.02.2026", "Морошкина О. П.", "Петров А. А."), SYSTEM)
    shell.write_now(state_games, GamesState("demo", "closed", sure=True), SYSTEM)
