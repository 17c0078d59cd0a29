"""What the regulation asks of everybody: documents and limits, set by the chief secretary, read by everybody."""

import html
import re

from spartakiad.accounts.roles import Role
from spartakiad.competition.eligibility import Limits, limits
from spartakiad.competition.papers_required import RequiredPaper, documents_of
from tests.doors.visiting import Site

PAGE = "/office/demo/conditions"
WHY = {"reason": "решение № 3"}
Form = dict[str, str]


def form(site: Site, **changed: str) -> Form:
    """The form as the page shows it, with what was typed over; «no» empties a field."""
    regulation = site.shell.now("demo").state.regulation
    rows: Form = {"athletes": "60", "most": "4", "limits-clause": "4.1", **WHY}
    for number, one in enumerate(documents_of(regulation), 1):
        rows |= {f"id-{number}": one.id, f"title-{number}": one.title, f"clause-{number}": one.clause}
        rows |= {f"holds-{number}": one.holds}
    typed = rows | {name.replace("_", "-"): value for name, value in changed.items()}
    return {name: value for name, value in typed.items() if value != "no"}


def papers(site: Site) -> tuple[RequiredPaper, ...]:
    return documents_of(site.shell.now("demo").state.regulation)


def saved(site: Site, **changed: str) -> int:
    return site.signed_in(Role.CHIEF_SECRETARY).post(PAGE, form(site, **changed)).status_code


def test_a_document_that_is_called_otherwise_stays_the_same_one(site: Site) -> None:
    assert saved(site, title_2="Допуск врача (форма 1144н)") == 303
    assert [one.id for one in papers(site)] == ["identity", "medical", "insurance"]


def test_a_document_moves_with_its_clause(site: Site) -> None:
    assert saved(site, id_1="insurance", title_1="Страховка", id_3="identity", title_3="Паспорт") == 303
    assert [(one.id, one.clause) for one in papers(site)] == [
        ("insurance", "4.5"),
        ("medical", "4.5"),
        ("identity", "4.6"),
    ]


def test_a_new_document_has_a_name_of_its_own(site: Site) -> None:
    assert saved(site, title_4="12345678901234567890 а", title_5="12345678901234567890 б") == 303
    names = [one.id for one in papers(site)]
    assert (len(set(names)), names[:3]) == (5, ["identity", "medical", "insurance"])


def test_the_same_document_twice_is_said_at_its_row(site: Site) -> None:
    answer = site.signed_in(Role.CHIEF_SECRETARY).post(PAGE, form(site, title_4="СТРАХОВКА"))
    assert (answer.status_code, "«СТРАХОВКА» уже есть строкой выше." in html.unescape(answer.text)) == (422, True)


def test_a_clause_without_a_document_is_not_lost_in_silence(site: Site) -> None:
    assert saved(site, clause_5="4.9") == 422


def test_a_limit_is_at_least_one_and_nothing_is_no_limit(site: Site) -> None:
    kept = limits(site.shell.now("demo").state.regulation)
    assert [saved(site, athletes=typed) for typed in ("0", "1001", "много")] == [422, 422, 422]
    assert limits(site.shell.now("demo").state.regulation) == kept
    saved(site, athletes=" ", most="2")
    assert limits(site.shell.now("demo").state.regulation) == Limits(None, 2, "4.1")


def test_everybody_reads_what_is_asked(site: Site) -> None:
    page = html.unescape(re.sub(r"<[^>]+>", " ", site.visitor().get("/games/demo/rules").text))
    told = " ".join(page.replace("\u00a0", " ").split())
    assert "допуск врача, до последнего дня (п. 4.5); страховка, до последнего дня (п. 4.6)." in told
    assert "В заявке команды не больше 60 спортсменов (п. 4.1)." in told
