"""The product serving a Games of a test's own: made once in its folder of data, taken as it is at a second start."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from spartakiad.accounts.actions import Invite, NewAccount, hash_of, invite, make_account, new_token
from spartakiad.cli import serve
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.shell import Shell
from spartakiad.settings import Settings, from_environment
from spartakiad.store import migrate
from spartakiad.store.store import Store

People = Sequence[tuple[str, str]]  # what he is called, his role


def serve_own(slug: str, prepare: Callable[[Shell], None], people: People) -> None:
    """From SPARTAKIAD_DATA, like the product itself."""
    settings = from_environment()
    Path(settings.data).mkdir(parents=True, exist_ok=True)
    migrate.upgrade(settings.url)
    shell = Shell(Store(settings.url))
    shell.load()
    if slug not in shell.memory.games:
        prepare(shell)
        _show_links(shell, settings, slug, people)
    serve(shell, settings)


def _show_links(shell: Shell, settings: Settings, slug: str, people: People) -> None:
    """As the product prints those of its demonstration."""
    for name, role in people:
        account = shell.write_now(make_account, NewAccount(f"Демо: {name}", role, slug), SYSTEM)["account"]
        token = new_token()
        shell.write_now(invite, Invite(int(str(account)), hash_of(token)), SYSTEM)
        click.echo(f"  Демо: {name}: http://{settings.host}:{settings.port}/invitation/{token}")
