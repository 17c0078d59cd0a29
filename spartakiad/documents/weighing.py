"""The sheet of a weigh-in: who was weighed, in which category; empty cells where somebody was not yet."""

from collections.abc import Sequence

from spartakiad.competition.cards import NO_CARD
from spartakiad.competition.programme import Line
from spartakiad.competition.state import State
from spartakiad.documents.paper import Column, Paper, Signature, mark_of
from spartakiad.entries.weighing import WeighRow
from spartakiad.games.live import GamesHead
from spartakiad.words.dates import moment


def weighing_sheet(state: State, head: GamesHead, contest: Line, rows: Sequence[WeighRow]) -> Paper:
    """It holds personal data and is the secretariat's own. Printed before the weigh-in, it is filled in by hand."""
    card, slot = state.cards.get(contest.id, NO_CARD), state.slots.get(contest.id)
    categories, left = bool(contest.weights.of), sum(not row.weight for row in rows)
    of_category = [Column("Категория", 26), Column("По весу", 26)] if categories else []
    columns = [Column("№", 11, "centre"), Column("Фамилия, имя, отчество", 55), Column("Команда", 34), *of_category]
    columns += [Column("Вес, кг", 16, "right", number=True), Column("Подпись участника", 28), Column("Примечание", 30)]
    return Paper(
        games=head.title,
        kind="Протокол взвешивания",
        subject=contest.title,
        place=head.host_title,
        dates=moment(slot.starts_at) if slot and slot.starts_at else head.dates,
        about=[("Взвешены", f"{len(rows) - left} из {len(rows)}")],
        columns=columns,
        rows=[_row(row, categories=categories) for row in rows],
        signatures=[Signature("Главный судья", card.chief), Signature("Секретарь", card.secretary)],
        stamp=f"{head.title} · {contest.title} · взвешивание · запись журнала № {state.number}",
        draft=mark_of(head, draft=bool(left)),
        landscape=True,
    )


def _row(row: WeighRow, *, categories: bool) -> list[str]:
    """By the weight the category that it belongs to: the declared one where it fits."""
    by_weight = (row.fit_words or ("" if row.note else row.category)) if row.weight else ""
    own = [row.category, by_weight] if categories else []
    return [row.number, row.name, row.team, *own, row.weight, "", row.note]
