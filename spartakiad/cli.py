"""The console: run everything, or one step of it."""

import asyncio
import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Literal

import click
from sqlalchemy.exc import SQLAlchemyError

import scoring
from spartakiad.accounts.actions import Invite, hash_of, invite, new_token
from spartakiad.accounts.queries import people_with_access
from spartakiad.app import create_app, create_litestar, settle
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.document import document
from spartakiad.competition.drawing.record import Record, read, verified
from spartakiad.competition.eligibility import check_eligibility
from spartakiad.competition.memory import UNION, stream_of
from spartakiad.competition.parts import check_parts
from spartakiad.competition.programme import line, lines
from spartakiad.competition.shell import Shell
from spartakiad.competition.state import State
from spartakiad.documents.static_site import StaticSite
from spartakiad.errors import Refusal
from spartakiad.play import cast, demo
from spartakiad.play.rehearsal import console as rehearsal
from spartakiad.publication.files import file_verdict
from spartakiad.publication.pictures import KEPT, Until, drop_pictures
from spartakiad.settings import Settings, SettingsError, data_folder, from_environment
from spartakiad.standings.finished import finished
from spartakiad.starts.queries import draw_record
from spartakiad.store import journal, migrate
from spartakiad.store.engines import wal_reset_bug
from spartakiad.store.store import AlreadyServed, Store, serving
from spartakiad.union.actions import LoadFacts, facts_difference, load_facts
from spartakiad.union.sources import read_sources
from spartakiad.web.fetching import fetched
from spartakiad.web.hub import Hub
from spartakiad.web.kept_pages import Keeper, kept_pages
from spartakiad.web.porch import Porch
from spartakiad.web.serving import Server, room
from spartakiad.words.draws import verdict_words
from spartakiad.words.refusals import sentence
from spartakiad.words.regulation import advice_sentence, problem_sentence

_FEW = 5000  # streams; whoever looks has one
_NARROW = (
    "Открытых файлов разрешено мало: зрителей, которые следят за ходом сразу, не больше {}. Больше – с ulimit -n 65536."
)


