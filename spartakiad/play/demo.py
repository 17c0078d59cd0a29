"""The demo: a Games of eight real cities and invented people, played through the verbs by a given clock.

It stops in the middle of a Games: some contests are official, some posted, one is under way, one takes entries, so
that each role that signs in finds something to do.
"""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from spartakiad.accounts.actions import make_account
from spartakiad.competition.desk import Actor
from spartakiad.competition.matches import matches_of
from spartakiad.competition.programme import MAIN
from spartakiad.competition.shell import Shell, Verb
from spartakiad.entries import actions as entries
from spartakiad.entries import commission
from spartakiad.entries.commission_table import untouched
from spartakiad.entries.lineups import SetLineup, set_lineup
from spartakiad.entries.replacing import Permission, allow_late
from spartakiad.games import cards, notices, timetable
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.people.actions import GiveConsent, give_consent
from spartakiad.play.cast import CARDS, SIGNED, SLOTS, SLUG, STAFF, TEAMS, UNTIL, VENUES
from spartakiad.play.marks import CHESS, FIGURE, MATCHES, ski_times
from spartakiad.play.people import invented
from spartakiad.publication import actions as publication
from spartakiad.publication import protests
from spartakiad.results.actions import Checked, TypedMark, check_marks, enter_mark
from spartakiad.starts import actions as starts
from spartakiad.words.keys import slug_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SKIPS_MEN = "ivanovo"
NO_VOLLEYBALL = ("pskov", "syktyvkar")
BEGINS = datetime(2026, 2, 19, 8, 0, tzinfo=UTC)
WRITTEN = {"chess": CHESS, "figure": FIGURE}
FRIDAY = (  # a contest, how far it has come
    ("ski-women", "official"),
    ("chess", "official"),
    ("volleyball", "official"),
    ("ski-men", "official"),
    ("figure", "posted"),
)
SATURDAY = (("ski-relay", "official"), ("hockey", "official"), ("darts", "posted"), ("bandy", ""))

FOR_EVER = date(2099, 12, 31)  # whoever tries the demo may add athletes, however late he comes


@dataclass(slots=True)
class Clock:
    """Two minutes pass with every deed."""

    at: datetime = BEGINS

    def __call__(self) -> datetime:
        self.at += timedelta(minutes=2)
        return self.at

    def come_to(self, moscow: str) -> None:
        self.at = max(self.at, datetime.fromisoformat(f"{moscow}+03:00").astimezone(UTC))


@dataclass(slots=True)
class Players:
    """Two hands that write: one types, the other confirms."""

    shell: Shell
    clock: Clock
    types: Actor = field(default_factory=lambda: Actor("demo-types", "demo"))
    checks: Actor = field(default_factory=lambda: Actor("demo-checks", "demo"))

    def do(self, verb: Verb, value: "DataclassInstance") -> dict[str, object]:
        return self.shell.write_now(verb, value, self.types)

    def confirm(self, verb: Verb, value: "DataclassInstance") -> dict[str, object]:
        return self.shell.write_now(verb, value, self.checks)

    def come_to(self, moscow: str) -> None:
        """Nothing is done before this moment of Moscow."""
        self.clock.come_to(moscow)


def play(shell: Shell, fixtures: Path) -> bool:
    """Play the demo into an installation that does not have it yet; False when it does."""
    if SLUG in shell.memory.games:
        return False
    clock = Clock()
    players = Players(Shell(shell.store, clock, shell.memory), clock)
    preparing = (_accounts, _games(fixtures), _cards, _timetable, _delegations, _admission)
    for act in (*preparing, _contests(FRIDAY), _frost, _contests(SATURDAY), _protest):
        act(players)
    return True


def _accounts(players: Players) -> None:
    for account in STAFF:
        players.do(make_account, account)


def _games(fixtures: Path) -> Callable[[Players], None]:
    regulation = tomllib.loads((fixtures / "regulations" / "demo.toml").read_text(encoding="utf-8"))

    def make(players: Players) -> None:
        new = NewGames(
            slug=SLUG,
            title="Демонстрационная зимняя Спартакиада",
            season="winter",
            host="vologda",
            starts_on=date(2026, 2, 19),
            ends_on=date(2026, 2, 22),
            demo=True,
            regulation=regulation,
            teams=tuple((slug, title, slug) for slug, title in TEAMS),
        )
        players.do(make_games, new)
        players.do(state_games, GamesState(SLUG, "entries_open"))

    return make


def _cards(players: Players) -> None:
    players.do(cards.fill_games_card, cards.WholeCard(SLUG, UNTIL, SIGNED))
    for contest, judges, texts in CARDS:
        players.do(cards.fill_card, cards.ContestCard(SLUG, contest, judges, texts))


def _timetable(players: Players) -> None:
    for told in VENUES:
        players.do(timetable.name_venue, timetable.NewVenue(SLUG, *told))
    for contest, starts_at, venue in SLOTS:
        players.do(timetable.schedule, timetable.NewSlot(SLUG, contest, starts_at, 120, slug_of(VENUES[venue][0])))


