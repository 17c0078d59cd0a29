"""Whoever was replaced out of a delegation is erased as well: no page, no file and no row names him any more."""

import html
import io
import json
import zipfile

import pytest
from pypdf import PdfReader
from sqlmodel import SQLModel

import scoring
from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.document import document
from spartakiad.cup.ceremony.actions import NewPrize, add_prize
from spartakiad.cup.ceremony.queries import prizes
from spartakiad.entries.commission import Admission, Verdict, admit, judge_delegation
from spartakiad.games.notices import NewNotice, give_notice
from spartakiad.people.queries import full_names
from spartakiad.publication.protests import NewProtest, file_protest
from spartakiad.store import journal
from tests.doors.access_table import EVERYBODY, SIGNED_IN, TABLE
from tests.doors.places import PLACES
from tests.doors.visiting import Site, Visitor

CABINET, CONSENTS = "/team/demo/pskov", "/office/demo/admission/pskov/consents"
REPORT = "/office/demo/report"
GOES = {"surname": "Буранова", "name": "Ия", "sex": "ж", "born_on": "05.03.1991", "uin_gto": "24-44-0012345"}
COMES = {"surname": "Метелева Анна Игоревна", "sex": "ж", "born_on": "05.03.1990"}
STEM = "буранов"
TABLES = SQLModel.metadata.tables
WHERE = PLACES | {"team": "pskov", "contest": "ski-women"}


def replaced(site: Site) -> str:
    """№ of Буранова, about whom everybody has written something before Метелева came in for her."""
    captain = site.captain("pskov")
    captain.post(f"{CABINET}/athletes", GOES)
    number = max((one.number for one in site.shell.now("demo").state.athletes.values()), key=int)
    commission = site.signed_in(Role.COMMISSION)
    papers = {f"{kind}-{number}": "yes" for kind in ("processing", "publication")}
    assert commission.post(CONSENTS, {"given_on": "19.02.2026", **papers}).status_code == 303
    do = site.shell.write_now
    do(admit, Admission("demo", number, "refused", clause="4.5", reason="Буранова забыла справку"), SYSTEM)
    do(judge_delegation, Verdict("demo", "pskov", "remarks", "Ждём справку Бурановой"), SYSTEM)
    do(give_notice, NewNotice("demo", ("all",), "Буранову ждут в секретариате"), SYSTEM)
    told = NewProtest("demo", "darts", "pskov", "2026-02-19T20:40", "5.7", "номер перепутан с Бурановой")
    do(file_protest, told, SYSTEM)
    do(add_prize, NewPrize("demo", "Буранова Ия", "за волю Бурановой к победе", ""), SYSTEM)
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    assert (
        secretary.post(REPORT, {"report_medical": "Буранову осмотрел врач", "was-report_medical": ""}).status_code
        == 303
    )
    why = {"reason": "травма Бурановой", "allowed": "главный секретарь Петров"}
    assert captain.post(f"{CABINET}/athletes/{number}/replacement", COMES | why).status_code == 303
    return number


def read(content: bytes, kind: str) -> str:
    """The words of a page, a PDF or a spreadsheet."""
    if "pdf" in kind:
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if "sheet" in kind:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return " ".join(book.read(name).decode() for name in book.namelist())
    return html.unescape(content.decode(errors="replace"))


def reader_of(site: Site, who: str) -> Visitor:
    role = who.split()[0]
    if who in (EVERYBODY, SIGNED_IN):
        return site.visitor() if who == EVERYBODY else site.signed_in(Role.CHIEF_SECRETARY)
    team = "pskov" if role in (Role.CAPTAIN, Role.COACH) else ""
    contest = "ski-women" if role in (Role.COACH, Role.JUDGE, Role.SPORT_CHIEF, Role.SPORT_SECRETARY) else ""
    return site.signed_in(role, "" if role in (Role.OFFICE, Role.ADMIN) else "demo", team, contest)


def walked(site: Site) -> dict[str, str]:
    """Everything that can be looked at or taken away, as whoever may."""
    found = {}
    for route, (who, _) in TABLE.items():
        method, path = route.format(**WHERE).split()
        if method == "GET" and "sign-out" not in path:
            answer = reader_of(site, who).get(path)
            found[path] = read(answer.content, answer.headers.get("content-type", ""))
    found["the document"] = json.dumps(document(site.shell.now("demo").state), ensure_ascii=False, default=str)
    return found


def naming(found: dict[str, str]) -> set[str]:
    return {where for where, text in found.items() if STEM in text.casefold().replace("ё", "е")}


