"""Slips that were drawn out of a hat, typed from the paper of a meeting: everybody one, none twice."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from spartakiad.competition.decide.pools import LETTERS
from spartakiad.competition.drawing.slips import Groups
from spartakiad.errors import Refusal

_POOL = re.compile(rf"([{LETTERS}])\s*([1-9]?)")
_LANE = re.compile(r"([1-9][0-9]?)\s*[/\\]\s*([1-9][0-9]?)", re.ASCII)


def typed_slips(entrants: Sequence[str], slips: Mapping[str, str], into: Sequence[str]) -> tuple[str, Groups]:
    """The way of BY_HAND and what was drawn by it. Raises Refusal at the entrant whose slip is wrong."""
    if "heats" in into and any(_LANE.fullmatch(text.strip()) for text in slips.values()):
        return "by_hand_heats", _heats(entrants, slips)
    if "pools" in into and ("list" not in into or any(_POOL.fullmatch(_shouted(text)) for text in slips.values())):
        return "by_hand_pools", _pools(entrants, slips)
    return "by_hand", (_numbered(entrants, slips),)


def _shouted(text: str) -> str:
    return text.strip().upper()


def _pools(entrants: Sequence[str], slips: Mapping[str, str]) -> Groups:
    """«А», or «А2» where the number in the pool was drawn too."""
    at: dict[str, tuple[str, int]] = {}
    for entrant in entrants:
        found = _POOL.fullmatch(_shouted(slips.get(entrant, "")))
        if found is None:
            raise Refusal("slip_no_pool", entrant, typed=slips.get(entrant, "").strip()[:20])
        at[entrant] = (found[1], int(found[2] or 0))
    _check_once(entrants, {one: f"{pool}{number}" if number else one for one, (pool, number) in at.items()})
    used = LETTERS[: max(LETTERS.index(pool) for pool, _ in at.values()) + 1]
    empty = next((pool for pool in used if pool not in {one for one, _ in at.values()}), None)
    if empty is not None:
        raise Refusal("slip_empty_pool", next(one for one in entrants if at[one][0] > empty), pool=empty)
    order = sorted(entrants, key=lambda one: (at[one][0], at[one][1] == 0, at[one][1]))
    return tuple(tuple(one for one in order if at[one][0] == pool) for pool in used)


def _numbered(entrants: Sequence[str], slips: Mapping[str, str]) -> tuple[str, ...]:
    """1 to so many as there are."""
    most = len(entrants)
    numbers: dict[str, int] = {}
    for entrant in entrants:
        text = slips.get(entrant, "").strip()
        if not text:
            raise Refusal("slip_missing", entrant, most=most)
        number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(most)) else 0
        if not 1 <= number <= most:
            raise Refusal("slip_wrong", entrant, typed=text[:20], most=most)
        numbers[entrant] = number
    _check_once(entrants, numbers)
    return tuple(sorted(entrants, key=numbers.__getitem__))


def _heats(entrants: Sequence[str], slips: Mapping[str, str]) -> Groups:
    """«2/4»: the fourth lane of the second heat; places of a group are lanes."""
    at: dict[str, tuple[int, int]] = {}
    for entrant in entrants:
        found = _LANE.fullmatch(slips.get(entrant, "").strip())
        if found is None:
            raise Refusal("slip_no_lane", entrant, typed=slips.get(entrant, "").strip()[:20])
        at[entrant] = (int(found[1]), int(found[2]))
    _check_once(entrants, {one: f"{heat}/{lane}" for one, (heat, lane) in at.items()})
    last = max(heat for heat, _ in at.values())
    empty = next((heat for heat in range(1, last) if heat not in {one for one, _ in at.values()}), None)
    if empty is not None:
        raise Refusal("slip_no_heat", next(one for one in entrants if at[one][0] > empty), heat=empty)
    who = {place: entrant for entrant, place in at.items()}
    wide = {heat: max(lane for one, lane in at.values() if one == heat) for heat in range(1, last + 1)}
    return tuple(tuple(who.get((heat, lane), "") for lane in range(1, wide[heat] + 1)) for heat in wide)


def _check_once(entrants: Sequence[str], drawn: Mapping[str, int | str]) -> None:
    many = Counter(drawn.values())
    twice = next((entrant for entrant in entrants if many[drawn[entrant]] > 1), None)
    if twice is not None:
        raise Refusal("slip_twice", twice, number=drawn[twice])
