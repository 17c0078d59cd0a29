"""What no browser sends: every answer is a refusal in Russian, never an error of ours, and nothing is written."""

import re

import httpx
import pytest

from spartakiad.accounts.roles import Role
from spartakiad.app import MOST_BODY
from tests.doors.visiting import Site

ATHLETES, SUBMISSION = "/team/demo/vologda/athletes", "/team/demo/vologda/submission"
RUSSIAN = re.compile(r"<p>[А-Я][^<]{20,}</p>")


def explained(answer: httpx.Response) -> bool:
    """A refusal of the client's doing, in a sentence that says what to do."""
    return 400 <= answer.status_code < 500 and RUSSIAN.search(answer.text) is not None


ADDRESSES = [
    "/games/99999999999999999999999",
    "/games/-1",
    "/games/demo/contests/" + "9" * 23,
    "/games/demo/contests/ski-women%00",
    "/games/%00",
    "/games/%F0%9F%8E%BF",
    "/games/%E2%80%AEomed",
    "/games/%ff%fe",
    "/games/demo%2f..%2fadmin",
    "/games/%ed%a0%80",
    "/games/" + "a" * 5000,
    "/games/demo'--",
    "/games/{{7*7}}",
    "/calendar/0000",
    "/calendar/99999",
    "/calendar/٢٠٢٤",
    "/calendar/-2024",
    "/cities/%D0%92%D0%BE%D0%BB%D0%BE%D0%B3%D0%B4%D0%B0",
    "/invitation/%00",
    "/invitation/" + "x" * 4000,
    "/static/x/%00",
    "/static/" + "../" * 30 + "etc/passwd",
    "/.git/config",
]


@pytest.mark.parametrize("path", ADDRESSES, ids=ascii)
def test_an_address_that_is_not_there_is_explained(shared_site: Site, path: str) -> None:
    answer = shared_site.visitor().get(path)
    assert (answer.status_code, explained(answer)) == (404, True)


def test_what_stands_in_an_address_is_never_repeated_on_the_page(shared_site: Site) -> None:
    assert "zzqq" not in shared_site.visitor().get("/games/<i>zzqq").text


@pytest.mark.parametrize("number", ["9" * 23, "-1", "0", "1.5", "９９９", "1e3", "x", "%00"])
@pytest.mark.parametrize("form", ["link", "exclusion"])
def test_a_number_of_an_account_that_is_not_there_is_explained(shared_site: Site, number: str, form: str) -> None:
    answer = shared_site.signed_in(Role.ADMIN, games="").post(f"/admin/accounts/{number}/{form}")
    assert explained(answer)


@pytest.mark.parametrize("entrant", ["9" * 23, "-1", "%00", "🎿", "\u202e17", "１７", "x" * 3000], ids=ascii)
def test_a_number_of_an_athlete_that_is_not_there_is_explained(shared_site: Site, entrant: str) -> None:
    judge = shared_site.signed_in(Role.JUDGE, contest="trail")
    answer = judge.post(f"/judge/demo/trail/marks/{entrant}", {"raw": "40:33", "version": 0})
    assert 400 <= answer.status_code < 500


@pytest.mark.parametrize(
    "query", ["?" + "a=1&" * 5000, "?a[b][c][d]=1", "?%00=%ff", "?seen=" + "9" * 400, "?done=<script>"], ids=range(5)
)
@pytest.mark.parametrize("path", ["/games/demo/standings", "/team/demo/vologda"])
def test_a_strange_query_changes_nothing_of_the_page(shared_site: Site, path: str, query: str) -> None:
    answer = shared_site.captain().get(path + query)
    assert (answer.status_code, "<script>" in answer.text) == (200, False)


