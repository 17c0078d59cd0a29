"""Any command, sensible or not, as the laws of decide and apply are tried with."""

from datetime import date

from hypothesis import strategies as st

from spartakiad.competition.decide import freeze, persons
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.brackets import FeedBracket
from spartakiad.competition.decide.cards import FillCard, FillGamesCard
from spartakiad.competition.decide.contests import Accept, Post, ReleaseStarts, Reopen
from spartakiad.competition.decide.corrections import CorrectMark
from spartakiad.competition.decide.cup import ConfirmCup, DecideCup, HandOverCup
from spartakiad.competition.decide.decisions import Adjust, Lift, Remove, TellApart
from spartakiad.competition.decide.delegations import (
    Enter,
    JoinAthlete,
    JudgeDelegation,
    SubmitDelegation,
    TakeOut,
    WithdrawEntry,
)
from spartakiad.competition.decide.describing import DescribeGames, RenameTeam
from spartakiad.competition.decide.draws import DrawByHand, GiveSeedings, MakeDraw, NameTurns, SealDraw
from spartakiad.competition.decide.expiries import DatePaper
from spartakiad.competition.decide.files import NoteFile
from spartakiad.competition.decide.finals import ReleaseFinal, TakeFinalBack
from spartakiad.competition.decide.foreseeing import Foresee
from spartakiad.competition.decide.lineups import NameLineup
from spartakiad.competition.decide.marks import CheckMark, EnterMark, TakeMarkOff
from spartakiad.competition.decide.matches import SetMatch
from spartakiad.competition.decide.meetings import KeepMeeting
from spartakiad.competition.decide.notices import GiveNotice, SeeNotice
from spartakiad.competition.decide.officials import DropOfficial, JoinOfficial
from spartakiad.competition.decide.papers import CancelContest, PicturePaper, ShortenContest, TakePlaces
from spartakiad.competition.decide.plans import PlanStarts
from spartakiad.competition.decide.protests import DecideProtest, FileProtest
from spartakiad.competition.decide.records import NoteFinish, SettleRecord, TakeRecord
from spartakiad.competition.decide.replacing import AllowLate, Replace, RevokeLate, TakeOriginal
from spartakiad.competition.decide.reserves import NameReserve
from spartakiad.competition.decide.scratching import Scratch, TakeScratchBack
from spartakiad.competition.decide.setup import AdoptRegulation, JoinTeam, StateGames
from spartakiad.competition.decide.technical import TakeTechnical
from spartakiad.competition.decide.timetable import MoveVenue, NameVenue, Schedule, Shift
from spartakiad.competition.decide.weighing import UndoWeighing, Weigh
from spartakiad.competition.lineups import Member
from spartakiad.competition.plans import Plan
from spartakiad.competition.signed import Grounds
from spartakiad.competition.undecided import Undecided
from tests.competition.playing import TEAMS, drafted
from tests.competition.publishing import PUBLISHING

