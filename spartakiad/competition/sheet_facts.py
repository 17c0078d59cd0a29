"""Facts of publication: the key of the Games, a sheet that was published, a public file that was closed."""

from dataclasses import dataclass, fields
from typing import Any, ClassVar

from spartakiad.competition.facts import Fact
from spartakiad.store.canonical import canonical


@dataclass(frozen=True, slots=True)
class GamesKeyMade(Fact):
    """`public`: the Ed25519 key by which everybody checks what these Games sign, in hexadecimal digits."""

    kind: ClassVar[str] = "key.made"
    about: ClassVar[str] = "key"
    public: str


@dataclass(frozen=True, slots=True)
class SheetPublished(Fact):
    """One revision of a sheet: of a contest, or OVERALL.

    `why`: "" the first, "result" what it says was changed, "name" a name was taken off. `of`: the number of the journal
    that it shows; `rules`: the version of the regulation; `results`: official results that it is made of, a contest and
    its revision each, 0 of one that was cancelled. `full`, `public`: SHA-256 of the secretariat's file and of the
    public one; `contents`: of what both say. `head`: hash of the line that was the journal's last; `standings`: of the
    standings; `engine`: what they were scored by. `people`: persons named in the secretariat's file, `named`: in the
    public one. `signature`: by the private half of `key`, over `signed`.
    """

    kind: ClassVar[str] = "sheet.published"
    about: ClassVar[str] = "sheet:{sheet}"
    games: str
    sheet: int
    contest: str
    revision: int
    why: str
    of: int
    rules: int
    results: tuple[tuple[str, int], ...]
    full: str
    public: str
    contents: str
    head: str
    standings: str
    engine: str
    named: tuple[int, ...]
    people: tuple[int, ...]
    key: str
    signature: str = ""

    @property
    def signed(self) -> str:
        """Everything but the signature, in the one spelling that is hashed."""
        values: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(self)}
        return canonical({name: value for name, value in values.items() if name != "signature"})


@dataclass(frozen=True, slots=True)
class SheetClosed(Fact):
    """The public file of a revision is given to nobody any more. `erased`: the bytes of both files are gone."""

    kind: ClassVar[str] = "sheet.closed"
    about: ClassVar[str] = "sheet:{sheet}"
    sheet: int
    revision: int
    erased: bool = False
