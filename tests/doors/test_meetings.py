"""The protocol of a meeting: filled in at the office, printed with what the Games knows by itself."""

import io

from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.games.timetable import NewSlot, schedule
from tests.doors.holding import SLUG, held
from tests.doors.visiting import Site, Visitor

PAGE = f"/office/{SLUG}/meetings"
SWIM = "swimming-women"
TOLD = {
    "held_on": "17.02.2027",
    "held_time": "17:00",
    "held_where": "штаб соревнований",
    "about_day": "2027-02-18",
    "came-vologda": "Зимина А. П.",
    "came-pskov": "",
    "decisions": "Разминка до 9:45.\n\nПервым выступает Псков.",
    "held_by": "Ветров А. А.",
    "written_by": "",
}


def secretary(site: Site) -> Visitor:
    held(site, "swimming")
    return site.signed_in(Role.CHIEF_SECRETARY, games=SLUG)


def paper(visitor: Visitor, number: int = 1) -> str:
    answer = visitor.get(f"{PAGE}/{number}/protocol.pdf")
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages).split())


def test_the_paper_says_who_came_how_it_was_drawn_when_it_starts_and_what_was_decided(site: Site) -> None:
    visitor = secretary(site)
    starts = f"/office/{SLUG}/contests/{SWIM}/starts"
    visitor.post(f"{starts}/seal", {"way": "heats", "seed": "2718", "size": "2"})
    visitor.post(f"{starts}/draw", {"draw-called": "175"})
    visitor.post(f"{starts}/plan", {"start": "heats", "every": "3:00", "lanes": "4", "bibs": "number"})
    assert visitor.post(f"{PAGE}/1", TOLD).status_code == 303
    told = paper(visitor)
    for words in (
        "Протокол заседания судей и представителей № 1",
        "17 февраля, 17:00",
        "Вологда Зимина А. П.",
        "Псков не было",
        "Забеги по жребию",
        "число 2718, цифры представителей 175",
        "18 февраля, 10:00 старт забегами через 3",
        "1 Разминка до 9:45.",
        "2 Первым выступает Псков.",
        "Ветров А. А.",
    ):
        assert words in told, words
    assert "Изменения в расписании" not in told


def test_a_change_of_the_timetable_is_in_it_with_its_reason(site: Site) -> None:
    visitor = secretary(site)
    site.shell.write_now(schedule, NewSlot(SLUG, SWIM, "2027-02-18T11:30", 90, "stadion", "туман"), SYSTEM)
    visitor.post(f"{PAGE}/1", TOLD)
    told = paper(visitor)
    assert "Изменения в расписании" in told and "туман" in told and "18 февраля, 11:30" in told


def test_of_another_day_nothing_is_told(site: Site) -> None:
    visitor = secretary(site)
    visitor.post(f"{PAGE}/1", {**TOLD, "about_day": "2027-02-19"})
    assert "Порядок стартов" not in paper(visitor)


def test_what_was_typed_stays_where_something_is_wrong(site: Site) -> None:
    visitor = secretary(site)
    answer = visitor.post(f"{PAGE}/1", {**TOLD, "held_on": "31.02.2027"})
    assert (answer.status_code, 'id="f-held_on-error"' in answer.text) == (422, True)
    assert "Первым выступает Псков." in answer.text and "Зимина А. П." in answer.text
    nobody = visitor.post(f"{PAGE}/1", {**TOLD, "came-vologda": ""})
    assert (nobody.status_code, 'id="f-came-vologda-error"' in nobody.text) == (422, True)
    assert site.shell.now(SLUG).state.meetings == {}


def test_it_is_corrected_and_the_next_one_follows(site: Site) -> None:
    visitor = secretary(site)
    visitor.post(f"{PAGE}/1", TOLD)
    visitor.post(f"{PAGE}/1", {**TOLD, "came-pskov": "Рощин Г. Г."})
    assert "Псков Рощин Г. Г." in paper(visitor)
    assert "Следующее" in visitor.get(f"{PAGE}/1").text
    assert (visitor.get(f"{PAGE}/2").status_code, visitor.get(f"{PAGE}/3").status_code) == (200, 404)
    assert visitor.get(f"{PAGE}/2/protocol.pdf").status_code == 404


def test_the_representatives_of_the_delegations_are_offered(site: Site) -> None:
    visitor = secretary(site)
    captain = site.signed_in(Role.CAPTAIN, games=SLUG, team="vologda")
    captain.post(
        f"/team/{SLUG}/vologda/officials",
        {"official-post": "representative", "official-surname": "Ясная", "official-name": "Вера"},
    )
    assert 'value="Ясная Вера"' in visitor.get(f"{PAGE}/1").text
