"""The catalogue of sports and the presets of standings: what a new Games is put together from. One file each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import scoring
from spartakiad.settings import data_folder
from spartakiad.words.keys import sort_key


@dataclass(frozen=True, slots=True)
class Sport:
    """`contests`, `parts`: rows of the programme with their eligibility beside. `season`: winter, summer or any."""

    id: str
    title: str
    season: str
    contests: tuple[Mapping[str, Any], ...]
    parts: tuple[Mapping[str, Any], ...]
    rules: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Preset:
    """A standing (and the cup) in the engine's own shape. `questions`: what has to be answered before it is used."""

    id: str
    title: str
    document: Mapping[str, Any]
    questions: tuple[scoring.Question, ...]


@cache
def sports() -> Mapping[str, Sport]:
    """All sports by id, in the order of their titles."""
    found = [_sport(path) for path in (data_folder("fixtures") / "sports").glob("*.toml")]
    return {sport.id: sport for sport in sorted(found, key=lambda one: sort_key(one.title))}


@cache
def presets() -> Mapping[str, Preset]:
    found = [_preset(path) for path in (data_folder("fixtures") / "regulations" / "presets").glob("*.toml")]
    return {preset.id: preset for preset in sorted(found, key=lambda one: (bool(one.questions), sort_key(one.title)))}


def _sport(path: Path) -> Sport:
    raw = _read(path)
    return Sport(
        path.stem, raw["title"], raw["season"], tuple(raw["contest"]), tuple(raw.get("part", ())), raw["rules"]
    )


def _preset(path: Path) -> Preset:
    raw = _read(path)
    document: Mapping[str, Any] = {name: raw[name] for name in ("standing", "cup") if name in raw}
    return Preset(path.stem, raw["about"]["title"], document, tuple(scoring.questions(document)))


def _read(path: Path) -> dict[str, Any]:
    """Numbers with a point stay text, which the engine reads exactly."""
    return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=str)
