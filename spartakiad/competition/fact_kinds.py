"""Every kind of fact by its name in the journal, and a fact read back out of it."""

from collections.abc import Mapping

from spartakiad.competition.application_facts import (
    AthleteReplaced,
    EntryScratched,
    LateAllowed,
    LateRevoked,
    LineupNamed,
    OfficialJoined,
    OfficialLeft,
    OriginalTaken,
    PaperDated,
    PeopleForeseen,
    ReserveNamed,
    ScratchTakenBack,
    TechnicalTaken,
)
from spartakiad.competition.correction_facts import MarkCorrected
from spartakiad.competition.cup_facts import CupConfirmed, CupDecided, CupHandedOver
from spartakiad.competition.decision_facts import DecisionLifted, DecisionSigned
from spartakiad.competition.draw_facts import BracketDrawn, DrawMade, DrawSealed, PoolsDrawn, SeedingsGiven, TurnsNamed
from spartakiad.competition.facts import (
    AdmissionDecided,
    AthleteJoined,
    AthleteLeft,
    AthleteShown,
    ContestScheduled,
    ContestStated,
    DelegationStated,
    EntryMade,
    EntryWithdrawn,
    Fact,
    GamesStated,
    MarkChecked,
    MarkEntered,
    PartStated,
    RegulationAdopted,
    TeamJoined,
    VenueNamed,
)
from spartakiad.competition.file_facts import MarksFromFile
from spartakiad.competition.freeze_facts import PlaceRevealed, ResultsHeld, ResultsReleased, RevealBegun
from spartakiad.competition.meeting_facts import MeetingKept
from spartakiad.competition.paper_facts import (
    CardFilled,
    ContestCancelled,
    ContestShortened,
    GamesCardFilled,
    NoticeGiven,
    NoticeSeen,
    PaperPictured,
    PlacesTaken,
)
from spartakiad.competition.person_facts import AthleteCorrected, AthleteErased, AthleteRenamed, PersonsMerged
from spartakiad.competition.protest_facts import ProtestDecided, ProtestFiled
from spartakiad.competition.record_facts import FinishNoted, MarkTakenBack, RecordHeld, RecordSettled
from spartakiad.competition.setup_facts import GamesDescribed, TeamRenamed
from spartakiad.competition.sheet_facts import GamesKeyMade, SheetClosed, SheetPublished
from spartakiad.competition.start_facts import StartsListed, StartsPlanned
from spartakiad.competition.weigh_facts import AthleteWeighed, WeighingUndone
from spartakiad.store.journal import Recorded

FACTS: Mapping[str, type[Fact]] = {
    fact.kind: fact
    for fact in (
        GamesStated,
        GamesDescribed,
        TeamRenamed,
        RegulationAdopted,
        TeamJoined,
        VenueNamed,
        ContestScheduled,
        CardFilled,
        GamesCardFilled,
        NoticeGiven,
        NoticeSeen,
        PlacesTaken,
        PaperPictured,
        ContestCancelled,
        ContestShortened,
        ProtestFiled,
        ProtestDecided,
        DelegationStated,
        AthleteJoined,
        AthleteLeft,
        AthleteReplaced,
        LateAllowed,
        LateRevoked,
        PeopleForeseen,
        OriginalTaken,
        LineupNamed,
        ReserveNamed,
        PaperDated,
        EntryScratched,
        ScratchTakenBack,
        TechnicalTaken,
        OfficialJoined,
        OfficialLeft,
        AthleteErased,
        AthleteCorrected,
        AthleteRenamed,
        PersonsMerged,
        AthleteShown,
        EntryMade,
        EntryWithdrawn,
        AdmissionDecided,
        AthleteWeighed,
        WeighingUndone,
        StartsPlanned,
        StartsListed,
        SeedingsGiven,
        TurnsNamed,
        DrawSealed,
        DrawMade,
        PoolsDrawn,
        BracketDrawn,
        ContestStated,
        PartStated,
        MarkEntered,
        MarkChecked,
        MarkCorrected,
        MeetingKept,
        DecisionSigned,
        DecisionLifted,
        MarksFromFile,
        MarkTakenBack,
        FinishNoted,
        RecordHeld,
        RecordSettled,
        CupDecided,
        CupConfirmed,
        CupHandedOver,
        ResultsHeld,
        RevealBegun,
        PlaceRevealed,
        ResultsReleased,
        GamesKeyMade,
        SheetPublished,
        SheetClosed,
    )
}


def fact_of(recorded: Recorded) -> Fact:
    """The fact as it was written; a free text that was erased since comes back empty."""
    kind = FACTS[recorded.kind]
    texts = {name: recorded.texts.get(name, "") for name in kind.free}
    return kind(**recorded.payload, **texts)
