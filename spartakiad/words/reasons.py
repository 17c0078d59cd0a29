"""A sentence for every reason of the engine. Ids become names through `Names`, exact numbers are rounded only here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from spartakiad.words.criteria import criterion_value, criterion_words
from spartakiad.words.numbers import counted, number, points
from spartakiad.words.states import words
from spartakiad.words.terms import ABSENCES, ABSENT_RULES

Args = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """How ids of one document are called: teams, contests, entrants; `mark` writes a value of a contest's mark."""

    team: Callable[[str], str]
    contest: Callable[[str], str]
    entrant: Callable[[str], str]
    mark: Callable[[str, Any], str]


NO_NAMES = Names(str, str, str, lambda _contest, value: str(value))


def reason_sentence(kind: str, args: Args, names: Names) -> str:
    return REASONS[kind](args, names)


def _mark(args: Args, names: Names) -> str:
    return f"показанный результат: {names.mark(str(args.get('contest', '')), args['value'])}"


def _status(args: Args, _names: Names) -> str:
    return f"без места: {words(str(args['status']), 'status')}"


def _guest(_args: Args, _names: Names) -> str:
    return "в/к: в списке есть, места не занимает"


def _vacated(args: Args, _names: Names) -> str:
    return f"место снято решением{_document(args)} и остаётся свободным"


def _matches(args: Args, _names: Names) -> str:
    played = counted(int(args["played"]), "встреча", "встречи", "встреч")
    marks = {"score": "счёт", "sets": "партии", "balls": "мячи"}
    pairs = [f"{marks[name]} {number(args[name][0])}:{number(args[name][1])}" for name in marks if name in args]
    shown = f"побед {args['won']}, ничьих {args['drawn']}, поражений {args['lost']}"
    group = f"группа {args['pool']}: " if args.get("pool") else ""
    return f"{group}{played}: {shown}; {', '.join([*pairs, points(args['points'])])}"


def _matches_annulled(_args: Args, _names: Names) -> str:
    return "встречи аннулированы: места нет"


def _bracket(args: Args, _names: Names) -> str:
    return f"{_place(args['place'])} по встрече «{args['unit']}»"


def _combined(args: Args, _names: Names) -> str:
    shown = "; ".join(f"{one['part']} – {_got(one['points'])}" for one in args["parts"])
    return f"{shown}; сумма {points(args['total'])}"


def _got(given: Any) -> str:
    return "нет результата" if given is None else points(given)


def _own_place(args: Args, _names: Names) -> str:
    return f"место команды – место её собственного результата: {_place(args['place'])}"


def _members(args: Args, names: Names) -> str:
    shown = ", ".join(f"{names.entrant(m['entrant'])} – {names.mark('', m['value'])}" for m in args["members"])
    return f"зачёт {args.get('needed', len(args['members']))} лучших: {shown}; сумма {names.mark('', args['sum'])}"


def _tie_broken(args: Args, names: Names) -> str:
    among = _teams(args.get("among", ()), names)
    return (
        f"при равенстве ({among}) решило: {criterion_words(args['criterion'])} – {criterion_value(args.get('value'))}"
    )


def _criterion_missing(args: Args, names: Names) -> str:
    among = _teams(args.get("among", ()), names)
    return f"признак «{criterion_words(args['criterion'])}» не решил: он есть не у всех ({among})"


def _decided(args: Args, names: Names) -> str:
    return f"при равенстве ({_teams(args.get('among', ()), names)}) решено{_document(args)}"


def _shared(args: Args, names: Names) -> str:
    return f"место разделено: {_teams(args['with'], names)} – положение их не разводит"


def _undecided(args: Args, names: Names) -> str:
    return f"равенство не решено: {_teams(args['with'], names)} – нужно решение"


def _place_points(args: Args, _names: Names) -> str:
    shared = f", место делят {counted(args['sharing'], 'команда', 'команды', 'команд')}" if args["sharing"] > 1 else ""
    return f"{_place(args['place'])}{shared} → {points(args['points'])}{_rule(args)}{_weight(args)}"


def _entrants_points(args: Args, names: Names) -> str:
    shown = ", ".join(
        f"{names.entrant(one['entrant'])}: {_place(one['place'])} – {number(one['points'])}" for one in args["entrants"]
    )
    return f"очки участников: {shown}{_weight(args)}"


