"""From a state to the document that `python -m scoring` reads: regulation and facts in one mapping."""

import re
from collections.abc import Collection, Mapping
from typing import Any

import scoring
from spartakiad.competition.applied import Entry
from spartakiad.competition.ended import with_ended
from spartakiad.competition.joint import credit_of, row_of, shared_contests
from spartakiad.competition.matches import is_match, sides_of, unit_of
from spartakiad.competition.programme import MAIN, MEETINGS, in_force, line, title_of
from spartakiad.competition.signed import Signed
from spartakiad.competition.state import Mark, MarkKey, State
from spartakiad.competition.walkovers import walkovers
from spartakiad.competition.weights import standing
from spartakiad.errors import Refusal

_VISIBLE: Mapping[str, frozenset[str]] = {
    "entered": frozenset({"planned", "start_list", "under_way", "posted", "official"}),
    "posted": frozenset({"posted", "official"}),
    "official": frozenset({"official"}),
}


def document(state: State, upto: str = "entered") -> dict[str, Any]:
    """The engine's document. `upto`: count marks as entered, only of posted contests, or only of official ones."""
    regulation = {key: value for key, value in in_force(state).items() if key != "eligibility"}
    meeting = {row["id"]: first for row in regulation.get("contest", ()) if (first := _of_matches(regulation, row))}
    counted = {
        key: mark for key, mark in state.marks.items() if _visible(state, key, upto) and counts(state, key, mark)
    }
    worn, shared = _bibs(state), shared_contests(state)
    return {
        **regulation,
        "contest": with_ended(state, regulation.get("contest", ()), meeting),
        "decision": [*regulation.get("decision", ()), *_decisions(state)],
        "adjustment": [*regulation.get("adjustment", ()), *_adjustments(state)],
        "team": [row_of(state, team) for team in state.teams.values()],
        "entrant": [
            _entrant(state, entry, worn) for entry in state.entries.values() if _listed(state, entry, meeting, shared)
        ],
        "mark": [
            *(_mark(state, key, mark) for key, mark in counted.items() if not is_match(key[3])),
            *(
                row
                for contest in state.taken
                if _visible(state, (contest, MAIN), upto)
                for row in _taken(state, contest)
            ),
        ],
        "match": [
            *(_match(state, key, mark.value) for key, mark in counted.items() if is_match(key[3])),
            *_walkovers(state, meeting, upto),
        ],
        "absence": [*regulation.get("absence", ()), *_absences(state, upto)],
    }


def parsed(state: State, upto: str = "entered") -> scoring.Document:
    """The document as the engine reads it.

    Raises Refusal marks_would_break or decision_would_break where the rules do not take what is recorded already, and
    regulation_broken with the engine's first problem for anything else.
    """
    raw = document(state, upto)
    try:
        return scoring.parse(raw)
    except scoring.DocumentError as error:
        raise _unreadable(raw, error.problems[0]) from error


def _unreadable(raw: Mapping[str, Any], problem: scoring.Problem) -> Refusal:
    found = re.match(r"(mark|match|decision)\[(\d+)\]", problem.path)
    if found and found[1] == "decision":
        return Refusal("decision_would_break", "document")
    if found:
        row = raw[found[1]][int(found[2])]
        titles = {one["id"]: title_of(one) for one in raw.get("contest", ())}
        who = row.get("entrant") or row.get("team") or " – ".join(row.get("sides", ()))
        contest = titles.get(row["contest"], row["contest"])
        return Refusal("marks_would_break", "document", contest=contest, who=_called(raw, who))
    args = {key: _plain(value) for key, value in problem.args.items()}
    return Refusal("regulation_broken", "document", **args | {"path": problem.path, "problem": problem.kind})


def _called(raw: Mapping[str, Any], who: str) -> str:
    """An athlete by his number, a team by its title."""
    teams = {team["id"]: team["title"] for team in raw["team"]}
    return teams.get(who) or (f"№ {who}" if who.isdecimal() else who)


def _visible(state: State, key: tuple[str, ...], upto: str) -> bool:
    """By how far the part is: the women's list is seen while the men still run. `key`: contest, part and more."""
    return key[0] in state.contests and state.how_far(key[0], key[1]).state in _VISIBLE[upto]


def takes_part(state: State, entry: Entry) -> bool:
    """An admitted athlete's; whoever is not admitted, waits in reserve or is scratched is held out of every ranking."""
    starts = entry.role != "reserve" and entry.entrant in state.athletes
    starts = starts and (entry.contest, entry.entrant) not in state.scratches
    return starts and state.is_admitted(entry.entrant, entry.contest)


def _decisions(state: State) -> list[dict[str, Any]]:
    """Contests that were cancelled and what a standing counts since; who of several first has the cup."""
    rows: list[dict[str, Any]] = []
    for contest, one in state.cancelled.items():
        paper = {"reason": one.reason, "document": one.document}
        rows.append({"kind": "cancel", "contest": contest, **paper})
        rows += [{"kind": "count", "standing": name, "k": k, "of": of, **paper} for name, k, of in one.counts]
    rows += [_signed(one) for one in state.decisions.values() if not one.lifted and one.what != "adjust"]
    decided, cup = state.cup_decision, state.regulation.get("cup")
    if decided and cup:
        first = [decided.team, *(team for team in decided.among if team != decided.team)]
        rows.append({"kind": "cup", "standing": cup["standing"], "teams": first, "document": decided.document})
    return rows


