"""Files of an application, read in a child process: what people send is understood, what would harm is refused."""

import io
import struct
import zipfile

import pytest

from spartakiad.errors import Refusal
from spartakiad.intake.columns import recognised
from spartakiad.intake.files import sheets_in
from spartakiad.intake.people import people_in
from spartakiad.intake.table import MOST_SIGNS
from spartakiad.words.refusals import sentence
from tests.intake import files
from tests.intake.files import HEAD, PERSON, archive, entry_of, with_entry, xlsx

ANNA = ("Лыжина", "Анна", "Петровна", "ж", "05.03.1990", "КМС")
PLAIN = xlsx(HEAD, PERSON)


def people(content: bytes) -> list[tuple[str, ...]]:
    rows = sheets_in(content)[0].rows
    found = people_in(rows, recognised(rows)).lines
    return [tuple(one.cells)[:6] for one in found]


def refusal(content: bytes) -> str:
    with pytest.raises(Refusal) as refused:
        sheets_in(content)
    assert refused.value.field == "file" and sentence(refused.value)
    return refused.value.kind


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        (files.FOLDER / "application.xls").read_bytes(),
        files.ods(HEAD, ("1", *ANNA)),
        files.docx(HEAD, ("1", *ANNA)),
        "№;Фамилия;Имя;Отчество;Пол;Дата рождения;Разряд\r\n1;Лыжина;Анна;Петровна;ж;05.03.1990;КМС\r\n".encode(
            "cp1251"
        ),
    ],
    ids=["xlsx", "xls", "ods", "docx", "csv"],
)
def test_whatever_program_the_table_is_from_the_person_is_the_same(content: bytes) -> None:
    assert people(content) == [ANNA]


