"""How a stage is held, one file a format. A format names its criteria and makes a ranking of its facts."""

from collections.abc import Callable, Mapping

from scoring.formats.combined import Combined
from scoring.formats.knockout import Knockout
from scoring.formats.list import MarkList
from scoring.formats.round_robin import RoundRobin
from scoring.formats.stage import Format

FORMATS: Mapping[str, Callable[..., Format]] = {
    "list": MarkList,
    "combined": Combined,
    "round_robin": RoundRobin,
    "knockout": Knockout,
}
