"""While results are held for the ceremony: what is published is seen by nobody yet, what must be closed is closed."""

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.standings.actions import Press, press
from tests.doors.test_sheets import OFFICE, PUBLIC, file, last, name_of, printed, verdict, withdrawn
from tests.doors.visiting import Site


def test_what_is_published_meanwhile_waits_and_a_consent_does_not(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    assert secretary.post(OFFICE, {"contest": "ski-men"}).status_code == 303
    site.shell.write_now(press, Press("demo", "hold", 0), SYSTEM)
    for contest in ("chess", "_"):
        assert secretary.post(OFFICE, {"contest": contest}).status_code == 303
    overall = max(site.shell.now("demo").state.sheets)
    assert site.visitor().get(f"{PUBLIC}/{overall}/1/protocol.pdf").status_code == 404
    assert "Сводный протокол" not in site.visitor().get(PUBLIC).text
    assert name_of(site) in printed(file(site, 1))
    withdrawn(site, secretary)
    assert site.visitor().get(f"{PUBLIC}/2/1/protocol.pdf").status_code == 410
    assert name_of(site) not in printed(file(site, 2))


def test_a_number_that_is_guessed_tells_nothing_of_what_waits_and_a_paper_at_hand_is_known(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    site.shell.write_now(press, Press("demo", "hold", 0), SYSTEM)
    assert secretary.post(OFFICE, {"contest": "chess"}).status_code == 303
    number, code = 6, last(site, 6).code
    assert "Не наш" in verdict(site, games="demo", number=number, revision=1)
    assert "Подлинный и действующий" in verdict(site, games="demo", number=number, revision=1, code=code)
