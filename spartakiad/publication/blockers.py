"""What keeps a Games from being closed: what is expected, of whom, since when, and where it is done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from spartakiad.accounts.roles import Role
from spartakiad.competition.applied import Team
from spartakiad.competition.decide.contests import outstanding, uncompared
from spartakiad.competition.decide.corrections import CLOSED
from spartakiad.competition.decide.cup import proposal
from spartakiad.competition.decide.records import waiting
from spartakiad.competition.decide.weighing import weighed_here
from spartakiad.competition.finals import final_stage
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import MAIN, Line, lines
from spartakiad.competition.records import Held
from spartakiad.competition.starters import final_of, starters
from spartakiad.competition.state import State
from spartakiad.competition.weights import standing as standing_weight
from spartakiad.halls.devices import DeviceRow
from spartakiad.words.dates import MOSCOW, until
from spartakiad.words.numbers import counted
from spartakiad.words.stages import unit_words


@dataclass(frozen=True, slots=True)
class Blocker:
    """`kind` names the rule; `words` say what is expected; `link` leads to the form; `since` None: from the beginning.

    `role`, `team`, `contest`: who answers for it; `people`: names and phones, where they are known already.
    """

    kind: str
    about: str
    words: str
    link: str
    role: Role
    since: datetime | None = None
    team: str = ""
    contest: str = ""
    people: tuple[tuple[str, str], ...] = ()


def blockers(now: Now, at: datetime, silent: Iterable[DeviceRow] = ()) -> list[Blocker]:
    """Everything that is still expected at this moment: applications, contests in programme order, the cup.

    `silent`: devices that hold results back and were not here for long.
    """
    state = now.state
    return [
        *_devices(now.slug, silent),
        *_applications(now.slug, state, at),
        *_held(now.slug, state),
        *(one for line in lines(state) for one in _contest(now, line, at)),
        *_cup(now),
    ]


def _devices(games: str, silent: Iterable[DeviceRow]) -> Iterator[Blocker]:
    """Whoever holds it is rung, and whoever answers for the venue: the judge's own telephone may be that device."""
    for row in silent:
        device, venue = row.device, row.venue
        where = venue.title if venue else ", ".join(row.contests)
        many = counted(device.unsent, "запись", "записи", "записей")
        words = f"вход закончился: не передано {many}" if device.ended else f"нет связи: не передано {many}"
        at_venue = [(venue.person or venue.title, venue.phone)] if venue and venue.phone else []
        people = ((row.name, row.phone), *at_venue)
        link = f"/office/{games}/devices#device-{device.sign_in}"
        yield Blocker("device", where or row.name, words, link, Role.JUDGE, device.last_contact, people=people)


def _applications(games: str, state: State, at: datetime) -> Iterator[Blocker]:
    for team in state.teams.values():
        athletes = state.athletes_of(team.slug)
        waiting = [one for one in athletes if state.admission(one.number).state == "pending"]
        page, desk = f"/team/{games}/{team.slug}", f"/office/{games}/admission/{team.slug}"
        since = team.changed_at
        if team.delegation in ("draft", "remarks") and state.state == "entries_open":
            what = "исправить заявку по замечаниям" if team.delegation == "remarks" else "подать заявку"
            yield Blocker("application", team.title, what, page, Role.CAPTAIN, since, team=team.slug)
        elif team.delegation == "submitted":
            yield Blocker("commission", team.title, "рассмотреть заявку", desk, Role.COMMISSION, since)
        yield from _conditions(state, team, desk, at)
        if waiting and team.delegation == "accepted":
            many = counted(len(waiting), "участника", "участников", "участников")
            yield Blocker("admission", team.title, f"решить о допуске {many}", desk, Role.COMMISSION, since)


def _held(games: str, state: State) -> Iterator[Blocker]:
    """Records of judges that nobody has decided about: a contest with one of them is not whole."""
    for contest, held in groupby(sorted(waiting(state), key=_contest_of), key=_contest_of):
        found = list(held)
        title = next((one.title for one in lines(state) if one.id == contest), contest)
        words = f"решить о записях судей: {len(found)}"
        yield Blocker("held", title, words, f"/office/{games}/inbox", Role.CHIEF_SECRETARY, found[0].at)


