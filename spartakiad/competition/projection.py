"""Facts projected to rows, in the same transaction, where queries need rows: programme, teams, entries, starts."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlmodel import Session, col, delete, select

from spartakiad.competition import application_facts as a
from spartakiad.competition import facts as f
from spartakiad.competition import person_facts as g
from spartakiad.competition.programme import MAIN, title_of
from spartakiad.competition.setup_facts import GamesDescribed, TeamRenamed
from spartakiad.competition.start_facts import StartsListed
from spartakiad.models.entries import Athlete, Delegation, Entry
from spartakiad.models.games import Contest, Games, Part, Stage, Start, Team, Unit
from spartakiad.words.keys import sort_key


def project(session: Session, slug: str, fact: f.Fact) -> None:
    projector = PROJECTORS.get(type(fact))
    if projector is not None:
        games = session.exec(select(Games).where(col(Games.slug) == slug)).one()
        projector(session, games, fact)
        session.flush()


def _games(_session: Session, games: Games, fact: f.GamesStated) -> None:
    games.state, games.state_reason = fact.state, fact.reason


def _described(_session: Session, games: Games, fact: GamesDescribed) -> None:
    games.title, games.season = fact.title, fact.season
    games.starts_on, games.ends_on = date.fromisoformat(fact.starts_on), date.fromisoformat(fact.ends_on)
    games.year, games.sort_key = games.starts_on.year, fact.starts_on


def _programme(session: Session, games: Games, fact: f.RegulationAdopted) -> None:
    known = {row.slug: row for row in session.exec(select(Contest).where(col(Contest.games_id) == games.id))}
    for position, row in enumerate(fact.document.get("contest", ()), start=1):
        contest = known.get(row["id"]) or Contest(games_id=_id(games), slug=row["id"], title="", position=0)
        contest.title, contest.position = title_of(row), position
        contest.outside = bool(row.get("outside", False))
        session.add(contest)
        session.flush()
        parts = [one for one in fact.document.get("part", ()) if one["contest"] == row["id"]]
        _parts(session, contest, {one["id"]: one.get("title", "") for one in parts} or {MAIN: ""})


def _parts(session: Session, contest: Contest, titles: Mapping[str, str]) -> None:
    """Each part begins with one stage of one start; one that is declared no longer has nobody in it and goes."""
    known = {row.slug: row for row in session.exec(select(Part).where(col(Part.contest_id) == contest.id))}
    for gone in known.keys() - titles.keys():
        _drop_part(session, known[gone])
    for position, (slug, title) in enumerate(titles.items(), start=1):
        part = known.get(slug) or Part(contest_id=_id(contest), slug=slug, title="", position=0)
        part.title, part.position = title, position
        session.add(part)
        session.flush()
        if slug not in known:
            stage = Stage(part_id=_id(part), slug=MAIN, format="list", position=1)
            session.add(stage)
            session.flush()
            session.add(Unit(stage_id=_id(stage), slug=MAIN, position=1))


def _drop_part(session: Session, part: Part) -> None:
    for stage in session.exec(select(Stage).where(col(Stage.part_id) == part.id)).all():
        for unit in session.exec(select(Unit).where(col(Unit.stage_id) == stage.id)).all():
            session.exec(delete(Start).where(col(Start.unit_id) == unit.id))
            session.delete(unit)
            session.flush()
        session.delete(stage)
        session.flush()
    session.delete(part)
    session.flush()


def _team(session: Session, games: Games, fact: f.TeamJoined) -> None:
    team = Team(games_id=_id(games), slug=fact.team, title=fact.title, city=fact.city, sort_key=sort_key(fact.title))
    session.add(team)
    session.flush()
    session.add(Delegation(team_id=_id(team)))


def _team_renamed(session: Session, games: Games, fact: TeamRenamed) -> None:
    team = _team_row(session, games, fact.team)
    team.title, team.sort_key = fact.title, sort_key(fact.title)


def _delegation(session: Session, games: Games, fact: f.DelegationStated) -> None:
    team = _team_row(session, games, fact.team)
    session.exec(select(Delegation).where(col(Delegation.team_id) == team.id)).one().state = fact.state


def _athlete(session: Session, games: Games, fact: f.AthleteJoined) -> None:
    team = _team_row(session, games, fact.team)
    row = Athlete(games_id=_id(games), team_id=_id(team), person_id=fact.person, number=int(fact.athlete))
    row.rank, row.coach, row.city = fact.rank, fact.coach, fact.city
    session.add(row)


def _left(session: Session, games: Games, fact: f.AthleteLeft) -> None:
    session.delete(_athlete_row(session, games, fact.athlete))


def _replaced(session: Session, games: Games, fact: a.AthleteReplaced) -> None:
    athlete = _athlete_row(session, games, fact.athlete)
    athlete.person_id, athlete.rank, athlete.coach, athlete.admission = fact.person, fact.rank, fact.coach, "pending"
    athlete.city = fact.city


def _corrected(session: Session, games: Games, fact: g.AthleteCorrected) -> None:
    athlete = _athlete_row(session, games, fact.athlete)
    athlete.rank, athlete.coach = fact.rank, fact.coach if fact.coached else athlete.coach
    athlete.city = fact.city or athlete.city


def _merged(session: Session, games: Games, fact: g.PersonsMerged) -> None:
    query = select(Athlete).where(col(Athlete.games_id) == games.id, col(Athlete.person_id) == fact.person)
    for athlete in session.exec(query):
        athlete.person_id = fact.into


def _admission(session: Session, games: Games, fact: f.AdmissionDecided) -> None:
    _athlete_row(session, games, fact.athlete).admission = fact.state


def _entry(session: Session, games: Games, fact: f.EntryMade) -> None:
    if not fact.entrant.isdecimal():
        return
    athlete, contest = _athlete_row(session, games, fact.entrant), _contest_row(session, games, fact.contest)
    query = select(Entry).where(col(Entry.athlete_id) == athlete.id, col(Entry.contest_id) == contest.id)
    entry = session.exec(query).one_or_none() or Entry(athlete_id=_id(athlete), contest_id=_id(contest), role="")
    entry.role = fact.role
    session.add(entry)


def _withdrawn(session: Session, games: Games, fact: f.EntryWithdrawn) -> None:
    if not fact.entrant.isdecimal():
        return
    athlete, contest = _athlete_row(session, games, fact.entrant), _contest_row(session, games, fact.contest)
    session.exec(delete(Entry).where(col(Entry.athlete_id) == athlete.id, col(Entry.contest_id) == contest.id))


def _starts(session: Session, games: Games, fact: StartsListed) -> None:
    contest = _contest_row(session, games, fact.contest)
    stage = _stage(session, contest, fact)
    query = select(Unit).where(col(Unit.stage_id) == stage.id, col(Unit.slug) == fact.unit)
    unit = session.exec(query).one_or_none() or Unit(stage_id=_id(stage), slug=fact.unit, position=1)
    session.add(unit)
    session.flush()
    session.exec(delete(Start).where(col(Start.unit_id) == unit.id))
    for position, (entrant, bib) in enumerate(fact.starts, start=1):
        session.add(Start(unit_id=_id(unit), entrant=entrant, bib=bib, position=position))


def _stage(session: Session, contest: Contest, fact: StartsListed) -> Stage:
    """The stage of a start list; one that is not there yet follows the others."""
    part = session.exec(select(Part).where(col(Part.contest_id) == contest.id, col(Part.slug) == fact.part)).one()
    stages = list(session.exec(select(Stage).where(col(Stage.part_id) == part.id)))
    found = next((one for one in stages if one.slug == fact.stage), None)
    stage = found or Stage(part_id=_id(part), slug=fact.stage, format="list", position=len(stages) + 1)
    session.add(stage)
    session.flush()
    return stage


def _team_row(session: Session, games: Games, slug: str) -> Team:
    return session.exec(select(Team).where(col(Team.games_id) == games.id, col(Team.slug) == slug)).one()


def _contest_row(session: Session, games: Games, slug: str) -> Contest:
    return session.exec(select(Contest).where(col(Contest.games_id) == games.id, col(Contest.slug) == slug)).one()


def _athlete_row(session: Session, games: Games, number: str) -> Athlete:
    query = select(Athlete).where(col(Athlete.games_id) == games.id, col(Athlete.number) == int(number))
    return session.exec(query).one()


def _id(row: Any) -> int:
    assert row.id is not None, "a row that was never flushed"
    return int(row.id)


PROJECTORS: dict[type[f.Fact], Callable[[Session, Games, Any], None]] = {
    f.GamesStated: _games,
    GamesDescribed: _described,
    f.RegulationAdopted: _programme,
    f.TeamJoined: _team,
    TeamRenamed: _team_renamed,
    f.DelegationStated: _delegation,
    f.AthleteJoined: _athlete,
    f.AthleteLeft: _left,
    a.AthleteReplaced: _replaced,
    g.AthleteCorrected: _corrected,
    g.PersonsMerged: _merged,
    f.AdmissionDecided: _admission,
    f.EntryMade: _entry,
    f.EntryWithdrawn: _withdrawn,
    StartsListed: _starts,
}
