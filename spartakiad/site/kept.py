"""The queries under which the memo keeps public pages; every other query is answered and not kept."""

from spartakiad.competition.shell import Shell
from spartakiad.site import screen
from spartakiad.web.memo import KeptAs


def kept_queries(_shell: Shell) -> KeptAs:
    def kept_as(path: str, query: bytes) -> bytes | None:
        if path.startswith("/games/") and path.endswith(("/screen", "/screen/possible")):
            return screen.kept_as(query)
        return None

    return kept_as
