"""Putting a regulation together out of sports and a preset, as pure functions of the engine's document."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import scoring
from spartakiad.competition.eligibility import CONDITIONS, OF_PARTS
from spartakiad.errors import Refusal
from spartakiad.games.catalogue import Preset, Sport

Document = Mapping[str, Any]
Row = Mapping[str, Any]
_LISTS = ("table", "must")  # answers that are several
_BESIDE = (*CONDITIONS, *OF_PARTS)  # of a row of a sport, what belongs to its eligibility
_AGES = ("age_from", "age_to")


def blank(title: str, preset: Preset) -> dict[str, Any]:
    """A regulation without contests yet."""
    return {"format": 1, "about": {"title": title, "version": 1}, "contest": [], "rules": {}, **preset.document}


def with_sport(document: Document, sport: Sport, starts_on: date) -> dict[str, Any]:
    """With the contests of a sport that are not there yet, its rules under names of their own, and who may start.

    Ages of a sport are those on the last day of the year in which the Games start, as lists of athletes have them.
    """
    known = {row["id"] for row in document["contest"]}
    fresh = [row for row in sport.contests if row["id"] not in known]
    parts = [row for row in sport.parts if row["contest"] not in known]
    names = {name: f"{sport.id}-{name}" for name in sport.rules}
    conditions = _conditions(document) | _told(fresh, parts, f"{starts_on.year}-12-31")
    rules = {names[name]: rule for name, rule in sport.rules.items()}
    added = {
        **document,
        "contest": [*document["contest"], *(_bare(row, names) for row in fresh)],
        "rules": {**rules, **document["rules"]},
    }
    all_parts = [*document.get("part", ()), *(_bare(row, names) for row in parts)]
    return _with_eligibility(_with_parts(added, all_parts), conditions)


def _bare(row: Row, names: Mapping[str, str]) -> dict[str, Any]:
    """As the engine has it, held by the rules under their new name."""
    kept = {key: value for key, value in row.items() if key not in _BESIDE}
    return {**kept, "rules": names[row["rules"]]} if "rules" in row else kept


def _told(contests: Iterable[Row], parts: Iterable[Row], age_on: str) -> dict[str, Any]:
    """[eligibility] of rows that say it beside themselves."""
    found = {row["id"]: _beside(row, age_on) for row in contests}
    for row in parts:
        if own := _beside(row, age_on):
            found[row["contest"]].setdefault("part", {})[row["id"]] = own
    return {contest: own for contest, own in found.items() if own}


def of_year(document: Document, starts_on: date, held: int | None = None) -> dict[str, Any]:
    """A regulation of other Games for those of this year: ages are counted on the same day of it.

    `held`: the year those other Games were held in, where it is known: as long before them as then, whoever has to
    belong to his city does.
    """

    def moved(conditions: Row) -> dict[str, Any]:
        own = {name: moved(one) if isinstance(one, Mapping) else one for name, one in conditions.items()}
        counted_on = own.get("age_on")
        return {**own, "age_on": _in_year(counted_on, starts_on.year)} if isinstance(counted_on, str) else own

    told = _with_eligibility(dict(document), moved(_conditions(document)))
    tied = told.get("eligibility", {}).get("residence", {})
    if held is None or "since" not in tied:
        return told
    since = _in_year(tied["since"], int(tied["since"][:4]) + starts_on.year - held)
    return with_section(told, {**told["eligibility"], "residence": {**tied, "since": since}})


def _in_year(day: str, year: int) -> str:
    """The same day of another year, which may have no 29 February."""
    return f"{year}{day[4:].replace('-02-29', '-02-28')}"


def _beside(row: Row, age_on: str) -> dict[str, Any]:
    own = {key: row[key] for key in _BESIDE if key in row}
    return {**own, "age_on": age_on} if any(key in own for key in _AGES) else own


def with_section(document: Document, section: Mapping[str, Any]) -> dict[str, Any]:
    """With what [eligibility] says of everybody; its contests stay, tables that say nothing go."""
    told = {"contest": dict(_conditions(document)), **section}
    kept = {name: value for name, value in document.items() if name != "eligibility"}
    said = {name: value for name, value in told.items() if value}
    return {**kept, "eligibility": said} if said else kept


def without_contest(document: Document, contest: str) -> dict[str, Any]:
    """Without one contest and its parts, and without rules that only it was held by. Raises Refusal not_found."""
    rows = [row for row in document["contest"] if row["id"] != contest]
    if len(rows) == len(document["contest"]):
        raise Refusal("not_found")
    parts = [row for row in document.get("part", ()) if row["contest"] != contest]
    used = {row.get("rules") for row in (*rows, *parts)}
    kept = {name: rule for name, rule in document["rules"].items() if name in used}
    eligibility = {name: those for name, those in _conditions(document).items() if name != contest}
    return _with_eligibility(_with_parts({**document, "contest": rows, "rules": kept}, parts), eligibility)


def with_conditions(document: Document, contest: str, own: Mapping[str, Any]) -> dict[str, Any]:
    """With other conditions of entering one contest; none at all: whoever likes."""
    eligibility = {name: those for name, those in _conditions(document).items() if name != contest}
    return _with_eligibility(dict(document), {**eligibility, **({contest: dict(own)} if own else {})})


def conditions_of(document: Document, contest: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = _conditions(document).get(contest, {})
    return found


def with_preset(document: Document, preset: Preset, answers: Mapping[str, object]) -> dict[str, Any]:
    """With another standing. Raises Refusal required at the first question without an answer."""
    for question in preset.questions:
        if question.path not in answers:
            raise Refusal("required", f"answer-{question.path}", label=question.text)
    kept = {name: value for name, value in document.items() if name not in ("standing", "cup")}
    return {**kept, **scoring.answered(preset.document, answers)}


def answer_of(path: str, typed: str) -> object:
    """An answer as the engine reads it: a number, a word, or a list of them where a list is asked for."""
    words = [int(word) if word.isascii() and word.isdigit() else word for word in re.split(r"[\s,;]+", typed.strip())]
    return words if path.rsplit(".", 1)[-1] in _LISTS else words[0]


def _conditions(document: Document) -> dict[str, Any]:
    found: Mapping[str, Any] = document.get("eligibility", {}).get("contest", {})
    return dict(found)


def _with_parts(document: dict[str, Any], parts: list[Any]) -> dict[str, Any]:
    kept = {name: value for name, value in document.items() if name != "part"}
    return {**kept, "part": parts} if parts else kept


def _with_eligibility(document: dict[str, Any], conditions: Mapping[str, Any]) -> dict[str, Any]:
    """What is said of everybody stays."""
    return with_section(document, {**document.get("eligibility", {}), "contest": dict(conditions)})
