"""A regulation read back in plain Russian: each contest and each standing in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from spartakiad.competition.document import parsed
from spartakiad.competition.programme import lines
from spartakiad.competition.state import State
from spartakiad.words.rules_plain import contest_rules, standing_rules


@dataclass(frozen=True, slots=True)
class Planned:
    """A contest of the programme. `quota`: how many athletes a team may enter, None where nobody counts."""

    id: str
    title: str
    outside: bool
    by_teams: bool
    quota: int | None
    sex: str
    rules: list[str]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A standing of the regulation."""

    id: str
    title: str
    rules: list[str]


@dataclass(frozen=True, slots=True)
class Regulation:
    """`version` and `reason` of what holds now; `source` where it is from."""

    contests: list[Planned]
    standings: list[Reckoned]
    version: int
    source: str


def regulation(state: State) -> Regulation:
    document = parsed(replace(state, entries={}, marks={}))  # rules are read the same without what was shown by them
    contests = [
        Planned(
            one.id,
            one.title,
            one.outside,
            one.by_teams,
            one.quota,
            one.sex,
            contest_rules(document.cases[one.id].rules),
        )
        for one in lines(state)
    ]
    titles = {line.id: line.title for line in lines(state)}
    standings = [Reckoned(one.id, one.title or one.id, standing_rules(one, titles)) for one in document.standings]
    about: Mapping[str, object] = document.about
    return Regulation(contests, standings, state.regulation_version, str(about.get("source", "")))
