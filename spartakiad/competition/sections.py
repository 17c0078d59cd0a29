"""Reading those sections of a regulation that the engine leaves to us: a wrong key or value is refused by its path."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NoReturn

from spartakiad.errors import Refusal


def only(mapping: Mapping[str, Any], known: tuple[str, ...], path: str) -> None:
    for key in mapping:
        if key not in known:
            refuse(f"{path}.{key}", "unknown_key", key=key, nearest=nearest(key, known), known=list(known))


def table(value: object, path: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        refuse(path, "wrong_type", expected="таблица", found=str(value)[:40])
    return value


def listed(value: object, path: str) -> Sequence[Any]:
    if not isinstance(value, list | tuple):
        refuse(path, "wrong_type", expected="список", found=str(value)[:40])
    return value


def text(mapping: Mapping[str, Any], key: str, path: str) -> None:
    if not isinstance(mapping.get(key, ""), str):
        refuse(f"{path}.{key}", "wrong_type", expected="строка", found=str(mapping[key])[:40])


def number(mapping: Mapping[str, Any], key: str, path: str, least: int, most: int) -> None:
    value = mapping.get(key, least)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        refuse(f"{path}.{key}", "out_of_range", value=str(value)[:40], least=least, most=most)


def nearest(word: str, known: Iterable[str]) -> str | None:
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.5)), None)


def refuse(path: str, problem: str, **args: object) -> NoReturn:
    raise Refusal("regulation_broken", "document", path=path, problem=problem, **args)
