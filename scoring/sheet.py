"""The document as it is written: its top-level keys, read one by one, not yet compared with each other."""

from collections.abc import Mapping

from scoring.facts import AbsenceFact, Adjustment, Entrant, Mark, Match, Part, Team
from scoring.order import Decision
from scoring.regulation import Contest, CupRule, Rules, Standing, rules
from scoring.shape import ListOf, Named, Table, anything, key, mapping, table
from scoring.spot import Spot

FORMAT = 1


def format_number(raw: object, spot: Spot) -> int:
    if raw != FORMAT or isinstance(raw, bool):
        spot.refuse("unsupported_format", format=str(raw)[:40])
    return FORMAT


@table
class Sheet:
    """The keys are the document's own, so the lists are named by one of their rows: `[[contest]]`, `[[mark]]`."""

    format: int = key(format_number)
    about: Mapping[str, object] | None = key(mapping, default=None)
    contest: tuple[Contest, ...] = key(ListOf(Table(Contest)), default=())
    rules: Mapping[str, Rules] | None = key(Named(rules), default=None)
    standing: tuple[Standing, ...] = key(ListOf(Table(Standing)), default=())
    cup: CupRule | None = key(Table(CupRule), default=None)
    eligibility: object = key(anything, default=None)
    team: tuple[Team, ...] = key(ListOf(Table(Team)), default=())
    part: tuple[Part, ...] = key(ListOf(Table(Part)), default=())
    entrant: tuple[Entrant, ...] = key(ListOf(Table(Entrant)), default=())
    mark: tuple[Mark, ...] = key(ListOf(Table(Mark)), default=())
    match: tuple[Match, ...] = key(ListOf(Table(Match)), default=())
    absence: tuple[AbsenceFact, ...] = key(ListOf(Table(AbsenceFact)), default=())
    adjustment: tuple[Adjustment, ...] = key(ListOf(Table(Adjustment)), default=())
    decision: tuple[Decision, ...] = key(ListOf(Table(Decision)), default=())
