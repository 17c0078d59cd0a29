"""What is official at one number of the journal, as it is stored and hashed: never recomputed in place."""

from collections.abc import Mapping
from typing import Any

import scoring
from spartakiad.competition.document import parsed
from spartakiad.competition.state import State
from spartakiad.store.canonical import digest


def official_rows(state: State) -> Mapping[str, Any]:
    """Contests and standings of the official results alone."""
    return scoring.as_json(scoring.score(parsed(state, upto="official")))


def standings_hash(rows: Mapping[str, Any]) -> str:
    return digest(rows["standings"])