def rows_naming(site: Site) -> set[str]:
    """Tables of the store in which a cell has the name."""
    with site.shell.store.reader() as session:
        rows = {name: session.connection().execute(table.select()).all() for name, table in TABLES.items()}
    return naming({name: " ".join(str(cell) for row in found for cell in row) for name, found in rows.items()})


def erase(site: Site, key: str) -> int:
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    return secretary.post(f"{CONSENTS}/{key}/erasure", {"reason": "заявление от 01.03.2026"}).status_code


def test_before_she_is_erased_her_name_stands_where_her_words_do(site: Site) -> None:
    replaced(site)
    named = naming(walked(site))
    assert named >= {CABINET, CONSENTS, "/office/demo/admission/pskov", "/office/demo/admission-protocol.pdf"}
    assert named >= {"/games/demo/notices", "/games/demo/notices.pdf", "/office/demo/protests"}
    assert rows_naming(site) == {"person", "fact_text", "special_prize", "report_line"}


def test_after_it_no_page_no_file_and_no_row_names_her(site: Site) -> None:
    number = replaced(site)
    before = site.shell.now("demo").result
    assert erase(site, f"{number}.1") == 303
    assert (naming(walked(site)), rows_naming(site)) == (set(), set())
    after = site.shell.now("demo").result
    assert before is not None and after is not None and scoring.as_json(before) == scoring.as_json(after)
    with site.shell.store.reader() as session:
        assert journal.verify(session, "games:demo") is None


def test_a_prize_that_was_hers_keeps_its_line(site: Site) -> None:
    number = replaced(site)
    erase(site, f"{number}.1")
    with site.shell.store.reader() as session:
        assert [one.who for one in prizes(session, "demo")] == [f"Участник № {number}"]


def test_whoever_came_in_for_her_stays_as_he_is(site: Site) -> None:
    number = replaced(site)
    came = site.shell.now("demo").state.athletes[number].person
    erase(site, f"{number}.1")
    state = site.shell.now("demo").state
    with site.shell.store.reader() as session:
        assert full_names(session, [came]) == {came: "Метелева Анна Игоревна"}
    assert (state.athletes[number].person, state.athletes[number].erased) == (came, False)


def test_words_about_others_stay(site: Site) -> None:
    number = replaced(site)
    told = NewNotice("demo", ("all",), "Обед в 13:00, Петрова ждут")
    site.shell.write_now(give_notice, told, SYSTEM)
    erase(site, f"{number}.1")
    texts = [one.text for one in site.shell.now("demo").state.notices.values()]
    assert texts[-2:] == ["", "Обед в 13:00, Петрова ждут"]


def test_where_two_have_the_surname_only_what_names_the_one_is_erased(site: Site) -> None:
    number = replaced(site)
    site.captain("pskov").post(f"{CABINET}/athletes", GOES | {"name": "Вера", "uin_gto": ""})
    for text in ("Буранова В. выступает", "Буранова И. не выступает"):
        site.shell.write_now(give_notice, NewNotice("demo", ("all",), text), SYSTEM)
    erase(site, f"{number}.1")
    texts = [one.text for one in site.shell.now("demo").state.notices.values()]
    assert texts[-2:] == ["Буранова В. выступает", ""]


def test_whoever_was_taken_out_is_erased_too(site: Site) -> None:
    captain = site.captain("pskov")
    captain.post(f"{CABINET}/athletes", GOES)
    number = max((one.number for one in site.shell.now("demo").state.athletes.values()), key=int)
    captain.post(f"{CABINET}/athletes/{number}/leave")
    assert "Буранова" in site.signed_in(Role.COMMISSION).get(CONSENTS).text
    assert (erase(site, f"{number}.1"), rows_naming(site)) == (303, set())


def test_a_former_one_takes_a_consent_back(site: Site) -> None:
    number = replaced(site)
    commission = site.signed_in(Role.COMMISSION)
    commission.post(f"{CONSENTS}/{number}.1/withdrawal", {"kind": "publication"})
    page = commission.get(CONSENTS).text
    mine = page[page.index('id="former"') :]
    assert "на обработку" in mine and "на публикацию" not in mine


@pytest.mark.parametrize("key", ["{number}.2", "{number}.0", "999.1", "1.1"])
def test_nobody_else_is_reached_by_such_a_number(site: Site, key: str) -> None:
    number = replaced(site)
    assert erase(site, key.format(number=number)) == 404


def test_erased_twice_is_erased_once(site: Site) -> None:
    number = replaced(site)
    assert [erase(site, f"{number}.1") for _ in range(2)] == [303, 404]
