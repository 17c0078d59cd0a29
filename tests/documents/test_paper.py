"""Any paper as PDF and as a spreadsheet: nothing is lost, nothing stands alone, nothing typed becomes markup."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from pypdf import PdfReader

from spartakiad.competition.cards import Signatory
from spartakiad.documents.paper import Column, Paper, Section, Signature
from spartakiad.documents.pdf import pdf
from spartakiad.documents.xlsx import xlsx

LONG = "Полярная-Северова-Ёлочкина Александра-Виктория Святославовна"
SIZES = (0, 1, 12, 60, 300)


def paper(rows: int, *names: str) -> Paper:
    names = names or tuple(f"Ёлкин № {number}" for number in range(1, rows + 1))
    return Paper(
        games="V зимняя Спартакиада",
        kind="Протокол результатов № 2",
        subject="Лыжные гонки, женщины",
        place="Лыжная база, Вологда",
        dates="18 февраля, 11:00",
        about=[("Дистанция", "5 км"), ("Погода", "")],
        columns=[
            Column("Место", 13, "centre", number=True),
            Column("Фамилия, имя", 60),
            Column("Результат", 20, "right"),
        ],
        rows=[(str(number), name, "40:33,2") for number, name in enumerate(names, 1)],
        notes=["Стартовали все."],
        signatures=[Signature("Главный судья", Signatory("Зимин А. А.", "СС1К", "Вологда")), Signature("Секретарь")],
        stamp="V зимняя Спартакиада · редакция 1",
        address="https://example.org/verify?games=v&number=2&revision=1",
    )


def sheets(made: Paper) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf(made))).pages]


@pytest.mark.parametrize("rows", SIZES)
def test_every_row_is_printed_once(rows: int) -> None:
    assert re.findall(r"Ёлкин № (\d+)", " ".join(sheets(paper(rows)))) == [str(one) for one in range(1, rows + 1)]


@pytest.mark.parametrize("rows", SIZES)
def test_every_sheet_has_its_number_its_revision_and_the_head_of_the_table(rows: int) -> None:
    pages = sheets(paper(rows))
    for number, text in enumerate(pages, 1):
        assert f"стр. {number} из {len(pages)}" in text
        assert "редакция 1" in text
    headed = [text for text in pages if "Фамилия, имя" in text]
    assert len(headed) >= max(len(pages) - 1, 1)


@pytest.mark.parametrize("rows", range(20, 60))
def test_signatures_never_stand_alone(rows: int) -> None:
    last = sheets(paper(rows))[-1]
    assert f"Ёлкин № {rows}" in last and "Главный судья" in last and "Зимин А. А. (СС1К, Вологда)" in last


def several(*sizes: int) -> Paper:
    """A document with a list of so many rows for each part."""
    lists = [
        Section(
            f"{km} км", paper(0).columns, [(str(row), f"Ёлкин № {km}-{row}", "9:59,9") for row in range(1, size + 1)]
        )
        for km, size in enumerate(sizes, 1)
    ]
    return replace(paper(0), sections=lists)


@pytest.mark.parametrize("sizes", [(0, 1), (3, 60), (60, 3), (300, 0, 5), (45, 45, 45)])
def test_each_list_of_a_document_is_printed_whole_under_its_name(sizes: tuple[int, ...]) -> None:
    text = " ".join(sheets(several(*sizes)))
    printed = re.findall(r"Ёлкин № (\d+-\d+)", text)
    assert printed == [f"{km}-{row}" for km, size in enumerate(sizes, 1) for row in range(1, size + 1)]
    assert re.findall(r"(\d) км Место", text) == [str(km) for km in range(1, len(sizes) + 1)]


@pytest.mark.parametrize("rows", range(20, 60))
def test_the_name_of_a_list_never_ends_a_sheet(rows: int) -> None:
    assert [text for text in sheets(several(rows, 5)) if "2 км" in text and "Ёлкин № 2-1" not in text] == []


def test_each_list_of_a_document_has_a_worksheet_of_its_own() -> None:
    made = several(2, 1)
    with zipfile.ZipFile(io.BytesIO(xlsx(made))) as book:
        titles = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
    assert titles == ["1 км", "2 км"]
    same = replace(made, sections=[Section("5 км: [юноши]/'*?" * 3, one.columns, one.rows) for one in made.sections])
    with zipfile.ZipFile(io.BytesIO(xlsx(same))) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
    assert (len(set(names)), all(len(name) <= 31 for name in names)) == (2, True)


def test_a_name_longer_than_its_column_is_printed_whole() -> None:
    assert LONG.replace(" ", "") in "".join(sheets(paper(1, LONG))).replace(" ", "")


def test_what_looks_like_markup_is_printed_as_it_was_typed() -> None:
    typed = "<b>Ёлкин</b> & <font size=99>сыновья</font> <para>" + "ё" * 60
    assert "<b>Ёлкин</b>&<fontsize=99>сыновья</font><para>" in "".join(sheets(paper(1, typed))).replace(" ", "")


def test_the_same_paper_is_the_same_file() -> None:
    assert (pdf(paper(60)), xlsx(paper(12))) == (pdf(paper(60)), xlsx(paper(12)))


def test_only_our_own_faces_are_in_the_file() -> None:
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in PdfReader(io.BytesIO(pdf(paper(60)))).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
        if page.extract_text()
    }
    assert fonts - {""} == {"PTSans-Regular", "PTSans-Bold"}


def cells(made: Paper) -> tuple[str, str]:
    """The words of a spreadsheet, and its sheet."""
    with zipfile.ZipFile(io.BytesIO(xlsx(made))) as book:
        return book.read("xl/sharedStrings.xml").decode(), book.read("xl/worksheets/sheet1.xml").decode()


def test_a_spreadsheet_has_figures_as_figures_and_everything_else_to_the_letter() -> None:
    words, sheet = cells(paper(2, "=1+1", "https://example.org"))
    assert "<t>=1+1</t>" in words and "<f>" not in sheet and "hyperlink" not in sheet
    assert re.search(r"<v>1</v>", sheet) and "40:33,2" in words


@pytest.mark.parametrize("rows", SIZES)
def test_a_spreadsheet_has_every_row(rows: int) -> None:
    words, _ = cells(paper(rows))
    assert len(re.findall("Ёлкин №", words)) == rows
