"""render(): a page, or one block of it that the handler chose; never one that the client chose."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2_fragments import render_block
from litestar import MediaType, Request, Response

from spartakiad.accounts.roles import Me
from spartakiad.competition.memory import Now
from spartakiad.settings import data_folder
from spartakiad.web.access import form_token
from spartakiad.web.wiring import me_in, settings_of
from spartakiad.words import dates, invitations, numbers, states
from spartakiad.words.fields import TITLES

MADE_OF = "spartakiad.made_of"  # in the scope: where a public page notes what it was made of, for the memo


def environment() -> Environment:
    """Undefined names are errors, everything is escaped; assets and Russian words are at hand in every block."""
    from spartakiad.web import assets

    env = Environment(
        loader=FileSystemLoader(data_folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # a page has a dozen templates: nobody looks on the disk for each, as with static files
    )
    env.globals.update(static=assets.address)
    env.filters.update(
        number=numbers.number,
        dialled=numbers.dialled,
        day=dates.day,
        clock=dates.clock,
        moment=dates.moment,
        until=dates.until,
        state_words=states.words,
        state_kind=states.kind,
        field_title=TITLES.get,
        device=invitations.device,
    )
    return env


def public(
    request: Request[Any, Any, Any],
    template: str,
    reads: Mapping[str, int] | None,
    until: datetime | None = None,
    eager: bool = True,
    **context: Any,
) -> Response[str]:
    """A public page: no session, no cookie.

    `reads`: the numbers of the streams it was made of, by which the memo keeps it; None: it is made of the request
    itself, so it is not kept; `until`: stale by the clock then;
    `eager`: made again at once where it was asked for a moment ago, which a page that takes long is not.
    """
    if reads is not None:
        note_made_of(request, reads, until, eager)
    body = request.app.state.templates.get_template(template).render(**context)
    return Response(body, media_type=MediaType.HTML)


def note_made_of(
    request: Request[Any, Any, Any], reads: Mapping[str, int], until: datetime | None = None, eager: bool = True
) -> None:
    """Tell the memo that the answer to this request stands as long as these numbers do."""
    noted: dict[str, Any] = request.scope.get(MADE_OF, {})  # type: ignore[assignment]
    noted.update(reads=dict(reads), until=until.timestamp() if until else None, eager=eager)


def staff(
    request: Request[Any, Any, Any], template: str, block: str = "", status: int = 200, **context: Any
) -> Response[str]:
    """A page of a signed-in person, or `block` of it when htmx asks; never kept anywhere."""
    me = me_in(request)
    context |= {
        "me": Signed(me.name, role_words(me), me.hall is not None),
        "form_token": form_token(settings_of(request).secret, me.token_hash),
    }
    return Response(
        _text(request, template, block, context),
        media_type=MediaType.HTML,
        status_code=status,
        headers={"Cache-Control": "no-store", "Vary": "HX-Request"},
    )


def following(now: Now) -> dict[str, Any]:
    """What a cabinet needs to keep itself and its notices fresh while the Games move on."""
    return {"notices_of": now.slug, "stream": now.stream, "number": now.state.number}


@dataclass(frozen=True, slots=True)
class Signed:
    """Whoever is signed in, as the head of a page says it; `by_card`: he may hand his device to another judge."""

    name: str
    role_words: str
    by_card: bool


def role_words(me: Me) -> str:
    return ", ".join(dict.fromkeys(states.words(held.role.value, "account") for held in me.roles))


def is_htmx(request: Request[Any, Any, Any]) -> bool:
    return request.headers.get("hx-request") == "true"


def _text(request: Request[Any, Any, Any], template: str, block: str, context: dict[str, Any]) -> str:
    env: Environment = request.app.state.templates
    if block and is_htmx(request):
        return str(render_block(env, template, block, **context))
    return env.get_template(template).render(**context)
