"""A document as everybody prints it: a header, one table, notes, signatures. Every value is a ready string."""

from collections.abc import Sequence
from dataclasses import dataclass

from spartakiad.competition.cards import NOBODY, GamesCard, Signatory
from spartakiad.games.live import GamesHead

ORGANISER = "Союз городов Центра и Северо-Запада России"


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in millimetres of a portrait sheet's 175; `align`: left, centre or right; `number`: figures, to be added
    up in a spreadsheet."""

    title: str
    width: float
    align: str = "left"
    number: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One list of a document that has several."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to be signed; a name that nobody gave stays a line."""

    post: str
    who: Signatory = NOBODY


@dataclass(frozen=True, slots=True)
class Paper:
    """`kind`: what the document is; `subject`: of what; `about`: pairs for the header; `stamp`: the foot of every page.

    `draft`: what stands across a document that is not official, or "". `address`: where it can be checked, or "".
    `stamp` may have several lines. `sections`: of a document with several lists these, not `columns` and `rows`.
    """

    games: str
    kind: str
    place: str
    dates: str
    signatures: Sequence[Signature]
    stamp: str
    subject: str = ""
    about: Sequence[tuple[str, str]] = ()
    columns: Sequence[Column] = ()
    rows: Sequence[Sequence[str]] = ()
    notes: Sequence[str] = ()
    draft: str = ""
    address: str = ""
    landscape: bool = False
    sections: Sequence[Section] = ()

    @property
    def lists(self) -> Sequence[Section]:
        return self.sections or (Section("", self.columns, self.rows),)

    @property
    def title(self) -> str:
        return f"{self.kind}. {self.subject}" if self.subject else self.kind


def both_chiefs(card: GamesCard) -> list[Signature]:
    """Who signs for the whole Games."""
    return [Signature("Главный судья Спартакиады", card.chief), Signature("Главный секретарь", card.secretary)]


def mark_of(head: GamesHead, *, draft: bool, unpublished: bool = False) -> str:
    """What has to be read before anything else: that nobody signed it yet, that it cannot be checked, is invented."""
    said = "ПРЕДВАРИТЕЛЬНЫЙ" if draft else "НЕ ОПУБЛИКОВАН" if unpublished else ""
    marks = [said, "ДЕМОНСТРАЦИЯ: участники и результаты вымышлены" if head.demo else ""]
    return " · ".join(mark for mark in marks if mark)