@pytest.mark.parametrize("divider", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_text_is_read_in_any_encoding_and_with_any_divider(encoding: str, divider: str) -> None:
    lines = [("Фамилия", "Имя", "Пол", "Дата рождения"), ("Снегова", "Мария", "ж", "1.2.1991")]
    content = "\r\n".join(divider.join(line) for line in lines).encode(encoding)
    assert people(content) == [("Снегова", "Мария", "", "ж", "1.2.1991", "")]


def test_quotes_and_lines_inside_a_cell_are_the_cell() -> None:
    content = 'ФИО;Пол;Дата рождения\n"Лыжина\nАнна ""Петровна""";ж;05.03.1990\n'.encode()
    assert people(content)[0][:3] == ("Лыжина", "Анна", '"Петровна"')


@pytest.mark.parametrize("kind", ["xlsx.html", "page"])
def test_a_page_that_calls_itself_a_spreadsheet_is_read_as_what_it_is(kind: str) -> None:
    page = "<html><table><tr><td colspan=2>Заявка<tr><th>ФИО<th>Пол<tr><td>Лыжина&nbsp;Анна<td>ж</table></html>"
    assert people(page.encode("utf-8" if kind == "page" else "cp1251"))[0][:4] == ("Лыжина", "Анна", "", "ж")


def test_title_rows_stand_above_the_heading() -> None:
    content = xlsx(("Именная заявка",), ("команды города Вологды",), (), HEAD, PERSON, ("Всего: 1",))
    assert people(content) == [ANNA]


def test_a_sheet_that_is_hidden_is_not_read() -> None:
    assert [one.title for one in sheets_in(xlsx(HEAD, PERSON, hidden=HEAD))] == ["Заявка"]


def test_a_merged_cell_says_the_same_in_every_row_that_it_covers() -> None:
    content = xlsx(("Фамилия", "Имя", "Пол"), ("", "Анна", "ж"), ("", "Олег", "м"), merged={"A2:A3": "Лыжины"})
    assert [(row[0], row[1]) for row in people(content)] == [("Лыжины", "Анна"), ("Лыжины", "Олег")]


def test_a_table_of_word_with_merged_cells_keeps_its_columns() -> None:
    content = files.docx(
        ("Фамилия Имя", ">", "Пол"), ("Фамилия", "Имя", "Пол"), ("Лыжины", "Анна", "ж"), ("|", "Олег", "м")
    )
    rows = sheets_in(content)[0].rows
    assert rows[1:] == [["Фамилия", "Имя", "Пол"], ["Лыжины", "Анна", "ж"], ["Лыжины", "Олег", "м"]]


def test_numbers_are_whole_and_long_ones_are_not_shortened() -> None:
    assert sheets_in(xlsx(("1", 12345678901.0, 0.5)))[0].rows == [["1", "12345678901", "0,5"]]


def test_a_formula_without_a_kept_value_is_an_empty_cell() -> None:
    sheet = entry_of(PLAIN, "xl/worksheets/sheet1.xml").decode()
    formula = sheet.replace(
        "</row></sheetData>", '<c r="H2"><f>1/0</f></c><c r="I2" t="e"><v>#REF!</v></c></row></sheetData>'
    )
    content = with_entry(PLAIN, "xl/worksheets/sheet1.xml", formula.encode())
    assert people(content) == [ANNA]


def bomb() -> bytes:
    return with_entry(PLAIN, "xl/media/image1.bin", b"\x00" * (60 * 1024 * 1024))


def lying_about_its_size() -> bytes:
    """The directory declares a hundred bytes for an entry of sixty million."""
    content = bytearray(bomb())
    at = content.rfind(b"PK\x01\x02", 0, content.rfind(b"xl/media/image1.bin"))
    content[at + 24 : at + 28] = struct.pack("<I", 100)
    return bytes(content)


def link() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        entry = zipfile.ZipInfo("xl/workbook.xml")
        entry.external_attr = 0o120777 << 16
        made.writestr(entry, "/etc/passwd")
    return out.getvalue()


def locked() -> bytes:
    content = bytearray(PLAIN)
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.find(mark)
        content[at + offset] |= 1
    return bytes(content)


def entities() -> bytes:
    declared = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst>&b;</sst>'
    return with_entry(PLAIN, "xl/sharedStrings.xml", declared)


def entities_over_an_edge() -> bytes:
    sheet = entry_of(PLAIN, "xl/sharedStrings.xml")
    at = sheet.index(b"<sst")
    blanks = b" " * (256 * 1024 - at - len(b"<!DOC"))
    return with_entry(PLAIN, "xl/sharedStrings.xml", sheet[:at] + blanks + b"<!DOCTYPE sst>" + sheet[at:])


def at_the_far_corner() -> bytes:
    sheet = entry_of(PLAIN, "xl/worksheets/sheet1.xml").decode()
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return with_entry(PLAIN, "xl/worksheets/sheet1.xml", sheet.replace("</sheetData>", far).encode())


HARMFUL = {
    "a bomb": (bomb, "file_bomb"),
    "a bomb that lies": (lying_about_its_size, "file_broken"),
    "an archive in an archive": (lambda: with_entry(PLAIN, "xl/embeddings/inner.xlsx", PLAIN), "file_bomb"),
    "hundreds of entries": (lambda: archive({f"xl/{one}.xml": b"" for one in range(300)}), "file_bomb"),
    "a name that leads out": (lambda: with_entry(PLAIN, "../../etc/cron.d/x", b"x"), "file_bomb"),
    "an absolute name": (lambda: with_entry(PLAIN, "/etc/cron.d/x", b"x"), "file_bomb"),
    "a name on a drive": (lambda: with_entry(PLAIN, "C:/x", b"x"), "file_bomb"),
    "a name that leads out by the other slash": (lambda: with_entry(PLAIN, "..\\..\\x", b"x"), "file_bomb"),
    "a link": (link, "file_bomb"),
    "entities": (entities, "file_bomb"),
    "entities over the edge of what is read at once": (entities_over_an_edge, "file_bomb"),
    "a password on the archive": (locked, "file_locked"),
    "a password by Excel": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "file_locked",
    ),
    "cut short": (lambda: PLAIN[: len(PLAIN) // 2], "file_broken"),
    "an old file cut short": (lambda: (files.FOLDER / "application.xls").read_bytes()[:900], "file_broken"),
    "a binary workbook": (lambda: archive({"xl/workbook.bin": b"\x00"}), "file_unknown"),
    "a PDF": (lambda: b"%PDF-1.7\n", "file_pdf"),
    "noise": (lambda: bytes(range(256)) * 20, "file_unknown"),
    "nothing": (lambda: b"", "file_empty"),
    "blanks": (lambda: b" \r\n\t\r\n", "file_empty"),
    "an empty sheet": (lambda: xlsx(), "file_empty"),
    "Word without a table": (lambda: archive({"word/document.xml": b"<x/>"}), "file_without_table"),
    "too large": (lambda: b"a" * (10 * 1024 * 1024 + 1), "file_too_big"),
    "too many rows": (lambda: "\n".join(["а;б"] * 20_001).encode(), "file_too_many_rows"),
    "too many columns": (lambda: (";".join(["а"] * 300) + "\n").encode(), "file_too_many_columns"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_what_would_harm_or_cannot_be_read_is_refused_by_name(name: str) -> None:
    build, kind = HARMFUL[name]
    assert refusal(build()) == kind


def test_a_lone_cell_at_the_far_corner_ends_in_a_sentence() -> None:
    assert refusal(at_the_far_corner()) in ("file_too_many_rows", "file_bomb")


def test_a_million_empty_rows_are_no_rows() -> None:
    sheet = entry_of(PLAIN, "xl/worksheets/sheet1.xml").decode()
    empty = "".join(f'<row r="{number}" s="1" customFormat="1"/>' for number in range(3, 200_000))
    content = with_entry(
        PLAIN, "xl/worksheets/sheet1.xml", sheet.replace("</sheetData>", f"{empty}</sheetData>").encode()
    )
    assert people(content) == [ANNA]


def test_one_enormous_cell_is_cut_and_nothing_else_suffers() -> None:
    rows = sheets_in(f"ФИО;Пол\nЛыжина Анна {'я' * 5_000_000};ж\n".encode())[0].rows
    assert (len(rows[1][0]), rows[1][1]) == (MOST_SIGNS, "ж")
