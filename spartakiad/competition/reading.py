"""What a judge typed → what the engine takes. The engine's own reader is the only parser there is."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import scoring
from spartakiad.competition.programme import Line
from spartakiad.errors import Refusal
from spartakiad.store.canonical import canonical

_DECIDED = {"overtime": "ОТ", "shootout": "Б"}


@dataclass(frozen=True, slots=True)
class Read:
    """`value`: the engine's own field, {"time": "40:33.2"} or {"place": 3}; empty where only a status was given."""

    value: Mapping[str, Any]
    status: str


def read(line: Line, raw: str, sure: bool = False) -> Read:
    """Raises Refusal mark_unreadable with the engine's reason, mark_implausible unless the judge is `sure`."""
    kind = mark_kind(line)
    found = kind.read(raw)
    if isinstance(found, scoring.Refusal):
        raise Refusal("mark_unreadable", "raw", reading=found.kind, **_plain(found.args))
    if found.warnings and not sure and found.status is None:
        doubt = found.warnings[0]
        limits = {name: kind.write(limit) for name, limit in doubt.args.items() if isinstance(limit, int)}
        raise Refusal("mark_implausible", "raw", reading=doubt.kind, **limits)
    value = {} if found.value is None else {kind.criterion: _exact(kind.criterion, kind.write(found.value))}
    return Read(value, found.status.value if found.status else "")


def read_match(stage: Mapping[str, Any], raw: str) -> Read:
    """The result of a match from the side of the first: {"score": [3, 1]}, {"sets": […]}, {"forfeit": [1]}.

    Raises Refusal mark_unreadable, or no_draws where the table of the stage gives no points for one.
    """
    found = scoring.read_meeting(raw)
    if isinstance(found, scoring.Refusal):
        raise Refusal("mark_unreadable", "raw", reading=found.kind, **_plain(found.args))
    equal = found.score is not None and found.score[0] == found.score[1]
    if equal and stage.get("format") == "round_robin" and "draw" not in stage["points"]:
        raise Refusal("no_draws", "raw")
    shown = {"score": found.score, "sets": found.sets, "forfeit": found.forfeit, "decided": found.decided}
    return Read(json.loads(json.dumps({name: value for name, value in shown.items() if value})), "")


def written(line: Line, value: Mapping[str, Any]) -> str:
    """A mark as the interface prints it: «40:33,2», «3»; a match: «3:2 Б», «2:1 (25:20, 20:25, 15:13)», «+:–»."""
    if line.by_matches:
        return written_match(value)
    return " ".join(str(part).replace(".", ",") for part in value.values())


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
    """How the marks of a contest, or of its first part, are read and written: the engine's own kind, out of the rules.

    Whose results make that of a team is left out: it may name parts, which are facts of the contest.
    """
    rules = line.lists[0].rules
    return _mark_kind(canonical({name: rule for name, rule in rules.items() if name != "team"}))


@lru_cache(maxsize=256)
def _mark_kind(rules: str) -> scoring.MarkKind:
    document = {"format": 1, "rules": {"one": json.loads(rules)}, "contest": [{"id": "one", "rules": "one"}]}
    return scoring.parse(document).cases["one"].rules.stages[0].mark


def _exact(criterion: str, text: str) -> Any:
    return int(text) if criterion == "place" else text.replace(",", ".")


def _plain(args: Mapping[str, object]) -> dict[str, Any]:
    return {key: value if isinstance(value, str | int | list) else str(value) for key, value in args.items()}
