"""Height. Inside: an int of millimetres, the last height that was cleared. Typed and written like a distance."""

from scoring.marks.distance import DistanceMark
from scoring.shape import table


@table
class HeightMark(DistanceMark):
    """How heights are read in a stage."""

    criterion = "height"
