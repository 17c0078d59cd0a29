"""`spartakiad rehearse`: an administrator's link opens the door, the plan is played, the journal is held against it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from spartakiad.accounts.actions import (
    Invite,
    NewAccount,
    OneAccount,
    hash_of,
    invite,
    make_account,
    new_token,
    shut_out,
)
from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.shell import Shell
from spartakiad.play.rehearsal.audit import Audit, Evidence, Figures, audit, figures, gathered
from spartakiad.play.rehearsal.browser import Browser
from spartakiad.play.rehearsal.pace import Pace
from spartakiad.play.rehearsal.plan import Plan, Size, plan
from spartakiad.play.rehearsal.staff import Secretary, office_link, shut_office
from spartakiad.play.rehearsal.stage import Stage
from spartakiad.store.store import Store

ADMIN = "Репетиция: администратор"


@dataclass(frozen=True, slots=True)
class Wish:
    """`address`: of the site; `admin_link`: a one-time link of an administrator; `games`: the slug wished for."""

    address: str
    admin_link: str
    games: str
    seed: int
    speed: float
    size: Size


@dataclass(frozen=True, slots=True)
class Outcome:
    """`games`: the slug that the Games has got; `evidence`: what it was judged by."""

    plan: Plan
    games: str
    evidence: Evidence
    audit: Audit
    figures: Figures


def rehearse(wish: Wish, on: date, say: Callable[[str], None]) -> Outcome:
    """Raises Stumbled when somebody meets what he did not expect."""
    planned = plan(wish.seed, wish.size, on)
    with Browser(wish.address, ADMIN) as admin, Browser(wish.address, "Главный секретарь") as office:
        admin.come_in(wish.admin_link)
        office.come_in(office_link(admin))
        try:
            return _played(planned, wish, office, say)
        finally:
            shut_office(admin)


def _played(planned: Plan, wish: Wish, office: Browser, say: Callable[[str], None]) -> Outcome:
    stage = Stage(planned, wish.address, Pace(wish.speed), say, Secretary(office))
    _announce(planned, wish, say)
    with stage.browsers:
        stage.hold(wish.games)
        evidence, went = gathered(office, stage.games), figures(stage.judges)
        found = audit(planned, stage.games, evidence)
        for line in (*went.words(), *found.words()):
            say(line)
        if planned.size.left:
            say("Остальное – людям. Ссылки для входа, каждая на один раз:")
            for who, link in stage.pupils(planned.size.left).items():
                say(f"  {who}: {link}")
    return Outcome(planned, stage.games, evidence, found, went)


def _announce(planned: Plan, wish: Wish, say: Callable[[str], None]) -> None:
    size = planned.size
    speed = f"в {wish.speed:g} раз быстрее" if wish.speed else "как можно быстрее"
    taps = sum(len(phone.taps) for phone in planned.phones)
    say(f"Зерно {planned.seed}: команд {size.teams}, судей {size.judges}, записей {taps}; {speed}")


@contextmanager
def own_link(url: str) -> Iterator[str]:
    """A link of an administrator of this installation, whose door is shut again afterwards. `url`: of its database."""
    shell = Shell(Store(url, serves=False))
    account = shell.write_now(make_account, NewAccount(ADMIN, Role.ADMIN), SYSTEM)["account"]
    assert isinstance(account, int)
    token = new_token()
    shell.write_now(invite, Invite(account, hash_of(token)), SYSTEM)
    try:
        yield f"/invitation/{token}"
    finally:
        shell.write_now(shut_out, OneAccount(account), SYSTEM)
        shell.store.close()
