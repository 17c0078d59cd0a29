"""A regulation whose numbers are changed one by one, as pure functions of the engine's document."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spartakiad.competition.programme import title_of
from spartakiad.errors import Refusal
from spartakiad.games.drafting import Document, conditions_of, with_conditions
from spartakiad.games.knobs import OF_CONTEST, OF_STANDING, Knob

Path = tuple[str | int, ...]
_OTHER = {  # what need not be asked of a contest of one sex
    "f": ("quota_women", "quota_men", "weights_men"),
    "m": ("quota_women", "quota_men", "weights_women"),
}
SENT_AS = "set-"  # how the name of every field of these begins


@dataclass(frozen=True, slots=True)
class Setting:
    """One field of the form, sent as `name`; `options` as a Kind has them, with nothing chosen where that may be."""

    name: str
    words: str
    value: str
    options: tuple[tuple[str, str], ...]
    hint: str


def contest_settings(document: Document, contest: str) -> list[Setting]:
    view = _contest_view(document, contest)
    parts = {row["id"]: title_of(row) for row in document.get("part", ()) if row["contest"] == contest}
    whole = {part for part, those in view["conditions"].get("part", {}).items() if those.get("teams")}
    found = [one for one in _found(view, OF_CONTEST) if "lineup" in one[1] or not whole & set(one[1])]
    other = _OTHER.get(view["conditions"].get("sex", ""), ())
    found = [one for one in found if one[2] is not None or one[1][-1] not in other]
    return [_setting(knob, path, value, {**parts, **_groups(view, path, parts)}) for knob, path, value in found]


def standing_settings(document: Document, standing: str) -> list[Setting]:
    return [_setting(*found, {}) for found in _found(_standing_row(document, standing), OF_STANDING)]


def sharing(document: Document, contest: str) -> list[str]:
    """Titles of the other contests that are held by the very same rules, and so change with it."""
    rules = _row(document, contest)["rules"]
    return [title_of(row) for row in document["contest"] if row["rules"] == rules and row["id"] != contest]


def with_contest(document: Document, contest: str, typed: Mapping[str, str]) -> dict[str, Any]:
    """With what was typed for one contest. Raises Refusal at the first field that cannot be understood."""
    view = _changed(_contest_view(document, contest), OF_CONTEST, typed)
    rules, conditions = view.pop("rules"), view.pop("conditions")
    named = _row(document, contest)["rules"]
    rows = [{**view, "rules": named} if row["id"] == contest else row for row in document["contest"]]
    changed = {**document, "contest": rows, "rules": {**document["rules"], named: rules}}
    return with_conditions(changed, contest, conditions)


def with_standing(document: Document, standing: str, typed: Mapping[str, str]) -> dict[str, Any]:
    changed = _changed(_standing_row(document, standing), OF_STANDING, typed)
    return {**document, "standing": [changed if row["id"] == standing else row for row in document["standing"]]}


def _contest_view(document: Document, contest: str) -> dict[str, Any]:
    """The contest's row with its rules and its conditions inside."""
    row = _row(document, contest)
    return {**row, "rules": document["rules"][row["rules"]], "conditions": conditions_of(document, contest)}


def _row(document: Document, contest: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] | None = next((row for row in document["contest"] if row["id"] == contest), None)
    if found is None:
        raise Refusal("not_found")
    return found


def _standing_row(document: Document, standing: str) -> dict[str, Any]:
    found = next((row for row in document.get("standing", ()) if row["id"] == standing), None)
    if found is None:
        raise Refusal("not_found")
    return dict(found)


def _found(view: Mapping[str, Any], knobs: Sequence[Knob]) -> Iterator[tuple[Knob, Path, object]]:
    """Every knob that is there: its key is, or it may be left out and what it belongs to is there."""
    for knob in knobs:
        for path, value in _at(view, knob.path.split("."), ()):
            if value is not None or (knob.empty and knob.offered):
                yield knob, path, value


def _at(inside: object, names: Sequence[str], so_far: Path) -> Iterator[tuple[Path, object]]:
    """The places that a path leads to, with what is there: None where only the last key is missing."""
    if not names:
        yield so_far, inside
    elif names[0] == "*":
        several = inside.items() if isinstance(inside, Mapping) else enumerate(_listed(inside))
        for which, one in several:
            yield from _at(one, names[1:], (*so_far, which))
    elif isinstance(inside, Mapping) and (names[0] in inside or len(names) == 1):
        yield from _at(inside.get(names[0]), names[1:], (*so_far, names[0]))


def _groups(view: Mapping[str, Any], path: Path, parts: Mapping[str, str]) -> dict[Any, str]:
    """Of a group of members, the parts that it takes them from."""
    if "groups" not in path:
        return {}
    at = path[path.index("groups") + 1]
    group = view["rules"]["team"]["members"]["groups"][at]
    named = [parts.get(part, part) for part in group.get("parts", ())]
    return {at: " или ".join(named)} if named else {}


def _listed(inside: object) -> Sequence[object]:
    return inside if isinstance(inside, list | tuple) else ()


def _setting(knob: Knob, path: Path, value: object, parts: Mapping[Any, str]) -> Setting:
    """`parts`: titles of the contest's parts, by which theirs are told apart."""
    name = _name(path)
    shown = "" if value is None else knob.kind.shown(value)
    options = knob.kind.options
    if options and shown not in dict(options):
        options = ((shown, shown or knob.empty), *options)
    elif knob.empty and options and options[0][0]:
        options = (("", knob.empty), *options)
    which = [parts.get(step, str(step + 1) if isinstance(step, int) and step else "") for step in path]
    told = ", ".join(one for one in which if one)
    words = f"{knob.words} ({told})" if told else knob.words
    return Setting(name, words, shown, options, f"Пусто – {knob.empty}" if knob.empty and not options else "")


def _name(path: Path) -> str:
    return SENT_AS + "-".join(map(str, path))


def _changed(view: Mapping[str, Any], knobs: Sequence[Knob], typed: Mapping[str, str]) -> dict[str, Any]:
    """What was not sent stays; an empty field takes its key away where it may be empty."""
    changed = dict(view)
    for knob, path, value in list(_found(view, knobs)):
        name = _name(path)
        if name not in typed:
            continue
        text = typed[name].strip()
        if not text and not knob.empty:
            raise Refusal("required", name, label=knob.words)
        if text != ("" if value is None else knob.kind.shown(value)):
            changed = _put(changed, path, _read(knob, text, name) if text else None)
    return changed


def _read(knob: Knob, text: str, field: str) -> object:
    try:
        return knob.kind.read(text)
    except Refusal as refusal:
        raise refusal.at(field, label=knob.words) from None


def _put(inside: Any, path: Path, value: object) -> Any:
    """A copy with the value at the path; None takes the key away."""
    step, rest = path[0], path[1:]
    if isinstance(inside, list | tuple):
        return [_put(one, rest, value) if index == step else one for index, one in enumerate(inside)]
    if rest:
        return {**inside, step: _put(inside[step], rest, value)}
    kept = {key: one for key, one in inside.items() if key != step}
    if value is None:
        return kept
    return {**inside, step: value}
