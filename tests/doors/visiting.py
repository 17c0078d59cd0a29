"""The site as its visitors meet it: requests go through the whole of create_app, headers and memo included."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from litestar import Litestar

from spartakiad.accounts.actions import Invite, NewAccount, hash_of, invite, make_account, new_token
from spartakiad.accounts.roles import Role
from spartakiad.app import create_litestar, in_front_of
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.shell import Shell
from spartakiad.entries.commission import Admission, admit
from spartakiad.settings import Settings
from spartakiad.web.access import form_token
from spartakiad.web.hub import Hub

HOST = "http://games.test"
SECRET = b"s" * 32
PUBLIC_PAGES = [
    "/",
    "/games",
    "/games/demo",
    "/games/demo/standings",
    "/games/demo/standings/vologda",
    "/games/demo/rules",
    "/games/demo/stakes",
    "/games/demo/race",
    "/games/demo/points",
    "/games/demo/medals",
    "/games/demo/teams",
    "/games/demo/teams/vologda",
    "/games/demo/schedule",
    "/games/demo/notices",
    "/games/demo/screen",
    "/games/demo/screen/possible",
    "/games/demo/reveal",
    "/verify",
    "/games/demo/schedule.ics",
    "/games/demo/contests",
    "/games/demo/sheets",
    "/games/demo/contests/ski-women",
    "/games/winter-2024",
    "/calendar",
    "/calendar/2024",
    "/calendar.ics",
    "/cities",
    "/cities/vologda",
    "/cup",
    "/games/demo/announcer",
    "/games/demo/atom.xml",
    "/api",
    "/api/v1/games",
    "/api/v1/games/demo/standings",
    "/api/v1/games/demo/standings.csv",
]


class Visitor:
    """A browser: keeps its cookies, follows no redirect, sends the form token of its session with every form."""

    def __init__(self, app: Any, runner: asyncio.Runner) -> None:
        transport = httpx.ASGITransport(app, raise_app_exceptions=True)
        self.client = httpx.AsyncClient(transport=transport, base_url=HOST)
        self.runner = runner

    @property
    def cookie(self) -> str:
        return self.client.cookies.get("spartakiad", "")

    @property
    def token(self) -> str:
        return form_token(SECRET, hash_of(self.cookie))

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        return self.runner.run(self.client.request(method, path, **more))

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("GET", path, **more)

    def post(self, path: str, form: Mapping[str, object] | None = None, **more: Any) -> httpx.Response:
        return self.ask("POST", path, data={"form_token": self.token, **(form or {})}, **more)


@dataclass
class Site:
    shell: Shell
    app: Any
    runner: asyncio.Runner
    settings: Settings = field(default_factory=Settings)
    _known: dict[tuple[str, ...], Visitor] = field(default_factory=dict)

    def visitor(self) -> Visitor:
        """Somebody who is not signed in."""
        return Visitor(self.app, self.runner)

    def new(self, role: str, games: str = "demo", team: str = "", contest: str = "") -> int:
        """The number of a new account of this role and scope."""
        account = NewAccount(f"Проверяющий: {role} {team}{contest}", role, games, team, contest)
        number = self.shell.write_now(make_account, account, SYSTEM)["account"]
        assert isinstance(number, int)
        return number

    def link(self, account: int) -> str:
        """A fresh one-time link."""
        token = new_token()
        self.shell.write_now(invite, Invite(account, hash_of(token)), SYSTEM)
        return f"/invitation/{token}"

    def newly_in(self, role: str, games: str = "demo", team: str = "", contest: str = "") -> Visitor:
        """Somebody of this role and scope who has just signed in."""
        visitor = self.visitor()
        visitor.post(self.link(self.new(role, games, team, contest)))
        return visitor

    def signed_in(self, role: str, games: str = "demo", team: str = "", contest: str = "") -> Visitor:
        """Somebody of this role and scope, the same one each time he is asked for."""
        key = (role, games, team, contest)
        if key not in self._known:
            self._known[key] = self.newly_in(*key)
        return self._known[key]

    def captain(self, team: str = "vologda") -> Visitor:
        return self.signed_in(Role.CAPTAIN, team=team)

    def refuse(self, number: str, reason: str) -> None:
        """The commission refuses an athlete of the demo."""
        self.shell.write_now(admit, Admission("demo", number, "refused", clause="4.5", reason=reason), SYSTEM)

    def numbers(self) -> dict[str, int]:
        """Where every journal stands: unchanged means that nothing was recorded."""
        return dict(self.shell.memory.numbers)


_MADE: list[Litestar] = []


def _litestar(settings: Settings, shell: Shell, hub: Hub) -> Litestar:
    """The application, made once: its state alone says whose it is."""
    if not _MADE:
        _MADE.append(create_litestar(settings, shell, hub))
    _MADE[0].state.update({"settings": settings, "shell": shell, "hub": hub})
    return _MADE[0]


def site_of(shell: Shell, runner: asyncio.Runner, memo: bool = True, address: str = "") -> Site:
    """As create_app() puts it together, beside the database; each request finds the state of its own site."""
    data = Path(shell.store.url.removeprefix("sqlite:///")).parent
    settings, hub = Settings(data=data, secret=SECRET, memo=memo, address=address), Hub(shell.memory.numbers)

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await _litestar(settings, shell, hub)(scope, receive, send)

    return Site(shell, in_front_of(app, settings, shell, hub), runner, settings)
