"""A contest is closed when everything of it is there: the secretariat decides, the chief judge compares and posts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from spartakiad.play.rehearsal import scenes
from spartakiad.play.rehearsal.judging import Judge
from spartakiad.play.rehearsal.plan import Plan
from spartakiad.play.rehearsal.programme import Contest
from spartakiad.play.rehearsal.script import Tap
from spartakiad.play.rehearsal.staff import ChiefJudge, Ruling, Secretary
from spartakiad.play.rehearsal.together import Key, Together
from spartakiad.results.records import key_of


@dataclass(slots=True)
class Closing:
    """`secretaries`: of the contests, in their order. `told` prints a line of progress."""

    plan: Plan
    together: Together
    secretary: Secretary
    chief: ChiefJudge
    secretaries: Sequence[Judge]
    told: Callable[[str], None]

    def decide(self) -> None:
        """The secretary's day: what could not get recorded by itself, then each sheet that has been posted."""
        left = {key: one for contest in self.plan.held for key, one in self._rulings(contest).items()}
        official = 0
        while left or official < len(self.plan.held):
            self.together.until(partial(self._awaited, left, official))
            if arrived := self._arrived(left):
                settled = self.secretary.settle({one.record: one for one in arrived.values()})
                left = {key: one for key, one in left.items() if one.record not in settled}
                self.together.settle(settled)
            posted = self.together.posted[official:]
            for contest in (one for one in self.plan.held if one.id in posted):
                self.secretary.accept(contest)
            official += len(posted)

    def close(self) -> None:
        """The chief judge's day: contest by contest, as they get ready."""
        left = list(self.plan.held)
        while left:
            self.together.until(lambda: any(map(self._ready, left)))
            contest = next(filter(self._ready, left))
            left.remove(contest)
            self._close(contest)

    def _close(self, contest: Contest) -> None:
        """Two lines are wrong: one is found before the sheet is posted, one afterwards."""
        secretary = self.secretaries[self.plan.held.index(contest)]
        rejected, reopened = (self._taps(contest, secretary, moment) for moment in scenes.MOMENTS)
        if rejected:
            self.chief.reject(contest, [self.plan.called(tap.step.who) for tap in rejected])
            secretary.work(rejected, fresh=True)
        self._post(contest)
        if reopened:
            self.chief.reopen(contest)
            secretary.work(reopened, fresh=True)
            self._post(contest)
        self.together.post(contest.id)
        self.told(f"{contest.title}: результатов {len(self.plan.lines[contest.id])}, протокол вывешен")

    def _post(self, contest: Contest) -> None:
        self.chief.confirm(contest)
        self.chief.post(contest)

    def _taps(self, contest: Contest, whose: Judge, moment: str) -> tuple[Tap, ...]:
        return tuple(tap for tap in whose.phone.taps if (tap.step.contest, tap.step.moment) == (contest.id, moment))

    def _ready(self, contest: Contest) -> bool:
        typed = {(phone.device, tap.n) for phone, tap in self.plan.taps_of(contest.id) if not tap.step.moment}
        records = {one.record for one in self._rulings(contest).values()}
        return typed <= self.together.acknowledged and records <= self.together.settled

    def _awaited(self, left: dict[Key, Ruling], official: int) -> bool:
        return bool(self._arrived(left)) or len(self.together.posted) > official

    def _arrived(self, left: dict[Key, Ruling]) -> dict[Key, Ruling]:
        return {key: one for key, one in left.items() if key in self.together.acknowledged}

    def _rulings(self, contest: Contest) -> dict[Key, Ruling]:
        """What the plan says of each record that has to be decided."""
        found = {}
        for phone, tap in self.plan.taps_of(contest.id):
            if tap.step.verdict:
                whose = self.plan.called(tap.step.who)[0] if tap.step.typed and tap.step.who else ""
                record = key_of(self.secretary.games, phone.device, tap.n)
                found[phone.device, tap.n] = Ruling(record, tap.step.verdict, whose)
        return found
