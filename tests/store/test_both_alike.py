"""One demo on both databases: the same facts, the same standings bytes, rows that follow from the facts alone."""

from collections.abc import Mapping

from sqlmodel import Session, col, delete, select

import scoring
from spartakiad.competition.apply import fold
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.fact_kinds import fact_of
from spartakiad.competition.memory import scored
from spartakiad.competition.projection import project
from spartakiad.competition.shell import Shell
from spartakiad.models.entries import Athlete, Delegation, Entry
from spartakiad.models.games import Contest, Games, Part, Stage, Start, Team, Unit
from spartakiad.results.actions import TypedMark, enter_mark
from spartakiad.starts.actions import OneContest, release
from spartakiad.store import journal
from spartakiad.store.canonical import canonical
from spartakiad.store.store import Store
from spartakiad.union.event_page import pages_of_year
from spartakiad.union.listing import Wanted, all_found
from spartakiad.union.queries import cities, event_years, events
from spartakiad.union.series import section_page
from spartakiad.union.statistics import statistics

PROJECTED = (Start, Unit, Stage, Part, Entry, Contest, Athlete, Delegation, Team)
_UNITS = (
    "contest JOIN part ON part.contest_id = contest.id"
    " JOIN stage ON stage.part_id = part.id JOIN unit ON unit.stage_id = stage.id"
)
ROWS = {
    "games": "SELECT slug, state, state_reason FROM games",
    "teams": "SELECT slug, title, city, sort_key FROM team",
    "delegations": "SELECT slug, state FROM team JOIN delegation ON team_id = team.id",
    "athletes": "SELECT number, slug, person_id, admission FROM athlete JOIN team ON team.id = team_id",
    "entries": "SELECT number, slug, role FROM entry JOIN athlete ON athlete.id = athlete_id"
    " JOIN contest ON contest.id = contest_id",
    "programme": "SELECT contest.slug, contest.title, contest.position, outside, part.slug, stage.slug, unit.slug"
    f" FROM {_UNITS}",
    "starts": "SELECT contest.slug, unit.slug, entrant, bib, start.position"
    f" FROM {_UNITS} JOIN start ON unit_id = unit.id",
}


def facts_of(shell: Shell) -> list[journal.Recorded]:
    with shell.store.reader() as session:
        return list(journal.read(session, "games:demo"))


def standings(facts: list[journal.Recorded]) -> bytes:
    """The result at the number of the last of these facts, byte for byte."""
    result = scored("demo", fold(facts), None).result
    assert result is not None, "the demo has a regulation from its second fact on"
    return canonical(scoring.as_json(result)).encode()


def test_the_demo_leaves_the_same_facts_whichever_database_it_is_played_on(
    demo_shell: Shell, module_shell: Shell
) -> None:
    assert [told(fact) for fact in facts_of(demo_shell)] == [told(fact) for fact in facts_of(module_shell)]


def test_the_demo_gives_the_same_standings_bytes_at_each_number_whichever_database_it_is_played_on(
    demo_shell: Shell, module_shell: Shell
) -> None:
    here, there = facts_of(demo_shell), facts_of(module_shell)
    numbers = (len(here) // 2, len(here) - 20, len(here))
    assert [standings(here[:number]) for number in numbers] == [standings(there[:number]) for number in numbers]


def test_the_standings_differ_between_the_numbers_that_are_compared(demo_shell: Shell) -> None:
    facts = facts_of(demo_shell)
    assert standings(facts[: len(facts) // 2]) != standings(facts)


def test_the_state_that_grew_fact_by_fact_is_the_one_that_the_journal_gives_when_read_anew(
    demo_shell: Shell, demo_url: str
) -> None:
    """The state in memory came to be fact by fact; the other shell folds the whole journal at once."""
    demo_shell.write_now(release, OneContest("demo", "visit"), SYSTEM)
    demo_shell.write_now(enter_mark, TypedMark("demo", "visit", "pskov", "1", 0), SYSTEM)
    other = Shell(Store(demo_url))
    other.load()
    other.store.close()
    assert other.now("demo").state == demo_shell.now("demo").state


def test_the_projected_rows_are_those_that_the_facts_alone_give(demo_shell: Shell) -> None:
    with Session(demo_shell.store.writer.engine) as session:
        played = rows(session)
        for table in PROJECTED:
            session.exec(delete(table))
        games = session.exec(select(Games).where(col(Games.slug) == "demo")).one()
        games.state = "draft"
        session.expire_all()
        for fact in list(journal.read(session, "games:demo")):
            project(session, "demo", fact_of(fact))
        assert rows(session) == played


def test_the_projected_rows_say_what_the_state_says(demo_shell: Shell) -> None:
    state = demo_shell.now("demo").state
    athletes = [(int(a.number), a.team, a.person, state.admission(a.number).state) for a in state.athletes.values()]
    entries = [(int(e.entrant), e.contest, e.role) for e in state.entries.values() if e.entrant in state.athletes]
    starts = [(one.contest, one.unit, *start) for one in state.starts.values() for start in one.starts]
    with demo_shell.store.reader() as session:
        found = rows(session)
    assert (found["athletes"], found["entries"], [row[:4] for row in found["starts"]], found["delegations"]) == (
        sorted(athletes),
        sorted(entries),
        sorted(starts),
        sorted((team.slug, team.delegation) for team in state.teams.values()),
    )


def test_the_rows_that_are_compared_are_there(demo_shell: Shell) -> None:
    with demo_shell.store.reader() as session:
        assert [name for name, found in rows(session).items() if not found] == []


def told(fact: journal.Recorded) -> tuple[object, ...]:
    """A fact without what is random in it: the salted hash of a text, and the chain behind it."""
    return (
        fact.number,
        fact.kind,
        fact.subject,
        fact.version,
        canonical(fact.payload),
        fact.texts,
        fact.actor,
        fact.at,
    )


def rows(session: Session) -> Mapping[str, list[tuple[object, ...]]]:
    """The projections by the names people know, without the numbers that a database gives."""
    return {name: sorted(map(tuple, session.connection().exec_driver_sql(sql))) for name, sql in ROWS.items()}


def test_lists_of_the_calendar_are_the_same_whichever_database_holds_it(demo_shell: Shell, module_shell: Shell) -> None:
    assert calendar(demo_shell) == calendar(module_shell) and calendar(demo_shell)["2024"]


def calendar(shell: Shell) -> dict[str, list[str]]:
    with shell.store.reader() as session:
        return {
            "years": [str(year) for year in event_years(session)],
            "2024": [event.slug for event in events(session, 2024)],
            "found": [event.slug for event in all_found(session, Wanted(q="спартакиада"), cities(session))],
            "statistics": [repr(statistics(session))],
            "section": [repr(section_page(session, "sport"))],
            "pages": [page.event.slug for page in pages_of_year(session, 2024)],
        }
