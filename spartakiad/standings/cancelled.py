"""What a decision changed in the overall standing: contests that give no points."""

from dataclasses import dataclass

from scoring import Table
from scoring.order import Decision
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import lines
from spartakiad.words.naming import with_document


@dataclass(frozen=True, slots=True)
class CancelledContest:
    """`words`: that it gives no points, and by which document."""

    id: str
    title: str
    words: str


def cancelled_contests(now: Now, table: Table) -> tuple[CancelledContest, ...]:
    """In the order of the programme."""
    titles = {line.id: line.title for line in lines(now.state)}
    return tuple(_cancelled(titles, one) for one in table.cancelled)


def _cancelled(titles: dict[str, str], one: Decision) -> CancelledContest:
    contest = one.contest or ""
    return CancelledContest(contest, titles[contest], f"отменён, очков нет{with_document({'document': one.document})}")
