"""A fragment is a block of its page: rendered alone, in its handler's own context, it is a part of the page."""

from collections.abc import Mapping
from typing import Any

import pytest
from jinja2 import Environment, Template
from jinja2.runtime import Context
from jinja2_fragments import render_block

from spartakiad.app import create_litestar
from spartakiad.settings import Settings
from spartakiad.web.hub import Hub
from spartakiad.web.render import environment
from tests.doors.visiting import PUBLIC_PAGES, SECRET, Site, Visitor

Seen = Mapping[str, dict[str, Any]]


def blocks() -> list[tuple[str, str]]:
    """Every fragment: its template and its name."""
    env = environment()
    names = [name for name in env.list_templates() if name.endswith(".html")]
    return [(name, block) for name in names for block in env.get_template(name).blocks if block.startswith("part_")]


@pytest.fixture(scope="module")
def seen(shared_race: Site) -> tuple[Environment, Seen]:
    """The contexts that handlers gave to their templates while every page with a fragment was visited, once."""
    contexts: dict[str, dict[str, Any]] = {}

    class Recording(Template):
        def new_context(self, vars: dict[str, Any] | None = None, *rest: Any, **more: Any) -> Context:
            if vars:
                contexts.setdefault(str(self.name), dict(vars))
            return super().new_context(vars, *rest, **more)

    env = environment()
    env.template_class = Recording
    application = create_litestar(Settings(secret=SECRET), shared_race.shell, Hub())
    application.state.templates = env
    recorded = Site(shared_race.shell, application, shared_race.runner)
    for path in (*PUBLIC_PAGES, "/games/demo/widget"):
        recorded.visitor().get(path)
    judge: Visitor = recorded.signed_in("judge", games="race", contest="ski-women")
    judge.get("/me/notices/race")
    secretary = recorded.signed_in("chief_secretary", games="race")
    for page in ("/office/race", "/office/race/inbox"):
        secretary.get(page)
    judge.post("/judge/race/ski-women/marks/1", {"raw": "1:75", "version": 0})
    return env, contexts


@pytest.mark.parametrize(("template", "block"), blocks())
def test_a_fragment_stands_alone_and_is_a_part_of_its_page(
    seen: tuple[Environment, Seen], template: str, block: str
) -> None:
    env, contexts = seen
    alone = render_block(env, template, block, **contexts[template])
    page = env.get_template(template).render(**contexts[template])
    assert (bool(alone.strip()), alone.strip() in page) == (True, True)


def test_a_fragment_of_the_sheet_is_all_that_htmx_gets(shared_race: Site) -> None:
    judge = shared_race.signed_in("judge", games="race", contest="ski-women")
    answer = judge.post(
        "/judge/race/ski-women/marks/1", {"raw": "40:33,2", "version": 0}, headers={"HX-Request": "true"}
    )
    assert (answer.status_code, answer.text.strip()[:16], "<html" in answer.text) == (200, '<li id="mark-1">', False)


def test_a_client_cannot_choose_a_fragment(shared_race: Site) -> None:
    captain = shared_race.captain()
    headers = {"HX-Request": "true", "HX-Target": "part_row", "HX-Request-Type": "partial"}
    assert captain.get("/team/demo/vologda", headers=headers).text.startswith("<!doctype html>")
