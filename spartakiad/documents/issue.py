"""What a published sheet has that no other has: its revision, where it is checked, whose copy it is."""

from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from spartakiad.documents.paper import Paper, mark_of
from spartakiad.games.live import GamesHead
from spartakiad.words.dates import moment
from spartakiad.words.sheets import COPIES


@dataclass(frozen=True, slots=True)
class Issue:
    """`code`: the first digits of the journal's head at that moment; `site`: "https://…"; `copy`: full or public."""

    games: str
    number: int
    revision: int
    code: str
    site: str
    at: datetime
    copy: str

    @property
    def address(self) -> str:
        """What the code on the paper leads to."""
        asked = {"games": self.games, "number": self.number, "revision": self.revision, "code": self.code}
        return f"{self.site}/verify?{urlencode(asked)}"

    @property
    def stamp(self) -> str:
        published = f"протокол {self.number}, редакция {self.revision} от {moment(self.at)}"
        return f"{published} · код {self.code} · {COPIES[self.copy]}"


def issued(paper: Paper, head: GamesHead, issue: Issue, *, draft: bool) -> Paper:
    """The paper as it is published."""
    stamp = f"{head.title} · {paper.subject}\n{issue.stamp}"
    return replace(paper, stamp=stamp, address=issue.address, draft=mark_of(head, draft=draft))
