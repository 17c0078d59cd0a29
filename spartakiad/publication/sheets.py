"""Sheets of a Games as frozen views: what can be published, what is, and whether it still holds."""

from dataclasses import dataclass

from spartakiad.competition.programme import lines
from spartakiad.competition.publishing import holds, publishable, sheet_number, sheet_of
from spartakiad.competition.sheets import OVERALL, Revision, Sheet
from spartakiad.competition.state import State

OVERALL_TITLE = "Сводный протокол"


@dataclass(frozen=True, slots=True)
class SheetView:
    """`state`: "early" not official yet, "ready" to be published, "valid", "outdated" as official results moved on."""

    number: int
    contest: str
    title: str
    state: str
    sheet: Sheet | None

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """The newest first."""
        return self.sheet.revisions[::-1] if self.sheet else ()

    @property
    def next(self) -> int:
        return (self.sheet.last.revision if self.sheet else 0) + 1

    def state_of(self, revision: int) -> str:
        return self.state if revision == self.next - 1 else "replaced"


def sheet_views(state: State) -> list[SheetView]:
    """Of every contest in programme order, then of the overall standings; what left the programme stays at the end."""
    programme = [*(line.id for line in lines(state)), OVERALL]
    left = [one.contest for one in state.sheets.values() if one.contest not in programme]
    return [_view(state, contest) for contest in (*programme, *left)]


def sheet_view(state: State, number: int) -> SheetView | None:
    """The published sheet of this number."""
    sheet = state.sheets.get(number)
    return _view(state, sheet.contest) if sheet else None


def valid_sheet(state: State, contest: str) -> Sheet | None:
    """What is published of it, where it says what is official now and everybody may have it."""
    sheet = sheet_of(state, contest)
    return sheet if sheet and holds(state, sheet) and not sheet.last.closed else None


def title_of(state: State, contest: str) -> str:
    if contest == OVERALL:
        return OVERALL_TITLE
    return next((line.title for line in lines(state) if line.id == contest), contest)


def _view(state: State, contest: str) -> SheetView:
    sheet = sheet_of(state, contest)
    number = sheet.number if sheet else sheet_number(state, contest)
    return SheetView(number, contest, title_of(state, contest), _state(state, contest, sheet), sheet)


def _state(state: State, contest: str, sheet: Sheet | None) -> str:
    if sheet:
        return "valid" if holds(state, sheet) else "outdated"
    return "ready" if publishable(state, contest) else "early"
