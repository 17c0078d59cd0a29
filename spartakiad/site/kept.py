"""The queries under which the memo keeps public pages; every other query is answered and not kept."""

from spartakiad.competition.shell import Shell
from spartakiad.site import screen
from spartakiad.web.memo import KeptAs


def kept_queries(shell: Shell) -> KeptAs:
    def kept_as(path: str, query: bytes) -> bytes | None:
        if path.startswith("/games/") and path.endswith(("/screen", "/screen/possible")):
            return screen.kept_as(query)
        if path.startswith("/games/") and path.endswith("/widget"):
            return _of_a_city(shell, path.split("/")[2], query)
        return None

    return kept_as


def _of_a_city(shell: Shell, games: str, query: bytes) -> bytes | None:
    """`city=` of a team of these Games."""
    now = shell.memory.shown.get(games)
    name, _, city = query.decode("latin-1").partition("=")
    known = now is not None and any(team.city == city for team in now.state.teams.values())
    return query if known and name == "city" else None
