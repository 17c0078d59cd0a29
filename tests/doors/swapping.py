"""What somebody of one city can send with ids of another, and what is wrong with what comes of it."""

import html
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl

import httpx
from pypdf import PdfReader

from spartakiad.models.tables import metadata
from tests.doors.cabinets import alike
from tests.doors.forms_on_pages import Form
from tests.doors.keeping import Kept, Row
from tests.doors.owners import hangs_on, ids_of, mentioned, owned, private, published, words_of
from tests.doors.two_cities import FOREIGN, GAMES, OTHER_GAMES, OWN, TABLE
from tests.doors.visiting import Site, Visitor

NOWHERE = ("999999", "atlantis")  # ids that nothing has


@dataclass(frozen=True, slots=True)
class Attempt:
    """`said`: the id that is not ours, which an answer may repeat; `file`: field and name of a file."""

    method: str
    path: str
    said: str
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    file: tuple[str, str] | None = None

    def by(self, visitor: Visitor) -> httpx.Response:
        """Whoever signs out by it is signed in again, as everything that it writes is taken back."""
        cookie = visitor.cookie
        answer = self._sent_by(visitor)
        visitor.client.cookies.set("spartakiad", cookie, domain="games.test")
        return answer

    def _sent_by(self, visitor: Visitor) -> httpx.Response:
        if self.method == "GET":
            return visitor.get(self.path, params=self.query)
        more: dict[str, Any] = {"params": self.query}
        if self.file:
            more["files"] = {self.file[0]: (self.file[1], TABLE.replace("\t", ";").encode())}
        return visitor.post(self.path, self.form, **more)


class Swap:
    """`theirs`, `ours`: ids by kind, the newest last. Whatever an attempt writes is looked at and taken back."""

    def __init__(self, site: Site, kept: Kept) -> None:
        with site.shell.store.reader() as session:
            found = owned(session)
        self._kept = kept
        self.theirs, self.ours = ids_of(found, (GAMES, FOREIGN)), ids_of(found, (GAMES, OWN))
        self._private = {one for games in (GAMES, OTHER_GAMES) for one in private(found, (games, FOREIGN))}
        self._published = published(found, (GAMES, FOREIGN))
        self._words = words_of(found, (GAMES, FOREIGN))
        self._of_us = {key for key, owners in found.owners.items() if owners == {(GAMES, OWN)}}
        self._of_them = {key for key, owners in found.owners.items() if any(team == FOREIGN for _, team in owners)}
        self._last = max(row["id"] for row in found.rows["fact"])

    def ids(self) -> list[str]:
        """Of each kind one id of the other city, then those that nothing has."""
        return [*dict.fromkeys(known[-1] for known in self.theirs.values()), *NOWHERE]

    def seen(self) -> list[str]:
        return [self.theirs["team.slug"][-1], self.theirs["athlete.number"][-1], *NOWHERE]

    def faults(self, visitor: Visitor, attempt: Attempt, *, public: bool = False, refused: bool = False) -> list[str]:
        """What this attempt got at. `public`: whoever consented may be named; `refused`: it is not there for him."""
        answer = attempt.by(visitor)
        wrong = answer.status_code not in (403, 404) if refused else answer.status_code >= 500
        told = [f"status {answer.status_code}"] if wrong else []
        led = answer.headers.get("location", "")
        if FOREIGN in led or led == "/sign-in":
            told.append(f"led to {led}")
        told += self._told(answer, attempt.said, public)
        if self._kept.written():
            told += [*self._changed(), *self._recorded()]
            self._kept.put_back()
        return [f"{one}: {attempt}" for one in told]

    def left_by(self, visitor: Visitor, attempt: Attempt) -> tuple[int, list[str]]:
        """How this was answered, and everything that is written then."""
        status, content = attempt.by(visitor).status_code, self._kept.content()
        self._kept.put_back()
        return status, content

    def _told(self, answer: httpx.Response, said: str, public: bool) -> list[str]:
        text = text_of(answer)
        hidden = self._private - self._published if public else self._private
        return [f"tells «{one}»" for one in sorted(hidden) if one in text and one not in said]

    def _changed(self) -> Iterator[str]:
        """Rows that are not ours alone and are another now, and new ones that hang on theirs."""
        was, now = self._kept.moved()
        for key, row in was.items():
            if key not in self._of_us:
                yield f"{key} was {row}, is {now.get(key)}"
        for key, row in now.items():
            if key not in was and self._is_theirs(key[0], row):
                yield f"{key} is new: {row}"

    def _is_theirs(self, name: str, row: Row) -> bool:
        table = metadata.tables[name]
        told = dict(zip((column.name for column in table.columns), row, strict=True))
        return told.get("team") == FOREIGN or any(key in self._of_them for key in hangs_on(table, told))

    def _recorded(self) -> Iterator[str]:
        for fact in self._kept.lines(self._last):
            if self._words & mentioned(fact):
                yield f"{fact['subject']} was recorded: {fact['payload']}"


def exchanged(swap: Swap, form: Form) -> Iterator[Attempt]:
    """The form with one field another at a time: what it holds, its name, the name of its file.

    What is chosen or hidden may be any id; where words are typed, the ones that a person could see do.
    """
    for name in alike(form.fields).values():
        for said in swap.seen() if name in form.typed else swap.ids():
            yield _sent(form, said, {**form.keyless, name: said})
        for kind, ours in swap.ours.items():
            for own in set(name.split("-")) & set(ours):
                there = swap.theirs[kind][-1]
                other = "-".join(there if part == own else part for part in name.split("-"))
                for chosen in form.options.get(name) or [form.fields[name] or "1"]:
                    yield _sent(form, there, {**form.keyless, other: chosen})
    for name in form.files:
        for said in swap.ids():
            yield replace(_sent(form, said, form.keyless), file=(name, f"../{said}.csv"))


def _sent(form: Form, said: str, fields: Mapping[str, str]) -> Attempt:
    path, _, query = form.action.partition("?")
    return Attempt(form.method, path, said, dict(parse_qsl(query)), fields)


def by_hand(form: Form, more: Mapping[str, str]) -> tuple[Attempt, Attempt]:
    """The form as it is, and with more than it has."""
    return _sent(form, "", form.keyless), _sent(form, "", {**more, **form.keyless})


def text_of(answer: httpx.Response) -> str:
    """Everything that an answer says, also as a paper or a table, and what it is called."""
    kind, named = answer.headers.get("content-type", ""), answer.headers.get("content-disposition", "")
    if "pdf" in kind:
        text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    elif "spreadsheet" in kind:
        with zipfile.ZipFile(io.BytesIO(answer.content)) as table:
            text = "\n".join(table.read(name).decode() for name in table.namelist() if name.endswith(".xml"))
    else:
        text = answer.text
    return html.unescape(f"{named}\n{text}")
