"""A contest as everybody may see it: its list of results and its teams."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import scoring
from scoring import ContestResult, Number, Row
from spartakiad.competition.cards import protests_until
from spartakiad.competition.joint import city_of, team_words
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.reading import mark_kind, shown_value, written
from spartakiad.competition.starters import list_of, next_stage, scratched, starters
from spartakiad.competition.state import State
from spartakiad.games.timetable import shortened
from spartakiad.people.names import PublicName
from spartakiad.results.finals import still_to_run
from spartakiad.results.left_behind import Behind, left_behind
from spartakiad.results.lineups import lineups
from spartakiad.results.matches import tournament
from spartakiad.results.teams import team_row
from spartakiad.results.views import ContestView, ResultRow
from spartakiad.results.weights import weight_of
from spartakiad.starts.hours import begins, heat_of, start_of
from spartakiad.words.numbers import number
from spartakiad.words.readings import made_of_title
from spartakiad.words.scratches import absence_words
from spartakiad.words.stages import SETTLED, ahead_words, stage_words
from spartakiad.words.states import words


def contest_view(now: Now, contest: str, public: Mapping[str, PublicName]) -> ContestView:
    """What everybody may see of a contest, from the state alone. Raises Refusal not_found."""
    found = line(now.state, contest)
    result = now.result.contests.get(contest) if now.result else None
    parts = result.parts if result else {}
    views = tuple(_view(now, one, parts.get(one.part), public) for one in found.parts)
    teams = tuple(team_row(now, found, row, public) for row in result.teams.rows) if result else ()
    whole = _view(now, found, result, public)
    waiting = [one.part_title for one in found.parts if one.part in parts and parts[one.part].ahead]
    return replace(whole, parts=views, teams=teams, ahead=ahead_words(result.ahead, waiting) if result else "")


def _view(now: Now, found: Line, result: ContestResult | None, public: Mapping[str, PublicName]) -> ContestView:
    """Of a contest or of a part, without its teams."""
    state = now.state.how_far(found.id, found.part)
    shown = _results(now, found, result, public)
    done = {row.entrant for row in shown}
    waiting = tuple(
        _listed(now, found, entrant, public)
        for entrant in starters(now.state, found)
        if not found.parts and entrant not in done
    )
    name = partial(_name, now, found, public)
    return ContestView(
        id=found.id,
        title=found.part_title or found.title,
        state=state.state,
        at=state.at,
        revision=now.state.contests[found.id].revision,
        reason=state.reason,
        by_teams=found.by_teams,
        outside=found.outside,
        rows=shown,
        teams=(),
        waiting=waiting,
        shown=not found.by_matches and found.mark != "place",
        taken=now.state.taken[found.id].document if found.id in now.state.taken else "",
        protested=now.state.protested(found.id),
        flags=now.state.flags(found.id),
        shortened=shortened(now.state, found.id),
        mark=found.mark,
        made_of=made_of_title(found.mark) if any(row.made_of for row in shown) else "",
        tournament=tournament(now, found, result, name) if found.by_matches else None,
        final=_final(now, found, public),
        part="" if found.part == MAIN else found.part,
        lineups=lineups(now.state, found, public) if found.by_teams else (),
        draw=_draw(now.state, found),
        begins=begins(now.state, found),
        weighed=found.weights.needed and not found.by_teams,
        protests_until=protests_until(state.at, now.state.card) if state.state == "posted" and state.at else None,
        scratched=tuple(_listed(now, found, one, public) for one in scratched(now.state, found) if one not in done),
    )


def _results(
    now: Now, found: Line, result: ContestResult | None, public: Mapping[str, PublicName]
) -> tuple[ResultRow, ...]:
    """Everybody with a result. Places of the stage before are no places of the contest; what a bracket has given
    already is, and what is left for those who did not come into it, and that is said while others still play."""
    if result is None:
        return ()
    kind = mark_kind(found)
    rows = tuple(_result_row(now, found, row, result, public, kind) for row in result.ranking.rows)
    if not result.ahead:
        return rows
    behind = left_behind(now.state, found, result.ranking) if found.by_matches else {}
    return tuple(map(partial(_while_ahead, found, behind), rows, result.ranking.rows))


def _while_ahead(found: Line, behind: Mapping[str, Behind], row: ResultRow, ranked: Row) -> ResultRow:
    if place := behind.get(ranked.key):
        return row._replace(place=number(place.place), tied=place.tied, note=row.note or SETTLED)
    reason = ranked.because()
    if reason and reason.kind == "bracket":
        return row._replace(note=row.note or SETTLED)
    return row._replace(place="", tied=False) if len(found.stages) > 1 else row


def _final(now: Now, found: Line, public: Mapping[str, PublicName]) -> tuple[ResultRow, ...]:
    listed = [(_listed(now, found, one, public), lane) for one, lane in still_to_run(now.state, found)]
    return tuple(row._replace(lane=lane, heat="") for row, lane in listed)


def _draw(state: State, found: Line) -> str:
    key = (found.id, found.part)
    return "sealed" if key in state.seals else "made" if key in state.draws else ""


def _result_row(
    now: Now,
    found: Line,
    row: Row,
    result: ContestResult | None,
    public: Mapping[str, PublicName],
    kind: scoring.MarkKind,
) -> ResultRow:
    stage = MAIN if found.by_matches else next_stage(now.state, found, row.key)
    mark = now.state.marks.get((found.id, found.part, stage, row.key))
    listed = _listed(now, found, row.key, public)
    value = None if found.by_matches or found.mark == "place" else shown_value(row)
    note = "в/к" if row.guest else words(row.status.value, "status") if row.status else _role(now.state, found, row.key)
    return listed._replace(
        place="" if row.place is None else number(row.place),
        tied=row.tied,
        result="" if value is None else kind.write(value),
        gap=_gap(kind, value, result) if found.mark == "time" and row.place != 1 else "",
        note=listed.note or note or (stage_words(stage).lower() if mark and stage != MAIN else ""),
        made_of=written(found, mark.value).made_of if mark else "",
        weight=listed.weight,
    )


def _listed(now: Now, found: Line, entrant: str, public: Mapping[str, PublicName]) -> ResultRow:
    """A starter without a result."""
    state, name = now.state, public.get(entrant)
    team = state.athletes[entrant].team if name else entrant
    title = state.teams[team].title
    listed = list_of(state, found)
    heat, lane = heat_of(listed, entrant)
    bib = listed.bibs.get(entrant, "") if listed else ""
    return ResultRow(
        entrant=entrant,
        place="",
        tied=False,
        bib=bib or (entrant if name else ""),
        name=name.text if name else title,
        team=team,
        team_title=team_words(state, entrant),
        city=city_of(state, entrant),
        year=name.birth_year if name else "",
        rank=name.rank if name else "",
        result="",
        gap="",
        note=_off(state, found, entrant),
        start=start_of(state, listed, entrant),
        heat=heat,
        lane=lane,
        weight=weight_of(state, found.id, entrant),
    )


def _off(state: State, found: Line, entrant: str) -> str:
    """«снят», of a team «снята» or «не вышла»."""
    scratch = state.scratches.get((found.id, entrant))
    return absence_words(scratch.absence) if scratch else ""


def _name(now: Now, found: Line, public: Mapping[str, PublicName], entrant: str) -> str:
    return _listed(now, found, entrant, public).name


def _gap(kind: scoring.MarkKind, mine: Number | None, result: ContestResult | None) -> str:
    """Behind the leader, where he is faster."""
    first = next((row for row in result.ranking.rows if row.place == 1), None) if result else None
    best = shown_value(first) if first else None
    return f"+{kind.write(mine - best)}" if mine is not None and best is not None and mine > best else ""


def _role(state: State, found: Line, entrant: str) -> str:
    entry = state.entries.get((found.id, entrant))
    return "лично" if entry is not None and entry.role == "personal" else ""