def _frost(players: Players) -> None:
    """The start that had to be moved, and what everybody was told about it."""
    players.come_to("2026-02-21T08:00")
    shift = timetable.ShiftAll(SLUG, slug_of(VENUES[2][0]), "2026-02-21T10:00", 90, "мороз −27")
    players.do(timetable.shift, shift)
    told = (
        (("all",), "Зимний трейл из-за мороза начнётся на полтора часа позже, в 12:30."),
        (("captains",), "Дозаявки в трейл принимаются до 9:00 в секретариате на площадке."),
    )
    for to, text in told:
        players.do(notices.give_notice, notices.NewNotice(SLUG, to, text))


def _delegations(players: Players) -> None:
    """Four women and four men of each city; everybody but every fifth agrees to publication."""
    for team, (slug, _) in enumerate(TEAMS):
        people = tuple(invented(team, seat, sex) for sex in ("f", "m") for seat in range(4))
        players.do(entries.add_athletes, entries.NewAthletes(SLUG, slug, people))
        players.do(entries.change_entries, entries.ChangeEntries(SLUG, slug, _entries(players, slug)))
        players.do(entries.submit, entries.OneTeam(SLUG, slug))
    for athlete in list(players.shell.now(SLUG).state.athletes.values()):
        if int(athlete.number) % 5:
            players.do(give_consent, GiveConsent(athlete.person, "собственноручно", date(2026, 2, 18)))


def _entries(players: Players, team: str) -> tuple[entries.EntryChange, ...]:
    """Women and men into their races, the team into figure skating; the fourth woman of Pskov runs «в/к»."""
    mine = [one.number for one in players.shell.now(SLUG).state.athletes_of(team)]
    women, men = mine[:4], [] if team == SKIPS_MEN else mine[4:]
    changes = [entries.EntryChange(number, "ski-women", "team") for number in women]
    changes += [entries.EntryChange(number, "ski-men", "team") for number in men]
    if team == "pskov":
        changes[3] = entries.EntryChange(women[3], "ski-women", "guest")
    changes += [entries.EntryChange(number, "darts", "team") for number in mine[2:5]]
    squads = (
        "ski-relay",
        "hockey",
        "chess",
        "figure",
        "bandy",
        "visit",
        *(["volleyball"] if team not in NO_VOLLEYBALL else []),
    )
    return (*changes, *(entries.EntryChange(team, contest, "team") for contest in squads))


def _admission(players: Players) -> None:
    for slug, _ in TEAMS:
        players.confirm(commission.decide_rows, untouched(SLUG, players.shell.now(SLUG).state, slug))
        players.confirm(commission.judge_delegation, commission.Verdict(SLUG, slug, "accepted", ""))
    last = players.shell.now(SLUG).state.athletes_of("cherepovets")[-1].number
    refusal = commission.Admission(SLUG, last, "refused", clause="4.5", reason="нет допуска врача", lacks=("medical",))
    players.confirm(commission.admit, refusal)
    for slug, _ in TEAMS:
        players.confirm(set_lineup, SetLineup(SLUG, "ski-relay", MAIN, slug, _legs(players, slug)))
    for state in ("entries_closed", "under_way"):
        players.confirm(state_games, GamesState(SLUG, state))
    for slug, _ in TEAMS:
        players.confirm(allow_late, Permission(SLUG, slug, "23:59", "показ: попробуйте заявку", "оргкомитет", FOR_EVER))


def _legs(players: Players, team: str) -> tuple[str, ...]:
    """Two women, then two men."""
    numbers = [one.number for one in players.shell.now(SLUG).state.athletes_of(team)]
    return (*numbers[:2], *numbers[4:6])


def _contests(day: Sequence[tuple[str, str]]) -> Callable[[Players], None]:
    """Each from the hour of the timetable on: listed, entered by a judge, and then as far as it has come."""

    def held(players: Players) -> None:
        for contest, stands in day:
            players.come_to(next(starts_at for one, starts_at, _ in SLOTS if one == contest))
            players.confirm(starts.release, starts.OneContest(SLUG, contest))
            _enter(players, contest, _marks(players, contest))
            if stands:
                players.confirm(publication.post, publication.OneContest(SLUG, contest))
            if stands == "official":
                players.confirm(publication.accept, publication.OneContest(SLUG, contest))

    return held


def _marks(players: Players, contest: str) -> dict[str, str]:
    """By who or what has them."""
    if contest in WRITTEN:
        return WRITTEN[contest]
    state = players.shell.now(SLUG).state
    if contest in MATCHES:
        return dict(zip((one.key for one in matches_of(state, contest)), MATCHES[contest], strict=False))
    listed = [start for one in state.starts.values() if one.contest == contest for start, _ in one.starts]
    if contest == "darts":
        return {number: str(180 + int(number) * 37 % 91) for number in listed}
    return dict(zip(listed, ski_times(contest, len(listed)), strict=True))


def _protest(players: Players) -> None:
    text = "гол на последней минуте забит после свистка"
    filed = protests.NewProtest(SLUG, "bandy", "pskov", "2026-02-21T15:45", "5.7", text)
    players.do(protests.file_protest, filed)


def _enter(players: Players, contest: str, marks: dict[str, str]) -> None:
    """One judge types, another compares with the paper."""
    for entrant, raw in marks.items():
        players.do(enter_mark, TypedMark(SLUG, contest, entrant, raw, 0))
    state = players.shell.now(SLUG).state
    items = tuple((key[3], mark.version) for key, mark in state.marks_of(contest).items())
    players.confirm(check_marks, Checked(SLUG, contest, items, "confirmed"))
