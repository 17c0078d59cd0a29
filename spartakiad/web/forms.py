"""What a form sends, and carrying out a wish with its refusals kept for the form."""

import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from litestar import Request

from spartakiad.competition.desk import Actor
from spartakiad.competition.shell import Verb
from spartakiad.errors import Refusal
from spartakiad.store.canonical import body_hash
from spartakiad.store.commands import Answer
from spartakiad.web.wiring import actor_in, form_of, shell_of
from spartakiad.words.refusals import sentence

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

AnyRequest = Request[Any, Any, Any]
_LONGEST_NUMBER = 9
_LONGEST_KEY = 60


@dataclass(frozen=True, slots=True)
class Said:
    """What a form says back: sentences by field («» for the whole form), what was typed, the status of the answer."""

    refusals: tuple[Refusal, ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)

    @property
    def status(self) -> int:
        return max((refusal.status for refusal in self.refusals), default=200)

    @property
    def errors(self) -> list[tuple[str, str]]:
        return [(refusal.field or "", sentence(refusal)) for refusal in self.refusals]

    @property
    def implausible(self) -> bool:
        """A judge may say that an unlikely mark is meant, or one that was sent back."""
        return any(refusal.kind in ("mark_implausible", "sent_back") for refusal in self.refusals)

    @property
    def doubtful(self) -> bool:
        """A weight that is meant may be said to be."""
        return any(refusal.kind == "weight_unlikely" for refusal in self.refusals)

    @property
    def unfit(self) -> list[str]:
        """Whom a change of the regulation would leave without his place, where that was not seen yet."""
        told = [refusal.args_for_words["told"] for refusal in self.refusals if refusal.kind == "now_unfit"]
        return list(told[0]) if told and isinstance(told[0], list) else []

    @property
    def despite(self) -> int:
        """The newest of the judges' records that wait, where whoever asks may go on without them."""
        newest = [one.args_for_words["newest"] for one in self.refusals if one.kind == "records_wait"]
        return int(str(newest[0])) if newest else 0

    def in_row(self, row: str) -> "Said":
        """The same, said in one row of a page that has this form many times: its fields end in «-row»."""
        told = [one.at(f"{one.field}-{row}" if one.field else None) for one in self.refusals]
        return Said(tuple(told), self.typed)

    def under(self, form: str) -> "Said":
        """The same, said in one form of a page that has several: its fields begin with «form-»."""
        told = [one.at(one.field and f"{form}-{one.field}") for one in self.refusals]
        return Said(tuple(told), self.typed)

    def error(self, name: str) -> str:
        """Everything that is wrong at this field."""
        return " ".join(text for at, text in self.errors if at == name)

    def value(self, name: str, default: str = "") -> str:
        return self.typed.get(name, default)


def new_key() -> str:
    """An idempotency key, made when a form is shown: the same form sent twice is carried out once."""
    return secrets.token_hex(16)


async def fields(request: AnyRequest) -> dict[str, str]:
    """Text fields of the form; files and broken characters are not text."""
    form = await form_of(request)
    return {name: value.replace("\x00", "") for name, value in form.multi_items() if isinstance(value, str)}


def whole(typed: Mapping[str, str], name: str) -> int:
    """A whole number typed with 0–9. Raises Refusal bad_number."""
    text = typed.get(name, "").strip()
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER):
        raise Refusal("bad_number", name)
    return int(text)


def seen_waiting(typed: Mapping[str, str]) -> int:
    """As in Said.despite, of a key that was pressed knowing it."""
    text = typed.get("despite", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER else 0


async def carry_out(
    request: AnyRequest,
    verb: Verb,
    value: "DataclassInstance",
    typed: Mapping[str, str],
    by: Actor | None = None,
    needs: Mapping[str, str] = MappingProxyType({}),
) -> Answer | Said:
    """Write under the form's key. A refusal of what was typed comes back for the form; others end the request.

    `by`: somebody else who proved himself at this device; without it whoever is signed in. `needs`: as of lacking().
    """
    try:
        return await shell_of(request).write(verb, value, by or actor_in(request), _key(value, typed))
    except Refusal as refusal:
        if refusal.status not in (409, 422, 503):
            raise
        return Said(all_at_once(refusal, typed, needs), typed)


def all_at_once(refusal: Refusal, typed: Mapping[str, str], needs: Mapping[str, str]) -> tuple[Refusal, ...]:
    """Beside what was refused first, every other field that was left empty: nobody sends a form once for each."""
    return (refusal, *(one for one in lacking(typed, needs) if one.field != refusal.field))


def lacking(typed: Mapping[str, str], needs: Mapping[str, str]) -> tuple[Refusal, ...]:
    """Of the fields that a form needs, those that are empty. `needs`: name of the field → kind of its refusal."""
    return tuple(Refusal(kind, name) for name, kind in needs.items() if not typed.get(name, "").strip())


def _key(value: "DataclassInstance", typed: Mapping[str, str]) -> str:
    """Key of this form with this content: sent twice it is one wish, mended after «Back» it is a new one."""
    shown = typed.get("command_key", "")[:_LONGEST_KEY]
    return shown and f"{shown}-{body_hash('form', asdict(value))[:16]}"
