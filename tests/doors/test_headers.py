"""What stands on every answer, whoever made it, and what must never stand on a public one."""

import asyncio
from typing import Any

import pytest

from spartakiad.app import create_app
from spartakiad.competition.shell import Shell
from spartakiad.settings import Settings
from spartakiad.web.assets import address
from tests.doors.visiting import PUBLIC_PAGES, Site, Visitor

SAFE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
STAFF_PAGES = ["/team/demo/vologda", "/team/demo/pskov", "/me", "/judge/demo/trail"]
OTHERS = ["/sign-in", "/healthz", "/nowhere", "/calendar/20x4", "/games/nowhere", address("style.css")]


@pytest.mark.parametrize("path", [*PUBLIC_PAGES, *STAFF_PAGES, *OTHERS])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_every_answer_tells_the_browser_to_be_careful(shared_site: Site, method: str, path: str) -> None:
    headers = shared_site.captain().ask(method, path).headers
    opened = (
        {"cross-origin-resource-policy": "cross-origin"}
        if path.startswith("/api/v1/") or path.endswith("/atom.xml")
        else {}
    )
    assert {name: headers.get(name) for name in SAFE} == SAFE | opened


@pytest.mark.parametrize("path", [*PUBLIC_PAGES, *STAFF_PAGES, *OTHERS])
def test_every_answer_allows_nothing_but_our_own(shared_site: Site, path: str) -> None:
    rules = dict(
        rule.split(" ", 1) for rule in shared_site.captain().get(path).headers["content-security-policy"].split("; ")
    )
    foreign = {name: value for name, value in rules.items() if value not in ("'self'", "'none'", "'self' data:")}
    assert (rules["default-src"], rules["script-src"], rules["frame-ancestors"], foreign) == (
        "'none'",
        "'self'",
        "'none'",
        {},
    )


@pytest.mark.parametrize("path", PUBLIC_PAGES)
def test_an_answer_out_of_the_memo_and_an_unchanged_one_carry_the_policy_too(shared_site: Site, path: str) -> None:
    kept = shared_site.visitor().get(path)
    unchanged = shared_site.visitor().get(path, headers={"If-None-Match": kept.headers["etag"]})
    assert (unchanged.status_code, "content-security-policy" in unchanged.headers) == (304, True)


@pytest.mark.parametrize("path", [*PUBLIC_PAGES, "/sign-in", "/nowhere", "/healthz"])
def test_a_public_page_sets_no_cookie(shared_site: Site, path: str) -> None:
    assert "set-cookie" not in shared_site.visitor().get(path).headers


@pytest.mark.parametrize("path", PUBLIC_PAGES)
def test_a_public_page_is_the_same_for_whoever_is_signed_in(shared_site: Site, path: str) -> None:
    assert shared_site.captain().get(path).text == shared_site.visitor().get(path).text


@pytest.mark.parametrize("path", ["/team/demo/vologda", "/team/demo/pskov", "/judge/demo", "/sign-in", "/nowhere"])
def test_a_page_of_the_staff_and_an_error_are_kept_nowhere(shared_site: Site, path: str) -> None:
    assert shared_site.captain().get(path).headers["cache-control"] == "no-store"


def test_a_preview_and_a_refused_form_are_kept_nowhere(shared_site: Site) -> None:
    captain = shared_site.captain()
    answers = [
        captain.post("/team/demo/vologda/paste", {"rows": rows}) for rows in ("", "Лыжина\tАнна\t\tж\t05.03.1990\t")
    ]
    assert [answer.headers["cache-control"] for answer in answers] == ["no-store", "no-store"]


def test_a_file_under_its_own_hash_is_kept_for_ever(shared_site: Site) -> None:
    assert "immutable" in shared_site.visitor().get(address("style.css")).headers["cache-control"]


def test_a_file_under_another_hash_is_asked_for_again(shared_site: Site) -> None:
    assert shared_site.visitor().get("/static/0/style.css").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    ["/static/0/../settings.py", "/static/0/..%2fsettings.py", "/static/0//etc/passwd", "/static/0/%2e%2e/app.py"],
)
def test_nothing_of_a_request_becomes_a_path_of_the_disk(shared_site: Site, path: str) -> None:
    assert shared_site.visitor().get(path).status_code == 404


def test_behind_tls_the_browser_is_told_to_stay_there(demo_shell: Shell, runner: asyncio.Runner) -> None:
    app: Any = create_app(Settings(secret=b"s", secure=True), demo_shell)
    assert "strict-transport-security" in Visitor(app, runner).get("/").headers


def test_behind_tls_the_cookie_is_bound_to_this_host(demo_shell: Shell, runner: asyncio.Runner) -> None:
    site = Site(demo_shell, create_app(Settings(secret=b"s", secure=True), demo_shell), runner)
    answer = site.visitor().post(site.link(site.new("office", games="")))
    assert (
        answer.headers["set-cookie"].startswith("__Host-spartakiad="),
        "Secure" in answer.headers["set-cookie"],
    ) == (True, True)
