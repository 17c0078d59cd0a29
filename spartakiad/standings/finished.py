"""Whether everybody sees the end of a Games already."""

from spartakiad.competition.shell import Shell
from spartakiad.errors import Refusal


def finished(shell: Shell, games: str) -> None:
    """Raises Refusal not_found, or copy_early while its pages may still change."""
    if shell.shown(games).state.state != "closed":
        raise Refusal("copy_early")