NUMBERS = st.sampled_from(["1", "2", "3", "4", "9"])
TEAM = st.sampled_from([*TEAMS, "atlantis"])
CONTEST = st.sampled_from(["ski", "figure"])
ENTRANT = st.one_of(NUMBERS, TEAM)
MAIN = st.just("main")
HOW = st.sampled_from(["", "withdrew", "no_show"])
RECORD = st.sampled_from(["r1", "r2"])
PLAN = st.sampled_from([Plan(), Plan("interval", every=30), Plan(bibs="order", first=(("", 7),)), Plan("pursuit")])
SLIPS = st.permutations("1234").map(lambda four: tuple((str(who), slip) for who, slip in enumerate(four, 1)))
RAW = st.sampled_from(["20:00,0", "21:00,5", "1", "2", "дискв", "н/я", "1:75", ""])
VERSION = st.integers(0, 4)
PAPER = st.builds(Grounds, st.just("Озёрова"), st.just("решение № 1"))
WORD = st.sampled_from(["", "слово"])
VENUE = st.sampled_from(["base", "park"])
MOMENT = st.sampled_from(["", "2026-02-19T10:00", "2026-02-19T12:30", "2026-02-20T09:00"])
BORN = st.just(date(1990, 3, 5))
END = date(1990, 3, 9)
MEMBER = st.builds(Member, NUMBERS, st.sampled_from(["f", "m"]), BORN)
COMMANDS = {
    **PUBLISHING,
    JoinTeam: st.builds(JoinTeam, TEAM, WORD, TEAM),
    NameVenue: st.builds(NameVenue, VENUE, WORD, WORD, WORD, WORD, WORD),
    Schedule: st.builds(Schedule, CONTEST, MOMENT, st.integers(0, 90), VENUE, WORD),
    Shift: st.builds(Shift, st.sampled_from(["", "base"]), MOMENT, st.integers(-90, 90), WORD),
    MoveVenue: st.builds(MoveVenue, VENUE, VENUE, st.sampled_from(["", "2026-02-19"]), WORD),
    StateGames: st.builds(StateGames, st.sampled_from(["entries_open", "entries_closed", "under_way"])),
    AdoptRegulation: st.builds(AdoptRegulation, st.just(drafted().state.regulation), WORD),
    JoinAthlete: st.builds(JoinAthlete, NUMBERS, TEAM, st.integers(1, 9), st.booleans()),
    persons.ShowAthlete: st.builds(persons.ShowAthlete, NUMBERS, st.booleans()),
    Enter: st.builds(
        Enter,
        CONTEST,
        ENTRANT,
        TEAM,
        st.sampled_from(["team", "reserve", "personal", "guest"]),
        st.sampled_from(["f", "m"]),
    ),
    WithdrawEntry: st.builds(WithdrawEntry, CONTEST, ENTRANT, TEAM),
    TakeOut: st.builds(TakeOut, NUMBERS, TEAM),
    SubmitDelegation: st.builds(SubmitDelegation, TEAM),
    JudgeDelegation: st.builds(JudgeDelegation, TEAM, st.sampled_from(["accepted", "remarks"]), WORD),
    Admit: st.builds(
        Admit,
        NUMBERS,
        st.sampled_from(["pending", "admitted", "until", "refused", "withdrawn"]),
        MOMENT,
        WORD,
        WORD,
        st.just(()),
        st.sampled_from([(), ("ski",)]),
    ),
    Replace: st.builds(
        Replace, NUMBERS, TEAM, st.integers(1, 9), st.booleans(), st.sampled_from(["f", "m"]), BORN, WORD, WORD
    ),
    AllowLate: st.builds(AllowLate, TEAM, MOMENT, WORD, WORD),
    JoinOfficial: st.builds(JoinOfficial, st.integers(1, 3), TEAM, st.sampled_from(["coach", "doctor", ""])),
    DropOfficial: st.builds(DropOfficial, st.integers(1, 3), TEAM),
    Foresee: st.builds(Foresee, TEAM, *[st.integers(-1, 501)] * 3),
    RevokeLate: st.builds(RevokeLate, TEAM, WORD),
    TakeOriginal: st.builds(TakeOriginal, TEAM, st.integers(0, 2)),
    Weigh: st.builds(Weigh, CONTEST, NUMBERS, st.sampled_from(["84.6", "84.9", "8"]), st.booleans()),
    UndoWeighing: st.builds(UndoWeighing, CONTEST, NUMBERS, st.sampled_from(["84.6", "84.9"])),
    NameReserve: st.builds(
        NameReserve, CONTEST, NUMBERS, NUMBERS, TEAM, st.sampled_from(["f", "m"]), BORN, WORD, WORD, WORD
    ),
    Scratch: st.builds(
        Scratch, CONTEST, ENTRANT, TEAM, WORD, WORD, st.sampled_from(["", "withdrew", "no_show"]), st.booleans()
    ),
    TakeTechnical: st.builds(TakeTechnical, CONTEST, TEAM, st.integers(0, 4)),
    TakeScratchBack: st.builds(TakeScratchBack, CONTEST, ENTRANT, TEAM, st.booleans()),
    NameLineup: st.builds(NameLineup, CONTEST, st.just("main"), TEAM, st.lists(MEMBER, max_size=3).map(tuple)),
    FillCard: st.builds(FillCard, CONTEST, st.integers(-1, 3), st.just((("chief", "Зимин"), ("weather", "снег")))),
    FillGamesCard: st.builds(FillGamesCard, MOMENT, st.just((("chair", "Озёрова"),))),
    TakePlaces: st.builds(
        TakePlaces,
        CONTEST,
        st.sampled_from([(), (("vologda", 1),), (("pskov", 1), ("vologda", 1)), (("pskov", 2),)]),
        WORD,
        st.sampled_from(["", "0" * 64]),
    ),
    PicturePaper: st.builds(PicturePaper, CONTEST, MAIN, st.sampled_from(["", "0" * 64])),
    FileProtest: st.builds(FileProtest, CONTEST, TEAM, MOMENT, WORD, WORD),
    DecideProtest: st.builds(
        DecideProtest, st.integers(0, 2), st.sampled_from(["", "upheld", "withdrawn"]), WORD, WORD
    ),
    ShortenContest: st.builds(ShortenContest, CONTEST, WORD, st.integers(-1, 90), WORD, WORD),
    DescribeGames: st.builds(DescribeGames, WORD, st.just("winter"), BORN, st.sampled_from([END, date(1990, 3, 1)])),
    RenameTeam: st.builds(RenameTeam, TEAM, st.sampled_from(["", "Псков", "Вологда-2"])),
    DatePaper: st.builds(
        DatePaper, NUMBERS, TEAM, st.sampled_from(["policy", "visa"]), st.sampled_from([None, END]), st.booleans()
    ),
    CancelContest: st.builds(CancelContest, CONTEST, st.sampled_from([(), (("overall", 1, 1),)]), WORD, WORD),
    KeepMeeting: st.builds(
        KeepMeeting,
        st.integers(0, 2),
        MOMENT,
        st.just(""),
        WORD,
        WORD,
        WORD,
        st.tuples(st.tuples(TEAM, WORD)),
        st.tuples(WORD),
    ),
    GiveNotice: st.builds(GiveNotice, st.sampled_from([(), ("all",), ("team:vologda", "judges"), ("x",)]), WORD),
    SeeNotice: st.builds(SeeNotice, st.integers(0, 2)),
    PlanStarts: st.builds(PlanStarts, CONTEST, MAIN, PLAN),
    GiveSeedings: st.builds(GiveSeedings, CONTEST, MAIN, st.lists(st.tuples(NUMBERS, VERSION), max_size=2).map(tuple)),
    NameTurns: st.builds(NameTurns, CONTEST, MAIN, TEAM, st.lists(NUMBERS, max_size=2).map(tuple)),
    SealDraw: st.builds(SealDraw, CONTEST, MAIN, st.sampled_from(["random", "apart", "whim"]), st.just("2718")),
    MakeDraw: st.builds(MakeDraw, CONTEST, MAIN, st.sampled_from(["", "57"]), WORD),
    DrawByHand: st.builds(DrawByHand, CONTEST, MAIN, SLIPS),
    ReleaseStarts: st.builds(ReleaseStarts, CONTEST, st.just(""), WORD),
    TakeRecord: st.builds(TakeRecord, RECORD, CONTEST, ENTRANT, RAW, VERSION),
    NoteFinish: st.builds(NoteFinish, RECORD, CONTEST, MAIN, st.just("stamp"), st.just("phone"), VERSION, st.just("1")),
    SettleRecord: st.builds(SettleRecord, RECORD, st.sampled_from(["taken", "dropped"]), ENTRANT, VERSION, WORD),
    Post: st.builds(Post, CONTEST),
    Reopen: st.builds(Reopen, CONTEST, WORD),
    Accept: st.builds(Accept, CONTEST),
    ReleaseFinal: st.builds(ReleaseFinal, CONTEST, MAIN, st.lists(NUMBERS, max_size=2).map(tuple), WORD),
    TakeFinalBack: st.builds(TakeFinalBack, CONTEST, MAIN, WORD),
    FeedBracket: st.builds(FeedBracket, CONTEST),
    SetMatch: st.builds(SetMatch, CONTEST, WORD, st.sampled_from(["", "1"]), TEAM, TEAM),
    EnterMark: st.builds(EnterMark, CONTEST, ENTRANT, RAW, VERSION),
    NoteFile: st.builds(
        NoteFile, CONTEST, st.just("0f" * 32), st.tuples(st.tuples(MAIN, MAIN, ENTRANT, VERSION, st.booleans())), WORD
    ),
    persons.CorrectAthlete: st.builds(persons.CorrectAthlete, ENTRANT, TEAM, st.sampled_from(["I", "КМС"])),
    persons.RenameAthlete: st.builds(persons.RenameAthlete, NUMBERS),
    persons.MergePersons: st.builds(persons.MergePersons, st.integers(1, 9), st.integers(1, 9)),
    persons.EraseAthlete: st.builds(persons.EraseAthlete, ENTRANT, st.integers(0, 4)),
    TakeMarkOff: st.builds(TakeMarkOff, CONTEST, ENTRANT, VERSION),
    CheckMark: st.builds(CheckMark, CONTEST, ENTRANT, VERSION, st.sampled_from(["confirmed", "rejected"]), WORD),
    CorrectMark: st.builds(CorrectMark, CONTEST, ENTRANT, RAW, VERSION, st.sampled_from(["posted", "official"]), WORD),
    TellApart: st.builds(
        TellApart,
        st.builds(Undecided, CONTEST, st.just(""), st.just("entrants"), st.just(("1", "2"))),
        st.permutations("12").map(tuple),
        st.just("lot"),
        PAPER,
    ),
    Remove: st.builds(Remove, CONTEST, ENTRANT, st.sampled_from(["vacate", "annul"]), PAPER),
    Adjust: st.builds(Adjust, TEAM, st.sampled_from(["", "ski", "figure"]), st.sampled_from(["-1", "1/2", "0"]), PAPER),
    Lift: st.builds(Lift, st.integers(0, 3), WORD),
    DecideCup: st.builds(
        DecideCup, TEAM, st.tuples(TEAM, TEAM), st.sampled_from(["lot", "organisers", "?"]), WORD, WORD
    ),
    ConfirmCup: st.builds(ConfirmCup, TEAM, WORD, WORD, st.booleans(), WORD),
    **{one: st.builds(one, VERSION) for one in freeze.PRESSES},
    HandOverCup: st.builds(HandOverCup, st.sampled_from([date(2026, 2, 22), date(2026, 2, 23)]), WORD, WORD),
}
