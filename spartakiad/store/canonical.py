"""One spelling for everything that is hashed: JSON with sorted keys, no spaces, no floats."""

import hashlib
import json
from collections.abc import Mapping

_SPELLING = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(value: object) -> str:
    return _SPELLING.encode(value)


def digest(value: object) -> str:
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def commitment(text: str, salt: str) -> str:
    """What a fact keeps of a free text: nobody can guess the text from it once text and salt are erased."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()


def body_hash(verb: str, body: Mapping[str, object]) -> str:
    return digest({"verb": verb, "body": {key: str(value) for key, value in body.items()}})
