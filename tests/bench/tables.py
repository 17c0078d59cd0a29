"""A table of an application: read, checked and compared, beside what no reader can be faster than, in one run.

Workload and limit are those by which the project measured readers (its shared bench, import_bench.py): an XLSX of
10 000 rows by nine columns; the limit unpacks every entry and lets a bare expat, without handlers, walk the sheet and
its strings. What the child process costs before it reads is measured by a file of one row and taken off.
"""

import asyncio
import gc
import io
import logging
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from xml.parsers import expat

import httpx
import xlsxwriter

from spartakiad.accounts.actions import Invite, NewAccount, hash_of, invite, make_account, new_token
from spartakiad.app import create_app, settle
from spartakiad.competition.decide.setup import AdoptRegulation
from spartakiad.competition.desk import SYSTEM, Desk
from spartakiad.competition.shell import Shell
from spartakiad.games.drafting import with_section
from spartakiad.intake.files import sheets_in
from spartakiad.people.actions import register
from spartakiad.people.forms import Clean
from spartakiad.settings import Settings
from spartakiad.store.commands import Answer
from spartakiad.store.store import Store
from spartakiad.web.access import form_token
from tests.installation import install

ROUNDS = 11
HEAD = ("№", "Фамилия", "Имя", "Отчество", "Дата рождения", "Пол", "Город", "Вид программы", "Разряд")
HOST = "http://games.test"
SECRET = b"s" * 32
KNOWN = 5  # every fifth person of the table is known from other Games, with a number of ГТО
_LETTERS = "абвгдежзик"


@dataclass(frozen=True, slots=True)
class Prepare:
    """The wish of a table's Games."""


def measure() -> None:
    logging.getLogger("httpx").setLevel(logging.WARNING)
    with TemporaryDirectory() as folder, _captain(Path(folder)) as sent:
        for rows in (60, 10_000):
            content = table(rows)
            times = _rounds(content, sent)
            limit, start, read, page = (median(times[name]) for name in ("limit", "start", "read", "page"))
            own, whole = read - start, page - start
            print(
                f"  {rows:>6} rows: limit {1000 * limit:.0f} ms; start of the child {1000 * start:.0f} ms; beside it"
                f" read {1000 * own:.0f} ms ×{own / limit:.2f}, read, checked, compared and shown"
                f" {1000 * whole:.0f} ms ×{whole / limit:.2f}; with the start {1000 * page:.0f} ms"
            )


def table(rows: int) -> bytes:
    """Names are as varied as those of the shared bench, spelt without digits, which a name has not."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Заявка")
        sheet.write_row(0, 0, HEAD)
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for at in range(rows):
            one = person(at)
            sheet.write_row(at + 1, 0, (at + 1, one.surname, one.name, one.patronymic))
            sheet.write_datetime(at + 1, 4, one.born_on, day)
            sheet.write_row(at + 1, 5, ("мж"[one.sex == "f"], f"Город {at % 60}", "Зимний трейл", one.rank))
    return out.getvalue()


def person(at: int) -> Clean:
    names = (f"{word}{_spelt(at % many)}" for word, many in (("Фамилия", 3000), ("Имя", 120), ("Отчество", 90)))
    born_on = date(1970, 1, 1) + timedelta(days=at % 12_000)
    uin = f"24-44-{at:07}" if at % KNOWN == 0 else ""
    return Clean(*names, "mf"[at % 2], born_on, "КМС", "", uin)


def _spelt(number: int) -> str:
    return "".join(_LETTERS[int(digit)] for digit in str(number))


def _rounds(content: bytes, sent: Callable[[bytes], object]) -> dict[str, list[float]]:
    """Every round each of them in turn, so that a slow minute of the machine is everybody's."""
    one_row = table(1)
    work: dict[str, Callable[[], object]] = {
        "limit": lambda: _limit(content),
        "start": lambda: sheets_in(one_row),
        "read": lambda: sheets_in(content),
        "page": lambda: sent(content),
    }
    times: dict[str, list[float]] = {name: [] for name in work}
    for turn in range(ROUNDS + 1):
        for name, one in work.items():
            gc.collect()
            begun = time.perf_counter()
            one()
            if turn:
                times[name].append(time.perf_counter() - begun)
    return times


def _limit(content: bytes) -> None:
    """As limit_expat and limit_inflate of the shared bench do it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            text = archive.read(name)
            if name.endswith("sheet1.xml") or "sharedStrings" in name:
                expat.ParserCreate().Parse(text, True)


@contextmanager
def _captain(folder: Path) -> Iterator[Callable[[bytes], object]]:
    """Sends a file to the page of a captain of the demo, through the whole application."""
    url = f"sqlite:///{folder / 'spartakiad.sqlite'}"
    install(url)
    shell = Shell(Store(url))
    shell.load()
    shell.write_now(_prepared, Prepare(), SYSTEM)
    settle()
    account = shell.write_now(make_account, NewAccount("Капитан", "captain", "demo", "vologda"), SYSTEM)["account"]
    assert isinstance(account, int)
    token = new_token()
    shell.write_now(invite, Invite(account, hash_of(token)), SYSTEM)
    transport = httpx.ASGITransport(create_app(Settings(secret=SECRET), shell), raise_app_exceptions=True)
    with asyncio.Runner() as runner:
        client = httpx.AsyncClient(transport=transport, base_url=HOST)
        runner.run(client.post(f"/invitation/{token}", data={}))
        form = {"form_token": form_token(SECRET, hash_of(client.cookies["spartakiad"])), "rows": ""}

        def sent(content: bytes) -> None:
            answer = runner.run(client.post("/team/demo/vologda/paste", data=form, files={"file": ("a.xlsx", content)}))
            assert "уже в заявке: 0 · с ошибками: 0" in answer.text, answer.text[:400]

        yield sent
    shell.store.close()


def _prepared(desk: Desk, _wish: Prepare) -> Answer:
    """Room for everybody in the contest that the table names, or its rows are refused; some of them known already."""
    section = desk.state("demo").regulation["eligibility"]
    contests = {**section["contest"], "trail": {"clause": "4.3"}}
    changed = with_section(desk.state("demo").regulation, {**section, "contest": contests})
    desk.carry_out("demo", AdoptRegulation(changed, "Для замера"))
    for at in range(0, 10_000, KNOWN):
        register(desk, person(at))
    return {}
