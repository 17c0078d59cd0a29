"""What a command would make of a Games."""

from datetime import datetime

from spartakiad.competition.decide import decide
from spartakiad.competition.state import State
from spartakiad.competition.supposed import supposed


def imagined(state: State, command: object, by: str, at: datetime) -> State:
    """The state as it would be; nothing is written. Raises Refusal as the command itself would."""
    return supposed(state, decide(state, command, by), by, at)
