"""What a hall can read: how many rows of a board, from how far everybody sits and how wide the screen is."""

import math
from collections.abc import Mapping
from fractions import Fraction

LEAST, MOST = Fraction(3), Fraction(20)  # rows of a board
DISTANCE, WIDTH = (Fraction(1), Fraction(200)), (Fraction(1, 4), Fraction(60))  # metres that are believed
ASKED: Mapping[str, str] = {
    "m": "Метров до последнего ряда (m)",
    "s": "Ширина экрана в метрах (s)",
    "rows": "Строк на экране (rows)",
}
REFUSED: Mapping[str, str] = {
    "hall_number": "{what}: «{typed}» не подходит, нужно число от {least} до {most}. "
    "Для экрана шириной 3 м и последнего ряда в 15 м адрес кончается на ?m=15&s=3.",
    "hall_too_far": "С {metres} м на экране шириной {width} м не прочесть и трёх строк. "
    "Возьмите экран шире или поставьте его ближе к зрителям.",
    "city_not_here": "{games}: города «{typed}» среди команд нет. "
    "Возьмите код виджета на странице «Для сайтов и зала».",
    "feed_number": "«{typed}» – не номер журнала. Наберите целое число, с начала – 0.",
}
WIDE = 6  # rows from which a line has place for how far behind a team is
USUAL = 10  # rows, where nobody says: 15 m from a screen 3 m wide
_LETTER = math.tan(math.radians(16 / 60))  # height of a capital per metre of distance: 16 minutes of arc
_CAPITAL = 0.70  # height of a capital in ems of our typeface
_LINE = 1.45  # ems
_ROWS = 0.86  # of the height belongs to rows, the rest to the heading and the foot
_EMS = 16 / 9 * _LINE / _ROWS  # ems across the screen, per row
_SIGN = 0.58  # ems of a letter, on the average


def rows_for(metres: Fraction, width: Fraction) -> int:
    """How many fit when the smallest letter still has 16 minutes of arc; may be none, never more than MOST."""
    line = float(metres) * _LETTER / _CAPITAL * _LINE
    return min(int(MOST), math.floor(float(width) * 9 / 16 * _ROWS / line))


def signs(rows: int, lead: float, value: float) -> int:
    """How many signs of text stand in a row beside a `lead` and a `value` so many ems wide."""
    return max(8, int((_EMS * rows * 0.95 - lead - value) / _SIGN))
