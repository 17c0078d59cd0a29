"""A refusal is a kind with a status; its Russian sentence stands in `spartakiad.words.refusals`.

Refusal
├── 404  the thing is not there, or not yours to see
├── 403  your role does not do this
├── 409  it contradicts what is already recorded
├── 410  it was there and is given to nobody any more
└── 422  what was typed cannot be taken
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from spartakiad.refusal_kinds import STATUS

T = TypeVar("T")


class Refusal(Exception):
    """What the product will not do, and why.

    `kind` is a key of STATUS, `field` the form field it belongs to (None: the whole form), `args` fill the sentence.
    """

    def __init__(self, kind: str, field: str | None = None, /, **args: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.field = field
        self.args_for_words: Mapping[str, object] = args

    @property
    def status(self) -> int:
        return STATUS[self.kind]

    def at(self, field: str | None, **more: object) -> "Refusal":
        """The same said at another field, with more for its sentence."""
        return Refusal(self.kind, field, **{**self.args_for_words, **more})

    def __repr__(self) -> str:
        return f"Refusal({self.kind!r}, field={self.field!r}, {dict(self.args_for_words)!r})"


class Refusals(Exception):
    """Several refusals of one form, each at its field."""

    def __init__(self, refusals: list[Refusal]) -> None:
        super().__init__([r.kind for r in refusals])
        self.refusals = tuple(refusals)


def kept(faults: list[Refusal], read: Callable[[], T]) -> T | None:
    """What was read, or its refusal among the faults: a form says all of them at once."""
    try:
        return read()
    except Refusal as refusal:
        faults.append(refusal)
        return None