class Console(click.Group):
    """What cannot be done ends in a sentence, not in a trace."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            raise click.ClickException(sentence(refusal)) from None
        except SettingsError as error:
            raise click.ClickException(str(error)) from None
        except SQLAlchemyError as error:
            raise click.ClickException(f"база не открывается или повреждена: {type(error).__name__}") from None


@click.group(cls=Console)
def main() -> None:
    """Спартакиады Союза городов Центра и Северо-Запада России."""


@main.command()
@click.pass_obj
def run(porch: Porch | None) -> None:
    """Обновить базу, загрузить факты, сыграть демонстрацию, показать ссылки для входа и открыть сайт."""
    settings = from_environment()
    try:
        with serving(settings.data):
            shell = _opened(settings)
            shell.write_now(load_facts, LoadFacts(str(data_folder("fixtures") / "union")), SYSTEM)
            demo.play(shell, data_folder("fixtures"))
            shell.write_now(drop_pictures, Until(shell.clock() - KEPT), SYSTEM)
            _show_links(shell, settings)
            serve(shell, settings, porch)
    except AlreadyServed:
        raise click.ClickException(f"эту папку данных уже обслуживает другой процесс: {settings.data}") from None


@main.command("migrate")
def migrate_command() -> None:
    """Привести базу к последней схеме."""
    migrate.upgrade(from_environment().url)


@main.command()
def facts() -> None:
    """Чем записанное отличается от фактов, поставляемых с программой."""
    shell = _opened(from_environment())
    with shell.store.reader() as session:
        for found in facts_difference(session, read_sources(data_folder("fixtures") / "union")):
            click.echo(found)


@main.command()
@click.argument("games")
def export(games: str) -> None:
    """Документ Спартакиады, который читает python -m scoring."""
    shell = _opened(from_environment())
    json.dump(document(shell.now(games).state), sys.stdout, ensure_ascii=False, indent=1)
    click.echo()


@main.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--key", default="", help="открытый ключ Спартакиады, если он известен не из самого архива")
def verify(file: Path | None, key: str) -> None:
    """Проверить FILE: архив Спартакиады или протокол. Без него – цепочки журнала этой установки."""
    if file is not None:
        holds, sentences = file_verdict(file, key, lambda: _opened(from_environment()))
        click.echo("\n".join(sentences))
        sys.exit(0 if holds else 1)
    shell = _opened(from_environment())
    broken = False
    with shell.store.reader() as session:
        for stream in [UNION, *(stream_of(slug) for slug in shell.memory.games)]:
            first = journal.verify(session, stream)
            broken |= first is not None
            click.echo(f"{stream}: " + ("цепочка цела" if first is None else f"не сходится строка {first}"))
    sys.exit(1 if broken else 0)


@main.command()
@click.argument("games")
@click.option("--to", "target", default="", help="куда записать; без этого GAMES.zip здесь")
def static(games: str, target: str) -> None:
    """Завершённая Спартакиада страницами, которые открываются с диска без сети."""
    settings = from_environment()
    shell = _opened(settings)
    finished(shell, games)
    app = create_litestar(settings, shell, Hub())
    path = Path(target or f"{games}.zip")
    path.write_bytes(asyncio.run(StaticSite(games, partial(fetched, app), settings.address).zipped()))
    click.echo(f"{path}: распакуйте и откройте {games}/index.html")


main.add_command(rehearsal.command)


@main.group()
def regulation() -> None:
    """Положение как документ."""


@regulation.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(file: Path) -> None:
    """Читается ли положение: где ошибка, что не так, на какой известный ключ похоже, о чём оно молчит."""
    text = file.read_text(encoding="utf-8-sig", errors="replace")
    advice: list[str] = []
    sentences = list(_faults(text, "json" if file.suffix == ".json" else "toml", advice))
    if sentences:
        click.echo("\n".join(sentences), err=True)
        sys.exit(2)
    click.echo("\n".join(["Положение читается.", *(f"Обратите внимание: {one}" for one in advice)]))


def _faults(text: str, kind: Literal["toml", "json"], advice: list[str]) -> Iterator[str]:
    try:
        mapping = scoring.load_text(text, kind)
        document = scoring.parse(mapping)
        check_eligibility(mapping)
        check_parts(State(), lines(State(regulation=mapping)))
        advice += [advice_sentence(one.kind, one.args) for one in scoring.advise(document)]
    except scoring.DocumentError as error:
        yield from (problem_sentence(one.kind, one.path, one.args) for one in error.problems)
    except Refusal as refusal:
        yield sentence(refusal)


@main.group()
def draw() -> None:
    """Жеребьёвка: проверить, провести ещё раз."""


@draw.command("verify")
@click.argument("what")
@click.argument("contest", required=False, default="")
@click.option("--part", default="", help="дистанция или группа, если их в виде несколько")
def verify_draw(what: str, contest: str, part: str) -> None:
    """Провести жеребьёвку ещё раз и сравнить: FILE, как на странице жеребьёвки, или GAMES CONTEST."""
    verdict = verified(_record(what, contest, part))
    click.echo(verdict_words(verdict.holds, verdict.seal_holds))
    if not verdict.same:
        click.echo("Это число даёт: " + " | ".join(" ".join(group) for group in verdict.again))
    sys.exit(0 if verdict.holds else 1)


def _record(what: str, contest: str, part: str) -> Record:
    if contest:
        state = _opened(from_environment()).now(what).state
        whole = line(state, contest)
        return draw_record(state, whole.list_of(part or whole.lists[0].part))
    try:
        return read(json.loads(Path(what).read_text(encoding="utf-8")))
    except OSError:
        raise click.ClickException(f"файла {what} нет") from None
    except ValueError:
        raise click.ClickException(f"{what}: это не файл жеребьёвки, или он повреждён") from None


def serve(shell: Shell, settings: Settings, porch: Porch | None = None) -> None:
    """Serve until told to stop. `porch`: who received visitors until now."""
    most = room()
    if most < _FEW:
        click.echo(_NARROW.format(most), err=True)
    hub = Hub(shell.memory.numbers, most)
    pages = dict(kept_pages(settings))
    app = create_app(settings, shell, hub, pages)
    settle()
    Server(app, settings, hub, Keeper(settings, pages, shell.memory.numbers)).until_stopped(porch)


def _opened(settings: Settings) -> Shell:
    Path(settings.data).mkdir(parents=True, exist_ok=True)
    migrate.upgrade(settings.url)
    if not settings.database_url and (version := wal_reset_bug()):
        click.echo(
            f"SQLite {version}: известная ошибка сброса WAL обходится – пишет и сбрасывает один процесс.", err=True
        )
    shell = Shell(Store(settings.url))
    shell.load()
    return shell


def _show_links(shell: Shell, settings: Settings) -> None:
    """A fresh one-time link for each demo role; the ones printed before and not used are void."""
    address = f"http://{settings.host}:{settings.port}"
    click.echo(f"\nСайт: {address}\nДемонстрация: {address}/games/{cast.SLUG}\n\nСсылки для входа, каждая на один раз:")
    with shell.store.reader() as session:
        rows = people_with_access(session, shell.clock())
    names = {account.name for account in cast.STAFF}
    for row in rows:
        if row.name in names:
            token = new_token()
            shell.write_now(invite, Invite(row.account, hash_of(token)), SYSTEM)
            click.echo(f"  {row.name}: {address}/invitation/{token}")
    click.echo("")
