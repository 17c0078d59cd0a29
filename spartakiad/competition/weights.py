"""The weigh-in of a contest and its categories, as a regulation says them: [eligibility.contest.<id>]

weighed = true: everybody is weighed. weights_women, weights_men = ["63", "73", "85", "+85"]: categories in kilograms,
each up to its number and the last one over it; then everybody is weighed too. Of a part, weight = "85": it is held for
those of that category.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from spartakiad.competition.sections import listed, refuse

OF_SEX: Mapping[str, str] = {"f": "weights_women", "m": "weights_men"}
MOST = 15  # categories of a sex
_NAME = re.compile(r"\+?[1-9][0-9]{1,2}(\.[0-9])?", re.ASCII)
Categories = tuple[str, ...]  # from the lightest; "85" up to, "+85" over it


@dataclass(frozen=True, slots=True)
class Weights:
    """`needed`: everybody is weighed; `of`: categories by sex; `own`: of a part, the category it is held for."""

    needed: bool
    of: Mapping[str, Categories]
    own: str = ""


NOBODY = Weights(False, {})


@dataclass(frozen=True, slots=True)
class Weighing:
    """`weight` in kilograms, "84.6"; `by`, `basis` as of an entry; `void`: it was taken back."""

    weight: str
    at: datetime
    by: str = ""
    basis: str = ""
    void: bool = False


def weights_of(conditions: Mapping[str, Any], part: Mapping[str, Any]) -> Weights:
    """`part`: what is said of a part of the contest, nothing of the whole."""
    found = {sex: tuple(conditions[key]) for sex, key in OF_SEX.items() if conditions.get(key)}
    return Weights(bool(conditions.get("weighed") or found), found, part.get("weight", ""))


def standing(weighings: Sequence[Weighing]) -> str:
    """The weight that holds: of the last weighing that was not taken back; "" where there is none."""
    return next((one.weight for one in reversed(weighings) if not one.void), "")


def is_over(category: str, weight: str) -> bool:
    """Too heavy for it."""
    return not category.startswith("+") and Decimal(weight) > Decimal(category)


def proposed(categories: Categories, weight: str) -> str:
    """The category that a weight belongs to; "" where it is above them all."""
    return next((one for one in categories if not is_over(one, weight)), "")


def check_weight_rules(conditions: Mapping[str, Any], path: str) -> None:
    """Of a contest. Raises Refusal regulation_broken at the first thing that nobody would understand."""
    if not isinstance(conditions.get("weighed", False), bool):
        refuse(f"{path}.weighed", "wrong_type", expected="true или false", found=str(conditions["weighed"])[:40])
    for key in OF_SEX.values():
        if key in conditions:
            _check_categories(listed(conditions[key], f"{path}.{key}"), f"{path}.{key}")


def check_weight_of_part(own: Mapping[str, Any], conditions: Mapping[str, Any], path: str) -> None:
    """The contest has such a category, of the sex of the part."""
    if "weight" not in own:
        return
    sex = own.get("sex") or conditions.get("sex", "")
    known = [one for of, key in OF_SEX.items() if sex in ("", of) for one in conditions.get(key, ())]
    if own["weight"] not in known:
        refuse(f"{path}.weight", "unknown_reference", id=str(own["weight"])[:40], nearest=next(iter(known), None))


def _check_categories(names: Sequence[Any], path: str) -> None:
    """Ascending; the last one may be over the one before it."""
    if not 1 <= len(names) <= MOST:
        refuse(path, "out_of_range", value=str(len(names)), least=1, most=MOST)
    for one in names:
        if not isinstance(one, str) or not _NAME.fullmatch(one):
            refuse(path, "wrong_type", expected='килограммы, "85" или "+85"', found=str(one)[:40])
    upto = [Decimal(one) for one in names if not one.startswith("+")]
    over = [Decimal(one) for one in names if one.startswith("+")]
    if upto != sorted(set(upto)) or over not in ([], upto[-1:]) or (over and not names[-1].startswith("+")):
        refuse(
            path, "wrong_type", expected='от лёгкой к тяжёлой, последней "+85" после "85"', found=", ".join(names)[:40]
        )
