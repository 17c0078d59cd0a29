"""Documents: a protocol of so many rows beside the bare reportlab table of the same rows, in one run."""

import gc
import io
import time
from collections.abc import Callable
from statistics import median

from reportlab.lib.pagesizes import A4
from reportlab.platypus import LongTable, SimpleDocTemplate

from spartakiad.competition.cards import Signatory
from spartakiad.documents.paper import Column, Paper, Signature
from spartakiad.documents.pdf import pdf
from spartakiad.documents.xlsx import xlsx

ROUNDS = 15
WIDTHS = (13, 11, 50, 12, 15, 34, 20, 20)
TITLES = ("Место", "№", "Фамилия, имя", "Год", "Разряд", "Команда", "Результат", "Отставание")


def measure() -> None:
    for rows in (12, 60, 300):
        paper = protocol(rows)
        bare, ours, sheet = _medians(paper, _bare, pdf, xlsx)
        print(f"  {rows:>4} rows: PDF {ours:.1f} ms, ×{ours / bare:.2f} of a bare table; XLSX {sheet:.1f} ms")


def protocol(rows: int) -> Paper:
    lines = [
        (
            str(one),
            str(200 + one),
            f"Полярная-Северова Анна {one}",
            "1998",
            "КМС",
            "Великий Новгород",
            "40:33,2",
            "+1:02,5",
        )
        for one in range(1, rows + 1)
    ]
    return Paper(
        games="Спартакиада",
        kind="Протокол результатов № 1",
        subject="Лыжные гонки",
        place="Лыжная база",
        dates="18 февраля, 11:00",
        about=[("Дистанция", "5 км")],
        columns=[Column(title, width) for title, width in zip(TITLES, WIDTHS, strict=True)],
        rows=lines,
        notes=["Стартовали все."],
        signatures=[Signature("Главный судья", Signatory("Зимин А. А.", "СС1К", "Вологда")), Signature("Секретарь")],
        stamp="Спартакиада · редакция 1",
        address="https://example.org/verify?games=v&number=1&revision=1",
    )


def _bare(paper: Paper) -> None:
    cells = [[column.title for column in paper.columns], *map(list, paper.rows)]
    table = LongTable(cells, [width * 2.8 for width in WIDTHS], repeatRows=1)
    table.setStyle([("FONT", (0, 0), (-1, -1), "PT Sans", 9), ("GRID", (0, 0), (-1, -1), 0.4, "#888888")])
    SimpleDocTemplate(io.BytesIO(), pagesize=A4, invariant=True).build([table])


def _medians(paper: Paper, *works: Callable[[Paper], object]) -> list[float]:
    """Milliseconds, each in turn in every round, the first round not counted."""
    pdf(protocol(1))  # the faces are registered with the first document
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS + 1):
        for number, work in enumerate(works):
            gc.collect()
            begun = time.perf_counter()
            work(paper)
            times[number].append((time.perf_counter() - begun) * 1000)
    return [median(one[1:]) for one in times]
