"""What became official is stored as it was."""

import scoring
from spartakiad.competition.desk import Desk
from spartakiad.competition.facts import Fact
from spartakiad.competition.memory import stream_of
from spartakiad.models.journal import Official
from spartakiad.publication.frozen import official_rows, standings_hash
from spartakiad.store import journal
from spartakiad.store.canonical import canonical


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
    rows = official_rows(state)
    stream = journal.locked(desk.session, stream_of(games))
    desk.session.add(
        Official(
            stream_id=stream.id or 0,
            contest=contest,
            revision=state.contests[contest].revision,
            number=state.number,
            rows=canonical(rows["contests"][contest]),
            standings_hash=standings_hash(rows),
            engine_version=scoring.VERSION,
            at=desk.at,
        )
    )
    return state.contests[contest].revision
