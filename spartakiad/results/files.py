"""A file of another program held against the judges' sheet: who it is, what was shown, what would change."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scoring.marks.time import LONGEST_TIME
from spartakiad.competition.decide.marks import EnterMark, enter
from spartakiad.competition.facts import MarkEntered
from spartakiad.competition.matches import matches_of
from spartakiad.competition.programme import Line
from spartakiad.competition.reading import mark_kind, written
from spartakiad.competition.state import Mark, State
from spartakiad.errors import Refusal
from spartakiad.intake.results import ResultLine, lines_in
from spartakiad.people.names import PersonName
from spartakiad.results.file_cells import other_sum, raw_of, too_precise
from spartakiad.results.file_matches import Matches, meetings_in
from spartakiad.results.file_preview import LEFT_OUT, Board, FileLine, Mended, Preview, ReadSheet, Wishes
from spartakiad.results.file_times import timed
from spartakiad.results.file_who import Met, Said, Starter, Starters, part_called
from spartakiad.results.sheets import sheet, sides
from spartakiad.words.states import words

MOST_LINES = 1500  # of one file: more than start in any contest
_AS_IT_IS = Mended()
_UNNAMED = re.compile(r"Участник №\s?(\d+)")
Found = tuple[str, ResultLine]  # the title of its sheet, and a row


def preview(board: Board, sheets: Sequence[ReadSheet], wishes: Wishes, mended: Mapping[int, Mended]) -> Preview:
    """Nothing is written: each row meets the decision that would take it. Raises Refusal table_too_large."""
    read = [(sheet, lines_in(sheet.rows, sheet.layout)) for sheet in sheets]
    found = [(sheet.title, line) for sheet, lines in read for line in lines.lines]
    if len(found) > MOST_LINES:
        raise Refusal("table_too_large", "rows", rows=len(found), limit=MOST_LINES)
    many = len(sheets) > 1
    groups = [line.group or (title if many else "") for title, line in found]
    parts = {group: wishes.groups.get(group, part_called(group, board.whole.parts)) for group in groups}
    notes: tuple[str, ...] = ()
    if board.whole.by_matches:
        lines = [*_matches(board, found, mended)]
    else:
        cells, notes = _cells(board, found, groups, wishes)
        placed = zip(found, cells, [parts[group] for group in groups], strict=True)
        lines = [*_people(board, placed, wishes, mended)]
    skipped = tuple(one for _, told in read for one in told.skipped if one[1] not in parts)
    named = tuple(parts.items()) if len(parts) > 1 or any(parts) else ()
    precise = any(
        too_precise(board.whole.lists[0], line.raw) for line in lines if line.verdict == "wrong" and line.entrant
    )
    return Preview(tuple(_once(lines)), skipped, _missing(board, lines), named, notes, precise and not wishes.cut)


def board_of(state: State, whole: Line, people: Mapping[str, PersonName], actors: Mapping[str, str]) -> Board:
    """Everybody entered, admitted or not; of a contest of matches whoever may meet somebody."""
    rows = {row.entrant: (part, row) for part in whole.lists for row in sheet(state, part, people, actors)}
    if whole.by_matches:
        starters = [Starter(side, side, name, name, whole) for side, name in sides(state, whole, people)]
    else:
        starters = [Starter(key, row.bib, row.name, row.team_title, part) for key, (part, row) in rows.items()]
    return Board(state, whole, starters, {key: row for key, (_, row) in rows.items()})


def _cells(
    board: Board, found: Sequence[Found], groups: Sequence[str], wishes: Wishes
) -> tuple[Sequence[Mapping[str, str]], tuple[str, ...]]:
    """What stands in each row, with times that are missing reckoned."""
    cells = [line.cells for _, line in found]
    kind = mark_kind(board.whole.lists[0])
    if board.whole.lists[0].mark != "time":
        return cells, ()
    most = getattr(getattr(kind, "limits", None), "max", LONGEST_TIME)
    done = timed(cells, groups, most, wishes.leader)
    return done.rows, done.notes


def _people(
    board: Board,
    found: Iterator[tuple[Found, Mapping[str, str], str]],
    wishes: Wishes,
    mended: Mapping[int, Mended],
) -> Iterator[FileLine]:
    starters = Starters(board.starters)
    for number, ((title, line), cells, part) in enumerate(found):
        if part == LEFT_OUT:
            continue
        own, said = mended.get(number, _AS_IT_IS), _said(board, line, part)
        met = starters.find(said, by_name=wishes.by_name)
        who = met.starter.typed if met.starter else said.bib or said.name or said.team
        named = own.who is not None and own.who.strip() != who
        if own.who is not None and named:
            who, met = own.who.strip(), Met(starters.typed(own.who), met.near)
        list_ = met.starter.line if met.starter else board.whole.lists[0]
        built = raw_of(list_, cells, cut=wishes.cut)
        raw = built if own.raw is None else own.raw.strip()
        theirs = " ".join(filter(None, (said.bib and f"№ {said.bib}", said.name or said.team)))
        seen = FileLine(number, title, line.number, theirs, who, raw=raw, mended=raw != built)
        if met.starter is None:
            yield _unknown(seen, met)
            continue
        seen = replace(seen, entrant=met.starter.entrant, label=met.starter.label)
        doubts = _doubts(board, met, met.starter, part, named=named)
        yield _judged(board, seen, list_, doubts, own.about(met.starter.entrant), cells)


def _said(board: Board, line: ResultLine, part: str) -> Said:
    """Where only teams start, whatever names somebody names a team.

    Our own protocol calls by his number whoever did not consent to publication.
    """
    name = line["full"] or f"{line['surname']} {line['name']}".strip()
    if all(one.line.by_teams for one in board.starters):
        return Said(team=line["team"] or name, part=part)
    number = _UNNAMED.match(name)
    if number:
        return Said(line["bib"], "", line["team"], part, number[1])
    return Said(line["bib"], name, line["team"], part)


def _unknown(seen: FileLine, met: Met) -> FileLine:
    near = "; ".join(one.label for one in met.near)
    refusal = Refusal("row_unknown_near", "who", near=near) if near else Refusal("row_unknown", "who")
    return replace(seen, verdict="wrong" if seen.raw else "none", refusals=(refusal,))


def _doubts(board: Board, met: Met, starter: Starter, part: str, *, named: bool) -> list[Refusal]:
    """`named`: by hand; of somebody who has a mark already that has to be told."""
    doubts = [Refusal("row_other_name", "who", ours=starter.label)] if met.doubted else []
    row = board.rows[starter.entrant]
    doubts += [Refusal("row_written", "raw", theirs=row.read)] if named and row.version else []
    if part and starter.line.part != part:
        title = board.whole.list_of(part).part_title
        doubts.append(Refusal("row_other_part", "who", part=title, own=starter.line.part_title))
    return doubts


def _judged(
    board: Board, seen: FileLine, list_: Line, doubts: list[Refusal], own: Mended, cells: Mapping[str, str]
) -> FileLine:
    """By the very decision that takes a mark which is typed."""
    row = board.rows[seen.entrant]
    version = row.version if own.version is None else own.version
    seen = replace(seen, seen=version, version=row.version, was=row.read, was_by=row.entered_by)
    if not seen.raw:
        return seen
    try:
        entered, unlikely = _entered(board, seen)
    except Refusal as refusal:
        return replace(seen, verdict="wrong", refusals=(refusal.at("raw"),))
    if entered is None:
        return replace(seen, verdict="same", keep=bool(own.keep))
    told = written(list_, entered.value)
    other = "" if seen.mended else other_sum(list_, cells, told.value)
    doubts += unlikely + ([Refusal("row_other_sum", "raw", theirs=other, ours=told.value)] if other else [])
    status = words(entered.status, "status") if entered.status else ""
    verdict = _verdict(board.state.marks.get((entered.contest, entered.part, entered.stage, entered.entrant)))
    keep = verdict in ("new", "changed") and not doubts if own.keep is None else own.keep
    moved = version != row.version
    return replace(
        seen,
        read=" ".join(filter(None, (told.value or told.made_of, status))),
        verdict="doubt" if doubts else "typed" if moved else verdict,
        keep=keep and not moved,
        refusals=(*doubts, *([Refusal("row_moved", "raw", theirs=row.read)] if moved else [])),
    )


def _entered(board: Board, seen: FileLine) -> tuple[MarkEntered | None, list[Refusal]]:
    """What would be recorded, None where it is already, and why it is hardly true. Raises Refusal."""
    unlikely: list[Refusal] = []
    command = EnterMark(board.whole.id, seen.entrant, seen.raw, seen.version)
    try:
        facts = enter(board.state, command, "")
    except Refusal as refusal:
        if refusal.kind not in ("mark_implausible", "sent_back"):
            raise
        unlikely = [refusal.at("raw")]
        facts = enter(board.state, replace(command, sure=True), "")
    return next((fact for fact in facts if isinstance(fact, MarkEntered)), None), unlikely


def _verdict(standing: Mark | None) -> str:
    """What a person typed, or another one confirmed, is not written over without being asked for."""
    if standing is None:
        return "new"
    return "typed" if standing.origin is None or standing.check == "confirmed" else "changed"


def _matches(board: Board, found: Sequence[Found], mended: Mapping[int, Mended]) -> Iterator[FileLine]:
    matches = Matches(matches_of(board.state, board.whole.id), Starters(board.starters))
    titles = {id(line): title for title, line in found}
    for number, (line, meeting) in enumerate(meetings_in([line for _, line in found])):
        own, met = mended.get(number, _AS_IT_IS), matches.find(meeting)
        built = met[1] if met else meeting.score
        raw = built if own.raw is None else own.raw.strip()
        theirs = " ".join(filter(None, (line["round"] and f"тур {line['round']}:", meeting.first, "–", meeting.second)))
        seen = FileLine(number, titles[id(line)], line.number, theirs, "", raw=raw, mended=raw != built)
        if met is None:
            yield replace(seen, verdict="wrong" if raw else "none", refusals=(Refusal("row_no_match", "who"),))
            continue
        seen = replace(seen, entrant=met[0].key, label=board.rows[met[0].key].name)
        yield _judged(board, seen, board.whole, [], own.about(met[0].key), {})


def _once(lines: Sequence[FileLine]) -> Iterator[FileLine]:
    """Somebody who stands in several rows: the same again is nothing, different results are for a person to settle.

    A row that waits to be settled itself stands in nobody's way.
    """
    rows: dict[str, list[FileLine]] = {}
    for line in lines:
        if line.entrant and line.raw and not line.unsettled:
            rows.setdefault(line.entrant, []).append(line)
    for line in lines:
        same = [] if line.unsettled else rows.get(line.entrant, [])
        if len({one.raw for one in same}) > 1:
            others = ", ".join(str(one.row) for one in same if one is not line)
            yield replace(line, verdict="wrong", refusals=(Refusal("row_twice", "raw", rows=others),))
        elif line in same[1:]:
            yield replace(line, verdict="same", keep=False)
        else:
            yield line


def _missing(board: Board, lines: Sequence[FileLine]) -> tuple[str, ...]:
    """Who starts in what the file is about and has no result in it, nor anywhere else."""
    told = {line.entrant for line in lines if line.entrant and line.raw}
    parts = {one.line.part for one in board.starters if one.entrant in told}
    if board.whole.by_matches:
        return tuple(row.name for key, row in board.rows.items() if told and key not in told and not row.version)
    without = [one for one in board.starters if one.line.part in parts and one.entrant not in told]
    return tuple(
        one.label for one in without if not board.rows[one.entrant].version and not board.rows[one.entrant].held_out
    )