def _contest_of(held: Held) -> str:
    return held.contest


def _conditions(state: State, team: Team, desk: str, at: datetime) -> Iterator[Blocker]:
    """A condition lapses aloud: from its hour on it is what the commission is waited for."""
    for one in state.athletes_of(team.slug):
        admission = state.admission(one.number)
        link = f"{desk}#athlete-{one.number}"
        if admission.lapsed(at):
            words = f"условный допуск № {one.number} истёк: допустить или отказать"
            since = datetime.fromisoformat(admission.until).replace(tzinfo=MOSCOW)
            yield Blocker("lapsed", team.title, words, link, Role.COMMISSION, since)
        elif admission.state == "until":
            words = f"решить об условном допуске № {one.number} (до {until(admission.until)})"
            yield Blocker("until", team.title, words, link, Role.COMMISSION, team.changed_at)


def _contest(now: Now, line: Line, at: datetime) -> Iterator[Blocker]:
    """One step at a time: what comes next for this contest and its parts, and only once it is due."""
    state, standing = now.state, now.state.contests[line.id]
    slot = state.slots.get(line.id)
    begins = slot.starts_at if slot else None
    judge, board = f"/judge/{now.slug}/{line.id}", f"/office/{now.slug}#contest-{line.id}"
    listing = f"/office/{now.slug}/contests/{line.id}/starts"
    yield from _weighing(now, line, begins, at)
    if standing.state == "planned" and begins and begins <= at:
        yield Blocker("starts", line.title, "выпустить стартовый протокол", listing, Role.CHIEF_SECRETARY, begins)
    elif standing.state in ("start_list", "under_way"):
        due = begins if begins and begins <= at else None
        yield from (blocker for part in line.lists for blocker in _list(now, part, due, listing))
    elif standing.state in CLOSED:
        yield from _closed(now, line, judge, board)
    for one in state.protests.values():
        if one.contest == line.id and not one.verdict:
            link = f"/office/{now.slug}/protests#protest-{one.number}"
            words = f"решить протест № {one.number}"
            yield Blocker("protest", line.title, words, link, Role.CHIEF_JUDGE, one.received)
    for number in state.upheld(line.id):
        words = f"исправить официальный результат: протест № {number} удовлетворён"
        yield Blocker("correction", line.title, words, judge, Role.SPORT_CHIEF, standing.at, contest=line.id)
    if slot and not slot.starts_at and standing.state in ("planned", "start_list"):
        page = f"/office/{now.slug}/timetable"
        yield Blocker("put_off", line.title, "назначить новый срок", page, Role.CHIEF_SECRETARY, contest=line.id)
    yield from _undecided(now, line)


def _closed(now: Now, line: Line, judge: str, board: str) -> Iterator[Blocker]:
    """A posted result waits for the chief secretary, and any result for its corrections to be compared."""
    standing, left = now.state.contests[line.id], uncompared(now.state, line)
    if left:
        words = f"сверить с бумагой исправленное: {len(left)}"
        yield Blocker("checks", line.title, words, f"{judge}#check", Role.SPORT_CHIEF, standing.at, contest=line.id)
    elif standing.state == "posted":
        yield Blocker("official", line.title, "принять как официальный", board, Role.CHIEF_SECRETARY, standing.at)
    elif _outlived(now.state, line.id):
        page = f"/office/{now.slug}/sheets"
        words = f"опубликовать протокол: результат уже в редакции {standing.revision}"
        yield Blocker("sheet", line.title, words, page, Role.CHIEF_SECRETARY, standing.at)


def _outlived(state: State, contest: str) -> bool:
    """A protocol was published, and the result has a newer revision than it shows."""
    shown = [one.last.results for one in state.sheets.values() if one.contest == contest]
    return any((contest, state.contests[contest].revision) not in results for results in shown)