def _absence(args: Args, _names: Names) -> str:
    rule = ABSENT_RULES.get(str(args["rule"]), "")
    given = "очков нет" if args["points"] is None else points(args["points"])
    return f"{ABSENCES[str(args['absence'])]} → {given}{f' ({rule})' if rule else ''}"


def _not_held(_args: Args, _names: Names) -> str:
    return "ещё не проводился"


def _beyond_best(args: Args, _names: Names) -> str:
    return f"не идёт в сумму: считаются {counted(int(args['k']), 'лучший вид', 'лучших вида', 'лучших видов')}"


def _dropped(args: Args, _names: Names) -> str:
    return f"не идёт в сумму: отбрасываются {counted(int(args['d']), 'худший вид', 'худших вида', 'худших видов')}"


def _other_choice(args: Args, names: Names) -> str:
    return f"не идёт в сумму: из видов по выбору засчитан {', '.join(map(names.contest, args['contests']))}"


def _never_counts(args: Args, _names: Names) -> str:
    return f"не идёт в сумму: {ABSENCES.get(str(args['absence']), 'отсутствие')} не засчитывается"


def _adjustment(args: Args, _names: Names) -> str:
    return f"поправка {number(args['points'])}: {args.get('why', '')}{_document(args)}"


def _team_unplaced(args: Args, names: Names) -> str:
    members = ", ".join(names.entrant(one["entrant"]) for one in args.get("members", ()))
    shown = f"; показали результат: {members}" if members else ""
    return f"{ABSENCES[str(args['absence'])]}: нужно {args['needed']}{shown}"


def _total(args: Args, _names: Names) -> str:
    held = args.get("counted")
    return f"сумма {points(args['total'])}" + (
        f", в ней {counted(held, 'вид', 'вида', 'видов')}" if isinstance(held, int) else ""
    )


def _not_classified(args: Args, _names: Names) -> str:
    return f"без места: видов {args['entered']}, а нужно не меньше {args['minimum']}"


def _nothing_held(_args: Args, _names: Names) -> str:
    return "ни один вид ещё не проведён"


def _contests_held(args: Args, _names: Names) -> str:
    return (
        f"проведено видов {args['held']}, а положение рассчитано на {args['of']}: нужно решение, сколько идёт в зачёт"
    )


def _cup_missing(args: Args, names: Names) -> str:
    return "ещё не завершены: " + ", ".join(names.contest(str(one)) for one in args["contests"])


def _cup_first_place(args: Args, names: Names) -> str:
    return f"первое место в зачёте – {names.team(str(args['team']))}"


def _cup_tied(args: Args, names: Names) -> str:
    return f"первое место делят {_teams(args['teams'], names)}: нужно решение организаторов"


def _cup_decided(args: Args, _names: Names) -> str:
    return f"решено{_document(args)}"


def _place(place: Any) -> str:
    return f"{number(place)}-е\u00a0место"


def _rule(args: Args) -> str:
    if args.get("rule") == "n_down" and args.get("n") is not None:
        return f": команд {args['n']}, за каждое место ниже первого на очко меньше"
    return ""


def _weight(args: Args) -> str:
    weight = args.get("weight", 1)
    return "" if weight == 1 else f", коэффициент {number(Fraction(weight))}"


def _document(args: Args) -> str:
    return f" ({args['document']})" if args.get("document") else ""


def _teams(ids: Any, names: Names) -> str:
    return ", ".join(names.team(str(one)) for one in ids)


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
    "place_points": _place_points,
    "entrants_points": _entrants_points,
    "absence": _absence,
    "not_held": _not_held,
    "beyond_best": _beyond_best,
    "dropped": _dropped,
    "other_choice": _other_choice,
    "never_counts": _never_counts,
    "adjustment": _adjustment,
    "team_unplaced": _team_unplaced,
    "total": _total,
    "not_classified": _not_classified,
    "nothing_held": _nothing_held,
    "contests_held": _contests_held,
    "cup_missing": _cup_missing,
    "cup_first_place": _cup_first_place,
    "cup_tied": _cup_tied,
    "cup_decided": _cup_decided,
}
