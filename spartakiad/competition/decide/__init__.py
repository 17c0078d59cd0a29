"""decide(state, command, by) -> facts: what a command makes happen, or a Refusal. Pure: no clock, no storage.

One file per area; a new command is one class, one function and one line in DECISIONS.
"""

from collections.abc import Callable, Mapping
from typing import Any

from spartakiad.competition.decide import (
    admission,
    cards,
    contests,
    cup,
    delegations,
    draws,
    files,
    lineups,
    marks,
    matches,
    notices,
    officials,
    papers,
    persons,
    plans,
    protests,
    records,
    replacing,
    reserves,
    setup,
    sheets,
    timetable,
    weighing,
)
from spartakiad.competition.facts import Fact
from spartakiad.competition.state import State

Decision = Callable[[State, Any, str], list[Fact]]

DECISIONS: Mapping[type, Decision] = {
    setup.AdoptRegulation: setup.adopt,
    setup.StateGames: setup.state_games,
    setup.JoinTeam: setup.join_team,
    timetable.NameVenue: timetable.name_venue,
    timetable.Schedule: timetable.schedule,
    timetable.Shift: timetable.shift,
    timetable.MoveVenue: timetable.move_venue,
    cards.FillCard: cards.fill,
    cards.FillGamesCard: cards.fill_games,
    papers.TakePlaces: papers.take,
    papers.CancelContest: papers.cancel,
    papers.ShortenContest: papers.shorten,
    protests.FileProtest: protests.file,
    protests.DecideProtest: protests.decide_protest,
    notices.GiveNotice: notices.give,
    notices.SeeNotice: notices.see,
    delegations.JoinAthlete: delegations.join_athlete,
    delegations.TakeOut: delegations.take_out,
    persons.ShowAthlete: persons.show_athlete,
    persons.CorrectAthlete: persons.correct_athlete,
    persons.EraseAthlete: persons.erase_athlete,
    persons.RenameAthlete: persons.rename_athlete,
    persons.MergePersons: persons.merge_persons,
    delegations.Enter: delegations.enter,
    delegations.WithdrawEntry: delegations.withdraw,
    delegations.SubmitDelegation: delegations.submit,
    delegations.JudgeDelegation: delegations.judge,
    replacing.Replace: replacing.replace_athlete,
    replacing.AllowLate: replacing.allow_late,
    replacing.RevokeLate: replacing.revoke_late,
    replacing.TakeOriginal: replacing.take_original,
    reserves.NameReserve: reserves.name_reserve,
    officials.JoinOfficial: officials.join_official,
    officials.DropOfficial: officials.drop_official,
    lineups.NameLineup: lineups.name_lineup,
    admission.Admit: admission.admit,
    weighing.Weigh: weighing.weigh,
    weighing.UndoWeighing: weighing.undo,
    plans.PlanStarts: plans.plan_starts,
    draws.GiveSeedings: draws.give_seedings,
    draws.NameTurns: draws.name_turns,
    draws.SealDraw: draws.seal_draw,
    draws.MakeDraw: draws.make_draw,
    draws.DrawByHand: draws.draw_by_hand,
    contests.ReleaseStarts: contests.release,
    contests.Post: contests.post,
    contests.Reopen: contests.reopen,
    contests.Accept: contests.accept,
    matches.SetMatch: matches.set_match,
    marks.EnterMark: marks.enter,
    marks.CheckMark: marks.check,
    files.NoteFile: files.note,
    records.TakeRecord: records.take,
    records.NoteFinish: records.note,
    records.SettleRecord: records.settle,
    cup.DecideCup: cup.decide_cup,
    cup.ConfirmCup: cup.confirm,
    cup.HandOverCup: cup.hand_over,
    sheets.MakeKey: sheets.make_key,
    sheets.PublishSheet: sheets.publish,
    sheets.CloseSheets: sheets.close,
}


def decide(state: State, command: object, by: str) -> list[Fact]:
    """Facts that the command makes happen in this state, none when nothing changes. Raises Refusal."""
    return DECISIONS[type(command)](state, command, by)
