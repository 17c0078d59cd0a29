"""The cup at the chief judge's desk: from the last official result to the line of the ledger."""

import threading

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.cup import proposal
from spartakiad.competition.decide.setup import AdoptRegulation
from spartakiad.competition.desk import SYSTEM, Desk
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import lines
from spartakiad.office import cup as office_cup
from spartakiad.standings.stakes import Possible, still_possible
from spartakiad.store.commands import Answer
from tests.doors.visiting import Site, Visitor

CUP = "/office/demo/cup"
CONFIRMED = {"chair": "Морошкина О. П.", "document": "сводный протокол № 1"}


@pytest.fixture
def judge(site: Site) -> Visitor:
    """What is not official is cancelled, and the best one counts of those that are."""
    secretary, state = site.signed_in(Role.CHIEF_SECRETARY, "demo"), site.shell.now("demo").state
    open_ = [one.id for one in lines(state) if not one.outside and state.contests[one.id].state != "official"]
    held = sum(not one.outside for one in lines(state)) - len(open_)
    paper = {"reason": "мороз", "document": "решение № 5", "k-overall": "1", "of-overall": str(held)}
    for contest in open_:
        assert secretary.post(f"/office/demo/contests/{contest}/cancellation", paper).status_code == 303
    return site.signed_in(Role.CHIEF_JUDGE, "demo")


def let_equals_stand(desk: Desk, change: AdoptRegulation) -> Answer:
    desk.carry_out("demo", change)
    return {}


@pytest.fixture
def tied(site: Site, judge: Visitor) -> Visitor:
    equal(site)
    return judge


def equal(site: Site) -> None:
    """Nothing tells equal totals apart any more: whoever won something shares the first place."""
    document = site.shell.now("demo").state.regulation
    overall = {**document["standing"][0], "order": {"blocks": [{"by": ["total"]}], "end": "share"}}
    changed = {**document, "standing": [overall, *document["standing"][1:]]}
    site.shell.write_now(let_equals_stand, AdoptRegulation(changed, "решение № 8"), SYSTEM)


def test_the_winner_is_confirmed_and_the_cup_handed_over(site: Site, judge: Visitor) -> None:
    (winner,) = proposal(site.shell.now("demo").state).teams
    assert judge.post(CUP, {**CONFIRMED, "team": winner}).status_code == 303
    handed = {"on_day": "22.02.2026", "receiver": "Петров А. А.", "giver": "Морошкина О. П."}
    unnamed = judge.post(f"{CUP}/handing", {**handed, "receiver": ""})
    assert unnamed.status_code == 422 and 'value="22.02.2026"' in unnamed.text
    assert judge.post(f"{CUP}/handing", handed).status_code == 303
    assert "Петров А. А." in judge.get(CUP).text and "Вручён" in judge.get(f"{CUP[:-4]}").text
    ledger = site.visitor().get("/cup").text
    assert site.shell.now("demo").state.teams[winner].title in ledger
    assert "вручён, 22\u00a0февраля 2026" in ledger


def test_a_shared_first_place_asks_for_a_decision_and_takes_it(site: Site, tied: Visitor) -> None:
    found = proposal(site.shell.now("demo").state)
    assert found.state == "tied" and "Решение организаторов" in tied.get(CUP).text
    winner = found.teams[-1]
    decision = {"among": " ".join(found.teams), "team": winner, "how": "lot", "jury": "оргкомитет", "document": "№ 6"}
    unsigned = tied.post(f"{CUP}/decision", {**decision, "document": ""})
    assert unsigned.status_code == 422 and 'value="оргкомитет"' in unsigned.text
    assert tied.post(f"{CUP}/decision", decision).status_code == 303
    assert proposal(site.shell.now("demo").state).teams == (winner,)
    assert "решено: оргкомитет, № 6" in tied.get(CUP).text


def test_only_the_chief_judge_decides_about_the_cup(site: Site, tied: Visitor) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    assert secretary.post(f"{CUP}/decision", {}).status_code == 403


