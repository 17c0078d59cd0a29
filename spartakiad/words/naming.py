"""How the ids of one document are called, and the small phrases that sentences share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from spartakiad.words.numbers import number

Args = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """How ids of one document are called: teams, contests, entrants; `mark` writes a value of a contest's mark."""

    team: Callable[[str], str]
    contest: Callable[[str], str]
    entrant: Callable[[str], str]
    mark: Callable[[str, Any], str]


NO_NAMES = Names(str, str, str, lambda _contest, value: str(value))


def in_place(place: Any) -> str:
    return f"{number(place)}-е\u00a0место"


def with_document(args: Args) -> str:
    return f" ({args['document']})" if args.get("document") else ""


def teams_named(ids: Any, names: Names) -> str:
    return ", ".join(names.team(str(one)) for one in ids)
