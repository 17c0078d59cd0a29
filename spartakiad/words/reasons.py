"""A sentence for every reason of the engine: what a place stands on, how equals were told apart.

Ids become names through `Names`, exact numbers are rounded only here.
"""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import partial
from typing import Any

from spartakiad.words.criteria import criterion_value, criterion_words
from spartakiad.words.naming import Args, Names, in_place, teams_named, with_document
from spartakiad.words.numbers import counted, number, points
from spartakiad.words.stages import unit_words
from spartakiad.words.standing_reasons import STANDING_REASONS
from spartakiad.words.states import words
from spartakiad.words.terms import ABSENCES


def reason_sentence(kind: str, args: Args, names: Names) -> str:
    return REASONS[kind](args, names)


def _mark(args: Args, names: Names) -> str:
    """With handicaps the time that they make; else what the mark itself shows."""
    shown = args["value"] if args.get("criterion") in ("net_time", "gun_time") else args["shown"]
    return f"показанный результат: {names.mark(str(args.get('contest', '')), shown)}"


def _status(args: Args, _names: Names) -> str:
    return f"без места: {words(str(args['status']), 'status')}"


def _guest(_args: Args, _names: Names) -> str:
    return "в/к: в списке есть, места не занимает"


def _vacated(args: Args, _names: Names) -> str:
    return f"место снято решением{with_document(args)} и остаётся свободным"


def _matches(args: Args, _names: Names) -> str:
    played = counted(int(args["played"]), "встреча", "встречи", "встреч")
    marks = {"sets": "партии", "balls": "мячи"} if "sets" in args else {"score": "счёт"}
    pairs = [f"{marks[name]} {number(args[name][0])}:{number(args[name][1])}" for name in marks if name in args]
    shown = f"побед {args['won']}, ничьих {args['drawn']}, поражений {args['lost']}"
    group = f"группа {args['pool']}: " if args.get("pool") else ""
    return f"{group}{played}: {shown}; {', '.join([*pairs, points(args['points'])])}"


def _matches_annulled(_args: Args, _names: Names) -> str:
    return "встречи аннулированы: места нет"


def _bracket(args: Args, _names: Names) -> str:
    return f"{in_place(args['place'])} по встрече «{unit_words(str(args['unit']))}»"


def _combined(args: Args, _names: Names) -> str:
    shown = "; ".join(f"{one['part']} – {_got(one['points'])}" for one in args["parts"])
    return f"{shown}; сумма {points(args['total'])}"


def _got(given: Any) -> str:
    return "нет результата" if given is None else points(given)


def _own_place(args: Args, _names: Names) -> str:
    return f"команда выступает одним составом и заняла {in_place(args['place'])}"


def _members(args: Args, names: Names) -> str:
    """Places and points of members are no marks."""
    write = number if args.get("value") in ("place", "points") else partial(names.mark, "")
    shown = ", ".join(
        f"{names.entrant(m['entrant'])}\u00a0– {write(m['value'])}{_of_all(m, write)}" for m in args["members"]
    )
    return f"зачёт {args.get('needed', len(args['members']))} лучших: {shown}; сумма {write(args['sum'])}"


def _of_all(member: Args, write: Callable[[Any], str]) -> str:
    """« (1/2 от 300)», where the rest of it is other cities'."""
    share = Fraction(member.get("share", 1))
    return "" if share == 1 else f" ({share} от {write(member['value'] / share)})"


def _tie_broken(args: Args, names: Names) -> str:
    among = teams_named(args.get("among", ()), names)
    return (
        f"при равенстве ({among}) решило: {criterion_words(args['criterion'])} – {criterion_value(args.get('value'))}"
    )


def tie_words(criterion: Any, values: Iterable[tuple[str, Any]]) -> str:
    """What told equals apart, with the value of each of them: «решил показатель «победы»: Псков – 3, Тверь – 0»."""
    told = ", ".join(f"{name}\u00a0– {criterion_value(value)}" for name, value in values)
    return f"решил показатель «{criterion_words(criterion)}»: {told}"


def _criterion_missing(args: Args, names: Names) -> str:
    among = teams_named(args.get("among", ()), names)
    return f"признак «{criterion_words(args['criterion'])}» не решил: он есть не у всех ({among})"


def _decided(args: Args, names: Names) -> str:
    return f"при равенстве ({teams_named(args.get('among', ()), names)}) решено{with_document(args)}"


def _shared(args: Args, names: Names) -> str:
    return f"место разделено: {teams_named(args['with'], names)} – положение их не разводит"


def _undecided(args: Args, names: Names) -> str:
    return f"равенство не решено: {teams_named(args['with'], names)} – нужно решение"


def _team_unplaced(args: Args, names: Names) -> str:
    members = ", ".join(names.entrant(one["entrant"]) for one in args.get("members", ()))
    shown = f"; показали результат: {members}" if members else ""
    return f"{ABSENCES[str(args['absence'])]}: нужно {args['needed']}{shown}"


REASONS: Mapping[str, Callable[[Args, Names], str]] = {
    "mark": _mark,
    "status": _status,
    "guest": _guest,
    "vacated": _vacated,
    "matches": _matches,
    "matches_annulled": _matches_annulled,
    "bracket": _bracket,
    "combined": _combined,
    "own_place": _own_place,
    "members": _members,
    "tie_broken": _tie_broken,
    "criterion_missing": _criterion_missing,
    "decided": _decided,
    "shared": _shared,
    "undecided": _undecided,
    "team_unplaced": _team_unplaced,
    **STANDING_REASONS,
}
