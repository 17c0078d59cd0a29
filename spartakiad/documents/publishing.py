"""Render and publish: two files of one sheet, a signed fact that knows both, all in one act or nothing."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

import scoring
from spartakiad.competition.apply import fold
from spartakiad.competition.decide.sheets import PublishSheet
from spartakiad.competition.desk import Desk
from spartakiad.competition.memory import Now, scored, stream_of
from spartakiad.competition.person_facts import PersonsMerged
from spartakiad.competition.publishing import results_of, sheet_number
from spartakiad.competition.sheet_facts import SheetPublished
from spartakiad.competition.sheets import CODE, OVERALL, Sheet
from spartakiad.competition.state import State
from spartakiad.documents.issue import Issue
from spartakiad.documents.overall import overall_protocol
from spartakiad.documents.paper import Paper
from spartakiad.documents.results import result_protocol
from spartakiad.games.live import head_of
from spartakiad.models.papers import SheetFile
from spartakiad.people.actions import Withdraw, withdraw
from spartakiad.people.erasing import Erase, erase
from spartakiad.people.names import PersonName, PublicName
from spartakiad.people.published import as_agreed
from spartakiad.people.queries import names_of_persons
from spartakiad.publication.frozen import official_rows, standings_hash
from spartakiad.publication.keys import key_of, public_half, sign
from spartakiad.publication.waiting import records_told
from spartakiad.standings.names import full_names, public_names
from spartakiad.store import journal
from spartakiad.store.canonical import digest
from spartakiad.store.commands import SINCE, Answer

_NOT_SAID = ("stamp", "address", "draft")  # of a paper: what differs between two revisions that say the same


@dataclass(frozen=True, slots=True)
class Press:
    """`site`: where the codes on paper lead to, "https://…"; `keys`: the folder of the keys of the Games."""

    site: str
    keys: str


@dataclass(frozen=True, slots=True)
class Publish:
    """`contest`: whose result protocol, or OVERALL. `despite`: as in Accept."""

    games: str
    contest: str
    press: Press
    despite: int = field(default=0, metadata=SINCE)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    wish: Withdraw
    press: Press


@dataclass(frozen=True, slots=True)
class Erasure:
    wish: Erase
    press: Press


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a sheet shows: the Games at that number with the names that may be shown now, `why` as in the fact."""

    now: Now
    people: Mapping[str, PersonName]
    contest: str
    why: str
    results: tuple[tuple[str, int], ...]


def publish(desk: Desk, wish: Publish) -> Answer:
    """The next revision of what is official now. Raises Refusal sheet_not_official, sheet_same or records_wait."""
    key_of(desk, wish.games, wish.press.keys)
    state = desk.state(wish.games)
    why = "result" if any(one.contest == wish.contest for one in state.sheets.values()) else ""
    shown = _shown(desk, wish.games, state, wish.contest, why)
    with records_told(desk, wish.games):
        return {"revision": _issue(desk, shown, wish.press, wish.despite)}


def withdraw_and_reissue(desk: Desk, wish: Withdrawal) -> Answer:
    """A consent is taken back; what was published with the name is closed and published again without it."""
    answer = withdraw(desk, wish.wish)
    reissue(desk, wish.press)
    return answer


def erase_and_reissue(desk: Desk, wish: Erasure) -> Answer:
    answer = erase(desk, wish.wish)
    reissue(desk, wish.press)
    return answer


def reissue(desk: Desk, press: Press) -> None:
    """Every sheet whose last public file is closed, in every Games: the same results once more, without the name."""
    for slug in [slug for slug, now in desk.memory.games.items() if now.state.sheets]:
        for sheet in list(desk.state(slug).sheets.values()):
            if sheet.last.closed:
                key_of(desk, slug, press.keys)
                _issue(desk, _as_before(desk, slug, sheet), press)