def _weighing(now: Now, line: Line, begins: datetime | None, at: datetime) -> Iterator[Blocker]:
    """Whoever may start and was not weighed, once it is due and before it is under way."""
    due = begins is not None and begins <= at and now.state.contests[line.id].state in ("planned", "start_list")
    here = weighed_here(now.state, line) if due and line.weights.needed else []
    left = [one for one in here if now.state.is_admitted(one, line.id) and not _weight(now.state, line, one)]
    if left:
        words = f"взвесить ещё {counted(len(left), 'участника', 'участников', 'участников')}"
        link = f"/judge/{now.slug}/{line.id}/weighing"
        yield Blocker("weighing", line.title, words, link, Role.SPORT_SECRETARY, begins, contest=line.id)


def _weight(state: State, line: Line, athlete: str) -> str:
    return standing_weight(state.weighings.get((line.id, athlete), ()))


def _list(now: Now, line: Line, due: datetime | None, listing: str) -> Iterator[Blocker]:
    """Of a contest or of one of its parts. `due`: when it was to begin, if that has passed."""
    standing = now.state.how_far(line.id, line.part).state
    of_part = "" if line.part == MAIN else f"?part={line.part}"
    judge = f"/judge/{now.slug}/{line.id}{of_part}"
    if standing == "planned" and due and starters(now.state, line):
        yield Blocker(
            "starts", line.title, "выпустить стартовый протокол", f"{listing}{of_part}", Role.CHIEF_SECRETARY, due
        )
    elif standing == "start_list" and due:
        yield Blocker("begin", line.title, "внести первые результаты", judge, Role.JUDGE, due, contest=line.id)
    elif standing == "under_way":
        yield from _under_way(now, line, judge)


def _under_way(now: Now, line: Line, judge: str) -> Iterator[Blocker]:
    since, left = now.state.how_far(line.id, line.part).at, outstanding(now.state, line)
    if left.missing:
        many = counted(len(left.missing), "результат", "результата", "результатов")
        yield Blocker("marks", line.title, f"внести ещё {many}", judge, Role.JUDGE, since, contest=line.id)
    if left.undrawn:
        words = f"назвать соперников: {', '.join(map(unit_words, left.undrawn))}"
        yield Blocker("pairs", line.title, words, f"{judge}#pair", Role.SPORT_CHIEF, since, contest=line.id)
    if left.unchecked:
        many = counted(len(left.unchecked), "результат", "результата", "результатов")
        oldest = min(mark.entered_at for mark in left.unchecked.values())
        words = f"сверить с бумагой {many}"
        yield Blocker("checks", line.title, words, f"{judge}#check", Role.SPORT_CHIEF, oldest, contest=line.id)
    if final_stage(line) and final_of(now.state, line) is None and not (left.missing or left.unchecked):
        of_part = "" if line.part == MAIN else f"?part={line.part}"
        page = f"/office/{now.slug}/contests/{line.id}/final{of_part}"
        yield Blocker("final", line.title, "составить финал", page, Role.SPORT_SECRETARY, left.last, contest=line.id)
    elif not (left.missing or left.undrawn or left.unchecked):
        last = left.last or since
        yield Blocker("posting", line.title, "вывесить протокол", judge, Role.SPORT_CHIEF, last, contest=line.id)


def _undecided(now: Now, line: Line) -> Iterator[Blocker]:
    """Equals that wait for a decision which the regulation asks for."""
    result = now.result.contests.get(line.id) if now.result else None
    if result and (result.ranking.undecided or result.teams.undecided):
        page = f"/office/{now.slug}/decisions"
        yield Blocker("tie", line.title, "развести равных решением", page, Role.CHIEF_JUDGE, contest=line.id)


def _cup(now: Now) -> Iterator[Blocker]:
    found = proposal(now.state, now.result)
    page = f"/office/{now.slug}/cup"
    if found.state in ("proposed", "reserved"):
        yield Blocker("cup", "Кубок", "подтвердить победителя", page, Role.CHIEF_JUDGE)
    elif found.state == "tied":
        yield Blocker("cup_tie", "Кубок", "решить, кому из первых", page, Role.CHIEF_JUDGE)
