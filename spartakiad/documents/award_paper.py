"""What the three papers of the ceremony have in common."""

from collections.abc import Sequence

from spartakiad.competition.state import State
from spartakiad.cup.ceremony.awards import Award, Awards, Podium
from spartakiad.documents.paper import Paper, Section, both_chiefs, mark_of
from spartakiad.games.live import GamesHead

DEGREE = {"1": "I", "2": "II", "3": "III"}
CHALLENGE_CUP = "Переходящий кубок"


def award_paper(state: State, head: GamesHead, found: Awards, kind: str, sections: Sequence[Section]) -> Paper:
    """It has full names and is the secretariat's own."""
    left = [*found.waiting, *found.provisional, *([] if found.overall.official else [found.overall.title])]
    return Paper(
        games=head.title,
        kind=kind,
        place=head.host_title,
        dates=head.dates,
        sections=sections,
        notes=[f"Ещё не официально: {'; '.join(left)}."] if left else [],
        signatures=both_chiefs(state.card),
        stamp=f"{head.title} · {kind.lower()} · запись журнала № {state.number}",
        draft=mark_of(head, draft=bool(left)),
    )


def degree_words(one: Award) -> str:
    """«I место», «III место (разделено)»."""
    return f"{DEGREE[one.degree]} место{' (разделено)' if one.tied else ''}"


def from_third(podium: Podium) -> list[Award]:
    """As they are called up: the third place first, the first one last; equals in their order."""
    return sorted(podium.awards, key=lambda one: one.degree, reverse=True)
