"""The overall protocol (сводный): points of every team in every contest, the total, and what decided between equals."""

from collections.abc import Mapping

from spartakiad.competition.cards import Signatory
from spartakiad.competition.memory import Now
from spartakiad.documents.issue import Issue, issued
from spartakiad.documents.paper import Column, Paper, Signature, mark_of
from spartakiad.games.live import GamesHead
from spartakiad.people.names import PublicName
from spartakiad.standings.explanation import explanation
from spartakiad.standings.queries import CellView, StandingView, overall


def overall_protocol(now: Now, head: GamesHead, names: Mapping[str, PublicName], issue: Issue | None = None) -> Paper:
    """As it stands; official when every contest of the standing is. `issue` as in result_protocol."""
    view, card = overall(now), now.state.card
    whole = bool(view.contests) and all(one.step == "official" for one in view.contests)
    columns = [Column("Место", 13, "centre", number=True), Column("Команда", 40)]
    columns += [Column(one.short, 17, "centre") for one in view.contests]
    columns += [Column("Сумма", 17, "centre", number=True), Column("В зачёте", 13, "centre", number=True)]
    rows = [
        [row.place, row.team, *map(_cell, row.cells), row.total, str(sum(cell.counted for cell in row.cells))]
        for row in view.rows
    ]
    made = Paper(
        games=head.title,
        kind="Сводный протокол",
        subject="Командное первенство",
        place=head.host_title,
        dates=head.dates,
        about=(),
        columns=columns,
        rows=rows,
        notes=_notes(now, view, names),
        signatures=[
            Signature("Главный судья Спартакиады", card.chief),
            Signature("Главный секретарь", card.secretary),
            Signature("Председатель оргкомитета", Signatory(card.chair)),
        ],
        stamp=f"{head.title} · сводный · запись журнала № {now.state.number}",
        draft=mark_of(head, draft=not whole, unpublished=whole),
        landscape=True,
    )
    return issued(made, head, issue, draft=not whole) if issue else made


def _cell(cell: CellView) -> str:
    """Points and the place they are for; what does not count stands in brackets."""
    if not cell.points:
        return "–"
    text = f"{cell.points} ({cell.place})" if cell.place else cell.points
    return text if cell.counted else f"[{text}]"


def _notes(now: Now, view: StandingView, public: Mapping[str, PublicName]) -> list[str]:
    """How to read it, what decided between equals, and the cup."""
    notes = ["Очки, в скобках место; в квадратных скобках то, что не идёт в сумму."]
    for row in view.rows:
        decided = explanation(now, row.slug, dict(public)).tie
        if decided:
            notes.append(f"{row.team}: {decided}")
    notes += [one for one in (view.reservation, view.progress) if one]
    if now.state.cup:
        reserved = ", с оговоркой" if now.state.cup.reserved else ""
        notes.append(
            f"Переходящий кубок: {now.state.teams[now.state.cup.team].title}, {now.state.cup.document}{reserved}."
        )
    return notes
