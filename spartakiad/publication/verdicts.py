"""Is this paper, this file ours, and does it still hold? Answered from the journals alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from spartakiad.competition.memory import Now
from spartakiad.competition.sheets import Revision
from spartakiad.publication.sheets import SheetView, sheet_view


@dataclass(frozen=True, slots=True)
class Verdict:
    """`kind`: "valid", "replaced", "outdated" or "foreign", of which nothing more is known.

    `copy`: "full" or "public" where a file was recognised, "" where a paper was asked about by its number.
    """

    kind: str
    games: str = ""
    view: SheetView | None = None
    revision: Revision | None = None
    copy: str = ""

    @property
    def newest(self) -> int:
        return self.view.next - 1 if self.view else 0


FOREIGN = Verdict("foreign")


def by_digest(games: Iterable[Now], digest: str) -> Verdict:
    """Of a file, by its SHA-256."""
    for now in games:
        for sheet in now.state.sheets.values():
            for one in sheet.revisions:
                if digest in (one.full, one.public):
                    return _verdict(now, sheet.number, one, "full" if digest == one.full else "public")
    return FOREIGN


def by_paper(now: Now | None, number: int, revision: int, code: str) -> Verdict:
    """Of a printed sheet, by what stands on it; `code` may be "" where somebody did not type it."""
    sheet = now.state.sheets.get(number) if now else None
    found = [one for one in sheet.revisions if one.revision == revision] if sheet else []
    if now is None or not found or code not in ("", found[0].code):
        return FOREIGN
    return _verdict(now, number, found[0], "")


def _verdict(now: Now, number: int, one: Revision, copy: str) -> Verdict:
    view = sheet_view(now.state, number)
    return Verdict(view.state_of(one.revision) if view else "foreign", now.slug, view, one, copy)
