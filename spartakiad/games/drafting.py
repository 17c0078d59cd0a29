"""Putting a regulation together out of sports and a preset, as pure functions of the engine's document."""

import re
from collections.abc import Mapping
from typing import Any

import scoring
from spartakiad.errors import Refusal
from spartakiad.games.catalogue import CONDITIONS, Preset, Sport

Document = Mapping[str, Any]
_LISTS = ("table", "must")  # answers that are several


def blank(title: str, preset: Preset) -> dict[str, Any]:
    """A regulation without contests yet."""
    return {"format": 1, "about": {"title": title, "version": 1}, "contest": [], "rules": {}, **preset.document}


def with_sport(document: Document, sport: Sport) -> dict[str, Any]:
    """With the contests of a sport that are not there yet, its rules under names of their own, and who may start."""
    known = {row["id"] for row in document["contest"]}
    fresh = [row for row in sport.contests if row["id"] not in known]
    names = {name: f"{sport.id}-{name}" for name in sport.rules}
    rows = [
        {**{key: value for key, value in row.items() if key not in CONDITIONS}, "rules": names[row["rules"]]}
        for row in fresh
    ]
    conditions = {row["id"]: {key: row[key] for key in CONDITIONS if key in row} for row in fresh}
    eligibility = {**_conditions(document), **{contest: those for contest, those in conditions.items() if those}}
    rules = {names[name]: rule for name, rule in sport.rules.items()}
    return _with_eligibility(
        {**document, "contest": [*document["contest"], *rows], "rules": {**document["rules"], **rules}}, eligibility
    )


def without_contest(document: Document, contest: str) -> dict[str, Any]:
    """Without one contest, and without rules that only it was held by. Raises Refusal not_found."""
    rows = [row for row in document["contest"] if row["id"] != contest]
    if len(rows) == len(document["contest"]):
        raise Refusal("not_found")
    used = {row["rules"] for row in rows}
    kept = {name: rule for name, rule in document["rules"].items() if name in used}
    eligibility = {name: those for name, those in _conditions(document).items() if name != contest}
    return _with_eligibility({**document, "contest": rows, "rules": kept}, eligibility)


def with_conditions(document: Document, contest: str, own: Mapping[str, Any]) -> dict[str, Any]:
    """With other conditions of entering one contest; none at all: whoever likes."""
    eligibility = {name: those for name, those in _conditions(document).items() if name != contest}
    return _with_eligibility(dict(document), {**eligibility, **({contest: dict(own)} if own else {})})


def conditions_of(document: Document, contest: str) -> Mapping[str, Any]:
    return _conditions(document).get(contest, {})


def with_preset(document: Document, preset: Preset, answers: Mapping[str, object]) -> dict[str, Any]:
    """With another standing. Raises Refusal required at the first question without an answer."""
    for question in preset.questions:
        if question.path not in answers:
            raise Refusal("required", f"answer-{question.path}")
    kept = {name: value for name, value in document.items() if name not in ("standing", "cup")}
    return {**kept, **scoring.answered(preset.document, answers)}


def answer_of(path: str, typed: str) -> object:
    """An answer as the engine reads it: a number, a word, or a list of them where a list is asked for."""
    words = [int(word) if word.isascii() and word.isdigit() else word for word in re.split(r"[\s,;]+", typed.strip())]
    return words if path.rsplit(".", 1)[-1] in _LISTS else words[0]


def _conditions(document: Document) -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = document.get("eligibility", {}).get("contest", {})
    return found


def _with_eligibility(document: dict[str, Any], conditions: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    kept = {name: value for name, value in document.items() if name != "eligibility"}
    return {**kept, "eligibility": {"contest": dict(conditions)}} if conditions else kept
