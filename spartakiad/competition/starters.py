"""Who stands in the start list of a contest, in which order."""

from spartakiad.competition.document import takes_part
from spartakiad.competition.matches import stage_id
from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.start_facts import StartsListed
from spartakiad.competition.state import StartList, State


def starters(state: State, contest: Line) -> list[str]:
    """As the released list has them, whoever came in since after them; by number before, guests too.

    Of a contest in parts, of each after the other.
    """
    if contest.parts:
        return [entrant for part in contest.parts for entrant in starters(state, part)]
    entries = [entry for entry in state.entries_of(contest.id) if entry.part == contest.part]
    if contest.by_teams:
        there = {one.entrant for one in entries if (one.contest, one.entrant) not in state.scratches}
        found = [team for team in state.teams if team in there]
    else:
        found = sorted((e.entrant for e in entries if takes_part(state, e)), key=int)
    listed = list_of(state, contest)
    if listed is None:
        return found
    order = {entrant: at for at, (entrant, _) in enumerate(listed.starts)}
    return sorted(found, key=lambda entrant: order.get(entrant, len(order)))


def scratched(state: State, contest: Line) -> list[str]:
    """Whoever of the list does not start after all, in its order; of a contest in parts, nobody of its own."""
    mine = [one for one in state.entries_of(contest.id) if one.part == contest.part and one.role != "reserve"]
    found = [one.entrant for one in mine if (one.contest, one.entrant) in state.scratches and not contest.parts]
    listed = list_of(state, contest)
    order = {entrant: at for at, (entrant, _) in enumerate(listed.starts)} if listed else {}
    return sorted(found, key=lambda entrant: (order.get(entrant, len(order)), len(entrant), entrant))


def in_his_place(listed: StartList, goes: str, comes: str, reason: str) -> StartsListed:
    """The same list with one for another: his hour, and his bib where that was not his own number."""
    who = {goes: comes}
    return StartsListed(
        contest=listed.contest,
        part=listed.part,
        stage=listed.stage,
        unit=listed.unit,
        starts=tuple((who.get(one, one), who.get(bib, bib) if one == goes else bib) for one, bib in listed.starts),
        delay=listed.delay,
        offsets=tuple((who.get(one, one), after) for one, after in listed.offsets.items()),
        heats=tuple((who.get(one, one), *at) for one, at in listed.heats.items()),
        turn=listed.turn,
        court=listed.court,
        fed=listed.fed,
        without=listed.without,
        reason=reason,
    )


def final_of(state: State, part: Line) -> StartList | None:
    """The list of the final, where heats come before it and it is released."""
    if part.by_matches or len(part.stages) < 2:
        return None
    found = state.starts.get(f"starts:{part.id}:{part.part}:{stage_id(part, 1)}:{MAIN}")
    return found if found and found.starts else None


def next_stage(state: State, part: Line, entrant: str) -> str:
    """The stage in which somebody's next result is one: the final once he is in its list."""
    final = final_of(state, part)
    return final.stage if final and entrant in final.bibs else MAIN


def stands_in(state: State, part: Line, entrant: str) -> StartList | None:
    """The list by which somebody starts next."""
    final = final_of(state, part)
    return final if final and entrant in final.bibs else list_of(state, part)


def list_of(state: State, part: Line) -> StartList | None:
    """The start list that was released last."""
    return state.starts.get(f"starts:{part.id}:{part.part}:{MAIN}:{MAIN}")