def _signed(one: Signed) -> dict[str, Any]:
    """Only what it says: the engine reads no key twice."""
    row: dict[str, Any] = {"kind": one.what, "document": one.document, "reason": one.reason}
    row |= {"contest": one.contest, "standing": one.standing, "entrant": one.entrant, "unit": one.unit}
    order = [list(group) if len(group) > 1 else group[0] for group in one.order]
    row["teams" if one.among == "teams" else "order"] = order
    return {name: value for name, value in row.items() if value}


def _adjustments(state: State) -> list[dict[str, Any]]:
    """Points that a signed decision adds or takes."""
    rows = [
        {"team": one.entrant, "contest": one.contest, "points": one.points, "document": one.document}
        | {"reason": one.reason}
        for one in state.decisions.values()
        if one.what == "adjust" and not one.lifted
    ]
    return [{name: value for name, value in row.items() if value} for row in rows]


def _absences(state: State, upto: str) -> list[dict[str, Any]]:
    """Teams that were scratched from a whole contest; of a part of it, their athletes may still start in others."""
    return [
        {"contest": contest, "team": team, "kind": state.scratches[contest, team].absence}
        for (contest, team), entry in state.entries.items()
        if team in state.teams and (contest, team) in state.scratches and entry.part == MAIN
        if contest not in state.taken and _visible(state, (contest, MAIN), upto)
    ]


def _walkovers(state: State, meeting: Collection[str], upto: str) -> list[dict[str, Any]]:
    """Matches of a bracket that one side was scratched from."""
    away = dict.fromkeys(contest for contest, _ in state.scratches if contest in meeting)
    held = [one for one in away if one not in state.taken and _visible(state, (one, MAIN), upto)]
    return [
        _match(state, (contest, MAIN, match.stage, match.key), value)
        for contest in held
        for match, value in walkovers(state, line(state, contest))
    ]


def _taken(state: State, contest: str) -> list[dict[str, Any]]:
    return [{"contest": contest, "team": team, "place": place} for team, place in state.taken[contest].places.items()]


def _of_matches(regulation: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    """How its first stage is played, "" where it is no matches; of a regulation that the engine has not read yet."""
    stages = regulation.get("rules", {}).get(row.get("rules"), {}).get("stages", ())
    return next((stages[0].get("format", "") for stage in stages if stage.get("format") in MEETINGS), "")


def _listed(state: State, entry: Entry, meeting: Mapping[str, str], shared: Collection[str]) -> bool:
    """Whoever meets everybody, or is a team in a part, is known before the first result; others are by their marks.

    A team that was scratched stays where it has met somebody, an athlete in his line of a bracket.
    """
    if entry.contest in state.taken:
        return False
    away, team = (entry.contest, entry.entrant) in state.scratches, entry.entrant in state.teams
    if takes_part(state, entry) or entry.contest not in meeting:
        known = entry.part != MAIN or entry.contest in shared
        return takes_part(state, entry) or (known and team and not away)
    return team or (away and meeting[entry.contest] == "knockout")


def counts(state: State, key: MarkKey, mark: Mark) -> bool:
    """What was rejected, was shown by somebody not admitted, or is told by a paper now stays in the journal only."""
    if mark.check == "rejected" or key[0] in state.taken:
        return False
    entrant = key[3]
    if is_match(entrant):
        sides = [state.entries.get((key[0], side)) for side in sides_of(state, key[0], entrant) or ()]
        return bool(sides) and all(one and (one.entrant in state.teams or takes_part(state, one)) for one in sides)
    if entrant in state.teams:
        return (key[0], entrant) not in state.scratches
    entry = state.entries.get((key[0], entrant))
    return entry is not None and takes_part(state, entry)


def _bibs(state: State) -> dict[tuple[str, str], str]:
    """By contest and entrant, as the released lists have them."""
    return {(one.contest, who): bib for one in state.starts.values() for who, bib in one.starts if bib}


def _entrant(state: State, entry: Entry, worn: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    bib = worn.get((entry.contest, entry.entrant), entry.entrant)
    row: dict[str, Any] = {"id": entry.entrant, "team": entry.team, "contest": entry.contest, "bib": bib}
    if entry.part != MAIN:
        row["part"] = entry.part
    if entry.role != "team":
        row["scores"] = False
    if entry.role == "guest":
        row["displaces"] = False
    credit = credit_of(state, entry.entrant) if entry.role == "team" else []
    if credit:
        row["credit"] = credit
    pool = state.pools.get((entry.contest, MAIN), {}).get(entry.entrant)
    if pool:
        row["pool"] = pool
    weight = standing(state.weighings.get((entry.contest, entry.entrant), ()))
    if weight:
        row["body_weight"] = weight
    return row


def _mark(state: State, key: MarkKey, mark: Mark) -> dict[str, Any]:
    contest, part, stage, entrant = key
    row: dict[str, Any] = {"contest": contest, "team" if entrant in state.teams else "entrant": entrant}
    if part != MAIN:
        row["part"] = part
    if stage != MAIN:
        row["stage"] = stage
    return {**row, **mark.value, **({"status": mark.status} if mark.status else {})}


def _match(state: State, key: MarkKey, value: Mapping[str, Any]) -> dict[str, Any]:
    """The sides are those of the start list; who did not come is said by name."""
    contest, _part, stage, match = key
    sides = sides_of(state, contest, match) or ("", "")
    row: dict[str, Any] = {"contest": contest, "unit": unit_of(match), "sides": list(sides), **value}
    if stage != MAIN:
        row["stage"] = stage
    if "forfeit" in row:
        row["forfeit"] = [sides[side] for side in row["forfeit"]]
    return row


def _plain(value: object) -> object:
    """What a command can keep of a problem's particulars: exact fractions become text."""
    return value if isinstance(value, str | int | list | None) else str(value)
