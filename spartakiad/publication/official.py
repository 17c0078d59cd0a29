"""What became official is stored as it was."""

from collections.abc import Mapping
from typing import Any

import scoring
from spartakiad.competition.desk import Desk
from spartakiad.competition.document import parsed
from spartakiad.competition.facts import Fact
from spartakiad.competition.memory import stream_of
from spartakiad.models.journal import Official
from spartakiad.store import journal
from spartakiad.store.canonical import canonical, digest


def carried_out(desk: Desk, games: str, command: object) -> list[Fact]:
    """The command's facts; every official result that it moved is kept as its next revision."""
    before = {key: one.revision for key, one in desk.state(games).contests.items()}
    facts = desk.carry_out(games, command)
    for key, one in desk.state(games).contests.items():
        if one.state == "official" and one.revision != before.get(key):
            keep_official(desk, games, key)
    return facts


def keep_official(desk: Desk, games: str, contest: str) -> int:
    """Keep the revision that the contest has just got, with its rows, the standings' hash and the engine."""
    state = desk.state(games)
    rows: Mapping[str, Any] = scoring.as_json(scoring.score(parsed(state, upto="official")))
    stream = journal.locked(desk.session, stream_of(games))
    desk.session.add(
        Official(
            stream_id=stream.id or 0,
            contest=contest,
            revision=state.contests[contest].revision,
            number=state.number,
            rows=canonical(rows["contests"][contest]),
            standings_hash=digest(rows["standings"]),
            engine_version=scoring.VERSION,
            at=desk.at,
        )
    )
    return state.contests[contest].revision