def test_the_cup_is_not_handed_over_on_a_day_ahead(site: Site, judge: Visitor) -> None:
    judge.post(CUP, {**CONFIRMED, "team": proposal(site.shell.now("demo").state).teams[0]})
    answer = judge.post(f"{CUP}/handing", {"on_day": "31.12.2099", "receiver": "Петров А. А."})
    state = proposal(site.shell.now("demo").state).state
    assert (answer.status_code, 'href="#f-on_day"' in answer.text, state) == (422, True, "confirmed")


def test_the_ledger_says_with_what_reservation_the_cup_was_confirmed(site: Site, judge: Visitor) -> None:
    protest = {"contest": "ski-women", "team": "pskov", "received_day": "20.02.2026", "received_time": "18:05"}
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    secretary.post("/office/demo/protests", {**protest, "clause": "6.1", "protest_text": "хронометраж"})
    winner = proposal(site.shell.now("demo").state).teams[0]
    judge.post(CUP, {**CONFIRMED, "team": winner, "reserved": "yes"})
    assert "сводный протокол № 1, с оговоркой" in site.visitor().get("/cup").text


def test_another_winner_later_is_a_revision_of_the_ledger(site: Site, judge: Visitor) -> None:
    first = proposal(site.shell.now("demo").state).teams[0]
    judge.post(CUP, {**CONFIRMED, "team": first})
    equal(site)
    found = proposal(site.shell.now("demo").state).teams
    other = next(team for team in found if team != first)
    decision = {"among": " ".join(found), "team": other, "how": "lot", "jury": "оргкомитет", "document": "№ 6"}
    judge.post(f"{CUP}/decision", decision)
    judge.post(CUP, {**CONFIRMED, "team": other, "reason": "решение № 8"})
    assert "пересмотрено" in site.visitor().get("/cup").text


def test_a_decision_revised_after_the_handing_over_keeps_the_old_one(site: Site, judge: Visitor) -> None:
    """Page and ledger tell both: who has it now and why, and who had it by which paper."""
    state = site.shell.now("demo").state
    first = proposal(state).teams[0]
    judge.post(CUP, {**CONFIRMED, "team": first})
    judge.post(f"{CUP}/handing", {"on_day": "22.02.2026", "receiver": "Петров А. А."})
    equal(site)
    found = proposal(site.shell.now("demo").state).teams
    other = next(team for team in found if team != first)
    decision = {"among": " ".join(found), "team": other, "how": "lot", "jury": "оргкомитет", "document": "№ 6"}
    judge.post(f"{CUP}/decision", decision)
    silent = judge.post(CUP, {**CONFIRMED, "team": other, "document": "протокол № 2"})
    assert (silent.status_code, 'href="#f-reason"' in silent.text) == (422, True)
    assert proposal(site.shell.now("demo").state).before == first
    judge.post(CUP, {**CONFIRMED, "team": other, "document": "протокол № 2", "reason": "решение № 8"})
    assert proposal(site.shell.now("demo").state).state == "revised"
    page, ledger = judge.get(CUP).text, site.visitor().get("/cup").text
    assert "Решение пересмотрено" in page and "решение № 8" in page and "получил Петров А. А." in page
    assert "прежде был вручён" in ledger and state.teams[first].title in ledger and "протокол № 2" in ledger
    judge.post(f"{CUP}/handing", {"on_day": "23.02.2026", "receiver": "Иванов И. И."})
    assert proposal(site.shell.now("demo").state).state == "handed_over"
    assert "прежде был вручён" in site.visitor().get("/cup").text


def test_what_may_still_happen_is_looked_for_beside_the_loop(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the page is shown again with what was wrong in its form."""
    threads: list[threading.Thread] = []

    def looked_for(now: Now) -> Possible | None:
        threads.append(threading.current_thread())
        return still_possible(now)

    monkeypatch.setattr(office_cup, "still_possible", looked_for)
    judge = site.signed_in(Role.CHIEF_JUDGE)
    assert judge.get(CUP).status_code == 200 and judge.post(CUP, {"team": "vologda"}).status_code >= 400
    assert [one is threading.main_thread() for one in threads] == [False, False]
