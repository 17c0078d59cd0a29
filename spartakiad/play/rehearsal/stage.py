"""A rehearsal from its first invitation to its last protocol: everybody in his own browser, all at once."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial

from spartakiad.play.rehearsal import casting
from spartakiad.play.rehearsal.browser import Browser
from spartakiad.play.rehearsal.closing import Closing
from spartakiad.play.rehearsal.judging import Judge
from spartakiad.play.rehearsal.pace import Pace
from spartakiad.play.rehearsal.plan import Plan
from spartakiad.play.rehearsal.staff import Captain, ChiefJudge, Commission, Secretary
from spartakiad.play.rehearsal.together import Together

_APPLY, _ADMIT, _RELEASE, _BUS = 10, 60, 120, 150  # minutes
_REPORTS = 5.0  # seconds


@dataclass(slots=True)
class Stage:
    """`say` prints a line of progress. `games`: the slug that the Games has got. Whoever calls closes `browsers`."""

    plan: Plan
    address: str
    pace: Pace
    say: Callable[[str], None]
    secretary: Secretary
    games: str = ""
    judges: list[Judge] = field(default_factory=list)
    captains: list[Captain] = field(default_factory=list)
    together: Together = field(default_factory=Together)
    browsers: ExitStack = field(default_factory=ExitStack)

    def hold(self, slug: str) -> None:
        """`slug`: the wish for an address."""
        self.games = self.secretary.make_games(self.plan, slug)
        self._told(f"«{self.plan.title}»: {self.address}/games/{self.games}")
        commission = Commission(self._somebody("Комиссия", "commission"), self.games)
        chief = ChiefJudge(self._somebody("Главный судья видов", "sport_chief"), self.games)
        self._invite()
        self._apply(commission)
        self._release(commission)
        typing = self.judges[: self.plan.size.judges]
        closing = Closing(self.plan, self.together, self.secretary, chief, self.judges[len(typing) :], self._told)
        work = [partial(one.work, one.phone.taps) for one in typing]
        self.together.all([*work, closing.decide, closing.close, self._report])
        if self.plan.held == self.plan.contests:
            self.secretary.close()

    def pupils(self, contest: str) -> dict[str, str]:
        """One-time links for those who play what was left: who → link."""
        roles = (("судья", "judge"), ("главный судья вида", "sport_chief"), ("главный секретарь", "chief_secretary"))
        where = {"chief_secretary": ""}
        return {who: self.secretary.invite(f"Ученик: {who}", role, where.get(role, contest)) for who, role in roles}

    def _invite(self) -> None:
        """Each comes in by a link of his own."""
        for number, (team, title) in enumerate(self.plan.teams.items()):
            browser = self._somebody(f"Представитель: {title}", "captain", team)
            self.captains.append(Captain(browser, self.games, team, number))
        for phone in self.plan.phones:
            browser = self._somebody(phone.name, phone.role)
            self.judges.append(Judge(self.plan, phone, browser, self.games, self.pace, self.together))
        self._told(f"вошли: представителей – {len(self.captains)}, судей и секретарей – {len(self.judges)}")

    def _somebody(self, name: str, role: str, place: str = "") -> Browser:
        browser = self.browsers.enter_context(Browser(self.address, name))
        browser.come_in(self.secretary.invite(name, role, place))
        return browser

    def _apply(self, commission: Commission) -> None:
        self.secretary.move("Открыть приём заявок")
        self.pace.until(_APPLY)
        self.together.all([partial(one.apply, self.plan) for one in self.captains])
        self._told(f"заявки поданы: {len(self.captains)}")
        self.pace.until(_ADMIT)
        for team in self.plan.teams:
            commission.admit(team)
        self.secretary.move("Закрыть приём заявок")
        self.secretary.move("Начать Спартакиаду")
        self._told(f"допущено: {len(self.plan.teams) * casting.SEATS}")

    def _release(self, commission: Commission) -> None:
        self.pace.until(_RELEASE)
        for contest in self.plan.contests:
            self.secretary.release(contest)
        self._told(f"стартовые протоколы выпущены: {len(self.plan.contests)}")
        self.pace.until(_BUS)
        late = next(one for one in self.captains if one.team == self.plan.late)
        late.replace(casting.REPLACED, casting.SPARE)
        commission.admit(late.team, whole=False)
        self._told(f"автобус команды «{self.plan.teams[late.team]}» опаздывает: одна заменена, одна не успевает")

    def _report(self) -> None:
        """Every few seconds, while judges type."""
        every, known = sum(len(phone.taps) for phone in self.plan.phones), self.together.acknowledged
        while len(known) < every:
            self.together.until(lambda: len(known) == every, _REPORTS)
            away = sum(judge.network.down > 0 for judge in self.judges)
            settled = len(self.together.settled)
            self._told(f"записано {len(known)} из {every}; телефонов без сети: {away}; решено секретариатом: {settled}")

    def _told(self, what: str) -> None:
        self.say(f"{self.pace.now():>8}  {what}")
