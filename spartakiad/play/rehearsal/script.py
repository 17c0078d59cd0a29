"""Scenes dealt out to devices: all type by one clock, so that nobody waits for whom he keeps waiting."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from spartakiad.play.rehearsal import scenes
from spartakiad.play.rehearsal.programme import Contest
from spartakiad.play.rehearsal.results import Line
from spartakiad.play.rehearsal.scenes import Scene, Step

LEAST_TAPS = 12  # whoever has fewer counts lines of others for the second time
_MOMENTS = {scenes.REJECTED: 1.1, scenes.REOPENED: 1.2}  # after everybody has typed


@dataclass(frozen=True, slots=True)
class Tap:
    """A step of a scene as the record of a device. `n`: its number there; `after`: as in Record.

    `waits`: device and number of the record that has to be acknowledged before it; `minute`: when it is typed.
    """

    step: Step
    n: int
    minute: float
    after: int = 0
    waits: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Played:
    """`devices`: by position in the scene, whose each step is."""

    scene: Scene
    devices: tuple[int, ...]


def played(contest: Contest, truth: Sequence[Line], own: Sequence[int], secretary: int, chance: Random) -> list[Played]:
    """Something befalls about every second line. `own`, `secretary`: devices of the contest's judges and secretary."""
    shuffled = chance.sample(list(truth), len(truth))
    usual = scenes.usual(contest)
    befalls: list[scenes.Make] = [*scenes.ONCE, *usual]
    befalls += [chance.choice([scenes.plain, scenes.plain, *usual]) for _ in shuffled]
    found = []
    for at, (line, make) in enumerate(zip(shuffled, befalls, strict=False)):
        hands = own[at % len(own)], own[(at + 1) % len(own)]
        ordinary = line.shown.raw.startswith("н/") or hands[0] == hands[1]
        scene = (scenes.plain if ordinary else make)(line, contest, chance)
        found.append(Played(scene, tuple(secretary if step.moment else hands[step.device] for step in scene)))
    return [*found, *(one for device in own for one in _counted_twice(found, device, chance))]


def numbered(
    contest: Contest, steps: Sequence[Played], devices: Sequence[str], taps: dict[int, list[Tap]], chance: Random
) -> None:
    """Each device's steps in their order, after those it has in `taps`."""
    known: dict[tuple[int, int], Tap] = {}
    for moment, scene, position in sorted(_moments(steps, chance)):
        step, device = steps[scene].scene[position], steps[scene].devices[position]
        mended = known[scene, step.after].n if step.after is not None else 0
        waits = None
        if step.waits is not None:
            waits = (devices[steps[scene].devices[step.waits]], known[scene, step.waits].n)
        own = taps.setdefault(device, [])
        known[scene, position] = Tap(step, len(own) + 1, contest.at + contest.minutes * moment, mended, waits)
        own.append(known[scene, position])


def _moments(steps: Sequence[Played], chance: Random) -> list[tuple[float, int, int]]:
    """When each step of each scene is played: by chance, in the order of the scene."""
    found = []
    for scene, one in enumerate(steps):
        drawn = sorted(chance.random() for _ in one.scene)
        told = zip(one.scene, drawn, strict=True)
        found += [(_MOMENTS.get(step.moment, at), scene, position) for position, (step, at) in enumerate(told)]
    return found


def _counted_twice(found: Sequence[Played], device: int, chance: Random) -> list[Played]:
    """What others typed and nothing befell, typed by this one too: nothing comes of whoever is second."""
    typed = sum(one.devices.count(device) for one in found)
    plain = [one.scene for one in found if len(one.scene) == 1 and one.scene[0].comes == scenes.ENTERED]
    others = [scene for scene, one in zip(plain, _first(found), strict=True) if one != device]
    chosen = chance.sample(others, min(len(others), max(0, LEAST_TAPS - typed)))
    return [Played((replace(step, comes=scenes.NOTHING),), (device,)) for (step,) in chosen]


def _first(found: Sequence[Played]) -> list[int]:
    return [one.devices[0] for one in found if len(one.scene) == 1 and one.scene[0].comes == scenes.ENTERED]