@pytest.mark.parametrize("method", ["OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "PROPFIND", "CONNECT"])
@pytest.mark.parametrize("path", ["/", "/games/demo/standings", "/team/demo/vologda", SUBMISSION, "/admin"])
def test_another_method_does_nothing(shared_site: Site, path: str, method: str) -> None:
    before = shared_site.numbers()
    status = shared_site.captain().ask(method, path, headers={"X-Form-Token": shared_site.captain().token}).status_code
    assert (status in (403, 404, 405), shared_site.numbers()) == (True, before)


@pytest.mark.parametrize(
    "path", ["/", "/games/demo/standings", "/team/demo/vologda", "/sign-in", "/nowhere", "/healthz"]
)
def test_a_look_at_the_head_has_no_body(shared_site: Site, path: str) -> None:
    answer = shared_site.captain().ask("HEAD", path)
    assert (answer.status_code < 500, answer.content) == (True, b"")


@pytest.mark.parametrize("header", ["X-HTTP-Method-Override", "X-Method-Override"])
def test_a_header_does_not_make_a_reading_request_a_writing_one(shared_site: Site, header: str) -> None:
    before = shared_site.numbers()
    shared_site.captain().get(SUBMISSION, headers={header: "POST"})
    assert shared_site.numbers() == before


MULTIPART = "multipart/form-data; boundary=edge"
BODIES = {
    "not multipart": (MULTIPART, b"hello"),
    "cut short": (MULTIPART, b'--edge\r\nContent-Disposition: form-data; name="surname"\r\n\r\n\xd0'),
    "no boundary": ("multipart/form-data", b"--edge--"),
    "no name": (MULTIPART, b"--edge\r\nContent-Disposition: form-data\r\n\r\nx\r\n--edge--\r\n"),
    "many parts": (
        MULTIPART,
        b'--edge\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n' * 1001 + b"--edge--\r\n",
    ),
    "broken charset": (
        MULTIPART,
        b'--edge\r\nContent-Disposition: form-data; name="a"\r\n'
        b"Content-Type: text/plain; charset=no-such\r\n\r\nx\r\n--edge--\r\n",
    ),
    "a file for a word": (
        MULTIPART,
        b'--edge\r\nContent-Disposition: form-data; name="surname"; filename="x.txt"\r\n\r\nx\r\n--edge--\r\n',
    ),
    "broken percents": ("application/x-www-form-urlencoded", b"surname=%zz%ff%&=&&&name=%00"),
    "broken letters": ("application/x-www-form-urlencoded", b"surname=\xff\xfe\x00"),
    "many fields": ("application/x-www-form-urlencoded", b"a=1&" * 20_000),
    "JSON": ("application/json", b'{"surname": "x"}'),
    "deep JSON": ("application/json", b"[" * 100_000),
    "plain text": ("text/plain", b"surname=x"),
    "no type": ("", b"surname=x"),
    "nonsense type": ("\xff/\x01; q", b"surname=x"),
    "XML": ("application/xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
}


@pytest.mark.parametrize("case", BODIES)
@pytest.mark.parametrize("path", [ATHLETES, "/team/demo/vologda/paste", "/team/demo/vologda/import"])
def test_a_body_that_is_no_form_is_refused(shared_site: Site, path: str, case: str) -> None:
    captain, before = shared_site.captain(), shared_site.numbers()
    kind, body = BODIES[case]
    headers = {"X-Form-Token": captain.token, **({"Content-Type": kind.encode("latin-1")} if kind else {})}
    answer = captain.ask("POST", path, content=body, headers=headers)
    assert (400 <= answer.status_code < 500, shared_site.numbers()) == (True, before)


@pytest.mark.parametrize("case", [case for case in BODIES if case != "a file for a word"])
def test_a_body_that_is_no_form_carries_no_token(shared_site: Site, case: str) -> None:
    kind, body = BODIES[case]
    headers = {"Content-Type": kind.encode("latin-1")} if kind else {}
    answer = shared_site.captain().ask("POST", SUBMISSION, content=body, headers=headers)
    assert 400 <= answer.status_code < 500


@pytest.mark.parametrize("length", [MOST_BODY + 1, 3 * MOST_BODY])
def test_too_large_a_body_is_refused_in_russian(shared_site: Site, length: int) -> None:
    captain = shared_site.captain()
    answer = captain.post(ATHLETES, {"surname": "ы" * length})
    assert (answer.status_code, "разделите на части" in answer.text) == (413, True)


def test_too_large_a_body_without_a_length_is_refused_too(shared_site: Site) -> None:
    captain = shared_site.captain()

    async def endless():  # type: ignore[no-untyped-def]
        for _ in range(64):
            yield b"surname=" + b"x" * 16 * 1024

    headers = {"X-Form-Token": captain.token, "Content-Type": "application/x-www-form-urlencoded"}
    assert captain.ask("POST", ATHLETES, content=endless(), headers=headers).status_code == 413


@pytest.mark.parametrize(
    "form", ["surname=A&surname=B&name=&name=C", "form_token=x&form_token=y", "surname[]=x&surname[0]=y"]
)
def test_a_field_sent_twice_is_no_error_of_ours(shared_site: Site, form: str) -> None:
    captain = shared_site.captain()
    headers = {"X-Form-Token": captain.token, "Content-Type": "application/x-www-form-urlencoded"}
    assert captain.ask("POST", ATHLETES, content=form.encode(), headers=headers).status_code == 422


def test_fields_that_no_form_has_are_not_listened_to(site: Site) -> None:
    form = {"surname": "Лыжина", "name": "Анна", "sex": "ж", "born_on": "05.03.1990"}
    site.captain().post(
        ATHLETES, {**form, "team": "pskov", "admission": "admitted", "role": "admin", "number": "1", "id": "1"}
    )
    newest = list(site.shell.now("demo").state.athletes.values())[-1]
    assert (newest.team, site.shell.now("demo").state.admission(newest.number).state) == ("vologda", "pending")


@pytest.mark.parametrize("host", ["evil.test", "games.test@evil.test", ""])
def test_a_foreign_host_stands_in_no_address_of_a_public_page(shared_site: Site, host: str) -> None:
    assert "evil.test" not in shared_site.visitor().get("/games/demo", headers={"Host": host}).text


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": "a" * 8000},
        {"Cookie": "; ; =; \xff"},
        {"Accept-Encoding": "br;q=x, gzip;q=,"},
        {"If-None-Match": '"' * 500},
        {"HX-Request": "\xff"},
    ],
    ids=range(5),
)
def test_broken_headers_are_no_error_of_ours(shared_site: Site, headers: dict[str, str]) -> None:
    raw = {name: value.encode("latin-1") for name, value in headers.items()}
    assert shared_site.visitor().get("/games/demo/standings", headers=raw).status_code == 200
