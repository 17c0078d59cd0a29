"""What Word puts on the clipboard with a table: its own styles and comments, cells merged across and down, a table in
a table."""

_HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-unhide:no; margin:0cm;} table.MsoTableGrid {mso-style-name:"Table Grid";} --></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:"x";}</style><![endif]--></head>
<body lang=RU style='tab-interval:35.4pt'><!--StartFragment-->"""
_FOOT = "<!--EndFragment--></body></html>"
_GRID = "<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>"


def _p(text: str) -> str:
    styled = f"<span style='font-size:12.0pt;font-family:\"Times New Roman\",serif'>{text}<o:p></o:p></span>"
    return f"<p class=MsoNormal align=center style='text-align:center'><b>{styled}</b></p>"


def _td(text: str, merged: str = "") -> str:
    return f"<td width=89 {merged} valign=top style='border:solid windowtext 1.0pt;padding:0cm 5.4pt'>{_p(text)}</td>"


def _table(*rows: list[str]) -> str:
    lines = [f"<tr style='mso-yfti-irow:{at}'>{''.join(cells)}</tr>" for at, cells in enumerate(rows)]
    return f"{_GRID}{''.join(lines)}</table>"


def _cells(*texts: str) -> list[str]:
    return [_td(text) for text in texts]


# A heading of two rows, a title over the whole width, «Всего» below.
TWO_ROWS_OF_HEADING = (
    _HEAD
    + _table(
        [_td("ЗАЯВКА&nbsp;на участие в&nbsp;Спартакиаде", "colspan=6")],
        [
            _td("№<br>п/п", "rowspan=2"),
            _td("Ф.И.О. спортсмена", "colspan=3"),
            _td("Дата&nbsp;рождения", "rowspan=2"),
            _td("Пол", "rowspan=2"),
        ],
        _cells("Фамилия", "Имя", "Отчество"),
        _cells("1.", "Снегова", "Анна", "Петровна", "05.03.1990&nbsp;г.", "жен."),
        _cells("2.", "Ветров", "Пётр", "&nbsp;", "06.04.1988 г.", "муж."),
    )
    + _p("Всего: 2")
    + _FOOT
)
# A rank and a coach of several at once, a line over the whole width between them, a hyphen that is not seen.
MERGED_DOWN = (
    _HEAD
    + _table(
        _cells("Фамилия, имя, отчество", "Год и дата рождения", "Пол", "Разряд", "Тренер"),
        [_td("Лыжная&nbsp;команда", "colspan=5")],
        [
            *_cells("Снегова Анна<br clear=all style='mso-special-character:line-break'>Петровна", "05.03.1990", "ж"),
            _td("I", "rowspan=2"),
            _td("Вьюгин&nbsp;И.&nbsp;П.", "rowspan=3"),
        ],
        _cells("Ветрова<span style='mso-spacerun:yes'>  </span>Алла Ивановна", "06.04.1988", "ж"),
        _cells("Мете&shy;лева Ия", "07.05.1991", "ж", "КМС"),
        [_td("Представитель", "colspan=2"), _td("______________", "colspan=3")],
    )
    + _FOOT
)
# The list inside a table by which the page is laid out, women and men apart, headings carried over by hand.
_WOMEN = _table(
    _cells("ФАМИЛИЯ", "ИМЯ", "Дата рож-<br>дения", "Пол<br>(м/ж)"),
    _cells("Снегова", "Анна", "5&nbsp;марта 1990&nbsp;г.", "Ж"),
)
_MEN = _table(
    _cells("ФАМИЛИЯ", "ИМЯ", "Дата рож-<br>дения", "Пол<br>(м/ж)"), _cells("Ветров", "Пётр", "06/04/1988", "М")
)
LAID_OUT = (
    f"{_HEAD}<table class=MsoNormalTable border=0 width='100%'><tr><td>{_p('Управление по спорту')}</td>"
    f"<td>{_p('УТВЕРЖДАЮ')}</td></tr><tr><td colspan=2><div align=center>{_WOMEN}</div>{_p('&nbsp;')}"
    f"<div align=center>{_MEN}</div></td></tr></table>{_FOOT}"
)
