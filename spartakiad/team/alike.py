"""One person typed into a form: whether he is somebody of this city who is known already is asked there."""

from collections.abc import Mapping
from dataclasses import dataclass

from spartakiad.entries.queries import known
from spartakiad.people.alike.actions import Identity
from spartakiad.people.alike.asking import Look, Looks, answered
from spartakiad.people.alike.near import faces_of
from spartakiad.people.forms import Clean
from spartakiad.web.forms import AnyRequest
from spartakiad.web.wiring import shell_of


@dataclass(frozen=True, slots=True)
class Meant:
    clean: Clean
    identity: Identity


def meant(
    request: AnyRequest, games: str, team: str, clean: Clean, typed: Mapping[str, str]
) -> Meant | tuple[Look, ...]:
    """Who is meant, or those he looks like where nobody has said it yet."""
    shell = shell_of(request)
    (face,) = faces_of([clean])
    with shell.store.reader() as session:
        found = known(session, shell.now(games).state, games, team, [face])
        looks = () if face.key in found.people else Looks(found.ours).like(face, clean)
    answer = answered(typed.get("same", ""), clean, face.key, looks)
    return Meant(answer.clean, answer.identity) if answer else looks
