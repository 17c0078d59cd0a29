"""What the chief panel's report is made of, and what of it nobody has typed yet."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spartakiad.competition.cards import NO_CARD
from spartakiad.competition.decide.cup import proposal
from spartakiad.competition.programme import lines
from spartakiad.competition.state import State
from spartakiad.entries.queries import RosterRow
from spartakiad.words.ranks import RANKS
from spartakiad.words.report import TOPICS

_ADMITTED = ("admitted", "until")


@dataclass(frozen=True, slots=True)
class TeamCount:
    """Admitted athletes of a team, by sex and rank, and whoever came along, by post."""

    title: str
    women: int
    men: int
    ranks: Mapping[str, int]
    posts: Mapping[str, int]

    @property
    def athletes(self) -> int:
        return self.women + self.men


def team_counts(state: State, rosters: Mapping[str, Sequence[RosterRow]]) -> list[TeamCount]:
    """Teams in the order they joined."""
    return [_count(state, slug, rosters.get(slug, ())) for slug in state.teams]


def _count(state: State, slug: str, rows: Sequence[RosterRow]) -> TeamCount:
    admitted = [row for row in rows if row.admission.state in _ADMITTED]
    sexes = Counter(row.sex for row in admitted)
    ranks = Counter(row.rank or RANKS[0] for row in admitted)
    posts = Counter(one.post for one in state.officials.values() if one.team == slug)
    return TeamCount(state.teams[slug].title, sexes["f"], sexes["m"], ranks, posts)


def not_typed(state: State, texts: Mapping[str, str]) -> list[str]:
    """Every blank that will print as a line, in words."""
    return [*_of_games(state), *_of_contests(state), *_open(state), *_topics(texts)]


def _of_games(state: State) -> Iterator[str]:
    signed = (("главный судья Спартакиады", state.card.chief.name), ("главный секретарь", state.card.secretary.name))
    for what, name in (*signed, ("председатель оргкомитета", state.card.chair)):
        if not name:
            yield what


def _of_contests(state: State) -> Iterator[str]:
    """Who judged, how many of them; of whatever was held."""
    for line in lines(state):
        if line.id in state.cancelled:
            continue
        card = state.cards.get(line.id, NO_CARD)
        blanks = [("главный судья", card.chief.name), ("секретарь", card.secretary.name), ("число судей", card.judges)]
        missing = [what for what, told in blanks if not told]
        if missing:
            yield f"{line.title} ({', '.join(missing)})"


def _open(state: State) -> Iterator[str]:
    """What has no end yet."""
    for line in lines(state):
        if state.contests[line.id].state not in ("official", "cancelled"):
            yield f"официальный результат: {line.title}"
    for protest in state.protests.values():
        if not protest.verdict:
            yield f"решение по протесту № {protest.number}"
    if proposal(state).state != "handed_over":
        yield "вручение переходящего кубка"


def _topics(texts: Mapping[str, str]) -> Iterator[str]:
    for topic, (heading, _) in TOPICS.items():
        if not texts.get(topic):
            yield heading.lower()
