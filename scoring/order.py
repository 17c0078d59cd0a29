"""How equals are told apart: blocks of criteria, and what becomes of those who stay equal."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Generic, Protocol, TypeVar

from scoring.lazy import record
from scoring.problems import nearest
from scoring.shape import ListOf, OneOf, Reader, Table, Whole, every, key, mapping, table, text
from scoring.spot import Spot
from scoring.statuses import Status

F = TypeVar("F")
F_contra = TypeVar("F_contra", contravariant=True)


@record
class Column:
    """A criterion's values for a set of keys, in their order; None where it is missing. `high`: more is better."""

    values: Sequence[object]
    high: bool = False


class Criterion(Protocol[F_contra]):
    """One step of an order. It sees the whole field and the set of equals as it stood when its block began."""

    def measure(self, field: F_contra, tied: Sequence[str]) -> Column: ...


def together(raw: object, spot: Spot) -> tuple[str, ...]:
    """One of an order, or a list of those who stay equal in it."""
    return ListOf(text, filled=True)(raw, spot) if isinstance(raw, list | tuple) else (text(raw, spot),)


@table
class Decision:
    """A signed decision, for exactly the set of equals that `order` (entrants) or `teams` names, best first.

    Of kind `vacate` it takes an entrant's place away and leaves it empty; `annul` voids the matches of an entrant,
    or one match by its `unit`; `cancel` takes a contest out of the standings; `count` gives a standing another K, and
    says for how many contests (`of`) it is meant. Of several about the same, the last one holds.
    """

    kind: str = key(OneOf(("order", "lot", "recorded", "play_off", "vacate", "annul", "cup", "cancel", "count")))
    contest: str | None = key(text, default=None)
    standing: str | None = key(text, default=None)
    about: str | None = key(text, default=None)
    order: tuple[tuple[str, ...], ...] = key(ListOf(together), default=())
    teams: tuple[tuple[str, ...], ...] = key(ListOf(together), default=())
    entrant: str | None = key(text, default=None)
    unit: str | None = key(text, default=None)
    k: int | None = key(Whole(1), default=None)
    of: int | None = key(Whole(1), default=None)
    reason: str | None = key(text, default=None)
    document: str | None = key(text, default=None)

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        return self.order or self.teams

    @property
    def named(self) -> tuple[str, ...]:
        return tuple(name for group in self.groups for name in group)


@table
class ByDecision:
    """The place in an order where a decision comes before the criteria that follow."""

    def measure(self, field: object, tied: Sequence[str]) -> Column:
        return Column([None] * len(tied))


@dataclass(frozen=True, slots=True)
class Step(Generic[F]):
    """A criterion under the name that the regulation calls it by."""

    name: str
    criterion: Criterion[F]


@dataclass(frozen=True, slots=True)
class Block(Generic[F]):
    """Criteria tried in turn. `repeat`: once, again on each set still equal, or from the top after every split.

    `upto`: only equality for these places is decided (a jump-off for the first place has `upto = 1`).
    """

    by: tuple[Step[F], ...]
    repeat: str = "never"
    upto: int | None = None
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Order(Generic[F]):
    """`places`: how places are numbered after a shared one; `end`: those still equal share, or wait for a decision."""

    blocks: tuple[Block[F], ...]
    places: str = "skip"
    end: str = "share"
    statuses: tuple[Status, ...] = tuple(Status(name) for name in ("LAP", "OTL", "NM", "MED", "DNF", "DSQ", "DNS"))
    clause: str | None = None


def status(raw: object, spot: Spot) -> Status:
    return Status(OneOf(tuple(Status))(raw, spot))


@table
class _BlockKeys:
    repeat: str = key(OneOf(("never", "while_splits", "from_top")), default="never")
    upto: int | None = key(Whole(1), default=None)
    clause: str | None = key(text, default=None)


@table
class _OrderKeys:
    places: str = key(OneOf(("skip", "dense", "mean", "given")), default="skip")
    end: str = key(OneOf(("share", "decide")), default="share")
    statuses: tuple[Status, ...] = key(ListOf(status), default=Order(()).statuses)
    clause: str | None = key(text, default=None)


@dataclass(frozen=True, slots=True)
class BlockOf(Generic[F]):
    """Reads a block whose criteria come from one registry; the keys of a criterion stand in the block beside `by`."""

    criteria: Mapping[str, Callable[..., Criterion[F]]]

    def __call__(self, raw: object, spot: Spot) -> Block[F]:
        rows = mapping(raw, spot)
        if "by" not in rows:
            spot.refuse("missing_key", key="by")
        known = {**self.criteria, "decision": ByDecision}
        names = ListOf(OneOf(tuple(known)), filled=True)(rows["by"], spot.at("by"))
        _check_opening(names, spot.at("by"))
        own = set(_keys(_BlockKeys))
        wanted = {name: [part for part in _keys(known[name]) if part in rows] for name in names}
        given = own.union({"by"}, *wanted.values())
        for stranger in rows.keys() - given:
            allowed = own.union({"by"}, *(_keys(known[name]) for name in names))
            args = {"key": stranger[:100], "nearest": nearest(stranger, allowed), "known": sorted(allowed)}
            spot.at(stranger).note("unknown_key", **args)
        steps = every(
            lambda name: Step(name, Table(known[name])({part: rows[part] for part in wanted[name]}, spot)), names
        )
        keys = Table(_BlockKeys)({name: rows[name] for name in rows if name in own}, spot)
        return Block(tuple(steps), keys.repeat, keys.upto, keys.clause)


def _check_opening(names: Sequence[str], spot: Spot) -> None:
    """Head-to-head criteria see the equals as they were when the block began, so they open it."""
    others = [index for index, name in enumerate(names) if not name.startswith("h2h_")]
    for index, name in enumerate(names):
        if name.startswith("h2h_") and others and others[0] < index:
            spot.at(index).note("h2h_opens", criterion=name)


@dataclass(frozen=True, slots=True)
class OrderOf(Generic[F]):
    """Reads an order whose criteria come from one registry."""

    criteria: Mapping[str, Callable[..., Criterion[F]]]

    def __call__(self, raw: object, spot: Spot) -> Order[F]:
        rows = dict(mapping(raw, spot))
        if "blocks" not in rows:
            spot.refuse("missing_key", key="blocks")
        blocks: Reader[tuple[Block[F], ...]] = ListOf(BlockOf(self.criteria), filled=True)
        read = blocks(rows.pop("blocks"), spot.at("blocks"))
        keys = Table(_OrderKeys)(rows, spot)
        if keys.places == "given" and read[0].by[0].name != "place":
            spot.at("places").refuse("given_needs_place")
        return Order(read, keys.places, keys.end, keys.statuses, keys.clause)


def _keys(cls: Callable[..., object]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))  # type: ignore[arg-type]  # a table is a dataclass
