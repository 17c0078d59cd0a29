"""The order in which a captain sends his own, as his form says it."""

from collections.abc import Iterable, Mapping

from spartakiad.errors import Refusal

_LAST = 99


def typed_turns(typed: Mapping[str, str], athletes: Iterable[str]) -> tuple[str, ...]:
    """`turn-<number>`: 1 goes first; an empty field names no turn. Raises Refusal bad_number, turn_taken."""
    turns: dict[int, str] = {}
    for number in athletes:
        field = f"turn-{number}"
        text = typed.get(field, "").strip()
        if not text:
            continue
        turn = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(_LAST)) else 0
        if not turn:
            raise Refusal("bad_number", field)
        if turn in turns:
            raise Refusal("turn_taken", field, turn=turn, who=turns[turn])
        turns[turn] = number
    return tuple(turns[turn] for turn in sorted(turns))
