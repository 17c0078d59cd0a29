"""Sheets are published as two files, kept byte for byte, closed when somebody takes his consent back, and checked."""

import hashlib
import io
import re
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.fact_kinds import fact_of
from spartakiad.competition.sheet_facts import SheetPublished
from spartakiad.competition.sheets import Revision
from spartakiad.documents.issue import Issue
from spartakiad.models.papers import SheetFile
from spartakiad.people.actions import WithdrawConsent, withdraw_consent
from spartakiad.people.queries import names_of
from spartakiad.publication.keys import is_signed
from spartakiad.store import journal
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor

OFFICE, PUBLIC = "/office/demo/sheets", "/games/demo/sheets"
SKIER = "48"  # of the men's race, who agreed to the publication of his name


@pytest.fixture
def secretary(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_SECRETARY, "demo")


@pytest.fixture
def published(site: Site, secretary: Visitor) -> Revision:
    """The protocol of the men's race, its first revision."""
    assert secretary.post(OFFICE, {"contest": "ski-men"}).status_code == 303
    return last(site)


def last(site: Site, number: int = 2) -> Revision:
    return site.shell.now("demo").state.sheets[number].last


def printed(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def name_of(site: Site, number: str = SKIER) -> str:
    with site.shell.store.reader() as session:
        name = names_of(session, "demo")[number]
    return f"{name.surname} {name.name}"


def file(site: Site, revision: int) -> bytes:
    answer = site.visitor().get(f"{PUBLIC}/2/{revision}/protocol.pdf")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    return answer.content


def withdrawn(site: Site, secretary: Visitor) -> None:
    team = site.shell.now("demo").state.athletes[SKIER].team
    page = f"/office/demo/admission/{team}/consents/{SKIER}/withdrawal"
    assert secretary.post(page, {"kind": "publication"}).status_code == 303


def verdict(site: Site, **asked: object) -> str:
    return words(site.visitor().get("/verify", params=asked).text)


def test_a_published_sheet_is_two_files_known_by_their_hashes(
    site: Site, secretary: Visitor, published: Revision
) -> None:
    public, full = file(site, 1), secretary.get(f"{OFFICE}/2/1/full.pdf").content
    assert [hashlib.sha256(one).hexdigest() for one in (public, full)] == [published.public, published.full]
    hidden = name_of(site, "45")
    assert not site.shell.now("demo").state.athletes["45"].shown
    assert (hidden in printed(full), hidden in printed(public)) == (True, False)
    assert name_of(site) in printed(public) and "НЕ ОПУБЛИКОВАН" not in printed(public)


def test_the_fact_is_signed_and_names_the_line_before_it(site: Site, published: Revision) -> None:
    with site.shell.store.reader() as session:
        lines = list(journal.read(session, "games:demo"))
    fact = next(line for line in lines if line.kind == "sheet.published")
    assert fact.payload["head"] == lines[fact.number - 2].hash
    told = fact_of(fact)
    assert isinstance(told, SheetPublished)
    signed = told.signed
    assert is_signed(published.key, published.signature, signed)
    assert not is_signed(published.key, published.signature, signed.replace(published.public, published.full))


def test_the_private_key_is_for_its_owner_alone_and_the_public_one_for_everybody(
    site: Site, published: Revision
) -> None:
    path = site.settings.keys / "demo.key"
    assert path.stat().st_mode & 0o777 == 0o600
    key = site.shell.now("demo").state.key
    assert key == published.key and key in "".join(words(site.visitor().get(PUBLIC).text).split())
    assert path.read_bytes().hex() not in site.visitor().get(PUBLIC).text


def test_a_sheet_stays_as_it_was_when_names_come_or_go(site: Site, secretary: Visitor, published: Revision) -> None:
    before = file(site, 1)
    contest = site.visitor().get("/games/demo/contests/ski-men/protocol.pdf").content
    assert contest == before
    withdrawn(site, secretary)
    with site.shell.store.reader() as session:
        kept = session.get(SheetFile, published.public)
    assert kept is not None and kept.content == before


def test_a_withdrawn_consent_closes_the_public_file_and_issues_the_next_revision(
    site: Site, secretary: Visitor, published: Revision
) -> None:
    assert name_of(site) in printed(file(site, 1))
    withdrawn(site, secretary)
    gone = site.visitor().get(f"{PUBLIC}/2/1/protocol.pdf")
    assert gone.status_code == 410 and "Откройте редакцию 2" in gone.text
    text = printed(file(site, 2))
    assert name_of(site) not in text and "Участник № 48" in text and "редакция 2" in text
    assert name_of(site) in printed(secretary.get(f"{OFFICE}/2/2/full.pdf").content)
    assert verdict(site, hash=published.public).count("Подлинный, но заменён редакцией 2.") == 1
    assert name_of(site) not in printed(site.visitor().get("/games/demo/contests/ski-men/protocol.pdf").content)


def test_whoever_withdraws_by_another_way_finds_the_file_closed_all_the_same(site: Site, published: Revision) -> None:
    person = site.shell.now("demo").state.athletes[SKIER].person
    site.shell.write_now(withdraw_consent, WithdrawConsent(person), SYSTEM)
    assert site.visitor().get(f"{PUBLIC}/2/1/protocol.pdf").status_code == 410
    assert "файл закрыт" in words(site.visitor().get(f"{PUBLIC}/2/1").text).lower()


def test_the_next_revision_shows_the_results_of_the_one_before_even_while_they_are_corrected(
    site: Site, secretary: Visitor, published: Revision
) -> None:
    paper = {"contest": "ski-men", "team": "pskov", "received_day": "20.02.2026", "received_time": "18:05"}
    secretary.post("/office/demo/protests", {**paper, "clause": "6.1", "protest_text": "хронометраж"})
    number = max(site.shell.now("demo").state.protests)
    ruling = {"verdict": "upheld", "reason": "пересчитать", "jury": "Зимин"}
    site.signed_in(Role.CHIEF_JUDGE, "demo").post(f"/office/demo/protests/{number}", ruling)
    chief = site.signed_in(Role.SPORT_CHIEF, "demo")
    assert chief.post("/judge/demo/ski-men/reopening", {"reason": f"протест № {number}"}).status_code == 303
    assert "результаты после неё изменились" in verdict(site, hash=published.public)
    withdrawn(site, secretary)
    one = last(site)
    assert (one.revision, one.why, one.of, one.results) == (2, "name", published.of, published.results)
    assert one.standings == published.standings and "ПРЕДВАРИТЕЛЬНЫЙ" not in printed(file(site, 2))


def test_an_erased_person_is_in_no_file_that_is_kept(site: Site, secretary: Visitor, published: Revision) -> None:
    hidden = name_of(site, "45")
    team = site.shell.now("demo").state.athletes["45"].team
    page = f"/office/demo/admission/{team}/consents/45/erasure"
    assert secretary.post(page, {"reason": "заявление от 24.02.2026"}).status_code == 303
    with site.shell.store.reader() as session:
        kept = [session.get(SheetFile, digest) for digest in (published.full, published.public)]
    assert [one.content for one in kept if one] == [None, None]
    assert secretary.get(f"{OFFICE}/2/1/full.pdf").status_code == 404
    assert hidden not in printed(secretary.get(f"{OFFICE}/2/2/full.pdf").content)
    assert "заменён редакцией 2" in verdict(site, hash=published.full)


def test_what_is_not_official_is_not_published_and_nothing_twice(site: Site, secretary: Visitor) -> None:
    before = site.numbers()
    early = secretary.post(OFFICE, {"contest": "figure"})
    assert early.status_code == 409 and "Публиковать рано" in early.text
    assert secretary.post(OFFICE, {"contest": "nowhere"}).status_code == 404
    assert secretary.post(OFFICE, {}).status_code == 422
    assert site.numbers() == before
    assert secretary.post(OFFICE, {"contest": "ski-men"}).status_code == 303
    again = secretary.post(OFFICE, {"contest": "ski-men"})
    assert again.status_code == 409 and "ничего не изменилось" in again.text


def test_the_overall_sheet_is_replaced_when_another_contest_becomes_official(site: Site, secretary: Visitor) -> None:
    assert secretary.post(OFFICE, {"contest": "_"}).status_code == 303
    (number,) = site.shell.now("demo").state.sheets
    one = last(site, number)
    assert "Подлинный и действующий" in verdict(site, hash=one.public)
    assert secretary.post("/office/demo/contests/figure/official").status_code == 303
    assert "официальные результаты после неё изменились" in verdict(site, hash=one.public)
    assert secretary.post(OFFICE, {"contest": "_"}).status_code == 303
    assert "заменён редакцией 2" in verdict(site, hash=one.public)
    assert "Подлинный и действующий" in verdict(site, hash=last(site, number).full)


def test_the_code_on_the_paper_leads_to_its_verdict(site: Site, published: Revision) -> None:
    text = printed(file(site, 1))
    assert f"код {published.code}" in text and "протокол 2, редакция 1" in text
    asked = {"games": "demo", "number": 2, "revision": 1, "code": published.code}
    assert "Подлинный и действующий." in verdict(site, **asked)
    for other in ({"code": "0" * 12}, {"revision": 2}, {"number": 3}, {"games": "race"}, {"number": "²"}):
        assert "Не наш" in verdict(site, **{**asked, **other})


def test_a_file_is_checked_where_the_browser_cannot_do_it(site: Site, published: Revision) -> None:
    content = file(site, 1)

    def sent(body: bytes) -> str:
        return words(site.visitor().ask("POST", "/verify", files={"file": ("a.pdf", body)}).text)

    assert "Подлинный и действующий." in sent(content)
    assert "Не наш" in sent(content[:-1]) and "Не наш" in sent(content[:-1] + bytes([content[-1] ^ 1]))
    empty = site.visitor().ask("POST", "/verify", files={"file": ("", b"")})
    assert empty.status_code == 422 and "Выберите файл" in empty.text
    assert site.visitor().ask("POST", "/verify", files={"file": ("a", b"x" * 3_000_000)}).status_code == 413


def test_a_hash_that_is_none_is_said_so_at_its_field(shared_site: Site) -> None:
    answer = shared_site.visitor().get("/verify", params={"hash": "зря"})
    assert answer.status_code == 422 and re.search(r'id="f-hash-error".*64 знака', answer.text)
    assert 'value="зря"' in answer.text


def test_whoever_takes_the_full_file_is_written_down_and_nobody_else_gets_it(
    site: Site, secretary: Visitor, published: Revision
) -> None:
    assert secretary.get(f"{OFFICE}/2/1/full.pdf").headers["cache-control"] == "no-store"
    assert "протокол 2, редакция 1, с полными именами" in secretary.get("/office/demo/exports").text
    assert site.signed_in(Role.OPERATOR, "demo").get(f"{OFFICE}/2/1/full.pdf").status_code == 403
    assert site.visitor().get(f"{OFFICE}/2/1/full.pdf").status_code == 303


def test_the_code_in_the_picture_is_this_address(published: Revision) -> None:
    issue = Issue("demo", 2, 1, published.code, "https://example.org", datetime(2026, 2, 20, tzinfo=UTC), "public")
    address = urlsplit(issue.address)
    assert address.path == "/verify"
    assert parse_qs(address.query) == {"games": ["demo"], "number": ["2"], "revision": ["1"], "code": [published.code]}