def _as_before(desk: Desk, slug: str, sheet: Sheet) -> _Shown:
    """What the last revision showed; two persons who turned out to be one since are one."""
    last = sheet.last
    told = journal.read(desk.session, stream_of(slug))
    then = fold(one for one in told if one.number <= last.of or one.kind == PersonsMerged.kind)
    return _shown(desk, slug, replace(then, number=last.of), sheet.contest, "name")


def _shown(desk: Desk, slug: str, state: State, contest: str, why: str) -> _Shown:
    state = as_agreed(desk.session, state)
    people = names_of_persons(desk.session, {one.number: (one.person, one.rank) for one in state.athletes.values()})
    return _Shown(scored(slug, state, None), people, contest, why, results_of(state, contest))


def _issue(desk: Desk, shown: _Shown, press: Press, despite: int = 0) -> int:
    """The revision, once both files and the fact are kept."""
    from spartakiad.documents.pdf import pdf  # slow to import: with the first document, not with the server

    slug, state = shown.now.slug, desk.state(shown.now.slug)
    number = sheet_number(state, shown.contest)
    known = state.sheets.get(number)
    revision = (known.last.revision if known else 0) + 1
    head = journal.locked(desk.session, stream_of(slug)).head_hash
    names = {"full": full_names(shown.now, shown.people), "public": public_names(shown.now, shown.people)}
    issues = {copy: Issue(slug, number, revision, head[:CODE], press.site, desk.at, copy) for copy in names}
    papers = {copy: _paper(desk, shown, names[copy], issues[copy]) for copy in names}
    files = {copy: pdf(paper) for copy, paper in papers.items()}
    digests = {copy: hashlib.sha256(content).hexdigest() for copy, content in files.items()}
    fact = replace(_fact(shown, papers, digests), sheet=number, revision=revision, head=head)
    private = key_of(desk, slug, press.keys)
    fact = replace(fact, key=public_half(private))
    desk.carry_out(slug, PublishSheet(replace(fact, signature=sign(private, fact.signed)), despite))
    for copy, content in files.items():
        desk.session.add(SheetFile(digest=digests[copy], games=slug, content=content, at=desk.at))
    return revision


def _fact(shown: _Shown, papers: Mapping[str, Paper], digests: Mapping[str, str]) -> SheetPublished:
    """What follows from what the sheet shows; its number, its revision and the key are the caller's."""
    state = shown.now.state
    return SheetPublished(
        games=shown.now.slug,
        sheet=0,
        contest=shown.contest,
        revision=0,
        why=shown.why,
        of=state.number,
        rules=state.regulation_version,
        results=shown.results,
        full=digests["full"],
        public=digests["public"],
        contents=digest([_said(paper) for paper in papers.values()]),
        head="",
        standings=standings_hash(official_rows(state)),
        engine=scoring.VERSION,
        named=_named(shown, papers["public"], only_shown=True),
        people=_named(shown, papers["full"], only_shown=False),
        key="",
    )


def _paper(desk: Desk, shown: _Shown, names: Mapping[str, PublicName], issue: Issue) -> Paper:
    head = head_of(desk.session, shown.now.slug, shown.now.state)
    if shown.contest == OVERALL:
        return overall_protocol(shown.now, head, names, issue)
    return result_protocol(shown.now, head, shown.contest, names, issue=issue)


def _said(paper: Paper) -> dict[str, object]:
    return {name: value for name, value in asdict(paper).items() if name not in _NOT_SAID}


def _named(shown: _Shown, paper: Paper, *, only_shown: bool) -> tuple[int, ...]:
    """Whose surname stands on it; a namesake too, who is only published again once more than he has to be."""
    words = set(re.findall(r"[\w-]+", repr(asdict(paper))))
    found = {
        one.person
        for one in shown.now.state.athletes.values()
        if one.number in shown.people and (one.shown or not only_shown)
        if set(re.findall(r"[\w-]+", shown.people[one.number].surname)) <= words
    }
    return tuple(sorted(found))
