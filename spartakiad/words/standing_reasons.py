"""A sentence for every reason of a standing: a cell, a row, the cup."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from spartakiad.words.naming import Args, Names, in_place, teams_named, with_document
from spartakiad.words.numbers import counted, number, points
from spartakiad.words.terms import ABSENCES, ABSENT_RULES


def _place_points(args: Args, _names: Names) -> str:
    shared = f", место делят {counted(args['sharing'], 'команда', 'команды', 'команд')}" if args["sharing"] > 1 else ""
    told = "; ".join(filter(None, (_divided(args), _rule(args))))
    return f"{in_place(args['place'])}{shared} → {points(args['points'])}{f': {told}' if told else ''}{_weight(args)}"


def _divided(args: Args) -> str:
    """What those who share a place get of the places that they take up: «среднее за 3–4-е места, (6 + 5) : 2»."""
    sharing, worths = int(args["sharing"]), args.get("worths", ())
    if sharing == 1 or len(worths) != sharing:
        return ""
    if args["shared"] != "mean":
        return f"всем как за {'последнее' if args['shared'] == 'lower' else 'первое'} из этих мест"
    first = Fraction(args["place"])
    which = f"{first}–{first + sharing - 1}-е места" if first.denominator == 1 else "эти места"
    return f"среднее за {which}, ({' + '.join(map(number, worths))}) : {sharing}"


def _entrants_points(args: Args, names: Names) -> str:
    told = (f"{_won(one, names.entrant(one['entrant']))}{_share(one)}" for one in args["entrants"])
    return f"очки участников: {', '.join(told)}{_weight(args)}"


def _teams_points(args: Args, names: Names) -> str:
    told = (_won(one, names.team(one["team"])) for one in args["teams"])
    return f"очки команд города: {', '.join(told)}{_weight(args)}"


def _won(one: Args, name: str) -> str:
    return f"{name}: {in_place(one['place'])} – {number(one['points'])}"


def _share(one: Args) -> str:
    """«, доля при разделе между городами 1/2 – 5», where not all of it is this team's."""
    share = Fraction(one["share"])
    return "" if share == 1 else f", доля при разделе между городами {share} – {number(one['points'] * share)}"


def _absence(args: Args, _names: Names) -> str:
    rule = ABSENT_RULES.get(str(args["rule"]), "")
    if args["absence"] == "playing":
        return "ещё играют: очки за вид будут, когда разыграют места"
    given = "очков нет" if args["points"] is None else points(args["points"])
    return f"{ABSENCES[str(args['absence'])]} → {given}{f' ({rule})' if rule else ''}"


def _not_held(_args: Args, _names: Names) -> str:
    return "ещё не проводился"


def _beyond_best(args: Args, _names: Names) -> str:
    """`decided`: it is a decision that says how many, not the regulation."""
    best = counted(int(args["k"]), "лучший вид", "лучших вида", "лучших видов")
    decided = "по решению " if args.get("decided") else ""
    return f"не идёт в сумму: {decided}считаются {best}{with_document(args)}"


def _dropped(args: Args, _names: Names) -> str:
    return f"не идёт в сумму: отбрасываются {counted(int(args['d']), 'худший вид', 'худших вида', 'худших видов')}"


def _other_choice(args: Args, names: Names) -> str:
    return f"не идёт в сумму: из видов по выбору засчитан {', '.join(map(names.contest, args['contests']))}"


def _never_counts(args: Args, _names: Names) -> str:
    return f"не идёт в сумму: {ABSENCES.get(str(args['absence']), 'отсутствие')} не засчитывается"


def _adjustment(args: Args, _names: Names) -> str:
    why = f": {args['why']}" if args.get("why") else ""
    return f"поправка {number(args['points'])}{why}{with_document(args)}"


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
    return f"первое место делят {teams_named(args['teams'], names)}: нужно решение организаторов"


def _cup_decided(args: Args, _names: Names) -> str:
    return f"решено{with_document(args)}"


def _rule(args: Args) -> str:
    if args.get("rule") == "n_down" and args.get("n") is not None:
        return f"команд {args['n']}, за каждое место ниже первого на очко меньше"
    return ""


def _weight(args: Args) -> str:
    weight = args.get("weight", 1)
    return "" if weight == 1 else f", коэффициент {number(Fraction(weight))}"


STANDING_REASONS: Mapping[str, Callable[[Args, Names], str]] = {
    "place_points": _place_points,
    "entrants_points": _entrants_points,
    "teams_points": _teams_points,
    "absence": _absence,
    "not_held": _not_held,
    "beyond_best": _beyond_best,
    "dropped": _dropped,
    "other_choice": _other_choice,
    "never_counts": _never_counts,
    "adjustment": _adjustment,
    "total": _total,
    "not_classified": _not_classified,
    "nothing_held": _nothing_held,
    "contests_held": _contests_held,
    "cup_missing": _cup_missing,
    "cup_first_place": _cup_first_place,
    "cup_tied": _cup_tied,
    "cup_decided": _cup_decided,
}
