"""The facts that a journal holds when a plan has come true, and the facts that it does hold, told in the same words."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from spartakiad.play.rehearsal import casting, scenes
from spartakiad.play.rehearsal.plan import Phone, Plan
from spartakiad.play.rehearsal.programme import Contest
from spartakiad.play.rehearsal.results import BETWEEN, turned
from spartakiad.play.rehearsal.script import Tap
from spartakiad.results.records import key_of
from spartakiad.store.canonical import digest

Told = tuple[str, ...]  # kind and what it says: athletes as «primersk/2», matches as «primersk|probnogorsk»
Payload = Mapping[str, Any]


def planned(plan: Plan, games: str) -> Counter[Told]:
    """`games`: the slug, which is part of every record's key."""
    found: Counter[Told] = Counter(_prepared(plan))
    for contest in plan.contests:
        found.update(_starts(plan, contest))
    for contest in plan.held:
        found.update(_course(plan, contest))
        for phone, tap in plan.taps_of(contest.id):
            found.update(_typed(phone, tap, games))
    return found


def _prepared(plan: Plan) -> Iterator[Told]:
    yield "regulation.adopted", digest(plan.regulation)
    yield "games.described", plan.title
    closing = ["closed"] if plan.held == plan.contests else []
    yield from (("games.stated", state) for state in ("entries_open", "entries_closed", "under_way", *closing))
    for team, title in plan.teams.items():
        yield "team.joined", team, title
        yield from (("delegation.stated", team, state) for state in ("submitted", "accepted"))
        for seat in range(casting.SEATS):
            yield "athlete.joined", f"{team}/{seat}"
            yield "admission.decided", f"{team}/{seat}", "admitted"
    yield "athlete.replaced", f"{plan.late}/{casting.REPLACED}"
    yield "admission.decided", f"{plan.late}/{casting.REPLACED}", "admitted"


def _starts(plan: Plan, contest: Contest) -> Iterator[Told]:
    """Entries and the start list; of a tournament, the pairs too."""
    teams = list(plan.teams)
    entrants = [f"{team}/{seat}" for team in teams for seat in contest.seats] or teams
    yield from (("entry.made", contest.id, one, "team") for one in entrants)
    yield "starts.listed", contest.id, " ".join(sorted(entrants))
    if contest.kind == "match":
        pairs = [(one, other) for at, one in enumerate(teams) for other in teams[at + 1 :]]
        yield from (("starts.listed", contest.id, " ".join(sorted(pair))) for pair in pairs)
    yield "contest.stated", contest.id, "start_list", "0"


def _course(plan: Plan, contest: Contest) -> Iterator[Told]:
    """Under way with its first mark, compared, posted, perhaps taken back, official."""
    taps = plan.taps_of(contest.id)
    rejected, reopened = ([tap.step.who for _, tap in taps if tap.step.moment == moment] for moment in scenes.MOMENTS)
    rounds = 2 if reopened else 1
    yield from (("contest.stated", contest.id, state, "0") for state in ("under_way", "posted") for _ in range(rounds))
    yield "contest.stated", contest.id, "official", "1"
    yield from (("mark.checked", contest.id, who, "rejected") for who in rejected)
    yield from (("mark.checked", contest.id, line.who, "confirmed") for line in plan.lines[contest.id])
    yield from (("mark.checked", contest.id, who, "confirmed") for who in reopened)


def _typed(phone: Phone, tap: Tap, games: str) -> Iterator[Told]:
    step, key = tap.step, key_of(games, phone.device, tap.n)
    mark = ("mark.entered", step.contest, step.who, step.raw)
    if step.comes == scenes.TAKEN_BACK:
        yield "mark.taken_back", step.contest, step.who
    if step.comes == scenes.MENDED:
        yield "record.settled", key_of(games, phone.device, tap.after), "replaced"
    if step.comes == scenes.HELD:
        yield "record.held", key, step.contest, step.typed or step.who, step.raw, step.why
    if step.verdict:
        yield "record.settled", key, step.verdict
    if step.comes in (scenes.ENTERED, scenes.MENDED) or step.verdict == scenes.TAKEN:
        yield mark


def recorded(journal: Iterable[Mapping[str, Any]]) -> Counter[Told]:
    """`journal`: its lines as they leave as a file."""
    reader = _Reader()
    return Counter(reader.told(line["kind"], line["payload"], line["subject"]) for line in journal)


class _Reader:
    """Puts names in the place of the numbers that the site has given away."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}
        self.seats: dict[str, int] = {}  # by team, in the order in which they joined

    def told(self, kind: str, said: Payload, subject: str) -> Told:
        """A kind that no plan has is told by its subject."""
        tell = _TELL.get(kind)
        return (kind, *tell(self, said)) if tell else (kind, subject)

    def name(self, entrant: str) -> str:
        return self.known.get(entrant, entrant)

    def team(self, said: Payload) -> Told:
        self.seats[said["team"]] = 0
        return said["team"], said["title"]

    def joined(self, said: Payload) -> Told:
        team = said["team"]
        self.known[said["athlete"]] = f"{team}/{self.seats[team]}"
        self.seats[team] += 1
        return (self.known[said["athlete"]],)

    def listed(self, said: Payload) -> Told:
        """The unit of two sides is a match from now on."""
        names = [self.name(entrant) for entrant, _ in said["starts"]]
        if said["unit"] != "main":
            self.known[f"match_{said['unit']}"] = BETWEEN.join(names)
        return said["contest"], " ".join(sorted(names))

    def entered(self, said: Payload) -> Told:
        return (said["contest"], *self.result(said["entrant"], said["raw"]))

    def held(self, said: Payload) -> Told:
        return said["record"], said["contest"], *self.result(said["entrant"], said["raw"]), said["why"]

    def result(self, entrant: str, raw: str) -> Told:
        """Of a match, from the side of whoever joined first."""
        name = self.name(entrant)
        sides = name.split(BETWEEN)
        order = sorted(sides, key=list(self.seats).index) if len(sides) == 2 else sides
        return BETWEEN.join(order), raw if order == sides else turned(raw)

    def of_mark(self, said: Payload) -> Told:
        return said["contest"], self.result(said["entrant"], "")[0]


_TELL: Mapping[str, Callable[[_Reader, Payload], Told]] = {
    "games.stated": lambda _, said: (said["state"],),
    "games.described": lambda _, said: (said["title"],),
    "regulation.adopted": lambda _, said: (digest(said["document"]),),
    "team.joined": _Reader.team,
    "delegation.stated": lambda _, said: (said["team"], said["state"]),
    "athlete.joined": _Reader.joined,
    "athlete.replaced": lambda reader, said: (reader.name(said["athlete"]),),
    "admission.decided": lambda reader, said: (reader.name(said["athlete"]), said["state"]),
    "entry.made": lambda reader, said: (said["contest"], reader.name(said["entrant"]), said["role"]),
    "starts.listed": _Reader.listed,
    "contest.stated": lambda _, said: (said["contest"], said["state"], str(said["revision"])),
    "mark.entered": _Reader.entered,
    "mark.taken_back": _Reader.of_mark,
    "mark.checked": lambda reader, said: (*reader.of_mark(said), said["verdict"]),
    "record.held": _Reader.held,
    "record.settled": lambda _, said: (said["record"], said["verdict"]),
}
