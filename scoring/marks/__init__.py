"""What a judge enters, one file a kind. A mark kind reads typed text, writes it back, and names its own criterion."""

from collections.abc import Callable, Mapping

from scoring.marks.distance import DistanceMark
from scoring.marks.height import HeightMark
from scoring.marks.place import PlaceMark
from scoring.marks.score import ScoreMark
from scoring.marks.time import TimeMark

MarkKind = TimeMark | DistanceMark | HeightMark | PlaceMark | ScoreMark

MARKS: Mapping[str, Callable[..., MarkKind]] = {
    "time": TimeMark,
    "distance": DistanceMark,
    "height": HeightMark,
    "score": ScoreMark,
    "place": PlaceMark,
}
