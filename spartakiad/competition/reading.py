"""What a judge typed → what the engine takes. The engine's own reader is the only parser there is."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

import scoring
from spartakiad.competition.programme import Line
from spartakiad.errors import Refusal
from spartakiad.store.canonical import canonical

_OWN_CLOCKS = ("net_time", "gun_time")
_DECIDED = {"overtime": "ОТ", "shootout": "Б"}


@dataclass(frozen=True, slots=True)
class Read:
    """`value`: the engine's own keys, {"time": "40:33.2"} or {"attempts": ["7.58", "x"]}; empty beside a status."""

    value: Mapping[str, Any]
    status: str


def read(line: Line, raw: str, sure: bool = False) -> Read:
    """Raises Refusal mark_unreadable with the engine's reason, mark_implausible unless the judge is `sure`."""
    kind, asks = mark_kind(line), _asks(line)
    found = kind.read_mark(raw, asks)
    if isinstance(found, scoring.Refusal):
        raise Refusal("mark_unreadable", _field(found), reading=found.kind, **_plain(found.args))
    if found.warnings and not sure and found.status is None:
        doubt = found.warnings[0]
        limits = {name: kind.write(limit) for name, limit in doubt.args.items() if isinstance(limit, int)}
        raise Refusal("mark_implausible", "raw", reading=doubt.kind, **limits)
    return Read(found.keys, found.status.value if found.status else "")


def cells(line: Line, raw: str) -> Mapping[str, str]:
    """What was typed, field by field, as the sheet shows it: {"raw": "40:33,2"} or {"1": "7,41", "2": "х", …}."""
    return {"raw": raw} if line.by_matches else mark_kind(line).cells(raw, _asks(line))


def joined(line: Line, typed: Mapping[str, str]) -> str:
    """The fields of a line of the sheet as the one text that is kept: «7,41; х; 7,58»."""
    return typed.get("raw", "") if line.by_matches else mark_kind(line).joined(typed, _asks(line))


def read_match(stage: Mapping[str, Any], raw: str) -> Read:
    """The result of a match from the side of the first: {"score": [3, 1]}, {"sets": […]}, {"forfeit": [1]}.

    Raises Refusal mark_unreadable; no_draws or sets_equal where somebody has to win.
    """
    found = scoring.read_meeting(raw)
    if isinstance(found, scoring.Refusal):
        raise Refusal("mark_unreadable", "raw", reading=found.kind, **_plain(found.args))
    shown = {"score": found.score, "sets": found.sets, "forfeit": found.forfeit, "decided": found.decided}
    value = json.loads(json.dumps({name: value for name, value in shown.items() if value}))
    if not found.forfeit and winner_of(value) is None and _has_a_winner(stage):
        raise Refusal("sets_equal" if found.sets else "no_draws", "raw")
    return Read(value, "")


def winner_of(value: Mapping[str, Any]) -> int | None:
    """Which of the two sides won, 0 or 1; None where nobody did."""
    if "forfeit" in value:
        gone = value["forfeit"]
        return 1 - int(gone[0]) if len(gone) == 1 else None
    pairs = value.get("sets")
    first, second = value["score"] if not pairs else (sum(_more(p) for p in pairs), sum(_more(p[::-1]) for p in pairs))
    one, other = Fraction(str(first)), Fraction(str(second))
    return None if one == other else int(other > one)


def _more(pair: Any) -> bool:
    return Fraction(str(pair[0])) > Fraction(str(pair[1]))


def _has_a_winner(stage: Mapping[str, Any]) -> bool:
    """Each match: where the table gives no points for a draw, or one match alone decides who goes on."""
    if stage.get("format") == "round_robin":
        return "draw" not in stage["points"]
    return stage.get("format") == "knockout" and all(node.get("wins", 1) == 1 for node in stage.get("bracket", ()))


def written(line: Line, value: Mapping[str, Any]) -> scoring.Told:
    """A mark as the interface prints it: «40:33,2», «7,58» made of «7,41 х 7,58»; a match: «3:2 Б», «+:–»."""
    return scoring.Told(written_match(value)) if line.by_matches else _told(_own(line), canonical(value))


def written_match(value: Mapping[str, Any], *, turned: bool = False) -> str:
    """From the side of the first, or `turned` round."""
    step = -1 if turned else 1
    if "forfeit" in value:
        return ":".join(["–" if side in value["forfeit"] else "+" for side in (0, 1)][::step])
    sets = [pair[::step] for pair in value.get("sets", ())]
    if sets:
        won = f"{sum(one > other for one, other in sets)}:{sum(other > one for one, other in sets)}"
        return f"{won} ({', '.join(f'{one}:{other}' for one, other in sets)})"
    score = ":".join(str(goals) for goals in value["score"][::step])
    return " ".join([score, _DECIDED[value["decided"]]] if value.get("decided") else [score])


def mark_kind(line: Line) -> scoring.MarkKind:
    """How marks are read and written here, in the first part where there are several: the engine's own kind."""
    return _rules(_own(line))[0]


def shown_value(row: scoring.Row) -> scoring.Number | None:
    """The value that the mark of a line has, penalties included; with handicaps the time that they make."""
    reason = row.because()
    args: Mapping[str, Any] = reason.args if reason else {}
    value: scoring.Number | None = args.get("value" if args.get("criterion") in _OWN_CLOCKS else "shown")
    return value


def _asks(line: Line) -> frozenset[str]:
    """The criteria that tell equals apart here: what they need has a field of its own."""
    return _rules(_own(line))[1]


def _own(line: Line) -> str:
    """Whose results make that of a team is left out: it may name parts, which are facts of the contest."""
    return canonical({name: rule for name, rule in line.lists[0].rules.items() if name != "team"})


@lru_cache(maxsize=256)
def _rules(rules: str) -> tuple[scoring.MarkKind, frozenset[str]]:
    document = {"format": 1, "rules": {"one": json.loads(rules)}, "contest": [{"id": "one", "rules": "one"}]}
    read = scoring.parse(document).cases["one"].rules
    return read.stages[0].mark, frozenset(step.name for block in read.order.blocks for step in block.by)


@lru_cache(maxsize=8192)
def _told(rules: str, value: str) -> scoring.Told:
    """A page is made anew with each result, and all the others on it stand as they were."""
    return _rules(rules)[0].told(json.loads(value))


def _field(found: scoring.Refusal) -> str:
    return f"cell-{found.args['cell']}" if "cell" in found.args else "raw"


def _plain(args: Mapping[str, object]) -> dict[str, Any]:
    return {key: value if isinstance(value, str | int | list) else str(value) for key, value in args.items()}
