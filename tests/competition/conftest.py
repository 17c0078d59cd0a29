"""How a command of a Games is refused."""

from collections.abc import Callable

import pytest

from spartakiad.errors import Refusal
from tests.competition.playing import TYPES, Played

Refused = Callable[..., Refusal]


@pytest.fixture(scope="session")
def refused() -> Refused:
    """The refusal that a command meets; nothing may have changed."""

    def met(games: Played, command: object, by: str = TYPES) -> Refusal:
        before = games.state
        with pytest.raises(Refusal) as caught:
            games.do(command, by)
        assert games.state is before
        return caught.value

    return met
